// 128 integers in as few bits each as the largest needs, four lanes wide, as SIMD units read them.

import ByteIO

/// Packs blocks of 128 integers of `width` bits, in the vertical layout of Lemire and Boytsov, "Decoding billions of
/// integers per second through vectorization" (2015): integer `i` lies in lane `i mod 4`, so four are unpacked at once.
enum BitPacking {
  /// How many integers a block holds.
  static let blockSize = 128

  /// The bits that the largest of `values` needs, 0 to 32.
  static func width(of values: [UInt32]) -> Int {
    32 - values.reduce(0, |).leadingZeroBitCount
  }

  /// Appends `16 * width` bytes.
  ///
  /// - Precondition: `values` holds 128 integers, each below `2^width`.
  static func pack(_ values: [UInt32], width: Int, into writer: inout ByteWriter) {
    precondition(values.count == blockSize, "a block holds \(blockSize) integers")
    guard width > 0 else { return }
    var words = [SIMD4<UInt32>](repeating: .zero, count: width)
    for row in 0..<32 {
      let lanes = SIMD4(values[4 * row], values[4 * row + 1], values[4 * row + 2], values[4 * row + 3])
      let (word, shift) = (row * width).quotientAndRemainder(dividingBy: 32)
      words[word] |= lanes &<< SIMD4(repeating: UInt32(shift))
      if shift + width > 32 { words[word + 1] |= lanes &>> SIMD4(repeating: UInt32(32 - shift)) }
    }
    for word in words {
      for lane in 0..<4 { writer.appendFixed(word[lane]) }
    }
  }

  /// Reads `16 * width` bytes at the cursor into the first 128 places of `values`, adding `base` to each (wrapping).
  ///
  /// - Throws: `MalformedBytes` for a width over 32, or where the bytes end.
  static func unpack(
    width: Int, adding base: UInt32, from bytes: RawSpan, at cursor: inout ByteCursor, into values: inout [UInt32]
  ) throws(MalformedBytes) {
    precondition(values.count >= blockSize, "a block holds \(blockSize) integers")
    guard width <= 32 else { throw MalformedBytes(offset: cursor.offset) }
    let start = cursor.offset
    try cursor.skip(16 * width)
    let bases = SIMD4(repeating: base)
    let mask = SIMD4(repeating: width == 32 ? UInt32.max : (1 << UInt32(width)) - 1)
    var target = values.mutableSpan
    for row in 0..<32 {
      var lanes = SIMD4<UInt32>.zero
      if width > 0 {
        let bit = row &* width
        let word = bit &>> 5
        let shift = bit & 31
        lanes = load(bytes, start &+ 16 &* word) &>> SIMD4(repeating: UInt32(truncatingIfNeeded: shift))
        if shift &+ width > 32 {
          let rest = load(bytes, start &+ 16 &* (word &+ 1))
          lanes |= rest &<< SIMD4(repeating: UInt32(truncatingIfNeeded: 32 &- shift))
        }
      }
      lanes = (lanes & mask) &+ bases
      // 128 places, as was checked above.
      for lane in 0..<4 { unsafe target[unchecked: 4 &* row &+ lane] = lanes[lane] }
    }
  }

  /// Four little-endian integers; the caller has checked the range.
  private static func load(_ bytes: RawSpan, _ offset: Int) -> SIMD4<UInt32> {
    let lanes = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD4<UInt32>.self)
    return SIMD4(lanes[0].littleEndian, lanes[1].littleEndian, lanes[2].littleEndian, lanes[3].littleEndian)
  }
}
