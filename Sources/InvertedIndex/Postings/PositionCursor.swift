// Walks the positions of one block of postings, forward only: each is read once, however many are asked for.

import ByteIO

/// The body positions of the postings of one decoded block.
struct PositionCursor {
  private var cursor: ByteCursor
  /// The posting whose positions come next.
  private var next = 0

  /// Positions of `block`, the one that `reader` read last; their pages are touched.
  init(
    _ reader: PostingListReader, _ block: borrowing PostingBlock, postings: RawSpan, positions: RawSpan,
    _ pages: SectionPages
  ) throws(MalformedBytes) {
    let range = try reader.positionRange(postings, positionByteCount: positions.byteCount)
    try pages.touch(range)
    cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
  }

  /// The positions of the posting at `index`: rising, `block.body[index]` of them.
  ///
  /// - Precondition: `index` is greater than at the call before.
  mutating func positions(of index: Int, in block: borrowing PostingBlock, _ bytes: RawSpan) throws(MalformedBytes)
    -> [UInt32]
  {
    precondition(next <= index, "positions are read forward")
    while next < index {
      for _ in 0..<block.body[next] { _ = try cursor.readVariable32(bytes) }
      next += 1
    }
    var positions: [UInt32] = []
    var previous: UInt32 = 0
    for _ in 0..<block.body[index] {
      previous &+= try cursor.readVariable32(bytes)
      positions.append(previous)
    }
    next += 1
    return positions
  }
}
