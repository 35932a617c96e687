// The operator's lay words: what people say, and the words the articles use for it.
// The table is the operator's, compiled into the index; nothing is guessed here.

import InvertedIndex

/// Finds lay words in a question.
struct LayWordTable {
  /// One row of the operator's table.
  struct Row {
    /// As the operator wrote them.
    let search: [String]
    /// Read instead of what people say; `nil` for words that are searched besides.
    let means: String?
  }

  let rows: [Row]
  private let index: IndexReader
  private let longest: Int

  init(_ index: IndexReader) throws(IndexError) {
    self.index = index
    rows = index.settings.layWords.map { Row(search: $0.search, means: $0.means) }
    longest = try index.longestLayPhrase()
  }

  /// The rows that apply to `tokens`, and where. A word of a figure of speech has no meaning alone, "death" in "bored to
  /// death"; several together have the one that the operator gave them.
  func matches(in tokens: [QuestionToken]) throws(IndexError) -> [PhraseTable.Match] {
    try matches(in: tokens.map(\.term)).filter { match in
      match.range.count > 1 || !tokens[match.range.lowerBound].isFigurative
    }
  }

  /// The rows that apply to `terms`, and where; a look-up for every run of terms no longer than the longest phrase.
  func matches(in terms: [[UInt8]]) throws(IndexError) -> [PhraseTable.Match] {
    guard longest > 0 else { return [] }
    var found: [PhraseTable.Match] = []
    for start in terms.indices {
      for end in start..<start + min(longest, terms.count - start) {
        for row in try index.layRows(saying: terms[start...end]) {
          found.append(PhraseTable.Match(owner: row, range: start..<end + 1))
        }
      }
    }
    return PhraseTable.outermost(found)
  }

  /// Whether `word`, folded, is a word of something people say: such a word is no typing error.
  func hasWord(_ word: [UInt8]) throws(IndexError) -> Bool {
    try index.hasLayWord(word)
  }

  /// Every word of everything people say, folded, in byte order.
  func words() throws(IndexError) -> [[UInt8]] {
    try index.layWords()
  }
}
