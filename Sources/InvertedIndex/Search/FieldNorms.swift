// BM25F's length normalisation, worked out once for every length that occurs.

/// For each field the factor `w / (1 − b + b · length / average)`, by length.
struct FieldNorms: Sendable {
  let body: [Float]
  let heading: [Float]
  let title: [Float]

  init(_ statistics: StoredStatistics, _ ranking: RankingParameters) {
    func table(_ field: StoredStatistics.FieldTotals, _ weight: Float) -> [Float] {
      (0...field.maximum).map { length in
        let relative = field.average > 0 ? Float(length) / field.average : 0
        let norm = 1 - ranking.b + ranking.b * relative
        return norm > 0 ? weight / norm : 0
      }
    }
    body = table(statistics.body, ranking.body)
    heading = table(statistics.heading, ranking.heading)
    title = table(statistics.title, ranking.title)
  }

  /// The length-normalised, field-weighted frequency: body, heading, title added in this order.
  func frequency(_ posting: Posting, _ lengths: FieldLengths) -> Float {
    Float(posting.body) * body[min(lengths.body, body.count - 1)]
      + Float(posting.heading) * heading[min(lengths.heading, heading.count - 1)]
      + Float(posting.title) * title[min(lengths.title, title.count - 1)]
  }
}
