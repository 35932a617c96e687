// Scores every passage that holds any term of the query. Slow and plainly right: what faster evaluation is held against.

import ByteIO

/// Term-at-a-time evaluation: one running score for each passage; terms added in query order.
struct ExhaustiveSearch {
  let segment: OpenSegment
  let ranking: RankingParameters

  /// The `count` best passages that `filter` lets through; O(postings + passages).
  func top(_ count: Int, of query: WeightedQuery, filter: PassageFilter?) throws(IndexError) -> [ScoredPassage] {
    guard count > 0, segment.statistics.passageCount > 0 else { return [] }
    let norms = FieldNorms(segment.statistics, ranking)
    var scores = [Float](repeating: 0, count: segment.statistics.passageCount)
    for term in query.terms { try add(term, norms: norms, to: &scores) }
    var top = TopPassages(capacity: count)
    for (index, score) in scores.enumerated() where score > 0 {
      let passage = UInt32(truncatingIfNeeded: index)
      if let filter, !filter.allows(passage) { continue }
      top.add(ScoredPassage(passage: PassageID(passage), score: score))
    }
    return top.sorted
  }

  private func add(_ term: WeightedQuery.Term, norms: FieldNorms, to scores: inout [Float]) throws(IndexError) {
    guard let info = try segment.termInfo(of: term.term) else { return }
    let idf = RankingParameters.idf(
      passageFrequency: info.passageFrequency, passageCount: segment.statistics.passageCount)
    let weight = term.weight * idf
    try segment.forEachBlock(of: info) { block, _ in
      for index in 0..<block.count {
        let posting = block[index]
        let frequency = norms.frequency(posting, segment.lengths(of: posting.passage))
        scores[Int(posting.passage)] += weight * (frequency / (ranking.k1 + frequency))
      }
      return true
    }
  }
}
