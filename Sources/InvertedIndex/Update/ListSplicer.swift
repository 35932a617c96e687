// Takes the postings that go on from an old list into a new one: whole blocks as they stand, wherever that is possible.

import ByteIO

/// Walks old lists, one after another, and hands on what is kept of each. O(bytes); O(postings) where blocks are not copied
/// whole. For one thread at a time.
///
/// A block's bytes are the same behind whatever other block, since they count from the passage after its last: so a block of 128
/// kept postings is copied where the new list has come to its end just there, and decoded elsewhere.
final class ListSplicer {
  let segment: OpenSegment
  private let kept: KeptPassages
  /// `nil` for a term that the old index has not got.
  private var list: PostingList?
  /// The next stretch of kept passages.
  private var stretch = 0
  /// The block to be read next.
  private var nextBlock = 0
  /// The block at hand, and the posting in it that comes next.
  private var block = PostingBlock()
  private var next = 0
  /// Where the positions of that posting begin, in the section.
  private var position = 0
  private var positionEnd = 0

  init(_ segment: OpenSegment, keeping kept: KeptPassages) {
    self.segment = segment
    self.kept = kept
  }

  /// Moves to the first posting of a list; to none for `nil`.
  func begin(_ info: TermInfo?) throws(IndexError) {
    list = nil
    stretch = 0
    nextBlock = 0
    next = 0
    block.removeAll()
    guard let info else { return }
    let sections = segment.segment
    do throws(MalformedBytes) {
      guard info.positions.upperBound <= sections.bytes(.positions).byteCount else {
        throw MalformedBytes(offset: info.postings.lowerBound)
      }
      list = try PostingList(
        info, passageCount: segment.statistics.passageCount, in: sections.bytes(.postings), sections.pages(.postings))
    } catch {
      throw sections.damage(.postings, error)
    }
  }

  /// Whether the list has the same bytes in the new index, if no posting comes to it and none goes.
  var isUnmoved: Bool {
    guard let list else { return false }
    if kept.firstMoved == .max { return true }
    let sections = segment.segment
    let last = list.lastPassage(ofBlock: list.blockCount - 1, sections.bytes(.postings))
    return list.blockCount > 1 && last < kept.firstMoved
  }

  /// Hands on the postings of all kept stretches before part `part`; of all, for `nil`.
  ///
  /// - Parameter lengths: of the new index's passages, packed.
  /// - Returns: How many there were.
  func copy(before part: Int?, to writer: inout PostingListWriter, lengths: [UInt32]) throws(IndexError) -> Int {
    guard let list else { return 0 }
    var count = 0
    while stretch < kept.stretches.count, part.map({ kept.stretches[stretch].part < $0 }) ?? true {
      do throws(MalformedBytes) {
        count += try copy(kept.stretches[stretch], of: list, to: &writer, lengths)
      } catch {
        throw segment.segment.damage(.postings, error)
      }
      stretch += 1
    }
    return count
  }

  private func copy(
    _ stretch: KeptPassages.Stretch, of list: PostingList, to writer: inout PostingListWriter, _ lengths: [UInt32]
  ) throws(MalformedBytes) -> Int {
    let segment = segment.segment
    let bytes = segment.bytes(.postings)
    let positions = segment.bytes(.positions)
    var count = 0
    while true {
      if next == block.count {
        nextBlock = list.block(from: nextBlock, holding: stretch.old.lowerBound, bytes)
        guard nextBlock < list.blockCount, list.firstPassage(ofBlock: nextBlock, bytes) < stretch.old.upperBound else {
          return count
        }
        if try copyBlock(of: list, in: stretch, to: &writer, bytes, positions) {
          count += BitPacking.blockSize
          continue
        }
        try readBlock(of: list, bytes, positions)
      }
      while next < block.count {
        let posting = block[next]
        if posting.passage >= stretch.old.upperBound { return count }
        let start = position
        guard skipPositions(Int(posting.body), positions) else {
          throw MalformedBytes(offset: list.info.postings.lowerBound)
        }
        next += 1
        guard posting.passage >= stretch.old.lowerBound else { continue }
        var moved = posting
        moved.passage &+= stretch.shift
        guard Int(moved.passage) < lengths.count else { throw MalformedBytes(offset: list.info.postings.lowerBound) }
        writer.append(
          moved, lengths: FieldLengths(packed: lengths[Int(moved.passage)]),
          positions: positions.extracting(start..<position))
        count += 1
      }
    }
  }

  /// Copies the next block as it stands, if all of it is kept, and the new list has come to where it begins.
  private func copyBlock(
    of list: PostingList, in stretch: KeptPassages.Stretch, to writer: inout PostingListWriter, _ bytes: RawSpan,
    _ positions: RawSpan
  ) throws(MalformedBytes) -> Bool {
    guard list.blockCount > 1, list.count(ofBlock: nextBlock) == BitPacking.blockSize, writer.isAtBlockStart else {
      return false
    }
    let first = list.firstPassage(ofBlock: nextBlock, bytes)
    let last = list.lastPassage(ofBlock: nextBlock, bytes)
    guard first >= stretch.old.lowerBound, first <= last, last < stretch.old.upperBound else { return false }
    writer.closeFullBlock()
    guard writer.firstPassage == first &+ stretch.shift else { return false }
    writer.appendPacked(
      bytes.extracting(try list.range(ofBlock: nextBlock, bytes)), last: last &+ stretch.shift,
      impacts: list.impacts(ofBlock: nextBlock, bytes),
      positions: positions.extracting(
        try list.positions(ofBlock: nextBlock, bytes, positionByteCount: positions.byteCount)))
    nextBlock += 1
    return true
  }

  private func readBlock(of list: PostingList, _ bytes: RawSpan, _ positions: RawSpan) throws(MalformedBytes) {
    var reader = PostingListReader(list, from: nextBlock)
    guard try reader.next(bytes, into: &block) else { throw MalformedBytes(offset: list.info.postings.lowerBound) }
    let range = try list.positions(ofBlock: nextBlock, bytes, positionByteCount: positions.byteCount)
    position = range.lowerBound
    positionEnd = range.upperBound
    next = 0
    nextBlock += 1
  }

  /// Passes over the positions of one posting; false where they end before.
  private func skipPositions(_ count: Int, _ positions: RawSpan) -> Bool {
    var left = count
    while left > 0 {
      guard position < positionEnd else { return false }
      // `positionEnd` lies within the section, as `positions(ofBlock:)` checked.
      let byte = unsafe positions.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
      if byte < 0x80 { left &-= 1 }
      position &+= 1
    }
    return true
  }
}
