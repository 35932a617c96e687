// One term of a query on its way through its postings.

import ByteIO

/// Moves forward through one term's blocks; decodes and scores a block when something in it is wanted.
@safe struct TermCursor {
  let list: PostingList
  /// The term's weight times its idf.
  let weight: Float
  /// What no posting of the list contributes more than.
  private(set) var bound: Float = 0
  /// The next posting's passage at or after the last `seek`; `UInt32.max` past the end; 0 before the first `seek`.
  private(set) var next: UInt32 = 0
  /// What no posting contributes more than, for each range of passages, once `setRanges` was called; room for four more.
  let ranges: UnsafeMutablePointer<Float>
  /// Room for the bounds of `blocksAtOnce` blocks.
  let blockBounds: UnsafeMutablePointer<UInt32>

  var block: ScoredBlock
  /// No block before this one is wanted any more.
  private var nearest = 0
  /// Where in the decoded block `next` stands.
  private var position = 0

  /// What a cursor's memory holds, in four-byte units.
  static let capacity = ScoredBlock.capacity + blocksAtOnce

  /// - Parameters:
  ///   - memory: Room for `capacity` integers.
  ///   - ranges: Room for a bound for each range.
  init(
    _ list: PostingList, weight: Float, memory: UnsafeMutablePointer<UInt32>, ranges: UnsafeMutablePointer<Float>
  ) {
    self.list = list
    self.weight = weight
    unsafe block = ScoredBlock(list, weight: weight, memory: memory)
    unsafe blockBounds = memory + ScoredBlock.capacity
    unsafe self.ranges = ranges
  }

  /// Works out the list's bound: from its impacts, or, for a list of one block, exactly.
  mutating func prepare(_ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan) throws(MalformedBytes) {
    if let impacts = list.impacts(bytes) {
      bound = scorer.bound(weight: weight, SIMD4(repeating: scale.reciprocal(impacts)))[0]
    } else {
      try open(0, bytes)
      try block.score(scorer, bytes)
      for index in 0..<block.count { bound = unsafe max(bound, block.contributions[index]) }
    }
  }

  /// Moves to the first posting at or after `passage`, forward only.
  mutating func seek(to passage: UInt32, _ bytes: RawSpan) throws(MalformedBytes) {
    if block.number >= 0, next >= passage { return }
    if unsafe block.number < 0 || block.passages[block.count &- 1] < passage {
      let target = list.block(from: max(nearest, block.number), holding: passage, bytes)
      guard target < list.blockCount else {
        next = .max
        position = block.count
        return
      }
      if target != block.number { try open(target, bytes) }
    }
    position = block.place(of: passage)
    next = position < block.count ? unsafe block.passages[position] : .max
  }

  /// Adds the contributions of all postings before `end` to `scores`, whose first is for passage `base`; marks them in
  /// `touched`, where given.
  mutating func accumulate(
    before end: UInt32, base: UInt32, scores: UnsafeMutablePointer<Float>, touched: UnsafeMutablePointer<UInt64>?,
    _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    while next < end {
      try block.score(scorer, bytes)
      let last = block.place(of: end)
      let (passages, contributions) = unsafe (block.passages, block.contributions)
      if let touched = unsafe touched {
        for index in position..<last {
          let place = unsafe Int(passages[index] &- base)
          unsafe scores[place] += contributions[index]
          unsafe touched[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
        }
      } else {
        for index in position..<last { unsafe scores[Int(passages[index] &- base)] += contributions[index] }
      }
      try moveOn(to: last, bytes)
    }
  }

  /// Writes the contributions of all postings before `end` to their passages' places in `spread`, whose first is for `base`.
  mutating func spread(
    before end: UInt32, base: UInt32, over spread: UnsafeMutablePointer<Float>, _ scorer: PostingScorer,
    _ bytes: RawSpan
  ) throws(MalformedBytes) {
    while next < end {
      try block.score(scorer, bytes)
      let last = block.place(of: end)
      let (passages, contributions) = unsafe (block.passages, block.contributions)
      for index in position..<last { unsafe spread[Int(passages[index] &- base)] = contributions[index] }
      try moveOn(to: last, bytes)
    }
  }

  /// Writes the contributions of the postings before `end` that exceed what is left of `least` to `sums`, and their passages
  /// to `candidates`.
  ///
  /// - Parameter rest: what other terms contribute at most, for each range of 2^`rangeShift` passages from `base` on.
  /// - Returns: the number of candidates.
  mutating func collect(
    before end: UInt32, base: UInt32, above least: Float, rest: UnsafePointer<Float>, rangeShift: Int,
    sums: UnsafeMutablePointer<Float>, into candidates: UnsafeMutablePointer<UInt32>, _ scorer: PostingScorer,
    _ bytes: RawSpan
  ) throws(MalformedBytes) -> Int {
    var found = 0
    while next < end {
      try block.score(scorer, bytes)
      let last = block.place(of: end)
      let (passages, contributions) = unsafe (block.passages, block.contributions)
      for index in position..<last {
        let contribution = unsafe contributions[index]
        let place = unsafe Int(passages[index] &- base)
        unsafe sums[found] = contribution
        unsafe candidates[found] = UInt32(truncatingIfNeeded: place)
        found &+= unsafe SearchScratch.one(if: contribution + rest[place &>> rangeShift], exceeds: least)
      }
      try moveOn(to: last, bytes)
    }
    return found
  }

  /// Goes back to the list's beginning.
  mutating func rewind() {
    position = 0
    nearest = 0
    if list.blockCount > 1 { block.close() }
    next = block.number < 0 ? 0 : unsafe block.passages[0]
  }

  /// Adds the term's contribution to the sum of each of `count` candidates that holds it; `candidates` rise.
  ///
  /// - Precondition: the cursor stands nowhere past the first candidate.
  mutating func add(
    to sums: UnsafeMutablePointer<Float>, base: UInt32, candidates: UnsafePointer<UInt32>, count: Int,
    _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    for index in 0..<count {
      let place = unsafe candidates[index]
      let passage = base &+ place
      // At the list's beginning `next` is 0, whether or not passage 0 holds the term: no block is decoded yet.
      if block.number >= 0, next >= passage {
        if next > passage { continue }
      } else {
        if unsafe block.number < 0 || block.passages[block.count &- 1] < passage {
          nearest = list.block(from: max(nearest, block.number), holding: passage, bytes)
          if nearest < list.blockCount, nearest != block.number,
            let contribution = try block.contribution(of: passage, inBlock: nearest, of: list, scorer, bytes)
          {
            unsafe sums[index] += contribution
            continue
          }
        }
        try seek(to: passage, bytes)
        if next != passage { continue }
      }
      unsafe sums[index] += try block.contribution(at: position, scorer, bytes)
    }
  }
}

// MARK: - Blocks

extension TermCursor {
  /// Decodes the passages of a block; the cursor stands at its first.
  mutating func open(_ number: Int, _ bytes: RawSpan) throws(MalformedBytes) {
    try block.open(number, of: list, bytes)
    position = 0
    next = unsafe block.passages[0]
  }

  /// Goes on at `place` of the block; past its end, at the next block's first posting.
  private mutating func moveOn(to place: Int, _ bytes: RawSpan) throws(MalformedBytes) {
    position = place
    if place < block.count {
      next = unsafe block.passages[place]
    } else if block.number &+ 1 < list.blockCount {
      try open(block.number &+ 1, bytes)
    } else {
      next = .max
    }
  }
}
