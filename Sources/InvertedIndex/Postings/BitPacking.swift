// 128 integers in as few bits each as they need, four lanes wide, as SIMD units read them.

/// Packs blocks of 128 integers of `width` bits, in the vertical layout of Lemire and Boytsov, "Decoding billions of
/// integers per second through vectorization" (2015): integer `i` lies in lane `i mod 4`, so four are unpacked at once.
enum BitPacking {
  /// How many integers a block holds.
  static let blockSize = 128
  /// The widest an integer is, in bits.
  static let mostBits = 32

  /// The bytes that a block of `width` bits an integer takes.
  static func byteCount(width: Int) -> Int {
    16 &* width
  }

  /// Writes `16 * width` bytes to `target`: the low `width` bits of each of 128 `values`.
  ///
  /// - Precondition: `width` is 0 to 32.
  @unsafe static func pack(
    _ values: UnsafePointer<UInt32>, width: Int, into target: UnsafeMutableRawPointer
  ) {
    guard width > 0 else { return }
    let mask = SIMD4(repeating: mask(width))
    var word = SIMD4<UInt32>.zero
    var filled = 0
    var offset = 0
    for row in 0..<32 {
      let pointer = unsafe values + 4 &* row
      let lanes = unsafe SIMD4(pointer[0], pointer[1], pointer[2], pointer[3]) & mask
      word |= lanes &<< SIMD4(repeating: UInt32(truncatingIfNeeded: filled))
      filled &+= width
      if filled >= 32 {
        unsafe store(word, to: target, at: offset)
        offset &+= 16
        filled &-= 32
        word = filled == 0 ? .zero : lanes &>> SIMD4(repeating: UInt32(truncatingIfNeeded: width &- filled))
      }
    }
  }

  /// Reads `16 * width` bytes at `source` as 128 integers.
  ///
  /// - Precondition: `width` is 0 to 32; `values` has room for 128.
  @unsafe static func unpack(
    _ source: UnsafeRawPointer, width: Int, into values: UnsafeMutablePointer<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(values)
    guard width > 0 else {
      for row in 0..<32 { unsafe target.storeBytes(of: .zero, toByteOffset: 16 &* row, as: SIMD4<UInt32>.self) }
      return
    }
    // The usual widths, each with shifts that the compiler knows.
    switch width {
    case 1: unsafe unpackRows(source, 1, into: target)
    case 2: unsafe unpackRows(source, 2, into: target)
    case 3: unsafe unpackRows(source, 3, into: target)
    case 4: unsafe unpackRows(source, 4, into: target)
    case 5: unsafe unpackRows(source, 5, into: target)
    case 6: unsafe unpackRows(source, 6, into: target)
    case 7: unsafe unpackRows(source, 7, into: target)
    case 8: unsafe unpackRows(source, 8, into: target)
    case 9: unsafe unpackRows(source, 9, into: target)
    case 10: unsafe unpackRows(source, 10, into: target)
    default: unsafe unpackRows(source, width, into: target)
    }
  }

  @inline(__always)
  private static func unpackRows(_ source: UnsafeRawPointer, _ width: Int, into target: UnsafeMutableRawPointer) {
    // Short loops are unrolled, so that each row has shifts of its own.
    for row in 0..<8 { unsafe unpackRow(row, source, width, into: target) }
    for row in 8..<16 { unsafe unpackRow(row, source, width, into: target) }
    for row in 16..<24 { unsafe unpackRow(row, source, width, into: target) }
    for row in 24..<32 { unsafe unpackRow(row, source, width, into: target) }
  }

  /// Row `row` of 32: four integers.
  @inline(__always)
  private static func unpackRow(
    _ row: Int, _ source: UnsafeRawPointer, _ width: Int, into target: UnsafeMutableRawPointer
  ) {
    let bit = row &* width
    let (place, shift) = (16 &* (bit &>> 5), bit & 31)
    var lanes = unsafe load(source, place) &>> SIMD4(repeating: UInt32(truncatingIfNeeded: shift))
    if shift &+ width > 32 {
      lanes |= unsafe load(source, place &+ 16) &<< SIMD4(repeating: UInt32(truncatingIfNeeded: 32 &- shift))
    }
    unsafe target.storeBytes(of: lanes & SIMD4(repeating: mask(width)), toByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
  }

  /// Integer `index` of a packed block, without unpacking the others.
  @unsafe static func value(at index: Int, in source: UnsafeRawPointer, width: Int) -> UInt32 {
    guard width > 0 else { return 0 }
    let bit = (index &>> 2) &* width
    let place = 16 &* (bit &>> 5) &+ 4 &* (index & 3)
    let shift = bit & 31
    var value = unsafe word(source, place) &>> UInt32(truncatingIfNeeded: shift)
    if shift &+ width > 32 {
      value |= unsafe word(source, place &+ 16) &<< UInt32(truncatingIfNeeded: 32 &- shift)
    }
    return value & mask(width)
  }

  private static func mask(_ width: Int) -> UInt32 {
    width == 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: width)) &- 1
  }

  private static func word(_ source: UnsafeRawPointer, _ offset: Int) -> UInt32 {
    unsafe UInt32(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private static func load(_ source: UnsafeRawPointer, _ offset: Int) -> SIMD4<UInt32> {
    let lanes = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
    return SIMD4(lanes[0].littleEndian, lanes[1].littleEndian, lanes[2].littleEndian, lanes[3].littleEndian)
  }

  private static func store(_ word: SIMD4<UInt32>, to target: UnsafeMutableRawPointer, at offset: Int) {
    let lanes = SIMD4(word[0].littleEndian, word[1].littleEndian, word[2].littleEndian, word[3].littleEndian)
    unsafe target.storeBytes(of: lanes, toByteOffset: offset, as: SIMD4<UInt32>.self)
  }
}
