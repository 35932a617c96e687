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
    /// The sample's pages were touched.
    var isSampleChecked = false
  }

  /// How many unpacked blocks are kept: as many as the passages that one answer of three is chosen from, and some.
  private static let keptBlocks = 16
  private let store = Mutex(Store())

  /// Passage `id`, which is in `block`: the unpacking of one block. Its pages are touched first, and before the first block the whole
  /// sample, since a frame may copy from anywhere in it.
  func passage(_ id: UInt32, in block: TextDirectory.Block, of segment: SegmentReader) throws(MalformedBytes)
    -> PassageRecord.Stored
  {
    let bytes = try unpack(block, of: segment)
    return try unsafe PassageRecord.read(Int(id - block.firstPassage), in: bytes.span.bytes)
  }

  private func unpack(_ block: TextDirectory.Block, of segment: SegmentReader) throws(MalformedBytes) -> [UInt8] {
    let number = block.number
    return try store.withLock { store throws(MalformedBytes) in
      if let unpacked = store.kept.first(where: { $0.number == number }) { return unpacked.bytes }
      if !store.isSampleChecked {
        try segment.pages(.textSample).touch(0..<segment.byteCount(.textSample))
        store.isSampleChecked = true
      }
      try segment.pages(.text).touch(block.frame)
      let bytes = try store.unpacker.unpack(
        segment.bytes(.text), block.frame, byteCount: block.byteCount, sample: segment.bytes(.textSample))
      if store.kept.count == TextStoreReader.keptBlocks { store.kept.removeFirst() }
      store.kept.append(Unpacked(number: number, bytes: bytes))
      return bytes
    }
  }
}
