// BM25F's length normalisation, worked out once for every length that occurs.

/// For each field the factor `w / (1 − b + b · length / average)`: of the body by length class, of the others by length.
struct FieldNorms: Sendable {
  /// 256 factors each.
  let body: [Float]
  let heading: [Float]
  let title: [Float]

  init(_ statistics: StoredStatistics, _ ranking: RankingParameters) {
    func table(_ field: StoredStatistics.FieldTotals, _ weight: Float, _ length: (UInt8) -> Int) -> [Float] {
      (0...255).map { place in
        let relative = field.average > 0 ? Float(length(UInt8(place))) / field.average : 0
        let norm = 1 - ranking.b + ranking.b * relative
        return norm > 0 ? weight / norm : 0
      }
    }
    body = table(statistics.body, ranking.body, LengthClass.length)
    heading = table(statistics.heading, ranking.heading) { Int($0) }
    title = table(statistics.title, ranking.title) { Int($0) }
  }

  /// The length-normalised, field-weighted frequency: body, heading, title added in this order.
  func frequency(_ posting: Posting, _ lengths: FieldLengths) -> Float {
    Float(posting.body) * body[Int(LengthClass.of(lengths.body))]
      + Float(posting.heading) * heading[lengths.heading]
      + Float(posting.title) * title[lengths.title]
  }
}
