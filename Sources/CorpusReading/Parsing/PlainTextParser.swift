// Plain text as fragments: paragraphs and lists. Headings are found later, when captions and menus are gone.

import Documents

/// Parses text without mark-up, one paragraph a line or one paragraph a block, as the file itself is written.
struct PlainTextParser {
  private let lines: [PlainLine]
  /// Paragraphs run over several lines, and blank lines part them.
  private let isWrapped: Bool
  private var fragments: [Fragment] = []
  private var items: [SourceText] = []
  private var itemsFollowGap = false
  private var wasItem = false
  private var builder = SourceTextBuilder()

  private init(lines: [PlainLine]) {
    self.lines = lines
    self.isWrapped = Self.isWrapped(lines)
  }

  /// The fragments of `text`; none is a heading yet.
  ///
  /// - Parameters:
  ///   - text: clean UTF-8 with LF line ends.
  ///   - firstLine: the source line `text` begins on.
  static func parse(_ text: [UInt8], from firstLine: Int = 1, ledger: inout ArticleLedger) -> [Fragment] {
    var parser = PlainTextParser(lines: PlainLine.lines(of: text, from: firstLine))
    if parser.isWrapped {
      parser.parseBlocks()
    } else {
      for line in parser.lines { parser.parseLine(line, ledger: &ledger) }
    }
    parser.endList()
    return parser.fragments
  }

  /// Whether lines are cut at a margin: none is long, and many go on in small letters on the next.
  private static func isWrapped(_ lines: [PlainLine]) -> Bool {
    guard lines.count > 1, lines.allSatisfy({ $0.bytes.count <= 160 }) else { return false }
    var adjacent = 0
    var continued = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.followsGap && !next.isItem {
      adjacent += 1
      let goesOn = (next.bytes.first ?? 0) &- 0x61 < 26
      if goesOn, line.bytes.count >= 30, let mark = line.bytes.last, mark != 0x2E, mark != 0x3F, mark != 0x21 {
        continued += 1
      }
    }
    return continued > 0 && continued * 4 >= adjacent
  }

  private mutating func parseLine(_ line: PlainLine, ledger: inout ArticleLedger) {
    let content = Array(line.content)
    guard let parts = RunInList.parts(of: content, startsItem: line.isItem, isAmongItems: wasItem) else {
      return add(content[...], of: line, isItem: line.isItem)
    }
    ledger.note(
      .listSplit, line: line.number, ArticleLedger.quotation(String(decoding: content, as: UTF8.self)))
    for part in parts { add(content[part.range], of: line, isItem: part.isItem) }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, of line: PlainLine, isItem: Bool) {
    builder.append(bytes.span, line: line.number)
    wasItem = isItem
    if isItem {
      if items.isEmpty { itemsFollowGap = line.followsGap }
      if let item = builder.finish() { items.append(item) }
    } else {
      endList()
      endParagraph(followsGap: line.followsGap)
    }
  }

  private mutating func endList() {
    guard !items.isEmpty else { return }
    fragments.append(Fragment(.list, items, followsGap: itemsFollowGap))
    items = []
  }

  private mutating func endParagraph(followsGap: Bool) {
    guard let paragraph = builder.finish() else { return }
    fragments.append(Fragment(.paragraph, [paragraph], followsGap: followsGap))
  }

  /// Blocks between blank lines, their lines joined by spaces; a line that begins an item ends what was before it.
  private mutating func parseBlocks() {
    var gap = true
    for (index, line) in lines.enumerated() {
      if line.isItem || builder.isEmpty { gap = line.followsGap }
      builder.append(line.content.span, line: line.number)
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if line.isItem { wasItem = true }
      if let next, !next.followsGap, !next.isItem {
        builder.appendSpace()
        continue
      }
      if wasItem {
        if items.isEmpty { itemsFollowGap = gap }
        if let item = builder.finish() { items.append(item) }
      } else {
        endList()
        endParagraph(followsGap: gap)
      }
      wasItem = false
    }
  }
}
