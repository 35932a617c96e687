// One term's postings as bytes: a skip table, bit-packed blocks of 128, and a variable-byte tail; positions beside them.

import ByteIO

/// Encodes the postings of one term. `Index/FORMAT.md` gives the grammar; `PostingListReader` reads it.
struct PostingListWriter {
  private var pending: [Posting] = []
  private var previousPassage: UInt32?
  private var skips = ByteWriter()
  private var blocks = ByteWriter()
  private var positions = ByteWriter()
  private var columns = PostingBlock()

  /// Adds the posting of the next passage.
  ///
  /// - Parameters:
  ///   - lengths: That passage's field lengths.
  ///   - positions: The word positions in the body as variable-byte integers: the first, then the differences;
  ///     `posting.body` of them.
  /// - Precondition: Passages rise strictly.
  mutating func append(_ posting: Posting, lengths: FieldLengths, positions: RawSpan) {
    pending.append(posting)
    unsafe positions.withUnsafeBytes { unsafe self.positions.append(contentsOf: $0) }
    if pending.count == BitPacking.blockSize { flushBlock() }
  }

  /// The list's bytes and its positions' bytes; the writer is empty again.
  mutating func finish() -> (postings: [UInt8], positions: [UInt8]) {
    var tail = ByteWriter()
    for posting in pending { appendTail(posting, to: &tail) }
    let result = (skips.bytes + blocks.bytes + tail.bytes, positions.bytes)
    pending.removeAll(keepingCapacity: true)
    previousPassage = nil
    skips.removeAll()
    blocks.removeAll()
    positions.removeAll()
    return result
  }

  /// What must be added to the passage before (none: −1) plus one to reach `passage`.
  private mutating func gap(to passage: UInt32) -> UInt32 {
    defer { previousPassage = passage }
    guard let previousPassage else { return passage }
    precondition(passage > previousPassage, "postings come in rising order of passages")
    return passage - previousPassage - 1
  }

  private mutating func flushBlock() {
    for (index, posting) in pending.enumerated() {
      columns.passages[index] = gap(to: posting.passage)
      columns.body[index] = posting.body
      columns.heading[index] = posting.heading
      columns.title[index] = posting.title
    }
    appendColumns([columns.passages, columns.body, columns.heading, columns.title])
    skips.appendFixed(pending[pending.count - 1].passage)
    skips.appendFixed(UInt32(truncatingIfNeeded: blocks.count))
    skips.appendFixed(UInt32(truncatingIfNeeded: positions.count))
    pending.removeAll(keepingCapacity: true)
  }

  /// Widths, then bases, then the packed columns: each column's least value is its base.
  private mutating func appendColumns(_ columns: [[UInt32]]) {
    let bases = columns.map { $0.min() ?? 0 }
    let packed = zip(columns, bases).map { column, base in column.map { $0 - base } }
    for column in packed { blocks.append(UInt8(BitPacking.width(of: column))) }
    for base in bases { blocks.appendVariable(UInt64(base)) }
    for column in packed { BitPacking.pack(column, width: BitPacking.width(of: column), into: &blocks) }
  }

  private mutating func appendTail(_ posting: Posting, to tail: inout ByteWriter) {
    tail.appendVariable(UInt64(gap(to: posting.passage)))
    let flags: UInt64 = (posting.heading > 0 ? 2 : 0) | (posting.title > 0 ? 1 : 0)
    tail.appendVariable(UInt64(posting.body) << 2 | flags)
    if posting.heading > 0 { tail.appendVariable(UInt64(posting.heading)) }
    if posting.title > 0 { tail.appendVariable(UInt64(posting.title)) }
  }
}
