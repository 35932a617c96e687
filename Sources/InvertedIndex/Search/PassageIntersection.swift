// The passages that hold every one of some terms, in any field.

import ByteIO

/// Intersects posting lists, the rarest first: of the longer ones only the blocks that may hold one of what is left are decoded,
/// and of those only the passages (small versus small; Culpepper and Moffat, "Efficient set intersection for inverted
/// indexing", 2010).
struct PassageIntersection {
  let segment: OpenSegment

  /// The passages that hold all of `terms`, in rising order; none for no terms.
  ///
  /// O(postings of the rarest term · log), and the decoding of the others' blocks.
  func passages(holding terms: [TermInfo]) throws(IndexError) -> [UInt32] {
    let segment = segment
    let bytes = segment.segment.bytes(.postings)
    var result: Result<[UInt32], MalformedBytes> = .success([])
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockColumns.capacity) { memory in
      guard let memory = memory.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        unsafe try intersect(terms, bytes, BlockColumns(memory))
      }
    }
    do throws(MalformedBytes) {
      return try result.get()
    } catch {
      throw segment.segment.damage(.postings, error)
    }
  }

  private func intersect(
    _ terms: [TermInfo], _ bytes: RawSpan, _ columns: BlockColumns
  ) throws(MalformedBytes) -> [UInt32] {
    let rarestFirst = terms.sorted { $0.passageFrequency < $1.passageFrequency }
    guard let rarest = rarestFirst.first else { return [] }
    var candidates: [UInt32] = []
    let pages = segment.segment.pages(.postings)
    let list = try PostingList(rarest, passageCount: segment.statistics.passageCount, in: bytes, pages)
    for block in 0..<list.blockCount {
      let reader = unsafe try BlockReader(list, block: block, bytes, into: columns)
      for index in 0..<reader.count { unsafe candidates.append(columns.passages[index]) }
    }
    for term in rarestFirst.dropFirst() where !candidates.isEmpty {
      let list = try PostingList(term, passageCount: segment.statistics.passageCount, in: bytes, pages)
      candidates = unsafe try kept(of: candidates, in: list, bytes, columns)
    }
    return candidates
  }

  private func kept(
    of candidates: [UInt32], in list: PostingList, _ bytes: RawSpan, _ columns: BlockColumns
  ) throws(MalformedBytes) -> [UInt32] {
    var kept: [UInt32] = []
    var block = 0
    var decoded = -1
    var count = 0
    var place = 0
    for candidate in candidates {
      block = list.block(from: block, holding: candidate, bytes)
      guard block < list.blockCount else { break }
      if candidate < list.firstPassage(ofBlock: block, bytes) { continue }
      if block != decoded {
        count = unsafe try BlockReader(list, block: block, bytes, into: columns).count
        decoded = block
        place = 0
      }
      while place < count, unsafe columns.passages[place] < candidate { place += 1 }
      if place < count, unsafe columns.passages[place] == candidate { kept.append(candidate) }
    }
    return kept
  }
}
