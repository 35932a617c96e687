// Scores as multiples of a small step, so that the order in which a passage's terms are added up does not matter.

/// The step that every contribution to a score is rounded to, for one query.
///
/// It is a power of two so small that the sum of all of a query's weights takes at most 2^22 steps. All sums of contributions
/// are then exact in a `Float`'s 24 bits: whatever is added first, the score is the same, bit for bit. That is what lets pruned
/// evaluation, which adds terms as it meets them, equal the exhaustive one.
struct ScoreQuantum: Sendable {
  let step: Float
  /// 1.5 · 2^23 steps: a sum with it has no room for fractions of a step.
  private let rounder: Float

  /// - Parameter total: what no score of the query exceeds; ≥ 0.
  init(total: Float) {
    let exponent = total > 0 && total.isFinite ? Int(total.exponent) + 1 : 0
    step = Float(sign: .plus, exponent: max(-100, min(100, exponent)) - 22, significand: 1)
    rounder = step * 12_582_912
  }

  /// `contribution` to the nearest step.
  ///
  /// - Precondition: 0 to the total.
  @inline(__always)
  func rounded(_ contribution: Float) -> Float {
    (contribution + rounder) - rounder
  }

  /// At least what any contribution not above `bound` is rounded to, errors of calculation included.
  @inline(__always)
  func roundedUp(_ bound: Float) -> Float {
    rounded(bound * 1.00001) + step
  }
}
