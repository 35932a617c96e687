// Keeps the passages' texts, compressed in blocks, each passage with its lines and heading.

import ByteIO
import Documents

/// The blocks of consecutive passages.
struct TextBlocks: Sendable {
  struct Block: Sendable {
    /// Counted from the first of these blocks.
    let firstPassage: UInt32
    let unpackedByteCount: UInt32
    /// Where its frame begins in `frames`.
    let offset: Int
  }

  var blocks: [Block] = []
  var frames = ByteWriter()
}

/// Makes text blocks. Passages come in the order of their numbers.
struct TextStoreWriter: ~Copyable {
  /// A block is closed when it holds this many bytes: a compromise between ratio and the time to unpack one passage.
  /// Of 105 MB of RFCs and manuals, 4, 8, 16 and 32 KiB gave 42.8, 40.7, 39.2 and 38.4 MB with a sample and the directory, and
  /// 9, 15, 26 and 47 µs a block; of 21 MB on illnesses 6.2, 5.8, 5.6 and 5.4 MB, and 7, 12, 21 and 37 µs. Without a sample 32 KiB gave
  /// 42.1 and 6.5 MB, and 31 and 26 µs.
  static let blockByteCount = 8 << 10

  private var texts = TextBlocks()
  private var block = ByteWriter()
  private var firstOfBlock: UInt32 = 0
  private var passageCount: UInt32 = 0
  /// In the block at hand.
  private var previous: Passage?
  private let compressor: ZstandardCompressor

  /// The level is 3: on the same texts 1 gave 44.3 and 6.3 MB in nine tenths of the time or less, 5 gave 39.0 and 5.5 MB in more than
  /// twice the time, 6 37.9 and 5.3 MB in thrice.
  init(sample: TextSample) {
    compressor = ZstandardCompressor(level: 3, sample: sample.bytes)
  }

  /// - Parameter hashDigits: how many digits of its hash tell the passage from the others on its line.
  mutating func append(_ passage: Passage, hashDigits: Int) throws(IndexError) {
    PassageRecord.append(passage, after: previous, hashDigits: hashDigits, to: &block)
    previous = passage
    passageCount += 1
    if block.count >= TextStoreWriter.blockByteCount { try closeBlock() }
  }

  /// Ends the block at hand: what comes next does not change what came before.
  mutating func closeBlock() throws(IndexError) {
    guard block.count > 0 else { return }
    guard let byteCount = UInt32(exactly: block.count) else { throw .tooLarge(what: "passage text") }
    texts.blocks.append(
      TextBlocks.Block(firstPassage: firstOfBlock, unpackedByteCount: byteCount, offset: texts.frames.count))
    try compressor.compress(block.bytes, into: &texts.frames)
    block.removeAll()
    previous = nil
    firstOfBlock = passageCount
  }

  /// Ends the last block and hands all out; the next passage counts as the first again.
  mutating func finish() throws(IndexError) -> TextBlocks {
    try closeBlock()
    defer {
      texts = TextBlocks()
      firstOfBlock = 0
      passageCount = 0
    }
    return texts
  }
}
