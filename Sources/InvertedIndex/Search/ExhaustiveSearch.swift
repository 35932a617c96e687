// Scores every passage that holds any term of the query. Slow and plainly right: what faster evaluation is held against.

import ByteIO

/// Term-at-a-time evaluation: one running score for each passage; terms added in query order.
struct ExhaustiveSearch {
  let segment: OpenSegment
  let ranking: RankingParameters

  /// The `count` best passages that `filter` lets through; O(postings + passages).
  func top(_ count: Int, of query: WeightedQuery, filter: PassageFilter?) throws(IndexError) -> [ScoredPassage] {
    guard count > 0, segment.statistics.passageCount > 0 else { return [] }
    let model = try ScoringModel(query, in: segment, ranking: ranking)
    var scores = [Float](repeating: 0, count: segment.statistics.passageCount)
    for term in model.terms {
      try segment.forEachBlock(of: term.info) { (block, _) throws(MalformedBytes) in
        for index in 0..<block.count {
          let posting = block[index]
          let frequency = model.norms.frequency(posting, try segment.lengths(of: posting.passage))
          scores[Int(posting.passage)] += model.contribution(weight: term.weight, frequency: frequency)
        }
        return true
      }
    }
    var top = TopPassages(capacity: count)
    for (index, score) in scores.enumerated() where score > top.leastScore {
      let passage = UInt32(truncatingIfNeeded: index)
      if let filter, !filter.allows(passage) { continue }
      top.add(ScoredPassage(passage: PassageID(passage), score: score))
    }
    return top.sorted
  }
}
