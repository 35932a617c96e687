// A question, read: its content words, what was corrected, and what else is searched.
// It is still a person's question; QuestionReader makes the query of it.

import TextAnalysis

/// What a question says, before it becomes a query.
package struct ReadQuestion: Hashable, Sendable {
  /// What kind of thing was said.
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
    /// A reply that asks nothing: "ok", "thanks".
    case reply
    /// What was read is not understood: "what?", "huh".
    case puzzled
    /// Somebody to talk to is wanted: "call the nurse".
    case wantsPerson
  }

  /// The question as it was asked, cleaned.
  package var text: String
  package var form: Form
  /// The content words, in the question's order, each term once.
  package var words: [QuestionWord] = []
  /// What is searched besides the words, in a fixed order.
  package var expansions: [QuestionExpansion] = []
  /// Words whose spelling was corrected, function words too, in the question's order, each once.
  package var corrections: [SpellingCorrection] = []
  /// Quoted phrases, as typed.
  package var phrases: [String] = []
  /// There are content words beside the quoted phrases.
  package var hasUnquotedWords = false
  /// It is nothing but quoted phrases: a passage that holds them word for word is what was asked for.
  package var isQuoted: Bool { !phrases.isEmpty && !hasUnquotedWords }
  /// Names given with `source:`, as typed.
  package var sources: [String] = []
  /// The kind of evidence an answer holds, where the question's form tells.
  package var evidence: [Evidence] = []
  /// What is asked of the subject, where that is recognised.
  package var aspect: QuestionAspect?
  /// The places in `words` of those that say so; the others name the subject.
  package var aspectWords: [Int] = []
  /// The places in `words` of what is to go together with the subject: "with sertraline", "while on lithium".
  package var combinedWords: [Int] = []
  /// It asks if something may be done ("can I", "is it ok").
  package var asksForLeave = false
  /// Of a long question, the sentences that ask: all that its words are from; else `nil`.
  package var focusedOn: String?
  /// Where the sentences that ask name nothing ("can I have it?"), or ask for harm: what the story says that somebody has, takes
  /// or is, and no article mentions.
  package var storyConditions: [String] = []
  /// Kept characters (Unicode scalars), where the question was too long; else `nil`.
  package var shortenedTo: Int?

  /// What an answer to this form of question tends to hold.
  package enum Evidence: String, Hashable, Sendable {
    case duration, amount, number, person
  }

  package init(text: String, form: Form) {
    self.text = text
    self.form = form
  }
}

extension ReadQuestion {
  /// Whether it only says what is asked of a subject that stands elsewhere: "is it safe for him", "can I have it".
  package var namesNoSubject: Bool {
    (form == .question || form == .onlyFunctionWords) && Self.nameNoSubject(words)
  }

  static func nameNoSubject(_ words: [QuestionWord]) -> Bool {
    words.allSatisfy { $0.isLight || $0.asksForSafety || plainVerbs.contains($0.corrected ?? $0.typed) }
  }

  private static let plainVerbs = WordList(
    "help helps helping work works working treatment treatments treat try start get")
}

/// A word of a question read as another.
package struct SpellingCorrection: Hashable, Sendable {
  /// As typed, folded.
  package let typed: String
  package let corrected: String
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    /// No article has the word, and no list of words.
    case unknown
    /// An English word typed for another ("dose" for "does"), which articles may have.
    case misplaced
    /// The operator's table says what is meant by it ("a drink": alcohol).
    case meant
  }

  package init(typed: String, corrected: String, reason: Reason = .unknown) {
    self.typed = typed
    self.corrected = corrected
    self.reason = reason
  }
}
