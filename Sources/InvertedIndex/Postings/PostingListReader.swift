// Walks one term's postings block by block, whole and in order, and says where a block's positions lie.

import ByteIO

/// Decodes one term's postings in order of passages. It holds offsets only: the section's bytes come with each call.
struct PostingListReader: Sendable {
  private let list: PostingList
  private var next = 0

  /// - Throws: `MalformedBytes` where the list cannot lie in `bytes`, or claims more passages than there are.
  init(_ info: TermInfo, passageCount: Int, in bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) {
    list = try PostingList(info, passageCount: passageCount, in: bytes, pages)
  }

  /// Reads `list` from `block` on.
  init(_ list: PostingList, from block: Int) {
    self.list = list
    next = block
  }

  /// Fills `block` with the next postings; false at the end.
  mutating func next(_ bytes: RawSpan, into block: inout PostingBlock) throws(MalformedBytes) -> Bool {
    guard next < list.blockCount else { return false }
    var result: Result<Void, MalformedBytes> = .success(())
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockColumns.capacity) { memory in
      guard let memory = memory.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        try unsafe PostingListReader.read(list, next, bytes, BlockColumns(memory), into: &block)
      }
    }
    try result.get()
    next += 1
    return true
  }

  /// Skips to the first block that may hold `passage` or a later one, forward only; a call of `next` reads that block.
  mutating func seek(to passage: UInt32, _ bytes: RawSpan) {
    next = list.block(from: next, holding: passage, bytes)
  }

  /// Where the positions of the block read last lie.
  func positionRange(_ bytes: RawSpan, positionByteCount: Int) throws(MalformedBytes) -> Range<Int> {
    try list.positions(ofBlock: max(0, next - 1), bytes, positionByteCount: positionByteCount)
  }

  /// The posting of `passage` in `list`, whose one block that may hold it is decoded; `nil` where it has none.
  static func posting(of passage: UInt32, in list: PostingList, _ bytes: RawSpan) throws(MalformedBytes) -> Posting? {
    let block = list.block(from: 0, holding: passage, bytes)
    guard block < list.blockCount else { return nil }
    var result: Result<Posting?, MalformedBytes> = .success(nil)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockColumns.capacity) { memory in
      guard let memory = memory.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        let columns = unsafe BlockColumns(memory)
        var reader = unsafe try BlockReader(list, block: block, bytes, into: columns)
        guard let index = unsafe columns.place(of: passage, among: reader.count) else { return nil }
        unsafe try reader.readFrequencies(bytes, into: columns)
        let hasFields = unsafe try reader.readFields(bytes, into: columns).contains(index)
        return unsafe Posting(
          passage: passage, body: columns.body[index], heading: hasFields ? columns.heading[index] : 0,
          title: hasFields ? columns.title[index] : 0)
      }
    }
    return try result.get()
  }

  /// Whether `list` has a posting of `passage`: of the one block that may hold it, no more is decoded than tells.
  static func holds(_ passage: UInt32, in list: PostingList, _ bytes: RawSpan) throws(MalformedBytes) -> Bool {
    let block = list.block(from: 0, holding: passage, bytes)
    guard block < list.blockCount else { return false }
    let first = list.firstPassage(ofBlock: block, bytes)
    if list.count(ofBlock: block) < BitPacking.blockSize {
      return try BlockReader.tail(of: list, block: block, bytes, holds: passage, first: first)
    }
    if let bits = try BlockReader(bitset: list, block: block, bytes) {
      return try bits.place(of: passage, first: first, bytes) != nil
    }
    var result: Result<Bool, MalformedBytes> = .success(false)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockColumns.capacity) { memory in
      guard let memory = memory.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        let columns = unsafe BlockColumns(memory)
        let reader = unsafe try BlockReader(list, block: block, bytes, into: columns)
        return unsafe columns.place(of: passage, among: reader.count) != nil
      }
    }
    return try result.get()
  }

  private static func read(
    _ list: PostingList, _ number: Int, _ bytes: RawSpan, _ columns: BlockColumns, into block: inout PostingBlock
  ) throws(MalformedBytes) {
    var reader = unsafe try BlockReader(list, block: number, bytes, into: columns)
    unsafe try reader.readFrequencies(bytes, into: columns)
    let mask = unsafe try reader.readFields(bytes, into: columns)
    block.count = reader.count
    for index in 0..<reader.count {
      block.passages[index] = unsafe columns.passages[index]
      block.body[index] = unsafe columns.body[index]
      let hasFields = mask.contains(index)
      block.heading[index] = hasFields ? unsafe columns.heading[index] : 0
      block.title[index] = hasFields ? unsafe columns.title[index] : 0
    }
  }
}
