// One term's postings as bytes: tables over the blocks, packed blocks of 128, a variable-byte tail; positions beside them.

import ByteIO

/// Encodes the postings of one term. `Index/FORMAT.md` gives the grammar; `PostingList` and `BlockReader` read it.
struct PostingListWriter {
  private var pending = PostingBlock()
  private var pendingImpacts = ImpactCollector()
  private var listImpacts = BlockImpacts()
  /// The first passage that the block at hand could hold.
  private(set) var firstPassage: UInt32 = 0
  private var lastPassages: [UInt32] = []
  private var ends: [UInt32] = []
  private var positionEnds: [UInt32] = []
  private var impacts: [BlockImpacts] = []
  private var blocks = ByteWriter()
  private var positions = ByteWriter()
  private var fields = ByteWriter()

  /// Adds the posting of the next passage.
  ///
  /// - Parameters:
  ///   - lengths: That passage's field lengths.
  ///   - positions: The word positions in the body as variable-byte integers: the first, then the differences;
  ///     `posting.body` of them.
  /// - Precondition: Passages rise strictly.
  mutating func append(_ posting: Posting, lengths: FieldLengths, positions: RawSpan) {
    if pending.count == BitPacking.blockSize { closeBlock() }
    let previous = pending.count > 0 ? pending.passages[pending.count - 1] &+ 1 : firstPassage
    precondition(posting.passage >= previous, "postings come in rising order of passages")
    pending.append(posting)
    pendingImpacts.add(posting, lengths)
    unsafe positions.withUnsafeBytes { unsafe self.positions.append(contentsOf: $0) }
  }

  /// Whether the next posting begins a block, which then `appendPacked` may append whole.
  var isAtBlockStart: Bool { pending.count == 0 || pending.count == BitPacking.blockSize }

  /// Ends a full block, so that `firstPassage` is that of the next.
  mutating func closeFullBlock() {
    if pending.count == BitPacking.blockSize { closeBlock() }
  }

  /// Adds a block of 128 postings as another list holds it.
  ///
  /// - Parameters:
  ///   - packed: The block's bytes, which count its passages from the first that it could hold.
  ///   - last: Its last passage.
  ///   - positions: All positions of its postings.
  /// - Precondition: The writer is at the start of a block, whose `firstPassage` is the one `packed` counts from.
  mutating func appendPacked(_ packed: RawSpan, last: UInt32, impacts: BlockImpacts, positions: RawSpan) {
    precondition(pending.count == 0 && last >= firstPassage, "a block comes whole, behind whole blocks")
    blocks.append(contentsOf: packed)
    self.positions.append(contentsOf: positions)
    endBlock(last: last, impacts)
  }

  /// Appends the list's bytes and its positions' bytes to those of other lists; the writer is empty again.
  ///
  /// The writer's own arrays are never handed out: emptying an array that someone else holds allocates all its room anew, and
  /// where that is mapped memory, a page more each time.
  mutating func finish(appendingTo lists: inout [UInt8], positions allPositions: inout [UInt8]) {
    if pending.count > 0 { closeBlock() }
    if ends.count > 1 {
      var tables = ByteWriter(capacity: BlockImpacts.byteCount + PostingList.tableByteCount * ends.count)
      tables.appendFixed(listImpacts.packed)
      for passage in lastPassages { tables.appendFixed(passage) }
      for end in ends { tables.appendFixed(end) }
      for end in positionEnds { tables.appendFixed(end) }
      for impacts in impacts { tables.appendFixed(impacts.packed) }
      lists.append(contentsOf: tables.bytes)
    }
    lists.append(contentsOf: blocks.bytes)
    allPositions.append(contentsOf: positions.bytes)
    removeAll()
  }

  /// The list's bytes and its positions' bytes, by themselves; the writer is empty again.
  mutating func finish() -> (postings: [UInt8], positions: [UInt8]) {
    var list: [UInt8] = []
    var positions: [UInt8] = []
    finish(appendingTo: &list, positions: &positions)
    return (list, positions)
  }

  private mutating func removeAll() {
    listImpacts = BlockImpacts()
    firstPassage = 0
    lastPassages.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    positionEnds.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    blocks.removeAll()
    positions.removeAll()
  }

  private mutating func closeBlock() {
    if pending.count == BitPacking.blockSize { appendPacked() } else { appendTail() }
    endBlock(last: pending.passages[pending.count - 1], pendingImpacts.impacts)
    pendingImpacts = ImpactCollector()
    pending.removeAll()
  }

  /// Enters the block that was appended last into the tables.
  private mutating func endBlock(last: UInt32, _ impacts: BlockImpacts) {
    lastPassages.append(last)
    ends.append(UInt32(truncatingIfNeeded: blocks.count))
    positionEnds.append(UInt32(truncatingIfNeeded: positions.count))
    self.impacts.append(impacts)
    listImpacts.formMaximum(impacts)
    firstPassage = last &+ 1
  }

  /// The head, then the passages, the body's frequencies, and the other fields'.
  private mutating func appendPacked() {
    fields.removeAll()
    let last = pending.passages[BitPacking.blockSize - 1]
    let kind = unsafe pending.heading.withUnsafeBufferPointer { heading in
      unsafe pending.title.withUnsafeBufferPointer { title in
        guard let heading = heading.baseAddress, let title = title.baseAddress else { return UInt8(0) }
        return unsafe FieldCodes.append(heading: heading, title: title, to: &fields)
      }
    }
    let isPositive = pending.body.allSatisfy { $0 > 0 }
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * BitPacking.blockSize) { memory in
      guard let gaps = memory.baseAddress else { return }
      let body = unsafe gaps + BitPacking.blockSize
      for index in 0..<BitPacking.blockSize { unsafe body[index] = pending.body[index] - (isPositive ? 1 : 0) }
      var expected = firstPassage
      for index in 0..<BitPacking.blockSize {
        unsafe gaps[index] = pending.passages[index] - expected
        expected = pending.passages[index] &+ 1
      }
      unsafe pending.passages.withUnsafeBufferPointer { passages in
        guard let passages = passages.baseAddress else { return }
        let gapShape = unsafe PatchedPacking.shape(of: gaps)
        let bodyShape = unsafe PatchedPacking.shape(of: body)
        let words = PassageBitset.wordCount(first: firstPassage, last: last)
        let isDense = words * 8 <= BitPacking.byteCount(width: Int(gapShape.width)) + 2 * Int(gapShape.patches) + 8
        let head = BlockHead(
          passages: isDense ? .init(width: BlockHead.bitset, patches: UInt8(words)) : gapShape, body: bodyShape,
          fields: kind | (isPositive ? BlockHead.positive : 0))
        head.append(to: &blocks)
        if isDense {
          unsafe PassageBitset.append(passages, from: firstPassage, to: &blocks)
        } else {
          unsafe PatchedPacking.append(gaps, gapShape, to: &blocks)
        }
        unsafe PatchedPacking.append(body, bodyShape, to: &blocks)
      }
    }
    blocks.append(contentsOf: fields.bytes)
  }

  private mutating func appendTail() {
    var expected = firstPassage
    for index in 0..<pending.count {
      let posting = pending[index]
      blocks.appendVariable(UInt64(posting.passage - expected))
      expected = posting.passage &+ 1
      let flags: UInt64 = (posting.heading > 0 ? 2 : 0) | (posting.title > 0 ? 1 : 0)
      blocks.appendVariable(UInt64(posting.body) << 2 | flags)
      if posting.heading > 0 { blocks.appendVariable(UInt64(posting.heading)) }
      if posting.title > 0 { blocks.appendVariable(UInt64(posting.title)) }
    }
  }
}
