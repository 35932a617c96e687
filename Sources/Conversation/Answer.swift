// What one question came to: everything a renderer needs, nothing of how it looks.

import Documents
import InvertedIndex
import Questions

/// A word of the question replaced before searching.
package struct Correction: Hashable, Sendable {
  package let from: String
  package let to: String
  package let reason: SpellingCorrection.Reason

  package init(from: String, to: String, reason: SpellingCorrection.Reason = .unknown) {
    self.from = from
    self.to = to
    self.reason = reason
  }
}

/// Words searched besides one of the question's.
package struct Expansion: Hashable, Sendable {
  /// What they stand for; empty for words of a long question's sentences that ask nothing.
  package let word: String
  package let searched: [String]
  /// They stand for no word of the question: an answer to a question of its form tends to hold them ("how fast": hours).
  package let isForm: Bool

  package init(word: String, searched: [String], isForm: Bool = false) {
    self.word = word
    self.searched = searched
    self.isForm = isForm
  }
}

/// One passage of an answer.
package struct AnswerPassage: Sendable {
  /// From 1.
  package var rank: Int
  package var id: PassageID
  package var score: Float
  /// What of the score titles, first words and evidence added.
  package var lift: Lift
  package var citation: Citation
  package var article: Article
  package var passage: Passage
  /// Sorted, disjoint byte ranges of `passage.text` that match the question.
  package var matches: [Range<Int>]
  /// The sentence that answers best, in bytes of `passage.text`.
  package var best: Range<Int>?
  /// Passages of other articles that hold the same words as the best sentence, or as the passage (`Agreement`).
  package var alsoIn: [Citation]

  package init(
    rank: Int, id: PassageID, score: Float, lift: Lift = .none, citation: Citation, article: Article, passage: Passage,
    matches: [Range<Int>], best: Range<Int>?, alsoIn: [Citation]
  ) {
    self.rank = rank
    self.id = id
    self.score = score
    self.lift = lift
    self.citation = citation
    self.article = article
    self.passage = passage
    self.matches = matches
    self.best = best
    self.alsoIn = alsoIn
  }
}

/// An answer.
package struct Answer: Sendable {
  package var question: String
  package var verdict: Verdict
  /// What decided it; `nil` where nothing was searched, and for the baseline.
  package var rule: VerdictRule?
  /// 0 to 1: the share of the question's idf mass that the best of the first three passages covers.
  package var coverage = 0.0
  /// 0 to 1: what the verdict is decided from.
  package var confidence = 0.0
  /// Content words of the question that no article contains.
  package var missing: [String] = []
  package var corrected: [Correction] = []
  package var alsoSearched: [Expansion] = []
  /// Words carried over from the turn before.
  package var carried: [String] = []
  /// The question that `carried` comes from.
  package var carriedFrom: String?
  /// The crisis card applies: alone (verdict `crisis`), or as a line above the passages.
  package var crisis = false
  /// What a person is shown: folded, at most two of one article among the first three; empty where nothing is an answer.
  package var results: [AnswerPassage] = []
  /// What was retrieved, whatever the verdict, without folding or cap: for `trec`. Empty unless wanted; then `results` is.
  package var retrieved: [ScoredPassage] = []
  /// How many passages cover at least half of what the best of them covers, and in how many articles; counted among the
  /// first hundred found, 0 where nothing is shown.
  package var matchingPassageCount = 0
  package var matchingArticleCount = 0
  /// The question as it was searched: for `--explain`.
  package var query = WeightedQuery()
  /// The question as it was read, with what it took over: why each term of `query` is there. `nil` where nothing was searched.
  package var read: ReadQuestion?
  /// Notices about the question itself: shortened, a quoted phrase that occurs nowhere, an unknown source.
  package var notices: [Notice] = []

  package enum Notice: Hashable, Sendable {
    case shortened(toCharacters: Int)
    /// Only these sentences of a long question were taken to ask.
    case focused(on: String)
    case phraseNotFound(String)
    case sourceNotFound(String)
    /// Only the articles of this name were searched, and none of their passages answers.
    case sourceHasNoAnswer(String)
    /// One fixed sentence: the program looks up passages and does not chat.
    case smallTalk
    /// A reply that asks nothing: the next question is waited for.
    case reply
    /// What was read is not understood: what can be done then.
    case puzzled
    /// Somebody to talk to is wanted: the program can fetch nobody.
    case wantsPerson

    /// Whether what was said asks nothing of the articles, so that the answer before stands.
    package var asksNothing: Bool {
      switch self {
      case .smallTalk, .reply, .puzzled, .wantsPerson: true
      case .shortened, .focused, .phraseNotFound, .sourceNotFound, .sourceHasNoAnswer: false
      }
    }
  }

  /// What was said asks nothing of the articles: the answer before stands.
  package var asksNothing: Bool { notices.contains(where: \.asksNothing) }

  package init(question: String, verdict: Verdict) {
    self.question = question
    self.verdict = verdict
  }
}
