// BM25F for one query on one index: what each of its terms weighs there, and what a posting adds to a score.

/// The scoring function of a query.
struct ScoringModel: Sendable {
  /// A term of the query that the index has.
  struct Term: Sendable {
    let info: TermInfo
    /// The term's weight in the query times its idf: what it contributes stays below.
    let weight: Float
  }

  /// In query order, without those no passage holds.
  let terms: [Term]
  let norms: FieldNorms
  let k1: Float
  let quantum: ScoreQuantum

  /// Looks the terms up; O(terms · log dictionary).
  init(_ query: WeightedQuery, in segment: OpenSegment, ranking: RankingParameters) throws(IndexError) {
    try self.init(query, in: segment, ranking: ranking, norms: FieldNorms(segment.statistics, ranking))
  }

  /// With norms already worked out for this index and ranking.
  init(
    _ query: WeightedQuery, in segment: OpenSegment, ranking: RankingParameters, norms: FieldNorms
  ) throws(IndexError) {
    var terms: [Term] = []
    var total: Float = 0
    for term in query.terms {
      guard let info = try segment.termInfo(of: term.term) else { continue }
      let weight = ScoringModel.weight(of: term, info, in: segment)
      terms.append(Term(info: info, weight: weight))
      total += weight
    }
    self.terms = terms
    self.norms = norms
    k1 = ranking.k1
    quantum = ScoreQuantum(total: total)
  }

  /// What a posting of a term adds to its passage's score.
  ///
  /// - Parameter frequency: length-normalised and field-weighted.
  @inline(__always)
  func contribution(weight: Float, frequency: Float) -> Float {
    quantum.rounded(weight * (frequency / (k1 + frequency)))
  }

  /// What no posting adds more than.
  ///
  /// - Parameter frequency: what none of them exceeds.
  @inline(__always)
  func bound(weight: Float, frequency: Float) -> Float {
    quantum.roundedUp(weight * (frequency / (k1 + frequency)))
  }

  private static func weight(of term: WeightedQuery.Term, _ info: TermInfo, in segment: OpenSegment) -> Float {
    let idf = RankingParameters.idf(
      passageFrequency: info.passageFrequency, passageCount: segment.statistics.passageCount)
    return term.weight * idf
  }
}
