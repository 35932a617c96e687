// Turns of one conversation: what carries over from one question to the next.

import Documents
import InvertedIndex
import Questions

/// How a question is to be answered.
package struct AnswerOptions: Hashable, Sendable {
  /// How many passages, >= 1.
  package var top = 3
  package var groupByArticle = false
  /// Plain BM25F over all words with default weights: no stop list, spelling, lay words, cues, context, folding or cap.
  package var bagOfWords = false
  /// `retrieved` is wanted too (for `trec`); else it is left empty.
  package var wantsRetrieved = false
  /// Quoted phrases and `source:` are read as such. Off in the kiosk.
  package var allowsOperators = true

  package init() {}
}

/// One conversation with one person. Forgetting it is dropping it.
package struct Dialogue {
  package init(index: IndexReader) throws {
    preconditionFailure("not written yet")
  }

  /// Answers `question` in the light of the turns before, and remembers it.
  package mutating func answer(_ question: String, options: AnswerOptions) throws(IndexError) -> Answer {
    preconditionFailure("not written yet")
  }

  /// Begins a new conversation.
  package mutating func reset() {
    preconditionFailure("not written yet")
  }
}
