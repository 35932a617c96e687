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
    try cursor.skip(BitPacking.byteCount(width: width))
    guard cursor.offset <= bytes.byteCount else { throw MalformedBytes(offset: start) }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe BitPacking.unpack(base + start, width: width, into: values)
    }
    var bound = UInt32.max >> UInt32(32 - width)  // a shift by 32 gives 0
    guard shape.patches > 0 else { return bound }
    var places = cursor
    try cursor.skip(Int(shape.patches))
    for _ in 0..<shape.patches {
      let place = Int(try places.readByte(bytes))
      let high = try cursor.readVariable(bytes)
      guard place < BitPacking.blockSize, width < 32, UInt64(high) &>> UInt64(32 - width) == 0 else {
        throw MalformedBytes(offset: start)
      }
      unsafe values[place] |= UInt32(truncatingIfNeeded: high) &<< UInt32(truncatingIfNeeded: width)
      bound |= unsafe values[place]
    }
    return bound
  }
}
