// The operator's lay words: what people say, and the words the articles use for it.
// The table is the operator's; nothing is guessed here.

import Documents
import TextAnalysis

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

  init(_ layWords: [Settings.LayWord], analyzer: Analyzer) {
    var buffer = TokenBuffer()
    for row in layWords {
      for phrase in row.say {
        analyzer.analyze(phrase.utf8.span, into: &buffer)
        let tokens = buffer.tokens.filter { !$0.isCompound }
        for token in tokens { words.insert(Array(buffer.word(of: token))) }
        phrases.add(tokens.map { withoutApostrophes(Array(buffer.term(of: $0))) }, owner: rows.count)
      }
      rows.append(Row(search: row.search))
    }
  }

  /// The rows that apply to `terms`, and where.
  func matches(in terms: [[UInt8]]) -> [PhraseTable.Match] {
    phrases.matches(in: terms.map(withoutApostrophes))
  }
}
