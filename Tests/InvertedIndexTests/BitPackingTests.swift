import ByteIO
import Testing

@testable import InvertedIndex

/// Every width comes back, all at once and one by one, and so do patched blocks, bitsets and field codes.
@Suite struct BitPackingTests {
  @Test(arguments: 0...32)
  func `128 integers of any width come back`(width: Int) {
    var random = SeededRandom(seed: UInt64(width) + 1)
    let mask = width == 32 ? UInt32.max : (1 << UInt32(width)) - 1
    let values = (0..<128).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) & mask }
    var packed = [UInt8](repeating: 0, count: 16 * width)
    var unpacked = [UInt32](repeating: 7, count: 128)
    packed.withUnsafeMutableBytes { packed in
      guard let base = packed.baseAddress else { return }
      BitPacking.pack(values, width: width, into: base)
      BitPacking.unpack(base, width: width, into: &unpacked)
      for index in 0..<128 { #expect(BitPacking.value(at: index, in: base, width: width) == values[index]) }
    }
    if width > 0 { #expect(unpacked == values) } else { #expect(unpacked.allSatisfy { $0 == 0 }) }
  }

  @Test func `integer i lies in lane i mod 4`() {
    var values = [UInt32](repeating: 0, count: 128)
    values[1] = 1
    values[6] = 1
    var bytes = [UInt8](repeating: 9, count: 16)
    BitPacking.pack(values, width: 1, into: &bytes)
    #expect(bytes == [0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: [[], [3], [0, 64, 127], Array(0..<40)])
  func `a few large values are patched and come back`(places: [Int]) throws {
    var values = (0..<128).map { UInt32($0 % 4) }
    for place in places { values[place] = 1_000_000 + UInt32(place) }
    let shape = PatchedPacking.shape(of: values)
    #expect(places.count == 40 || Int(shape.patches) == places.count)
    var writer = ByteWriter()
    PatchedPacking.append(values, shape, to: &writer)
    let read = try PatchedBlock(shape, writer.bytes)
    #expect(read.values == values)
    #expect(values.allSatisfy { $0 <= read.bound })
    for length in 0..<writer.count {
      #expect(throws: MalformedBytes.self) { _ = try PatchedBlock(shape, Array(writer.bytes[..<length])) }
    }
  }

  @Test func `a shape that cannot be is refused`() {
    let bytes = [UInt8](repeating: 255, count: 700)
    for shape in [
      PatchedPacking.Shape(width: 33, patches: 0), .init(width: 1, patches: 129), .init(width: 32, patches: 1),
    ] {
      #expect(throws: MalformedBytes.self) { _ = try PatchedBlock(shape, bytes) }
    }
  }

  @Test func `a dense run comes back from its bitset`() throws {
    var random = SeededRandom(seed: 5)
    let passages = Array((70..<270).map { UInt32($0) }.shuffled(using: &random).prefix(128).sorted())
    var writer = ByteWriter()
    PassageBitset.append(passages, from: 70, to: &writer)
    let words = PassageBitset.wordCount(first: 70, last: passages[127])
    #expect(writer.count == 8 * words)
    var read = [UInt32](repeating: 0, count: 131)
    var cursor = ByteCursor(writer.bytes.span.bytes)
    try PassageBitset.read(
      wordCount: words, from: writer.bytes.span.bytes, at: &cursor, first: 70, limit: passages[127] + 1, into: &read)
    #expect(read[..<128] == passages[...])
    #expect(throws: MalformedBytes.self) {
      var cursor = ByteCursor(writer.bytes.span.bytes)
      try PassageBitset.read(
        wordCount: words, from: writer.bytes.span.bytes, at: &cursor, first: 70, limit: passages[127], into: &read)
    }
    var damaged = writer.bytes
    damaged[0] = ~damaged[0] | 1
    damaged[1] = 0
    #expect(throws: MalformedBytes.self) {
      var cursor = ByteCursor(damaged.span.bytes)
      try PassageBitset.read(
        wordCount: words, from: damaged.span.bytes, at: &cursor, first: 70, limit: 1000, into: &read)
    }
  }

  @Test func `a passage is looked up in a bitset without decoding it`() throws {
    var random = SeededRandom(seed: 6)
    let passages = Array((70..<300).map { UInt32($0) }.shuffled(using: &random).prefix(128).sorted())
    var writer = ByteWriter()
    PassageBitset.append(passages, from: 70, to: &writer)
    let words = PassageBitset.wordCount(first: 70, last: passages[127])
    for passage in UInt32(70)..<600 {
      let place = try PassageBitset.place(
        of: passage, wordCount: words, from: writer.bytes.span.bytes, at: 0, first: 70)
      #expect(place == passages.firstIndex(of: passage))
    }
    // More bits than a block has postings.
    let damaged = [UInt8](repeating: 255, count: 24)
    #expect(throws: MalformedBytes.self) {
      _ = try PassageBitset.place(of: 198, wordCount: 3, from: damaged.span.bytes, at: 0, first: 70)
    }
  }

  @Test(arguments: 0..<6)
  func `heading and title counts come back`(kind: Int) throws {
    var random = SeededRandom(seed: UInt64(kind))
    var heading = [UInt32](repeating: 0, count: 128)
    var title = heading
    for index in 0..<128 {
      switch kind {
      case 1: title[index] = 1
      case 2: heading[index] = index % 9 == 0 ? 1 : 0
      case 3: (heading[index], title[index]) = (UInt32.random(in: 0...1, using: &random), 1)
      case 4: title[index] = index == 77 ? 300 : 0
      case 5: heading[index] = UInt32.random(in: 0...3, using: &random)
      default: break
      }
    }
    var writer = ByteWriter()
    let code = FieldCodes.append(heading: heading, title: title, to: &writer)
    #expect((code == 0) == (kind == 0))
    var cursor = ByteCursor(writer.bytes.span.bytes)
    var read = (heading: [UInt32](repeating: 0, count: 128), title: [UInt32](repeating: 0, count: 128))
    let mask = try FieldCodes.read(
      code, from: writer.bytes.span.bytes, at: &cursor, heading: &read.heading, title: &read.title)
    #expect(read.heading == heading && read.title == title)
    #expect((0..<128).allSatisfy { mask.contains($0) == (heading[$0] + title[$0] > 0) })
    #expect(cursor.isAtEnd)
  }
}

/// A patched block, read back.
private struct PatchedBlock {
  var values = [UInt32](repeating: 0, count: 128)
  var bound: UInt32 = 0

  init(_ shape: PatchedPacking.Shape, _ bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes.span.bytes)
    bound = try PatchedPacking.read(shape, from: bytes.span.bytes, at: &cursor, into: &values)
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
