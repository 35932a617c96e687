// What a term contributes at most in each range of passages.

import ByteIO

extension TermCursor {
  /// A list with at most so many postings for each range leaves ranges out, and is read to know which. With twice as many,
  /// questions took up to 6 % more instructions.
  private static let sparseFactor = 4
  /// How many blocks' bounds there is room for.
  static let blocksAtOnce = 128

  /// Fills `ranges` for all `count` ranges of 2^`shift` passages: with the list's own bound where that is no more than
  /// `negligible`; exactly for a list with fewer postings than there are ranges; else from its blocks' impacts, where it is known
  /// to have postings at all. The cursor stands at the list's beginning afterwards.
  mutating func setRanges(
    _ count: Int, shift: Int, negligible: Float, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    if list.info.passageFrequency <= count || list.blockCount == 1 {
      try setExactRanges(count, shift: shift, scorer, bytes)
    } else if bound <= negligible {
      unsafe ranges.update(repeating: bound, count: count)
    } else if list.info.passageFrequency <= TermCursor.sparseFactor * count {
      try setSparseRanges(count, shift: shift, scorer, scale, bytes)
    } else {
      try setDenseRanges(count, shift: shift, scorer, scale, bytes)
    }
  }

  private mutating func setExactRanges(
    _ count: Int, shift: Int, _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    unsafe ranges.update(repeating: 0, count: count)
    for number in 0..<list.blockCount {
      if number != block.number { try open(number, bytes) }
      try block.score(scorer, bytes)
      for index in 0..<block.count {
        let range = unsafe Int(block.passages[index]) &>> shift
        unsafe ranges[range] = max(ranges[range], block.contributions[index])
      }
    }
    if list.blockCount > 1 { rewind() }
  }

  private mutating func setSparseRanges(
    _ count: Int, shift: Int, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    unsafe ranges.update(repeating: 0, count: count)
    for number in 0..<list.blockCount {
      let reciprocal = scale.reciprocal(list.impacts(ofBlock: number, bytes))
      let most = scorer.bound(weight: weight, SIMD4(repeating: reciprocal))[0]
      try open(number, bytes)
      for index in 0..<block.count {
        let range = unsafe Int(block.passages[index]) &>> shift
        unsafe ranges[range] = max(ranges[range], most)
      }
    }
    rewind()
  }

  /// The passages of a block lie anywhere from where the block before ends to where it ends itself.
  private func setDenseRanges(
    _ count: Int, shift: Int, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    // The range that the block at hand begins in, and the bit pattern of the most that blocks up to this one contribute there: of
    // floats that are not negative, bit patterns have the same order.
    var range = 0
    var most: UInt32 = 0
    var first = 0
    for start in stride(from: 0, to: list.blockCount, by: TermCursor.blocksAtOnce) {
      let end = min(list.blockCount, start &+ TermCursor.blocksAtOnce)
      setBounds(ofBlocks: start..<end, scorer, scale, bytes)
      for number in start..<end {
        let bound = unsafe blockBounds[number &- start]
        let last = Int(list.lastPassage(ofBlock: number, bytes))
        guard first <= last, last < scorer.passageCount else { throw MalformedBytes(offset: list.blocks) }
        first = last &+ 1
        let (end, next) = (last &>> shift, first &>> shift)
        most = max(most, bound)
        unsafe ranges[range] = Float(bitPattern: most)
        // Four at a time; what is written past the block's end is written again by those that follow.
        var place = range &+ 1
        repeat {
          unsafe UnsafeMutableRawPointer(ranges).storeBytes(
            of: SIMD4(repeating: bound), toByteOffset: 4 &* place, as: SIMD4<UInt32>.self)
          place &+= 4
        } while place <= end
        let mostOfNext = next == end ? bound : 0
        most = next == range ? most : mostOfNext
        range = next
      }
    }
    unsafe ranges[range] = Float(bitPattern: most)
    unsafe (ranges + (range &+ 1)).update(repeating: 0, count: count &- range &- 1)
  }

  /// Fills `blockBounds`: what no posting of a block contributes more than, as a bit pattern.
  private func setBounds(ofBlocks blocks: Range<Int>, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan) {
    let target = unsafe UnsafeMutableRawPointer(blockBounds)
    let last = blocks.upperBound &- 1
    for start in stride(from: blocks.lowerBound, through: last, by: 4) {
      let reciprocals = SIMD4(
        scale.reciprocal(list.impacts(ofBlock: start, bytes)),
        scale.reciprocal(list.impacts(ofBlock: min(last, start &+ 1), bytes)),
        scale.reciprocal(list.impacts(ofBlock: min(last, start &+ 2), bytes)),
        scale.reciprocal(list.impacts(ofBlock: min(last, start &+ 3), bytes)))
      unsafe target.storeBytes(
        of: scorer.bound(weight: weight, reciprocals), toByteOffset: 4 &* (start &- blocks.lowerBound),
        as: SIMD4<Float>.self)
    }
  }
}
