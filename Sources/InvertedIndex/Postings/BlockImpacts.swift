// How much a block of postings can score at most, in eight bytes, whatever k1, b and the field weights are.

/// Upper bounds on the length-normalised frequencies of a block's postings, field by field.
///
/// BM25F divides a frequency `tf` by `(1 − b) + b · length / average`: up to a factor that is the same for all postings, by
/// `(1 − t) + t · length / reference`, with `t` between 0 and 1. For every `t` the block's largest quotient lies on the Pareto
/// frontier of its (tf, length) pairs, and its reciprocal, the least of linear functions of `t`, is concave: so a line between two
/// values of `t` stays below it, and the quotients at a few values of `t` bound those at all others. Three are kept for the body,
/// at `t` = 0, ¾ and 1, where the usual b falls close to the middle one, and two each for heading and title.
struct BlockImpacts: Hashable, Sendable {
  /// The length, in words, that `t` is measured against: about that of a usual passage, heading and title.
  static let references: (body: Float, heading: Float, title: Float) = (64, 8, 8)
  /// The middle `t` of the body.
  static let middle: Float = 0.75
  static let byteCount = 8

  /// Bytes 0 to 2: body at `t` = 0, ¾, 1; 3 and 4: heading at 0 and 1; 5 and 6: title at 0 and 1; byte 7 is 0.
  var packed: UInt64 = 0

  subscript(_ place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed &>> UInt64(8 &* place))
  }

  /// Bounds what either bounds: classes rise with the quotients, so the greater class is that of the greater quotient.
  mutating func formMaximum(_ other: BlockImpacts) {
    var greater: UInt64 = 0
    for place in 0..<BlockImpacts.byteCount {
      greater |= UInt64(max(self[place], other[place])) << UInt64(8 * place)
    }
    packed = greater
  }

  /// A quotient's class: 0 for nothing, then sixteen to an octave from 2^−8 on, rounded up; 255 for anything past 2^8.
  static func quantized(_ quotient: Float) -> UInt8 {
    guard quotient > 0 else { return 0 }
    let steps = Int((quotient.bitPattern &+ (1 << 19 - 1)) >> 19) - lowestStep
    return UInt8(max(1, min(255, steps)))
  }

  /// The largest quotient of a class; infinite for 255.
  static func quotient(_ quantized: UInt8) -> Float {
    switch quantized {
    case 0: 0
    case 255: .infinity
    default: Float(bitPattern: UInt32(Int(quantized) + lowestStep) << 19)
    }
  }

  /// 2^−8 as steps of a sixteenth of an octave, less one: class 1.
  private static let lowestStep = (127 - 8) << 4 - 1
}

/// Collects the bounds of one block, or of one list, posting by posting.
struct ImpactCollector {
  private var body = SIMD4<Float>.zero
  private var fields = SIMD4<Float>.zero

  /// - Parameter lengths: of the posting's passage.
  @inline(__always)
  mutating func add(_ posting: Posting, _ lengths: FieldLengths) {
    if posting.body > 0 {
      body = pointwiseMax(body, Float(posting.body) * ImpactCollector.reciprocals[Int(LengthClass.of(lengths.body))])
    }
    guard posting.heading | posting.title > 0 else { return }
    let heading = Float(posting.heading)
    let title = Float(posting.title)
    let references = BlockImpacts.references
    let quotients = SIMD4(
      heading, heading * references.heading / Float(max(1, lengths.heading)),
      title, title * references.title / Float(max(1, lengths.title)))
    fields = pointwiseMax(fields, quotients)
  }

  var impacts: BlockImpacts {
    var packed: UInt64 = 0
    for place in 0..<3 { packed |= UInt64(BlockImpacts.quantized(body[place])) << UInt64(8 * place) }
    for place in 0..<4 { packed |= UInt64(BlockImpacts.quantized(fields[place])) << UInt64(8 * (3 + place)) }
    return BlockImpacts(packed: packed)
  }

  /// By length class: one over the divisor at each `t` of the body.
  private static let reciprocals: [SIMD4<Float>] = (0...255).map { lengthClass in
    let relative = Float(max(1, LengthClass.length(UInt8(lengthClass)))) / BlockImpacts.references.body
    let middle = BlockImpacts.middle
    return SIMD4(1, 1 / ((1 - middle) + middle * relative), 1 / relative, 0)
  }
}
