// Keeps the passages' texts, compressed in blocks, each passage with its lines and heading.

import ByteIO
import Documents

/// Writes the sections `textDirectory` and `text`. Passages come in the order of their numbers.
struct TextStoreWriter {
  /// A block is closed when it holds this many bytes: a compromise between ratio and the time to unpack one passage.
  static let blockByteCount = 16 << 10
  /// The size in bytes of one entry of the directory.
  static let directoryEntryByteCount = 16

  private(set) var directory = ByteWriter()
  private(set) var text = ByteWriter()
  private var block = ByteWriter()
  private var firstOfBlock: UInt32 = 0
  private var passageCount: UInt32 = 0
  private var previousHeading: String?
  private let level: Int32 = 6

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

  /// Closes the last block.
  mutating func finish() throws(IndexError) {
    if block.count > 0 { try closeBlock() }
  }

  /// 0 for none, 1 for the heading of the passage before in this block, 2 and the heading.
  private mutating func appendHeading(_ heading: String?) {
    guard let heading else { return block.append(0) }
    if passageCount > firstOfBlock, heading == previousHeading { return block.append(1) }
    block.append(2)
    block.appendPrefixed(heading)
  }

  private mutating func closeBlock() throws(IndexError) {
    guard let byteCount = UInt32(exactly: block.count) else { throw .tooLarge(what: "passage text") }
    directory.appendFixed(firstOfBlock)
    directory.appendFixed(byteCount)
    directory.appendFixed(UInt64(text.count))
    text.append(contentsOf: try Zstandard.compress(block.bytes, level: level))
    block.removeAll()
    firstOfBlock = passageCount
  }
}
