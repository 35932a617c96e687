// Walks one term's postings block by block, and says where a block's positions lie.

import ByteIO

/// Where one term's postings and positions lie, and how many there are: what the term dictionary knows.
struct TermInfo: Hashable, Sendable {
  /// In how many passages the term occurs.
  let passageFrequency: Int
  /// Bytes of the postings section.
  let postings: Range<Int>
  /// Bytes of the positions section.
  let positions: Range<Int>
}

/// Decodes one term's postings in order of passages. It holds offsets only: the section's bytes come with each call.
struct PostingListReader: Sendable {
  private let info: TermInfo
  private let blockCount: Int
  private var cursor: ByteCursor
  private var blocksRead = 0
  private var previousPassage: UInt32?
  private let passageCount: UInt32

  /// One entry of the skip table.
  struct Skip: Hashable, Sendable {
    /// The block's last passage.
    let lastPassage: UInt32
    /// Where the block ends, in bytes from the first block's start.
    let postingsEnd: Int
    /// Where its positions end, in bytes from the list's first position.
    let positionsEnd: Int
  }

  static let skipByteCount = 12

  /// - Throws: `MalformedBytes` where the list cannot lie in `bytes`, or claims more passages than there are.
  init(_ info: TermInfo, passageCount: Int, in bytes: RawSpan) throws(MalformedBytes) {
    self.info = info
    self.passageCount = UInt32(truncatingIfNeeded: passageCount)
    blockCount = info.passageFrequency / BitPacking.blockSize
    guard info.postings.upperBound <= bytes.byteCount, info.passageFrequency <= passageCount,
      info.postings.count >= blockCount * PostingListReader.skipByteCount
    else { throw MalformedBytes(offset: info.postings.lowerBound) }
    cursor = ByteCursor(
      offset: info.postings.lowerBound + blockCount * PostingListReader.skipByteCount, end: info.postings.upperBound)
  }

  /// Fills `block` with the next postings; false at the end.
  mutating func next(_ bytes: RawSpan, into block: inout PostingBlock) throws(MalformedBytes) -> Bool {
    if blocksRead < blockCount {
      try readPacked(bytes, into: &block)
    } else if blocksRead == blockCount, info.passageFrequency % BitPacking.blockSize > 0 {
      try readTail(bytes, into: &block)
    } else {
      return false
    }
    blocksRead += 1
    return true
  }

  /// Skips to the first block that may hold `passage` or a later one, forward only; a call of `next` reads that block.
  mutating func seek(to passage: UInt32, _ bytes: RawSpan) throws(MalformedBytes) {
    var target = blocksRead
    while target < blockCount, try skip(target, bytes).lastPassage < passage { target += 1 }
    guard target > blocksRead else { return }
    let before = try skip(target - 1, bytes)
    let start = info.postings.lowerBound + blockCount * PostingListReader.skipByteCount
    guard before.postingsEnd <= info.postings.upperBound - start else { throw MalformedBytes(offset: start) }
    cursor = ByteCursor(offset: start + before.postingsEnd, end: info.postings.upperBound)
    previousPassage = before.lastPassage
    blocksRead = target
  }

  /// Where the positions of the block read last begin, and where the list's end.
  func positionRange(_ bytes: RawSpan, positionByteCount: Int) throws(MalformedBytes) -> Range<Int> {
    let start = blocksRead > 1 ? try skip(blocksRead - 2, bytes).positionsEnd : 0
    guard info.positions.upperBound <= positionByteCount, start <= info.positions.count else {
      throw MalformedBytes(offset: info.positions.lowerBound)
    }
    return info.positions.lowerBound + start..<info.positions.upperBound
  }

  private func skip(_ block: Int, _ bytes: RawSpan) throws(MalformedBytes) -> Skip {
    let offset = info.postings.lowerBound + block * PostingListReader.skipByteCount
    var cursor = ByteCursor(offset: offset, end: info.postings.upperBound)
    return Skip(
      lastPassage: try cursor.readUInt32(bytes),
      postingsEnd: Int(try cursor.readUInt32(bytes)),
      positionsEnd: Int(try cursor.readUInt32(bytes)))
  }

  private mutating func readPacked(_ bytes: RawSpan, into block: inout PostingBlock) throws(MalformedBytes) {
    let start = cursor.offset
    var widths: [Int] = []
    for _ in 0..<4 { widths.append(Int(try cursor.readByte(bytes))) }
    var bases: [UInt32] = []
    for _ in 0..<4 { bases.append(try cursor.readVariable32(bytes)) }
    try BitPacking.unpack(width: widths[0], adding: bases[0], from: bytes, at: &cursor, into: &block.passages)
    try BitPacking.unpack(width: widths[1], adding: bases[1], from: bytes, at: &cursor, into: &block.body)
    try BitPacking.unpack(width: widths[2], adding: bases[2], from: bytes, at: &cursor, into: &block.heading)
    try BitPacking.unpack(width: widths[3], adding: bases[3], from: bytes, at: &cursor, into: &block.title)
    block.count = BitPacking.blockSize
    var passage = UInt64(previousPassage.map { UInt64($0) + 1 } ?? 0)
    var passages = block.passages.mutableSpan
    for index in 0..<BitPacking.blockSize {
      // 128 gaps below 2^32 cannot overflow 64 bits.
      passage &+= UInt64(unsafe passages[unchecked: index])
      unsafe passages[unchecked: index] = UInt32(truncatingIfNeeded: passage)
      passage &+= 1
    }
    // They rise, so the last tells for all.
    guard passage <= UInt64(passageCount) else { throw MalformedBytes(offset: start) }
    previousPassage = block.passages[block.count - 1]
  }

  private mutating func readTail(_ bytes: RawSpan, into block: inout PostingBlock) throws(MalformedBytes) {
    block.count = info.passageFrequency % BitPacking.blockSize
    for index in 0..<block.count {
      let start = cursor.offset
      let gap = try cursor.readVariable32(bytes)
      let passage = UInt64(gap) + (previousPassage.map { UInt64($0) + 1 } ?? 0)
      guard passage < UInt64(passageCount) else { throw MalformedBytes(offset: start) }
      let code = try cursor.readVariable(bytes)
      guard let body = UInt32(exactly: code >> 2) else { throw MalformedBytes(offset: start) }
      block.passages[index] = UInt32(truncatingIfNeeded: passage)
      block.body[index] = body
      block.heading[index] = code & 2 == 0 ? 0 : try cursor.readVariable32(bytes)
      block.title[index] = code & 1 == 0 ? 0 : try cursor.readVariable32(bytes)
      previousPassage = block.passages[index]
    }
  }
}
