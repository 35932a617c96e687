// A question, read: its content words, what was corrected, and what else is searched.

import InvertedIndex

/// What a question says, before it becomes a query.
package struct ReadQuestion: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case question
    /// Nothing but white space and punctuation.
    case empty
    /// Only function and question words ("what is it").
    case onlyFunctionWords
    /// Recognisably another language than the articles'.
    case otherLanguage
    /// Talk about the program itself, or abuse.
    case smallTalk
  }

  /// The question as it was asked, cleaned.
  package var text: String
  package var form: Form
  /// The content words, in the question's order, each term once.
  package var words: [QuestionWord] = []
  /// What is searched besides the words, in a fixed order.
  package var expansions: [QuestionExpansion] = []
  /// Quoted phrases, as typed.
  package var phrases: [String] = []
  /// Names given with `source:`, as typed.
  package var sources: [String] = []
  /// The kind of evidence an answer holds, where the question's form tells.
  package var evidence: [Evidence] = []
  /// Kept characters, where the question was too long; else `nil`.
  package var shortenedTo: Int?

  package enum Evidence: String, Hashable, Sendable {
    case duration, amount, number, person
  }

  package init(text: String, form: Form) {
    self.text = text
    self.form = form
  }
}

/// One content word of a question.
package struct QuestionWord: Hashable, Sendable {
  /// The word as typed, folded: what a person is shown in "no article mentions".
  package var typed: String
  /// The word searched instead, where the spelling was corrected.
  package var corrected: String?
  /// The term searched for it.
  package var term: [UInt8]
  /// In how many passages the term occurs; 0 where no article has it.
  package var passageFrequency: Int

  package init(typed: String, corrected: String? = nil, term: [UInt8], passageFrequency: Int) {
    self.typed = typed
    self.corrected = corrected
    self.term = term
    self.passageFrequency = passageFrequency
  }
}

/// Words searched besides the question's own.
package struct QuestionExpansion: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    /// The operator's table.
    case layWord
    /// A short form the articles define, or the long form of one.
    case acronym
    /// The form of the question ("how fast").
    case cue
    /// The corpus's subject, implied in every question.
    case topic
    /// The turn before.
    case context
  }

  package var reason: Reason
  /// The words of the question it stands for ("will insurance pay"); empty for `topic`.
  package var expanded: String
  /// The positions in `ReadQuestion.words` that it covers: a passage with one of `terms` covers those words too.
  package var covers: [Int]
  /// As shown: "also searched".
  package var words: [String]
  /// The terms of `words`, each with its weight (> 0).
  package var terms: [WeightedQuery.Term]

  package init(reason: Reason, expanded: String, covers: [Int], words: [String], terms: [WeightedQuery.Term]) {
    self.reason = reason
    self.expanded = expanded
    self.covers = covers
    self.words = words
    self.terms = terms
  }
}
