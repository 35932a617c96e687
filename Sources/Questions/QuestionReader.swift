// From a question in a person's own words to what is searched.

import Documents
import InvertedIndex
import TextAnalysis

/// Reads questions for one open index. Not shared between threads.
package final class QuestionReader {
  /// - Throws: `TextAnalysisError` for an index in a language without a stemmer, `IndexError` where it cannot be read.
  package init(index: IndexReader) throws {
    preconditionFailure("not written yet")
  }

  /// Reads `text`: stop list, spelling, lay words, acronyms, cues, topic; with `allowsOperators`, quotes and `source:`.
  package func read(_ text: String, allowsOperators: Bool = true) throws(IndexError) -> ReadQuestion {
    preconditionFailure("not written yet")
  }

  /// Every word of `text` at weight 1, nothing else done to it: the baseline.
  package func readAsBagOfWords(_ text: String) throws(IndexError) -> ReadQuestion {
    preconditionFailure("not written yet")
  }

  /// The query for `question` with what `expansions` (its own and any from the turn before) add.
  package func query(for question: ReadQuestion) throws(IndexError) -> WeightedQuery {
    preconditionFailure("not written yet")
  }
}
