// One term of a query on its way through its postings.
// Over 300 lines: its loops share state that nobody else may touch.

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
  /// What no posting contributes more than, for each range of passages, once `setRanges` was called.
  let ranges: UnsafeMutablePointer<Float>

  private let columns: BlockColumns
  private let contributions: UnsafeMutablePointer<Float>
  /// Contributions of 1 to `tableRows` occurrences in the body, by length class.
  private let table: UnsafeMutablePointer<Float>
  /// How many rows of the table are filled.
  private var filledRows = 0

  /// The block whose passages are decoded; −1 for none.
  private var block = -1
  private var reader: BlockReader?
  /// The decoded block is scored.
  private var isScored = false
  /// How many of its postings were scored one by one.
  private var lookups = 0
  private var count = 0
  private var position = 0

  private static let tableRows = 7
  /// A list with fewer postings is scored without the table.
  private static let leastForTable = 512
  /// After so many postings of a block that were scored one by one, the whole block is.
  private static let mostLookups = 8
  /// A list with at most so many postings for each range leaves ranges out, and is read to know which. With twice as many,
  /// questions took up to 6 % more instructions.
  private static let sparseFactor = 4
  /// What a cursor's memory holds, in four-byte units.
  static let capacity = unsafe BlockColumns.capacity + BitPacking.blockSize + 256 * (tableRows + 1)

  /// - Parameters:
  ///   - memory: Room for `capacity` integers.
  ///   - ranges: Room for a bound for each range.
  init(
    _ list: PostingList, weight: Float, memory: UnsafeMutablePointer<UInt32>, ranges: UnsafeMutablePointer<Float>
  ) {
    self.list = list
    self.weight = weight
    unsafe columns = BlockColumns(memory)
    let floats = unsafe UnsafeMutableRawPointer(memory + BlockColumns.capacity).assumingMemoryBound(to: Float.self)
    unsafe contributions = floats
    unsafe table = floats + BitPacking.blockSize
    unsafe self.ranges = ranges
  }

  /// Works out the list's bound: from its impacts, or, for a list of one block, exactly.
  mutating func prepare(_ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan) throws(MalformedBytes) {
    if let impacts = list.impacts(bytes) {
      bound = bound(impacts, scorer, scale)
    } else {
      try open(0, bytes)
      try score(scorer, bytes)
      for index in 0..<count { bound = unsafe max(bound, contributions[index]) }
    }
  }

  /// Moves to the first posting at or after `passage`, forward only.
  mutating func seek(to passage: UInt32, _ bytes: RawSpan) throws(MalformedBytes) {
    if block >= 0, next >= passage { return }
    if unsafe block < 0 || columns.passages[count &- 1] < passage {
      let target = list.block(from: max(0, block), holding: passage, bytes)
      guard target < list.blockCount else {
        next = .max
        position = count
        return
      }
      if target != block { try open(target, bytes) }
    }
    position = place(of: passage, from: position)
    next = position < count ? unsafe columns.passages[position] : .max
  }

  /// Adds the contributions of all postings before `end` to `scores`, whose first is for passage `base`; marks them in
  /// `touched`, where given.
  mutating func accumulate(
    before end: UInt32, base: UInt32, scores: UnsafeMutablePointer<Float>, touched: UnsafeMutablePointer<UInt64>?,
    _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    while next < end {
      try score(scorer, bytes)
      let last = place(of: end, from: position)
      let (passages, contributions) = unsafe (columns.passages, contributions)
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

  /// Writes the contributions of the postings before `end` that exceed what is left of `least` to `scores`, and their passages
  /// to `candidates`.
  ///
  /// - Parameter rest: what other terms contribute at most, for each range of 2^`rangeShift` passages from `base` on.
  /// - Returns: the number of candidates.
  mutating func collect(
    before end: UInt32, base: UInt32, above least: Float, rest: UnsafePointer<Float>, rangeShift: Int,
    scores: UnsafeMutablePointer<Float>, into candidates: UnsafeMutablePointer<UInt32>, _ scorer: PostingScorer,
    _ bytes: RawSpan
  ) throws(MalformedBytes) -> Int {
    var found = 0
    while next < end {
      try score(scorer, bytes)
      let last = place(of: end, from: position)
      let (passages, contributions) = unsafe (columns.passages, contributions)
      for index in position..<last {
        let contribution = unsafe contributions[index]
        let place = unsafe Int(passages[index] &- base)
        if unsafe contribution + rest[place &>> rangeShift] > least {
          unsafe scores[place] = contribution
          unsafe candidates[found] = UInt32(truncatingIfNeeded: place)
          found &+= 1
        }
      }
      try moveOn(to: last, bytes)
    }
    return found
  }

  /// Fills `ranges` for all `count` ranges of 2^`shift` passages: exactly for a list with fewer postings than there are ranges,
  /// else from its blocks' impacts, where it is known to have postings at all. The cursor stands at the list's beginning afterwards.
  mutating func setRanges(
    _ count: Int, shift: Int, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    unsafe ranges.update(repeating: 0, count: count)
    if list.info.passageFrequency <= count || list.blockCount == 1 {
      for number in 0..<list.blockCount {
        if number != block { try open(number, bytes) }
        try score(scorer, bytes)
        for index in 0..<self.count {
          let range = unsafe Int(columns.passages[index]) &>> shift
          unsafe ranges[range] = max(ranges[range], contributions[index])
        }
      }
      if list.blockCount > 1 { rewind() }
      return
    }
    let isSparse = list.info.passageFrequency <= TermCursor.sparseFactor * count
    var first = 0
    for number in 0..<list.blockCount {
      let last = Int(list.lastPassage(ofBlock: number, bytes))
      let most = bound(list.impacts(ofBlock: number, bytes), scorer, scale)
      guard first <= last, last < scorer.passageCount else { throw MalformedBytes(offset: list.blocks) }
      if isSparse {
        try open(number, bytes)
        for index in 0..<self.count {
          let range = unsafe Int(columns.passages[index]) &>> shift
          unsafe ranges[range] = max(ranges[range], most)
        }
      } else {
        for range in (first &>> shift)...(last &>> shift) { unsafe ranges[range] = max(ranges[range], most) }
      }
      first = last &+ 1
    }
    if isSparse { rewind() }
  }

  /// Goes back to the list's beginning.
  mutating func rewind() {
    position = 0
    if list.blockCount > 1 { block = -1 }
    next = block < 0 ? 0 : unsafe columns.passages[0]
  }

  /// Adds the term's contribution to the score of each of `count` candidates that holds it; `candidates` rise.
  ///
  /// - Precondition: the cursor stands nowhere past the first candidate.
  mutating func add(
    to scores: UnsafeMutablePointer<Float>, base: UInt32, candidates: UnsafePointer<UInt32>, count: Int,
    _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) {
    // At the list's beginning `next` is 0, whether or not passage 0 holds the term: no block is decoded yet.
    if block < 0, count > 0 { try seek(to: unsafe base &+ candidates[0], bytes) }
    for index in 0..<count {
      let place = unsafe candidates[index]
      let passage = base &+ place
      if next >= passage {
        if next > passage { continue }
      } else {
        try seek(to: passage, bytes)
        if next != passage { continue }
      }
      unsafe scores[Int(place)] += try contribution(scorer, bytes)
    }
  }
}

// MARK: - Blocks

extension TermCursor {
  /// Decodes the passages of a block.
  private mutating func open(_ number: Int, _ bytes: RawSpan) throws(MalformedBytes) {
    let opened = unsafe try BlockReader(list, block: number, bytes, into: columns)
    reader = opened
    block = number
    count = opened.count
    position = 0
    isScored = false
    lookups = 0
    next = unsafe columns.passages[0]
  }

  /// Scores the decoded block, once.
  private mutating func score(_ scorer: PostingScorer, _ bytes: RawSpan) throws(MalformedBytes) {
    guard !isScored, var reader = reader else { return }
    unsafe try reader.readFrequencies(bytes, into: columns)
    let mask = unsafe try reader.readFields(bytes, into: columns)
    let (passages, body, contributions, table) = unsafe (columns.passages, columns.body, contributions, table)
    let weight = weight
    if reader.mostFrequent <= TermCursor.tableRows, list.info.passageFrequency >= TermCursor.leastForTable {
      fillTable(through: Int(reader.mostFrequent), scorer)
      let lengths = unsafe scorer.lengths
      for index in 0..<BitPacking.blockSize {
        let length = unsafe Int(lengths[Int(passages[index])])
        unsafe contributions[index] = table[Int(body[index]) &<< 8 | length]
      }
    } else {
      for index in 0..<count {
        unsafe contributions[index] = scorer.contribution(
          weight: weight, passage: Int(passages[index]), body: body[index])
      }
    }
    if !mask.isEmpty {
      scoreFields(mask.low, from: 0, scorer)
      scoreFields(mask.high, from: 64, scorer)
    }
    isScored = true
  }

  /// What the posting at hand contributes. The first few of a block are scored one by one, then all of them at once.
  private mutating func contribution(_ scorer: PostingScorer, _ bytes: RawSpan) throws(MalformedBytes) -> Float {
    if !isScored, lookups < TermCursor.mostLookups, let reader,
      let frequency = try reader.frequency(at: position, bytes)
    {
      lookups &+= 1
      return unsafe scorer.contribution(weight: weight, passage: Int(columns.passages[position]), body: frequency)
    }
    try score(scorer, bytes)
    return unsafe contributions[position]
  }

  /// Scores anew the postings with occurrences outside the body: the bits of `mask`, counted from `start`.
  private func scoreFields(_ mask: UInt64, from start: Int, _ scorer: PostingScorer) {
    var rest = mask
    while rest != 0 {
      let index = start &+ rest.trailingZeroBitCount
      rest &= rest &- 1
      unsafe contributions[index] = scorer.contribution(
        weight: weight, passage: Int(columns.passages[index]), body: columns.body[index],
        heading: columns.heading[index], title: columns.title[index])
    }
  }

  private mutating func fillTable(through rows: Int, _ scorer: PostingScorer) {
    if filledRows == 0 {
      for length in 0..<256 { unsafe table[length] = 0 }
      filledRows = 1
    }
    while filledRows <= rows {
      unsafe scorer.fill(table + 256 &* filledRows, weight: weight, body: filledRows)
      filledRows &+= 1
    }
  }

  /// The place of the first posting of the decoded block at or after `passage`, from `start` on; `count` if there is none.
  @inline(__always)
  private func place(of passage: UInt32, from start: Int) -> Int {
    let passages = unsafe columns.passages
    if unsafe passages[count &- 1] < passage { return count }
    // Half after half, without a branch to guess: the posting sought is at `low` or in the `left` places after it.
    var low = start
    var left = count &- start
    while left > 1 {
      let half = left &>> 1
      low = unsafe passages[low &+ half &- 1] < passage ? low &+ half : low
      left &-= half
    }
    return low
  }

  /// Goes on at `place` of the block; past its end, at the next block's first posting.
  private mutating func moveOn(to place: Int, _ bytes: RawSpan) throws(MalformedBytes) {
    position = place
    if place < count {
      next = unsafe columns.passages[place]
    } else if block &+ 1 < list.blockCount {
      try open(block &+ 1, bytes)
    } else {
      next = .max
    }
  }

  @inline(__always)
  private func bound(_ impacts: BlockImpacts, _ scorer: PostingScorer, _ scale: ImpactScale) -> Float {
    // weight · f / (k1 + f), with one over f.
    return scorer.quantum.roundedUp(weight / (1 + scorer.k1 * scale.reciprocal(impacts)))
  }
}
