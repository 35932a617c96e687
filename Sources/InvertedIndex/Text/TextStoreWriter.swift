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
  /// For 391 MB of RFCs and manuals, 16, 32 and 64 KiB gave 160, 152 and 147 MB, and 20, 33 and 56 µs a block.
  static let blockByteCount = 32 << 10

  private var texts = TextBlocks()
  private var block = ByteWriter()
  private var firstOfBlock: UInt32 = 0
  private var passageCount: UInt32 = 0
  private var previousHeading: String?
  /// The level: there, 1 gave 159 MB in three quarters of the time, 5 gave 149 MB in twice the time, 6 146 MB in thrice.
  private let compressor = ZstandardCompressor(level: 3)

  /// - Parameter hashDigits: how many digits of its hash tell the passage from the others on its line.
  mutating func append(_ passage: Passage, hashDigits: Int) throws(IndexError) {
    block.append(UInt8(hashDigits))
    block.appendVariable(passage.lines.first)
    block.appendVariable(passage.lines.last - passage.lines.first)
    block.appendVariable(passage.section)
    appendHeading(passage.heading)
    block.appendPrefixed(passage.text)
    previousHeading = passage.heading
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

  /// 0 for none, 1 for the heading of the passage before in this block, 2 and the heading.
  private mutating func appendHeading(_ heading: String?) {
    guard let heading else { return block.append(0) }
    if passageCount > firstOfBlock, heading == previousHeading { return block.append(1) }
    block.append(2)
    block.appendPrefixed(heading)
  }
}
