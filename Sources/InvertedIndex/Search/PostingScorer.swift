// Scores whole blocks of postings, by table where frequencies are small.

import ByteIO

/// What scoring a posting takes, as bare pointers for the inner loops: the lengths of all passages, the norms of all lengths.
@safe struct PostingScorer {
  /// For every passage its body's length class, then every heading's length, then every title's.
  let lengths: UnsafePointer<UInt8>
  /// Of the lengths: touched before a length is read, by `touchLengths`.
  let lengthPages: SectionPages
  let passageCount: Int
  /// 256 factors each.
  let bodyNorms: UnsafePointer<Float>
  let headingNorms: UnsafePointer<Float>
  let titleNorms: UnsafePointer<Float>
  /// The longest length class of any body.
  let longest: Int
  let k1: Float
  let quantum: ScoreQuantum

  /// A posting with `body` occurrences in the body alone.
  @inline(__always)
  func contribution(weight: Float, passage: Int, body: UInt32) -> Float {
    let frequency = unsafe Float(body) * bodyNorms[Int(lengths[passage])]
    return quantum.rounded(weight * (frequency / (k1 + frequency)))
  }

  /// A posting with occurrences in several fields.
  @inline(__always)
  func contribution(weight: Float, passage: Int, body: UInt32, heading: UInt32, title: UInt32) -> Float {
    var frequency = unsafe Float(body) * bodyNorms[Int(lengths[passage])]
    // A field without the term adds nothing; its length is seldom in the cache.
    if heading > 0 {
      unsafe frequency += Float(heading) * headingNorms[Int(lengths[passageCount &+ passage])]
    }
    if title > 0 {
      unsafe frequency += Float(title) * titleNorms[Int(lengths[2 &* passageCount &+ passage])]
    }
    return quantum.rounded(weight * (frequency / (k1 + frequency)))
  }

  /// Checks the pages of the body lengths of `count` passages, which rise, that were not checked yet.
  ///
  /// - Throws: `MalformedBytes`, placed in the file, for a page that is not as it was written.
  @inline(__always)
  func touchLengths(_ passages: UnsafePointer<UInt32>, count: Int) throws(MalformedBytes) {
    if unsafe lengthPages.isChecked(Int(passages[0])..<Int(passages[count &- 1]) &+ 1) { return }
    // Pages in between on which no passage of these is need not be looked at.
    for index in 0..<count { unsafe try lengthPages.touch(at: Int(passages[index])) }
  }

  /// As `touchLengths`, of the heading and title lengths of those of `count` passages that are in `mask`.
  @inline(__always)
  func touchFieldLengths(
    _ passages: UnsafePointer<UInt32>, count: Int, _ mask: FieldCodes.Mask
  ) throws(MalformedBytes) {
    let (first, last) = unsafe (Int(passages[0]), Int(passages[count &- 1]))
    let headings = passageCount &+ first..<passageCount &+ last &+ 1
    let titles = 2 &* passageCount &+ first..<2 &* passageCount &+ last &+ 1
    if lengthPages.isChecked(headings), lengthPages.isChecked(titles) { return }
    for index in 0..<count where mask.contains(index) {
      unsafe try lengthPages.touch(at: passageCount &+ Int(passages[index]))
      unsafe try lengthPages.touch(at: 2 &* passageCount &+ Int(passages[index]))
    }
  }

  /// What no posting contributes more than, for four bounds on the frequency.
  ///
  /// - Parameter reciprocals: one over what no normalised frequency exceeds.
  @inline(__always)
  func bound(weight: Float, _ reciprocals: SIMD4<Float>) -> SIMD4<Float> {
    // weight · f / (k1 + f), with one over f.
    return quantum.roundedUp(SIMD4(repeating: weight) / (1 + k1 * reciprocals))
  }

  /// Fills one row of a term's table: what `body` occurrences contribute, by length class.
  func fill(_ row: UnsafeMutablePointer<Float>, weight: Float, body: Int) {
    let occurrences = SIMD4(repeating: Float(body))
    let weights = SIMD4(repeating: weight)
    let k1 = SIMD4(repeating: k1)
    let memory = UnsafeMutableRawPointer(row)
    let norms = unsafe UnsafeRawPointer(bodyNorms)
    for start in stride(from: 0, through: 4 * longest, by: 16) {
      let frequency = unsafe occurrences * norms.loadUnaligned(fromByteOffset: start, as: SIMD4<Float>.self)
      let contribution = quantum.rounded(weights * (frequency / (k1 + frequency)))
      unsafe memory.storeBytes(of: contribution, toByteOffset: start, as: SIMD4<Float>.self)
    }
  }
}

extension ScoreQuantum {
  /// Four at once.
  @inline(__always)
  func rounded(_ contributions: SIMD4<Float>) -> SIMD4<Float> {
    let rounder = SIMD4(repeating: step * 12_582_912)
    return (contributions + rounder) - rounder
  }

  /// Four at once.
  @inline(__always)
  func roundedUp(_ bounds: SIMD4<Float>) -> SIMD4<Float> {
    rounded(bounds * 1.00001) + step
  }
}
