// Where each block of the text store begins, and which passages it holds.

import ByteIO

/// The section `textDirectory`: for each block its first passage, its unpacked size, and its offset in the section `text`.
enum TextDirectory {
  /// The size in bytes of one entry.
  static let entryByteCount = 16

  /// A block of the text store.
  struct Block {
    let number: Int
    let firstPassage: UInt32
    /// Unpacked.
    let byteCount: Int
    /// Where its frame lies, within the text.
    let frame: Range<Int>
  }

  private struct Entry {
    let firstPassage: UInt32
    let byteCount: Int
    let offset: Int
  }

  /// The block that holds passage `id`; O(log blocks). The pages read are touched first.
  static func block(
    of id: UInt32, _ directory: RawSpan, _ pages: SectionPages, textByteCount: Int
  ) throws(MalformedBytes) -> Block {
    var low = 0
    var high = directory.byteCount / entryByteCount
    while low < high {
      let middle = (low + high) / 2
      if try entry(middle, directory, pages).firstPassage <= id { low = middle + 1 } else { high = middle }
    }
    // The last block whose first passage is not after `id`.
    guard low > 0 else { throw MalformedBytes(offset: 0) }
    return try block(low - 1, directory, pages, textByteCount: textByteCount)
  }

  /// Block `number`, which there is.
  static func block(
    _ number: Int, _ directory: RawSpan, _ pages: SectionPages, textByteCount: Int
  ) throws(MalformedBytes) -> Block {
    let count = directory.byteCount / entryByteCount
    let found = try entry(number, directory, pages)
    let end = number + 1 < count ? try entry(number + 1, directory, pages).offset : textByteCount
    guard found.offset <= end, end <= textByteCount else { throw MalformedBytes(offset: number * entryByteCount) }
    return Block(
      number: number, firstPassage: found.firstPassage, byteCount: found.byteCount, frame: found.offset..<end)
  }

  private static func entry(
    _ number: Int, _ directory: RawSpan, _ pages: SectionPages
  ) throws(MalformedBytes) -> Entry {
    try pages.touch(number * entryByteCount..<(number + 1) * entryByteCount)
    var cursor = ByteCursor(offset: number * entryByteCount, end: (number + 1) * entryByteCount)
    let firstPassage = try cursor.readUInt32(directory)
    let byteCount = try cursor.readUInt32(directory)
    let offset = try cursor.readUInt64(directory)
    guard let offset = Int(exactly: offset) else { throw MalformedBytes(offset: number * entryByteCount) }
    return Entry(firstPassage: firstPassage, byteCount: Int(byteCount), offset: offset)
  }
}
