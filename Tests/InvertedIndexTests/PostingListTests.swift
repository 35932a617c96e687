import ByteIO
import Testing

@testable import InvertedIndex

/// Postings and positions come back, from the start and after a seek, and damage is refused.
@Suite struct PostingListTests {
  @Test(arguments: [1, 2, 127, 128, 129, 256, 1000])
  func `a list of any length comes back with its positions`(count: Int) throws {
    let list = RandomList(count: count, seed: UInt64(count))
    let read = try list.readAll()
    #expect(read.postings == list.postings)
    #expect(read.positions == list.positions)
  }

  @Test func `after a seek the passage is found`() throws {
    let list = RandomList(count: 700, seed: 3)
    for posting in [list.postings[0], list.postings[127], list.postings[128], list.postings[699]] {
      var reader = try PostingListReader(
        list.info, passageCount: list.passageCount, in: list.bytes.span.bytes, .checked)
      reader.seek(to: posting.passage, list.bytes.span.bytes)
      var block = PostingBlock()
      #expect(try reader.next(list.bytes.span.bytes, into: &block))
      let index = try #require(block.passages[..<block.count].firstIndex(of: posting.passage))
      #expect(block[index] == posting)
    }
  }

  @Test func `the bytes of a short list are the documented ones`() {
    var writer = PostingListWriter()
    writer.append(Posting(passage: 2, body: 1, heading: 0, title: 0), places: [4])
    writer.append(Posting(passage: 5, body: 2, heading: 1, title: 3), places: [0, 9])
    let (postings, positions) = writer.finish()
    #expect(postings == [2, 4, 2, 11, 1, 3])
    #expect(positions == [4, 0, 9])
  }

  @Test func `a list cut short is refused at every length`() throws {
    let list = RandomList(count: 300, seed: 9)
    for length in stride(from: 0, to: list.bytes.count, by: 7) {
      #expect(throws: MalformedBytes.self) { _ = try list.readAll(byteCount: length) }
    }
  }

  @Test func `a block whose passages would wrap past 2^32 is refused`() throws {
    var writer = PostingListWriter()
    for number in 0..<256 as Range<UInt32> {
      writer.append(Posting(passage: 40 * number, body: 1, heading: 0, title: 0), places: [0])
    }
    var (bytes, _) = writer.finish()
    // The tables say that the second block begins so far on that its last passage is, modulo 2^32, 7.
    let shift = 40 * 255 - 7 as UInt32
    for (entry, value) in [(0, 40 * 127 &- shift), (1, 7)] {
      for place in 0..<4 {
        bytes[BlockImpacts.byteCount + 4 * entry + place] = UInt8(truncatingIfNeeded: value >> UInt32(8 * place))
      }
    }
    let info = TermInfo(passageFrequency: 256, postings: 0..<bytes.count, positions: 0..<0)
    let list = try PostingList(info, passageCount: 20_000, in: bytes.span.bytes, .checked)
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: BlockColumns.capacity)
    defer { memory.deallocate() }
    #expect(throws: MalformedBytes.self) {
      _ = try BlockReader(list, block: 1, bytes.span.bytes, into: BlockColumns(memory))
    }
  }

  @Test func `a passage past the last is refused`() throws {
    let list = RandomList(count: 300, seed: 11)
    let last = Int(list.postings[299].passage)
    #expect(throws: MalformedBytes.self) { _ = try list.readAll(passageCount: last) }
  }
}

/// A posting list of seeded random content, written.
private struct RandomList {
  var postings: [Posting] = []
  var positions: [[UInt32]] = []
  let bytes: [UInt8]
  let positionBytes: [UInt8]
  let info: TermInfo
  let passageCount: Int

  init(count: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var writer = PostingListWriter()
    var passage: UInt32 = 0
    for _ in 0..<count {
      passage += UInt32.random(in: 1...(Bool.random(using: &random) ? 3 : 5000), using: &random)
      let body = UInt32.random(in: 0...4, using: &random)
      let posting = Posting(
        passage: passage, body: body, heading: UInt32.random(in: 0...1, using: &random),
        title: body == 0 ? 1 : UInt32.random(in: 0...2, using: &random))
      let places = (0..<body).map { _ in UInt32.random(in: 0...300, using: &random) }.sorted()
      writer.append(posting, places: places)
      postings.append(posting)
      positions.append(places)
    }
    (bytes, positionBytes) = writer.finish()
    passageCount = Int(passage) + 1
    info = TermInfo(passageFrequency: count, postings: 0..<bytes.count, positions: 0..<positionBytes.count)
  }

  func readAll(byteCount: Int? = nil, passageCount: Int? = nil) throws -> (postings: [Posting], positions: [[UInt32]]) {
    let part = Array(bytes[..<(byteCount ?? bytes.count)])
    let info = TermInfo(
      passageFrequency: info.passageFrequency, postings: 0..<part.count, positions: info.positions)
    let span = part.span
    var reader = try PostingListReader(info, passageCount: passageCount ?? self.passageCount, in: span.bytes, .checked)
    var block = PostingBlock()
    var found: (postings: [Posting], positions: [[UInt32]]) = ([], [])
    while try reader.next(span.bytes, into: &block) {
      var positions = try PositionCursor(
        reader, block, postings: span.bytes, positions: positionBytes.span.bytes, .checked)
      for index in 0..<block.count {
        found.postings.append(block[index])
        found.positions.append(try positions.positions(of: index, in: block, positionBytes.span.bytes))
      }
    }
    return found
  }
}

extension PostingListWriter {
  /// Adds a posting whose positions are given as numbers; every passage is as long as the next.
  fileprivate mutating func append(_ posting: Posting, places: [UInt32]) {
    var positions = ByteWriter()
    var previous: UInt32 = 0
    for place in places {
      positions.appendVariable(UInt64(place - previous))
      previous = place
    }
    let lengths = FieldLengths(body: 300, heading: 3, title: 3)
    append(posting, lengths: lengths, positions: positions.bytes.span.bytes)
  }
}
