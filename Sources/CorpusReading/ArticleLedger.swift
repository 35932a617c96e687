// Collects what was repaired, removed and refused in one article, so that nothing is silent and nothing floods.

import Documents

/// The ledger entries of one article in the making.
struct ArticleLedger {
  /// An article gets no more entries than this; a last one counts the rest.
  static let entryLimit = 1000

  let path: CorpusPath
  /// The one line everything is entered under: a JSON Lines object's; `nil` where lines are the file's own.
  let fixedLine: Int?
  private(set) var entries: [LedgerEntry] = []
  private var surplus = 0

  init(path: CorpusPath, fixedLine: Int? = nil) {
    self.path = path
    self.fixedLine = fixedLine
  }

  mutating func note(_ action: LedgerEntry.Action, line: Int?, _ detail: String) {
    guard entries.count < Self.entryLimit else {
      surplus += 1
      return
    }
    entries.append(LedgerEntry(path: path, line: fixedLine ?? line, action: action, detail: detail))
  }

  /// Notes that `text` was taken out, quoting its beginning.
  mutating func noteRemoval(_ action: LedgerEntry.Action, of text: SourceText) {
    note(action, line: text.lines.first, Self.quotation(text.text))
  }

  /// All entries, in the order they were made.
  func finished() -> [LedgerEntry] {
    guard surplus > 0, let last = entries.last else { return entries }
    let detail = "and \(surplus) more entries"
    return entries + [LedgerEntry(path: path, line: fixedLine, action: last.action, detail: detail)]
  }

  /// The beginning of `text`, at most 80 characters, on one line.
  static func quotation(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == 80 {
        scalars.append("…")
        break
      }
      scalars.append(scalar == "\n" ? " " : scalar)
      count += 1
    }
    return String(scalars)
  }
}
