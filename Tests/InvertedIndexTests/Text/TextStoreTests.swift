import ByteIO
import Documents
import Testing

@testable import InvertedIndex

/// Passages come back from the text store as they went in, with a sample and without.
@Suite struct TextStoreTests {
  /// Passages of seeded random words under headings, some of many blocks' length.
  private func passages(_ count: Int) -> [Passage] {
    var random = SeededRandom(seed: 7)
    return (0..<count).map { number in
      let words = (0..<Int.random(in: 1...(number % 50 == 49 ? 9000 : 60), using: &random)).map { _ in
        "w" + String(Int.random(in: 0..<2000, using: &random), radix: 26)
      }
      return Passage(
        section: number / 5, heading: number % 3 == 0 ? nil : "Heading \(number / 5)",
        text: words.joined(separator: " "),
        lines: LineRange(number + 1, number + 1 + number % 4))
    }
  }

  @Test(arguments: [0, 1, 30])
  func `each passage comes back`(pieces: Int) throws {
    let folder = TemporaryFolder()
    let passages = passages(400)
    let sample = TextSample((0..<pieces).map { Array(passages[10 * $0..<10 * $0 + 10]) }, byteLimit: 1 << 16)
    var builder = try IndexBuilder(settings: Settings(), sample: sample)
    try builder.add(Article(path: CorpusPath("a.md"), digest: [1]), passages: passages)
    _ = try builder.finish(folder: folder.path)
    let index = try IndexReader(folder: folder.path)
    for number in passages.indices.reversed() {
      #expect(try index.passage(PassageID(UInt32(number))).passage == passages[number])
    }
    #expect(TextSample(index) == sample)
    #expect(sample.bytes.isEmpty == (pieces == 0))
  }

  @Test func `a block ends behind the passage that fills it`() throws {
    var writer = TextStoreWriter(sample: .none)
    for passage in passages(400) { try writer.append(passage, hashDigits: 6) }
    let blocks = try writer.finish().blocks
    #expect(blocks.count > 5)
    #expect(blocks.dropLast().allSatisfy { $0.unpackedByteCount >= TextStoreWriter.blockByteCount })
  }

  @Test func `texts like the sample take less with it`() throws {
    let all = passages(40)
    func byteCount(_ sample: TextSample) throws -> Int {
      var writer = TextStoreWriter(sample: sample)
      for passage in all.suffix(20) { try writer.append(passage, hashDigits: 6) }
      return try writer.finish().frames.count
    }
    let like = TextSample([Array(all.suffix(20).dropFirst(3))], byteLimit: 1 << 16)
    #expect(try byteCount(like) < byteCount(.none) * 3 / 4)
  }

  @Test func `a sample is cut where pieces and all of it are long enough`() {
    let long = Passage(section: 0, heading: nil, text: String(repeating: "long ", count: 2000), lines: LineRange(1, 1))
    #expect(TextSample([[long], [long]], byteLimit: 1 << 16).bytes.count == 2 * TextSample.pieceByteCount)
    #expect(TextSample([[long], [long]], byteLimit: 5000).bytes.count == 5000)
    #expect(TextSample([[long]], byteLimit: 0) == .none)
  }

  @Test func `a small corpus has a small sample, or none`() {
    let kibibytes = [0, 488, 512, 977, 1024, 3072, 4096, 1 << 30].map {
      TextSample.byteLimit(ofArticles: $0 << 10) >> 10
    }
    #expect(kibibytes == [0, 0, 16, 16, 32, 64, 112, 112])
  }

  @Test func `a frame is refused with a sample it was not made with, or gives other bytes`() throws {
    let passages = passages(20)
    let sample = TextSample([passages], byteLimit: 1 << 16)
    var writer = TextStoreWriter(sample: sample)
    for passage in passages { try writer.append(passage, hashDigits: 6) }
    let texts = try writer.finish()
    let block = try #require(texts.blocks.first)
    let end = texts.blocks.count > 1 ? texts.blocks[1].offset : texts.frames.count
    func unpack(_ sample: [UInt8]) -> [UInt8]? {
      var unpacker = Zstandard.Unpacker()
      return try? unpacker.unpack(
        texts.frames.bytes.span.bytes, 0..<end, byteCount: Int(block.unpackedByteCount), sample: sample.span.bytes)
    }
    let right = try #require(unpack(sample.bytes))
    #expect(unpack([]) != right)
    #expect(unpack(sample.bytes.reversed()) != right)
    // What begins like a dictionary with tables, and is none.
    #expect(unpack([0x37, 0xA4, 0x30, 0xEC] + sample.bytes) == nil)
  }
}
