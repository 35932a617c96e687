// Decodes the postings of many terms, block kind by block kind: for measuring.

import ByteIO

/// How a block of postings is written.
package enum BlockKind: String, CaseIterable, Sendable {
  /// Passages as a bitset, frequencies packed.
  case bitset
  /// Passages and frequencies packed, all of them whole.
  case packed
  /// Packed, with patches for those that need more bits.
  case patched
  /// The last block of a term, of less than 128 postings, in integers of variable length.
  case short
}

extension IndexReader {
  /// The bytes that postings take: the tables over their blocks and the blocks, without positions.
  package var postingByteCount: Int {
    let segment = segment
    return segment.bytes(.postings).byteCount
  }
}

/// The blocks of some terms of an index, found once and decoded as often as wanted.
package struct PostingDecoder {
  private struct Place {
    let list: PostingList
    let block: Int
  }

  private let segment: SegmentReader
  private var places: [BlockKind: [Place]] = [:]

  /// - Parameter terms: as the analyzer makes them; those that no passage holds are passed over.
  package init(_ index: IndexReader, terms: [[UInt8]]) throws(IndexError) {
    segment = index.segment
    let open = try OpenSegment(index.segment)
    for term in terms {
      guard let info = try open.termInfo(of: term) else { continue }
      do throws(MalformedBytes) {
        let bytes = open.segment.bytes(.postings)
        let pages = open.segment.pages(.postings)
        try add(PostingList(info, passageCount: index.statistics.passageCount, in: bytes, pages))
      } catch {
        throw segment.damage(.postings, error)
      }
    }
  }

  /// How many postings the blocks of one kind hold.
  package func postingCount(_ kind: BlockKind) -> Int {
    places[kind, default: []].reduce(0) { $0 + $1.list.count(ofBlock: $1.block) }
  }

  /// Decodes passages, frequencies and fields of every block of one kind; O(postings).
  ///
  /// - Returns: The sum of the blocks' first passages and frequencies, wrapped: it depends on what was decoded.
  package func decode(_ kind: BlockKind) throws(IndexError) -> UInt32 {
    let segment = segment
    let bytes = segment.bytes(.postings)
    let places = places[kind, default: []]
    var result: Result<UInt32, MalformedBytes> = .success(0)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockColumns.capacity) { memory in
      guard let memory = memory.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        let columns = unsafe BlockColumns(memory)
        var sum: UInt32 = 0
        for place in places {
          var reader = unsafe try BlockReader(place.list, block: place.block, bytes, into: columns)
          unsafe try reader.readFrequencies(bytes, into: columns)
          _ = unsafe try reader.readFields(bytes, into: columns)
          unsafe sum &+= columns.passages[0] &+ columns.body[0]
        }
        return sum
      }
    }
    do throws(MalformedBytes) {
      return try result.get()
    } catch {
      throw segment.damage(.postings, error)
    }
  }

  private mutating func add(_ list: PostingList) throws(MalformedBytes) {
    let segment = segment
    let bytes = segment.bytes(.postings)
    for block in 0..<list.blockCount {
      places[try PostingDecoder.kind(of: block, list, bytes), default: []].append(Place(list: list, block: block))
    }
  }

  private static func kind(of block: Int, _ list: PostingList, _ bytes: RawSpan) throws(MalformedBytes) -> BlockKind {
    if list.count(ofBlock: block) < BitPacking.blockSize { return .short }
    let range = try list.range(ofBlock: block, bytes)
    try list.pages.touch(range)
    var cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
    let head = try BlockHead(bytes, at: &cursor)
    if head.passages.width == BlockHead.bitset { return .bitset }
    return head.passages.patches > 0 || head.body.patches > 0 ? .patched : .packed
  }
}
