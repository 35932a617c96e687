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

  /// Passage `id`; O(log blocks) and the unpacking of one block.
  func passage(_ id: UInt32, directory: RawSpan, text: RawSpan) throws(MalformedBytes) -> Stored {
    let number = try block(of: id, directory)
    let first = try entry(number, directory).firstPassage
    let bytes = try unpack(number, directory: directory, text: text)
    return try unsafe TextStoreReader.read(Int(id - first), in: bytes.span.bytes)
  }

  private struct Entry {
    let firstPassage: UInt32
    let byteCount: Int
    let offset: Int
  }

  private func count(_ directory: RawSpan) -> Int {
    directory.byteCount / TextStoreWriter.directoryEntryByteCount
  }

  private func entry(_ number: Int, _ directory: RawSpan) throws(MalformedBytes) -> Entry {
    let size = TextStoreWriter.directoryEntryByteCount
    guard number < count(directory) else { throw MalformedBytes(offset: directory.byteCount) }
    var cursor = ByteCursor(offset: number * size, end: (number + 1) * size)
    let firstPassage = try cursor.readUInt32(directory)
    let byteCount = try cursor.readUInt32(directory)
    let offset = try cursor.readUInt64(directory)
    guard let offset = Int(exactly: offset) else { throw MalformedBytes(offset: number * size) }
    return Entry(firstPassage: firstPassage, byteCount: Int(byteCount), offset: offset)
  }

  /// The last block whose first passage is not after `id`.
  private func block(of id: UInt32, _ directory: RawSpan) throws(MalformedBytes) -> Int {
    var low = 0
    var high = count(directory)
    while low < high {
      let middle = (low + high) / 2
      if try entry(middle, directory).firstPassage <= id { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { throw MalformedBytes(offset: 0) }
    return low - 1
  }

  private func unpack(_ number: Int, directory: RawSpan, text: RawSpan) throws(MalformedBytes) -> [UInt8] {
    if let unpacked = store.withLock({ $0.kept.first { $0.number == number } }) { return unpacked.bytes }
    let entry = try entry(number, directory)
    let end = number + 1 < count(directory) ? try self.entry(number + 1, directory).offset : text.byteCount
    guard entry.offset <= end, end <= text.byteCount else {
      throw MalformedBytes(offset: number * TextStoreWriter.directoryEntryByteCount)
    }
    return try store.withLock { store throws(MalformedBytes) in
      let bytes = try store.unpacker.unpack(text, entry.offset..<end, byteCount: entry.byteCount)
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
