// A dense run of passages as a bitset: whether one is in it is a single look.

import ByteIO

/// A block of 128 passages as bits, from the first passage that the block could hold on; whole 64-bit words.
enum PassageBitset {
  /// More words than this are never smaller than bit-packing.
  static let mostWords = 255

  /// The words a block from `first` to `last` takes.
  static func wordCount(first: UInt32, last: UInt32) -> Int {
    Int(last - first) / 64 + 1
  }

  /// Appends the bits of 128 rising `passages`, the first of them at least `first`.
  @unsafe static func append(_ passages: UnsafePointer<UInt32>, from first: UInt32, to writer: inout ByteWriter) {
    var word: UInt64 = 0
    var number = 0
    for index in 0..<BitPacking.blockSize {
      let bit = unsafe Int(passages[index] - first)
      while number < bit / 64 {
        writer.appendFixed(word)
        word = 0
        number += 1
      }
      word |= 1 << UInt64(bit % 64)
    }
    writer.appendFixed(word)
  }

  /// Reads `wordCount` words at the cursor, and writes the numbers of the bits set, counted from `first`, into 128 places.
  ///
  /// - Throws: `MalformedBytes` unless exactly 128 bits are set, none of them at or past `limit`.
  @unsafe static func read(
    wordCount: Int, from bytes: RawSpan, at cursor: inout ByteCursor, first: UInt32, limit: UInt32,
    into passages: UnsafeMutablePointer<UInt32>
  ) throws(MalformedBytes) {
    let start = cursor.offset
    guard UInt64(first) + UInt64(64 * wordCount) <= UInt64(UInt32.max) else { throw MalformedBytes(offset: start) }
    var count = 0
    for number in 0..<wordCount {
      var word = try cursor.readUInt64(bytes)
      let base = first &+ UInt32(truncatingIfNeeded: 64 &* number)
      guard count &+ word.nonzeroBitCount <= BitPacking.blockSize else { throw MalformedBytes(offset: start) }
      while word != 0 {
        unsafe passages[count] = base &+ UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
        count &+= 1
        word &= word &- 1
      }
    }
    guard count == BitPacking.blockSize, unsafe passages[BitPacking.blockSize - 1] < limit else {
      throw MalformedBytes(offset: start)
    }
  }
}
