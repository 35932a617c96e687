// BM25F's parameters, checked, and its idf.

import Documents
import Glibc

/// BM25F's parameters (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), in range.
package struct RankingParameters: Hashable, Sendable {
  package let k1: Float
  package let b: Float
  package let title: Float
  package let heading: Float
  package let body: Float

  package static let standard = RankingParameters(Settings.Ranking())

  /// - Precondition: as `Settings.Ranking` documents; whoever reads settings checks them.
  package init(_ ranking: Settings.Ranking) {
    precondition(ranking.k1 > 0 && ranking.k1.isFinite, "k1 is positive, not \(ranking.k1)")
    precondition((0...1).contains(ranking.b), "b lies between 0 and 1, not at \(ranking.b)")
    precondition(min(ranking.title, ranking.heading, ranking.body) >= 0, "field weights are not negative")
    k1 = ranking.k1
    b = ranking.b
    title = ranking.title
    heading = ranking.heading
    body = ranking.body
  }

  /// `ln(1 + (N − n + .5)/(n + .5))`, always positive, for a term in `passageFrequency` = n of `passageCount` = N passages.
  package static func idf(passageFrequency: Int, passageCount: Int) -> Float {
    let n = Double(passageFrequency)
    return Float(log(1 + (Double(passageCount) - n + 0.5) / (n + 0.5)))
  }
}
