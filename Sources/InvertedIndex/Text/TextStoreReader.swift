// Finds one passage's block in the text store, unpacks it, and reads the passage.

import ByteIO
import Documents
import Synchronization

/// Reads what `TextStoreWriter` wrote; keeps the blocks unpacked last, since the same few are asked for again and again.
final class TextStoreReader: Sendable {
  private struct Unpacked {
    let number: Int
    let bytes: [UInt8]
  }

  private struct Store: ~Copyable {
    /// The latest last.
    var kept: [Unpacked] = []
    var unpacker = Zstandard.Unpacker()
  }

  /// How many unpacked blocks are kept: as many as the passages that one answer of three is chosen from, and some.
  private static let keptBlocks = 16
  private let store = Mutex(Store())

  /// A passage as it is stored.
  struct Stored {
    let passage: Passage
    /// How many digits of its hash tell it from the others on its line.
    let hashDigits: Int
  }

  /// Passage `id`, which is in `block`: the unpacking of one block, whose pages are touched first.
  func passage(
    _ id: UInt32, in block: TextDirectory.Block, text: RawSpan, _ pages: SectionPages
  ) throws(MalformedBytes) -> Stored {
    let bytes = try unpack(block, text: text, pages)
    return try unsafe TextStoreReader.read(Int(id - block.firstPassage), in: bytes.span.bytes)
  }

  private func unpack(_ block: TextDirectory.Block, text: RawSpan, _ pages: SectionPages) throws(MalformedBytes)
    -> [UInt8]
  {
    let number = block.number
    if let unpacked = store.withLock({ $0.kept.first { $0.number == number } }) { return unpacked.bytes }
    try pages.touch(block.frame)
    return try store.withLock { store throws(MalformedBytes) in
      let bytes = try store.unpacker.unpack(text, block.frame, byteCount: block.byteCount)
      if store.kept.count == TextStoreReader.keptBlocks { store.kept.removeFirst() }
      store.kept.append(Unpacked(number: number, bytes: bytes))
      return bytes
    }
  }

  /// The passage at `index` of a block.
  private static func read(_ index: Int, in bytes: RawSpan) throws(MalformedBytes) -> Stored {
    var cursor = ByteCursor(bytes)
    var heading: String?
    for number in 0...index {
      let start = cursor.offset
      let hashDigits = Int(try cursor.readByte(bytes))
      let first = try cursor.readVariable32(bytes)
      let extra = try cursor.readVariable32(bytes)
      let section = try cursor.readVariable32(bytes)
      switch try cursor.readByte(bytes) {
      case 0: heading = nil
      case 1: break
      case 2: heading = try cursor.readString(bytes)
      default: throw MalformedBytes(offset: start)
      }
      guard first >= 1, (6...64).contains(hashDigits) else { throw MalformedBytes(offset: start) }
      if number == index {
        let passage = Passage(
          section: Int(section), heading: heading, text: try cursor.readString(bytes),
          lines: LineRange(Int(first), Int(first) + Int(extra)))
        return Stored(passage: passage, hashDigits: hashDigits)
      }
      try cursor.skip(try cursor.readVariable(bytes))
    }
    throw MalformedBytes(offset: cursor.offset)
  }
}
