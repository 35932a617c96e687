// From a block's impacts to what it can score, for one set of ranking parameters.

/// Turns `BlockImpacts` into upper bounds on the length-normalised, field-weighted frequency.
struct ImpactScale: Sendable {
  /// For each field two tables over the quotients' classes, one for each of two neighbouring values of `t`: the reciprocal of the
  /// sum of two entries bounds the field's part.
  private let tables: [Float]
  /// Which byte of the impacts the body's first table is for: 0 or 1.
  private let bodyPlace: Int

  init(_ statistics: StoredStatistics, _ ranking: RankingParameters) {
    let references = BlockImpacts.references
    let body = Line(ranking.b, statistics.body.average, references.body)
    let heading = Line(ranking.b, statistics.heading.average, references.heading)
    let title = Line(ranking.b, statistics.title.average, references.title)
    let middle = BlockImpacts.middle
    bodyPlace = body.t < middle ? 0 : 1
    let bodyShare = body.t < middle ? body.t / middle : (body.t - middle) / (1 - middle)
    tables =
      ImpactScale.tables(body, share: bodyShare, weight: ranking.body)
      + ImpactScale.tables(heading, share: heading.t, weight: ranking.heading)
      + ImpactScale.tables(title, share: title.t, weight: ranking.title)
  }

  /// The reciprocal of what no posting with these impacts exceeds: 0 for no limit, infinite for nothing.
  @inline(__always)
  func reciprocal(_ impacts: BlockImpacts) -> Float {
    let span = tables.span
    let low = Int(impacts[bodyPlace])
    let high = Int(impacts[bodyPlace &+ 1])
    // The tables have 6 · 256 entries, and a class is a byte.
    let body = unsafe span[unchecked: low] + span[unchecked: 256 &+ high]
    if impacts.packed &>> 24 == 0 { return body }
    let (heading, headingAt1) = (Int(impacts[3]), Int(impacts[4]))
    let (title, titleAt1) = (Int(impacts[5]), Int(impacts[6]))
    let parts =
      unsafe 1
      / SIMD4(
        body, span[unchecked: 512 &+ heading] + span[unchecked: 768 &+ headingAt1],
        span[unchecked: 1024 &+ title] + span[unchecked: 1280 &+ titleAt1], .infinity)
    return 1 / (parts[0] + parts[1] + parts[2])
  }

  /// `(1 − b) + b · length / average` as `scale · ((1 − t) + t · length / reference)`.
  private struct Line {
    let scale: Float
    let t: Float

    init(_ b: Float, _ average: Float, _ reference: Float) {
      let slope = average > 0 ? b * reference / average : 0
      scale = 1 - b + slope
      t = scale > 0 ? slope / scale : 0
    }
  }

  private static func tables(_ line: Line, share: Float, weight: Float) -> [Float] {
    func table(_ share: Float) -> [Float] {
      (0...255).map { place in
        let quotient = BlockImpacts.quotient(UInt8(place))
        // Nothing of the field, or no weight: one over infinity is nothing.
        guard quotient > 0, weight > 0 else { return .infinity }
        // Not 0 / 0, where a tiny weight times a quotient is 0.
        guard share > 0 else { return 0 }
        return share * line.scale / (weight * quotient)
      }
    }
    return table(1 - share) + table(share)
  }
}
