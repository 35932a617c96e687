// A block of 128 integers, most of them small: packed at the width that suits most, the few larger ones patched.

import ByteIO

/// Patched frame of reference (Zukowski, Héman, Nes and Boncz, "Super-scalar RAM-CPU cache compression", 2006; with the
/// exceptions after the block, as in Lemire and Boytsov's FastPFOR): bit-packed low parts, then for each value that does not
/// fit its place in the block, one byte, and then for each its high part, as a variable-byte integer.
enum PatchedPacking {
  /// How a block is packed: what its reader must know beforehand.
  struct Shape: Hashable {
    /// Bits of every low part, 0 to 32.
    var width: UInt8
    /// How many values do not fit.
    var patches: UInt8
  }

  /// The shape that takes the fewest bytes; of equals the one with fewer patches.
  @unsafe static func shape(of values: UnsafePointer<UInt32>) -> Shape {
    var union: UInt32 = 0
    for index in 0..<BitPacking.blockSize { unsafe union |= values[index] }
    let widest = BitPacking.mostBits - union.leadingZeroBitCount
    var best = Shape(width: UInt8(widest), patches: 0)
    guard widest > 1 else { return best }
    // counts[w]: how many values need w bits.
    var counts = SIMD64<UInt8>.zero
    for index in 0..<BitPacking.blockSize { unsafe counts[32 - values[index].leadingZeroBitCount] &+= 1 }
    var least = BitPacking.byteCount(width: widest)
    var patches = 0
    var highBytes = 0
    for width in stride(from: widest - 1, through: 0, by: -1) {
      patches += Int(counts[width + 1])
      highBytes = 0
      for wider in (width + 1)...widest { highBytes += Int(counts[wider]) * ((wider - width + 6) / 7) }
      let byteCount = BitPacking.byteCount(width: width) + patches + highBytes
      if patches > 64 { break }
      if byteCount < least {
        least = byteCount
        best = Shape(width: UInt8(width), patches: UInt8(patches))
      }
    }
    return best
  }

  /// Appends a block of 128 values.
  @unsafe static func append(_ values: UnsafePointer<UInt32>, _ shape: Shape, to writer: inout ByteWriter) {
    let width = Int(shape.width)
    let byteCount = BitPacking.byteCount(width: width)
    unsafe withUnsafeTemporaryAllocation(byteCount: 16 * BitPacking.mostBits, alignment: 16) { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe BitPacking.pack(values, width: width, into: base)
      unsafe writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<byteCount]))
    }
    guard shape.patches > 0 else { return }
    for index in 0..<BitPacking.blockSize where unsafe values[index] >> UInt32(width) > 0 {
      writer.append(UInt8(index))
    }
    for index in 0..<BitPacking.blockSize {
      let high = unsafe values[index] >> UInt32(width)
      if high > 0 { writer.appendVariable(UInt64(high)) }
    }
  }

  /// Reads a block at the cursor into 128 places.
  ///
  /// - Returns: a bound: no value read is greater.
  /// - Throws: `MalformedBytes` where the shape is impossible or the bytes end.
  @unsafe static func read(
    _ shape: Shape, from bytes: RawSpan, at cursor: inout ByteCursor, into values: UnsafeMutablePointer<UInt32>
  ) throws(MalformedBytes) -> UInt32 {
    let start = cursor.offset
    guard shape.width <= 32, shape.patches <= BitPacking.blockSize else { throw MalformedBytes(offset: start) }
    let width = Int(shape.width)
    try cursor.skip(BitPacking.byteCount(width: width) &+ Int(shape.patches))
    guard cursor.end <= bytes.byteCount else { throw MalformedBytes(offset: start) }
    var result: Result<UInt32, MalformedBytes> = .success(0)
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe BitPacking.unpack(base + start, width: width, into: values)
      result = Result { () throws(MalformedBytes) in
        unsafe try patch(values, shape, base.assumingMemoryBound(to: UInt8.self), at: &cursor)
      }
    }
    return try result.get()
  }

  /// Value `index` of a block at the cursor, without unpacking the others.
  ///
  /// - Throws: as `read`.
  static func value(
    at index: Int, _ shape: Shape, from bytes: RawSpan, at cursor: ByteCursor
  ) throws(MalformedBytes) -> UInt32 {
    var cursor = cursor
    let start = cursor.offset
    let width = Int(shape.width)
    guard shape.width <= 32, shape.patches <= BitPacking.blockSize else { throw MalformedBytes(offset: start) }
    try cursor.skip(BitPacking.byteCount(width: width) &+ Int(shape.patches))
    guard cursor.end <= bytes.byteCount else { throw MalformedBytes(offset: start) }
    var result: Result<UInt32, MalformedBytes> = .success(0)
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      let value = unsafe BitPacking.value(at: index, in: base + start, width: width)
      result = .success(value)
      let places = unsafe base.assumingMemoryBound(to: UInt8.self) + (cursor.offset &- Int(shape.patches))
      for number in 0..<Int(shape.patches) where unsafe Int(places[number]) == index {
        result = Result { () throws(MalformedBytes) in
          var highs = unsafe VariableBytes(base.assumingMemoryBound(to: UInt8.self), cursor.offset..<cursor.end)
          var high: UInt32 = 0
          for _ in 0...number { high = try highs.next() }
          guard width < 32, width == 0 || high &>> UInt32(32 &- width) == 0 else { throw MalformedBytes(offset: start) }
          return value | high &<< UInt32(truncatingIfNeeded: width)
        }
      }
    }
    return try result.get()
  }

  /// Puts the high parts of the values that did not fit in their places; the cursor stands behind the places' bytes.
  ///
  /// - Returns: what no value of the block exceeds.
  private static func patch(
    _ values: UnsafeMutablePointer<UInt32>, _ shape: Shape, _ bytes: UnsafePointer<UInt8>, at cursor: inout ByteCursor
  ) throws(MalformedBytes) -> UInt32 {
    let width = Int(shape.width)
    var bound = UInt32.max >> UInt32(32 - width)  // a shift by 32 gives 0
    guard shape.patches > 0 else { return bound }
    let count = Int(shape.patches)
    let start = cursor.offset
    let places = unsafe bytes + (start &- count)
    var highs = unsafe VariableBytes(bytes, start..<cursor.end)
    for index in 0..<count {
      let place = unsafe Int(places[index])
      let high = try highs.next()
      guard place < BitPacking.blockSize, width < 32, high &>> UInt32(32 &- width) == 0 || width == 0 else {
        throw MalformedBytes(offset: start)
      }
      let value = unsafe values[place] | high &<< UInt32(truncatingIfNeeded: width)
      unsafe values[place] = value
      bound |= value
    }
    try cursor.skip(highs.offset &- start)
    return bound
  }
}
