// What the index is asked: terms with weights, and what must hold of every passage that is returned.

/// A question as the index understands it.
package struct WeightedQuery: Hashable, Sendable {
  package struct Term: Hashable, Sendable {
    /// As the analyzer makes it.
    package let term: [UInt8]
    /// > 0; 1 for a word of the question itself.
    package let weight: Float

    package init(_ term: [UInt8], weight: Float = 1) {
      self.term = term
      self.weight = weight
    }
  }

  /// In the order their scores are added; a term occurs once.
  package var terms: [Term]
  /// Terms that must occur one after another in the body of every passage returned; empty without quoted phrases.
  package var phrases: [[[UInt8]]]
  /// The articles a passage must belong to; `nil` for all.
  package var articles: [ArticleID]?

  package init(terms: [Term] = [], phrases: [[[UInt8]]] = [], articles: [ArticleID]? = nil) {
    self.terms = terms
    self.phrases = phrases
    self.articles = articles
  }
}

/// The number of an article in one index, from 0, in the order of the corpus.
package struct ArticleID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  package init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static func < (left: ArticleID, right: ArticleID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The number of a passage in one index, from 0, in reading order of the whole corpus.
package struct PassageID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  package init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static func < (left: PassageID, right: PassageID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One hit.
package struct ScoredPassage: Hashable, Sendable {
  package let passage: PassageID
  package let score: Float

  package init(passage: PassageID, score: Float) {
    self.passage = passage
    self.score = score
  }
}

/// What one query term adds to one passage's score; the contributions sum to the score.
package struct TermContribution: Hashable, Sendable {
  package let term: WeightedQuery.Term
  package let idf: Float
  /// The length-normalised, field-weighted term frequency.
  package let frequency: Float
  /// `weight · idf · frequency / (k1 + frequency)`; 0 where the passage lacks the term.
  package let score: Float

  package init(term: WeightedQuery.Term, idf: Float, frequency: Float, score: Float) {
    self.term = term
    self.idf = idf
    self.frequency = frequency
    self.score = score
  }
}

/// The step from a weighted query to candidates. The local index is its first implementation; nothing above knows which it is.
package protocol CandidateSource {
  /// The `count` best passages, best first, ties by passage number.
  ///
  /// - Throws: `IndexError.damaged` where what is read of the index cannot be.
  func top(_ count: Int, of query: WeightedQuery, ranking: RankingParameters) throws(IndexError) -> [ScoredPassage]
}
