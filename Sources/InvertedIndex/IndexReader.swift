// An index, opened: everything that answering needs, read from the mapped file.

import Documents
import TextAnalysis

/// One passage, with its place.
package struct IndexedPassage: Hashable, Sendable {
  package let id: PassageID
  package let article: ArticleID
  package let passage: Passage

  package init(id: PassageID, article: ArticleID, passage: Passage) {
    self.id = id
    self.article = article
    self.passage = passage
  }
}

/// What the index holds, counted.
package struct IndexStatistics: Hashable, Sendable {
  package var articleCount: Int
  package var passageCount: Int
  package var termCount: Int
  /// Words in all passage bodies.
  package var tokenCount: Int
  /// Mean field lengths over the passages, in words; 0 without passages.
  package var averageBodyLength: Float
  package var averageHeadingLength: Float
  package var averageTitleLength: Float
  /// Of the file, in bytes.
  package var byteCount: Int
}

/// An open index. It reads the mapped file, locks nothing, and writes nothing; safe to share between threads.
package final class IndexReader: Sendable, CandidateSource {
  package let path: String
  package let settings: Settings
  package let statistics: IndexStatistics
  /// Eight lower-case hexadecimal digits: the same corpus and settings, the same answers.
  package let fingerprint: String

  /// Opens `verbatim.index` in `folder`; O(1) in the size of the index.
  package init(folder: String) throws(IndexError) {
    preconditionFailure("not written yet")
  }

  package func top(_ count: Int, of query: WeightedQuery, ranking: RankingParameters) throws(IndexError) -> [ScoredPassage] {
    preconditionFailure("not written yet")
  }

  /// How each query term contributes to `passage`'s score, in query order; the scores, added in that order, are the score.
  package func explain(_ passage: PassageID, for query: WeightedQuery, ranking: RankingParameters) throws(IndexError)
    -> [TermContribution]
  {
    preconditionFailure("not written yet")
  }

  /// In how many passages `term` occurs, in any field; 0 for a term of no passage. O(log terms).
  package func passageFrequency(of term: [UInt8]) throws(IndexError) -> Int {
    preconditionFailure("not written yet")
  }

  /// Whether `passage` holds `term` in any field.
  package func contains(_ term: [UInt8], in passage: PassageID) throws(IndexError) -> Bool {
    preconditionFailure("not written yet")
  }

  /// Calls `body` with every folded surface word of the articles (bodies, headings, titles) in byte order, and the
  /// number of its occurrences. For spelling and completion.
  package func forEachWord(_ body: (_ word: Span<UInt8>, _ occurrences: Int) -> Void) throws(IndexError) {
    preconditionFailure("not written yet")
  }

  /// Whether the folded surface form `word` occurs in the articles. O(log words).
  package func hasWord(_ word: [UInt8]) throws(IndexError) -> Bool {
    preconditionFailure("not written yet")
  }

  package func article(_ id: ArticleID) throws(IndexError) -> Article {
    preconditionFailure("not written yet")
  }

  package func article(of passage: PassageID) throws(IndexError) -> ArticleID {
    preconditionFailure("not written yet")
  }

  /// The passages of one article: consecutive, never empty.
  package func passages(of article: ArticleID) throws(IndexError) -> Range<UInt32> {
    preconditionFailure("not written yet")
  }

  /// One passage with its text, unpacked.
  package func passage(_ id: PassageID) throws(IndexError) -> IndexedPassage {
    preconditionFailure("not written yet")
  }

  /// The citation of one passage, with as many digits of its hash as tell it from the others on its line.
  package func citation(of id: PassageID) throws(IndexError) -> Citation {
    preconditionFailure("not written yet")
  }

  /// Every repair and removal made while the corpus was read, in the order of the corpus.
  package func ledger() throws(IndexError) -> [LedgerEntry] {
    preconditionFailure("not written yet")
  }

  /// Reads every byte of the file and checks it against its checksums; O(bytes).
  package func verify() throws(IndexError) {
    preconditionFailure("not written yet")
  }
}
