// What the first passages cover of the question, and the verdict on it. It changes no ranking.

import InvertedIndex
import Questions

/// The verdict on one question's passages, with its figures.
struct Judgement {
  /// How many of the first passages are looked at. The verdict does not depend on how many are shown.
  static let depth = 3

  let verdict: Verdict
  /// 0 to 1.
  let coverage: Double
  /// 0 to 1.
  let confidence: Double
  private let missing: [String]

  /// Judges the first passages of `candidates` (best first), which `query` found.
  init(
    of question: ReadQuestion, _ coverage: Coverage, candidates: [ScoredPassage], query: WeightedQuery,
    in index: IndexReader
  ) throws(IndexError) {
    var best = 0.0
    for hit in candidates.prefix(Self.depth) {
      best = max(best, coverage.share(of: try coverage.covered(by: hit.passage, in: index)))
    }
    self.coverage = best
    missing = coverage.missing
    verdict = Verdict.decided(
      coverage: best, missingShare: coverage.missingShare, words: question.words.map { $0.corrected ?? $0.typed })
    let ideal = try Self.idealScore(of: query, in: index)
    let top = Double(candidates.first?.score ?? 0)
    confidence = ideal > 0 ? min(1, best * top / ideal) : 0
  }

  /// The score of a passage that held every term of the query without end: the sum of the weighted idfs.
  private static func idealScore(of query: WeightedQuery, in index: IndexReader) throws(IndexError) -> Double {
    var ideal = 0.0
    for term in query.terms {
      let idf = RankingParameters.idf(
        passageFrequency: try index.passageFrequency(of: term.term), passageCount: index.statistics.passageCount)
      ideal += Double(term.weight * idf)
    }
    return ideal
  }

  func describe(in answer: inout Answer) {
    answer.verdict = verdict
    answer.coverage = coverage
    answer.confidence = confidence
    answer.missing = missing
  }
}
