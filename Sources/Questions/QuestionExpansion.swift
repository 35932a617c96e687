// What is searched besides the words of a question, and why.
// Nothing is added silently: every addition is one of these.

import InvertedIndex

/// Words searched besides the question's own.
package struct QuestionExpansion: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    /// The operator's table.
    case layWord
    /// Another way to write it: a short form the articles define, or its long form; a word in one, with a hyphen or in
    /// two ("e-mail").
    case acronym
    /// What a real word that no article has may have been meant to be ("cost" for "cots").
    case spelling
    /// The form of the question ("how fast").
    case cue
    /// The corpus's subject, implied in every question.
    case topic
    /// The turn before.
    case context
    /// The sentences of a long question that ask nothing.
    case story
  }

  package var reason: Reason
  /// The words of the question it stands for ("will insurance pay"); empty for `topic` and `story`.
  package var expanded: String
  /// The positions in `ReadQuestion.words` that it covers: a passage with one of `terms` covers those words too.
  package var covers: [Int]
  /// As shown: "also searched"; empty where nothing needs saying.
  package var words: [String]
  /// The terms of `words`, and of the question's form, each with its weight (> 0).
  package var terms: [WeightedQuery.Term]
  /// It comes from the form of a question, this one's or one before; kept where `reason` is the context.
  package var isForm: Bool

  package init(reason: Reason, expanded: String, covers: [Int], words: [String], terms: [WeightedQuery.Term]) {
    self.reason = reason
    self.expanded = expanded
    self.covers = covers
    self.words = words
    self.terms = terms
    isForm = reason == .cue
  }
}
