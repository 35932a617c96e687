// Every repair and removal between the file's bytes and the passage's text is written down here: nothing is silent.

/// One repair, removal or refusal made while the corpus was read.
package struct LedgerEntry: Hashable, Sendable {
  package enum Action: UInt8, CaseIterable, Sendable {
    /// The file is not UTF-8; `detail` names the encoding it was read as.
    case decoded = 1
    /// Characters of a wrongly read encoding put right; `detail` shows before and after.
    case mojibakeRepaired = 2
    /// Bytes or characters that no encoding explains, or that may not be shown, replaced or dropped.
    case charactersRemoved = 3
    /// A list that ran along one line cut into its items.
    case listSplit = 4
    /// A line of plain text taken for a heading.
    case headingFound = 5
    /// A first line taken for the title.
    case titleFound = 6
    case captionRemoved = 7
    case biographyRemoved = 8
    /// "Previous", "Next", menus, link lists.
    case navigationRemoved = 9
    /// A line that is nothing but an address.
    case addressRemoved = 10
    /// A line the operator's `boilerplate` patterns match.
    case boilerplateRemoved = 11
    /// A file, or a line of a `.jsonl` file, that is no article; `detail` says why.
    case skipped = 12
    /// Front matter that could not be read; the article was, without it.
    case frontMatterIgnored = 13
  }

  package let path: CorpusPath
  /// The source line, from 1; `nil` where the entry is about the whole file.
  package let line: Int?
  package let action: Action
  /// What was there and what became of it, in plain words or as a short quotation.
  package let detail: String

  package init(path: CorpusPath, line: Int?, action: Action, detail: String) {
    self.path = path
    self.line = line
    self.action = action
    self.detail = detail
  }
}
