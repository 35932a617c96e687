// Where the parts of one term's postings lie: the tables over its blocks, and the blocks.

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

extension TermInfo {
  /// What an entry of the term dictionary says.
  init(_ values: FrontCodedReader.Values) throws(MalformedBytes) {
    let (postings, o1) = values.before[1].addingReportingOverflow(values.own[1])
    let (positions, o2) = values.before[2].addingReportingOverflow(values.own[2])
    guard !o1, !o2 else { throw MalformedBytes(offset: 0) }
    self.init(
      passageFrequency: values.own[0], postings: values.before[1]..<postings, positions: values.before[2]..<positions)
  }
}

/// One term's postings: blocks of 128 and a last one of what is left, found through tables where there is more than one.
///
/// It holds offsets only: the section's bytes come with each call. The pages of its tables are touched at the beginning, those of a
/// block before it is decoded.
struct PostingList: Sendable {
  let info: TermInfo
  let passageCount: UInt32
  /// All blocks, the last, shorter one included; at least 1.
  let blockCount: Int
  /// Where the tables begin: for each block its last passage, the end of its bytes, the end of its positions, its impacts.
  private let tables: Int
  /// Where the first block begins.
  let blocks: Int
  /// Of the postings.
  let pages: SectionPages

  /// The bytes that a block takes in the tables.
  static let tableByteCount = 12 + BlockImpacts.byteCount

  /// - Throws: `MalformedBytes` where the list cannot lie in `bytes`, or claims more passages than there are, or none.
  init(_ info: TermInfo, passageCount: Int, in bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) {
    self.info = info
    self.pages = pages
    self.passageCount = UInt32(truncatingIfNeeded: passageCount)
    let frequency = info.passageFrequency
    guard frequency > 0, frequency <= passageCount, info.postings.upperBound <= bytes.byteCount else {
      throw MalformedBytes(offset: info.postings.lowerBound)
    }
    blockCount = (frequency + BitPacking.blockSize - 1) / BitPacking.blockSize
    let impacts = info.postings.lowerBound
    tables = impacts + (blockCount > 1 ? BlockImpacts.byteCount : 0)
    blocks = tables + (blockCount > 1 ? blockCount * PostingList.tableByteCount : 0)
    guard blocks <= info.postings.upperBound else { throw MalformedBytes(offset: info.postings.lowerBound) }
    try pages.touch(impacts..<blocks)
  }

  /// How many postings a block holds.
  func count(ofBlock block: Int) -> Int {
    min(BitPacking.blockSize, info.passageFrequency - block * BitPacking.blockSize)
  }

  /// What no posting of the list exceeds; `nil` for a list of one block, which is soon read.
  func impacts(_ bytes: RawSpan) -> BlockImpacts? {
    blockCount > 1 ? BlockImpacts(packed: PostingList.load(bytes, info.postings.lowerBound)) : nil
  }

  /// What no posting of a block exceeds.
  ///
  /// - Precondition: there is more than one block.
  @inline(__always)
  func impacts(ofBlock block: Int, _ bytes: RawSpan) -> BlockImpacts {
    BlockImpacts(packed: PostingList.load(bytes, tables &+ 12 &* blockCount &+ 8 &* block))
  }

  /// The last passage a block holds, as the tables say; the last of all passages for a list of one block.
  @inline(__always)
  func lastPassage(ofBlock block: Int, _ bytes: RawSpan) -> UInt32 {
    blockCount > 1 ? PostingList.load(bytes, tables &+ 4 &* block) : passageCount &- 1
  }

  /// The first passage that a block could hold.
  @inline(__always)
  func firstPassage(ofBlock block: Int, _ bytes: RawSpan) -> UInt32 {
    block == 0 ? 0 : lastPassage(ofBlock: block &- 1, bytes) &+ 1
  }

  /// The first block, from `block` on, that may hold `passage` or a later one; `blockCount` if none does. O(log distance).
  func block(from block: Int, holding passage: UInt32, _ bytes: RawSpan) -> Int {
    if block >= blockCount || lastPassage(ofBlock: block, bytes) >= passage { return block }
    var low = block
    var step = 1
    while low &+ step < blockCount, lastPassage(ofBlock: low &+ step, bytes) < passage {
      low = low &+ step
      step = step &* 2
    }
    var high = min(blockCount, low &+ step)
    // The last passage of `low` is before `passage`; that of `high` is not, or there is no such block.
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if lastPassage(ofBlock: middle, bytes) < passage { low = middle } else { high = middle }
    }
    return high
  }

  /// Where a block's bytes lie.
  func range(ofBlock block: Int, _ bytes: RawSpan) throws(MalformedBytes) -> Range<Int> {
    guard blockCount > 1 else { return blocks..<info.postings.upperBound }
    let start = block == 0 ? 0 : Int(PostingList.load(bytes, tables &+ 4 &* (blockCount &+ block &- 1)) as UInt32)
    let end = Int(PostingList.load(bytes, tables &+ 4 &* (blockCount &+ block)) as UInt32)
    guard start <= end, end <= info.postings.upperBound &- blocks else {
      throw MalformedBytes(offset: tables &+ 4 &* (blockCount &+ block))
    }
    return blocks &+ start..<blocks &+ end
  }

  /// Where a block's positions lie, of `positionByteCount` in the section.
  func positions(ofBlock block: Int, _ bytes: RawSpan, positionByteCount: Int) throws(MalformedBytes) -> Range<Int> {
    guard info.positions.upperBound <= positionByteCount else {
      throw MalformedBytes(offset: info.postings.lowerBound)
    }
    guard blockCount > 1 else { return info.positions }
    let table = tables + 8 * blockCount
    let start = block == 0 ? 0 : Int(PostingList.load(bytes, table + 4 * (block - 1)) as UInt32)
    let end = Int(PostingList.load(bytes, table + 4 * block) as UInt32)
    guard start <= end, end <= info.positions.count else { throw MalformedBytes(offset: table + 4 * block) }
    return info.positions.lowerBound + start..<info.positions.lowerBound + end
  }

  /// A little-endian integer of the tables, which lie within `bytes`, as was checked at the beginning.
  @inline(__always)
  private static func load<Integer: FixedWidthInteger & BitwiseCopyable>(_ bytes: RawSpan, _ offset: Int) -> Integer {
    unsafe Integer(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Integer.self))
  }
}
