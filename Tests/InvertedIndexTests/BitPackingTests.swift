import ByteIO
import Testing

@testable import InvertedIndex

/// Every width comes back, and nothing is read past the end.
@Suite struct BitPackingTests {
  @Test(arguments: 0...32)
  func `128 integers of any width come back`(width: Int) throws {
    var random = SeededRandom(seed: UInt64(width) + 1)
    let mask = width == 32 ? UInt32.max : (1 << UInt32(width)) - 1
    var values = (0..<128).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) & mask }
    if width > 0 { values[77] = mask }
    #expect(BitPacking.width(of: values) == (width == 0 ? 0 : width))
    var writer = ByteWriter()
    BitPacking.pack(values, width: width, into: &writer)
    #expect(writer.count == 16 * width)
    var unpacked = [UInt32](repeating: 0, count: 128)
    var cursor = ByteCursor(writer.bytes.span.bytes)
    try BitPacking.unpack(width: width, adding: 5, from: writer.bytes.span.bytes, at: &cursor, into: &unpacked)
    #expect(unpacked == values.map { $0 &+ 5 })
    #expect(cursor.isAtEnd)
  }

  @Test func `integer i lies in lane i mod 4`() {
    var values = [UInt32](repeating: 0, count: 128)
    values[1] = 1
    values[6] = 1
    var writer = ByteWriter()
    BitPacking.pack(values, width: 1, into: &writer)
    #expect(writer.bytes == [0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a block cut short, and an impossible width, are refused`() {
    var values = [UInt32](repeating: 0, count: 128)
    let bytes = [UInt8](repeating: 1, count: 31)
    for width in [2, 33] {
      #expect(throws: MalformedBytes.self) {
        var cursor = ByteCursor(bytes.span.bytes)
        try BitPacking.unpack(width: width, adding: 0, from: bytes.span.bytes, at: &cursor, into: &values)
      }
    }
  }
}

/// Repeatable random numbers (Steele, Lea and Flood's SplitMix64, 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
