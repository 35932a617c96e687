// A dense run of passages as a bitset: whether one is in it is a single look.

import ByteIO

/// A block of 128 passages as bits, from the first passage that the block could hold on; whole 64-bit words.
enum PassageBitset {
  /// The words a block from `first` to `last` takes. Where that is less than bit-packing takes, it fits a byte.
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

  /// Reads `wordCount` words at the cursor, and writes the numbers of the bits set, counted from `first`, into 128 places;
  /// there must be room for three more.
  ///
  /// - Throws: `MalformedBytes` unless exactly 128 bits are set, none of them at or past `limit`.
  @unsafe static func read(
    wordCount: Int, from bytes: RawSpan, at cursor: inout ByteCursor, first: UInt32, limit: UInt32,
    into passages: UnsafeMutablePointer<UInt32>
  ) throws(MalformedBytes) {
    let start = cursor.offset
    guard UInt64(first) + UInt64(64 * wordCount) <= UInt64(UInt32.max) else { throw MalformedBytes(offset: start) }
    var counting = cursor
    var count = 0
    for _ in 0..<wordCount { count &+= try counting.readUInt64(bytes).nonzeroBitCount }
    guard count == BitPacking.blockSize else { throw MalformedBytes(offset: start) }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let source = buffer.baseAddress else { return }
      unsafe expand(source + start, wordCount: wordCount, first: first, into: passages)
    }
    cursor = counting
    guard unsafe passages[BitPacking.blockSize - 1] < limit else { throw MalformedBytes(offset: start) }
  }

  /// How many bits are set before that of `passage`; `nil` where that is not set.
  ///
  /// - Precondition: `wordCount` words lie at `offset`; `first` is at most `passage`.
  /// - Throws: `MalformedBytes` where more bits are set than a block has postings.
  static func place(
    of passage: UInt32, wordCount: Int, from bytes: RawSpan, at offset: Int, first: UInt32
  ) throws(MalformedBytes) -> Int? {
    let bit = Int(passage &- first)
    let number = bit &>> 6
    guard number < wordCount else { return nil }
    func word(_ number: Int) -> UInt64 {
      unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8 &* number, as: UInt64.self))
    }
    let mask: UInt64 = 1 &<< UInt64(bit & 63)
    let last = word(number)
    guard last & mask != 0 else { return nil }
    var place = (last & (mask &- 1)).nonzeroBitCount
    for before in 0..<number { place &+= word(before).nonzeroBitCount }
    guard place < BitPacking.blockSize else { throw MalformedBytes(offset: offset) }
    return place
  }

  /// Writes the number of every bit set, four bits at a step. The last step may write past the 128 places: up to three more.
  private static func expand(
    _ source: UnsafeRawPointer, wordCount: Int, first: UInt32, into passages: UnsafeMutablePointer<UInt32>
  ) {
    var target = UnsafeMutableRawPointer(passages)
    let end = unsafe target + 4 &* BitPacking.blockSize
    var base = SIMD4<UInt32>(repeating: first)
    let step = SIMD4<UInt32>(repeating: 4)
    unsafe places.withUnsafeBufferPointer { places in
      for number in 0..<wordCount {
        var word = unsafe UInt64(
          littleEndian: source.loadUnaligned(fromByteOffset: 8 &* number, as: UInt64.self))
        for _ in 0..<16 {
          let four = Int(truncatingIfNeeded: word & 15)
          if unsafe target >= end { return }
          unsafe target.storeBytes(of: base &+ places[four], as: SIMD4<UInt32>.self)
          unsafe target += 4 &* four.nonzeroBitCount
          base &+= step
          word &>>= 4
        }
      }
    }
  }

  /// For every four bits, the places of those set, closed up.
  private static let places: [SIMD4<UInt32>] = (0..<16).map { four in
    var places = SIMD4<UInt32>.zero
    var count = 0
    for bit in 0..<4 where four >> bit & 1 == 1 {
      places[count] = UInt32(bit)
      count += 1
    }
    return places
  }
}
