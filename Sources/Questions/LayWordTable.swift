// The operator's lay words: what people say, and the words the articles use for it.
// The table is the operator's; nothing is guessed here.

import InvertedIndex

/// Finds lay words in a question.
struct LayWordTable {
  /// One row of the operator's table.
  struct Row {
    /// As the operator wrote them.
    let search: [String]
  }

  private(set) var rows: [Row] = []
  /// Every word of every phrase that people say, folded: none of them is a typing error.
  private(set) var words: Set<[UInt8]> = []
  private var phrases = PhraseTable()

  init(_ index: IndexReader) throws(IndexError) {
    rows = index.settings.layWords.map { Row(search: $0.search) }
    for phrase in try index.layPhrases() {
      words.formUnion(phrase.words)
      phrases.add(phrase.terms.map(withoutApostrophes), owner: phrase.row)
    }
  }

  /// The rows that apply to `terms`, and where.
  func matches(in terms: [[UInt8]]) -> [PhraseTable.Match] {
    phrases.matches(in: terms.map(withoutApostrophes))
  }
}
