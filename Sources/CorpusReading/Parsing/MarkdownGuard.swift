// Counts Markdown's marks before cmark does, and refuses what would cost it all memory or, in wide tables, quadratic time.

import TextAnalysis

/// Estimates how large a tree cmark-gfm would build.
enum MarkdownGuard {
  /// Why a text is not given to cmark.
  enum Refusal: Error, Hashable {
    case tooManyMarks
    case tableTooWide
    case tooManyCells

    /// The reason, as the ledger gives it.
    var reason: String {
      switch self {
      case .tooManyMarks: "Markdown of more than \(MarkdownGuard.markLimit) marks"
      case .tableTooWide: "a Markdown table of more than \(MarkdownGuard.columnLimit) columns"
      case .tooManyCells: "Markdown tables of more than \(MarkdownGuard.cellLimit) cells"
      }
    }
  }

  /// Signs that may each become a node of 260 bytes, or two.
  static let markLimit = 1_500_000
  /// A row of 50,000 columns costs cmark-gfm 0.29.0.gfm.6 six seconds, and twice as many four times that.
  static let columnLimit = 1000
  /// A short row is filled up to its table's width.
  static let cellLimit = 1_000_000

  /// - Throws: `Refusal`; O(bytes).
  static func check(_ text: [UInt8]) throws(Refusal) {
    let bytes = text.span
    if isSmall(bytes) { return }
    var (marks, cells, columns) = (0, 0, 0)
    var start = 0
    while start < bytes.count {
      let line = LineMarks(bytes, from: start)
      marks += line.marks
      if line.isBlank { columns = 0 } else if line.isDelimiterRow { columns = line.bars + 1 }
      if columns > 0 { cells += columns }
      if line.bars > columnLimit { throw .tableTooWide }
      if marks > markLimit { throw .tooManyMarks }
      if cells > cellLimit { throw .tooManyCells }
      start = line.end + 1
    }
  }

  /// Whether no limit can be passed, whatever the marks mean: most articles are that small. Takes counts for bounds:
  /// a mark is a byte, no row has more columns than the text has bars, and one.
  private static func isSmall(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= markLimit else { return false }
    let bars = ByteScan.count(of: 0x7C, in: bytes)
    let lines = ByteScan.count(of: 0x0A, in: bytes) + 1
    return bars <= columnLimit && (bars + 1) * lines <= cellLimit
  }

  /// What one line holds.
  private struct LineMarks {
    /// Signs that may begin or end something; in what leads the line, everything but white space.
    private(set) var marks = 0
    private(set) var bars = 0
    private(set) var isBlank = true
    /// Nothing but `|`, `-`, `:` and white space, with a `-`.
    private(set) var isDelimiterRow = false
    /// The index of the line feed, or of the text's end.
    private(set) var end: Int

    init(_ bytes: Span<UInt8>, from start: Int) {
      end = start
      var isLead = true
      var isOnlyRow = true
      while end < bytes.count, bytes[end] != 0x0A {
        let byte = bytes[end]
        end += 1
        if byte == 0x20 || byte == 0x09 { continue }
        isBlank = false
        isLead = isLead && Self.leads(byte)
        if isLead || Self.isMark(byte) { marks += 1 }
        if byte == 0x7C { bars += 1 }
        isOnlyRow = isOnlyRow && (byte == 0x7C || byte == 0x2D || byte == 0x3A || byte == 0x3E)
        isDelimiterRow = isDelimiterRow || byte == 0x2D
      }
      isDelimiterRow = isDelimiterRow && isOnlyRow
    }

    /// `>`, `-`, `+`, `*`, digits, `.`, `)`: what quotes and lists begin with.
    private static func leads(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x3E, 0x2D, 0x2B, 0x2A, 0x2E, 0x29, 0x30...0x39: true
      default: false
      }
    }

    /// `*`, `_`, `[`, `]`, `` ` ``, `<`, `&`, `!`, `\`, `|`, `~`.
    private static func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x2A, 0x5F, 0x5B, 0x5D, 0x60, 0x3C, 0x26, 0x21, 0x5C, 0x7C, 0x7E: true
      default: false
      }
    }
  }
}
