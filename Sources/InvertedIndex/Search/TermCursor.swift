// One term of a query on its way through its postings.

import ByteIO

/// Moves forward through one term's blocks; decodes and scores a block when something in it is wanted.
@safe struct TermCursor {
  let list: PostingList
  /// The term's weight times its idf.
  let weight: Float
  /// What no posting of the list contributes more than.
  private(set) var bound: Float = 0
  /// The next posting's passage at or after the last `seek`; `UInt32.max` past the end.
  private(set) var next: UInt32 = 0

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
  private var count = 0
  private var position = 0
  /// Where the search for a window's bound begins: blocks before it end before the window.
  private var boundStart = 0
  /// The block whose bound was worked out last, and that bound.
  private var boundBlock = -1
  private var blockBound: Float = 0

  private static let tableRows = 7
  /// Floats in the table; row 0, for no occurrence, included.
  static let tableCapacity = 256 * (tableRows + 1)
  /// A list with fewer postings is scored without the table.
  private static let leastForTable = 512

  /// - Parameter memory: as `SearchScratch` gives it.
  init(_ list: PostingList, weight: Float, memory: UnsafeMutablePointer<UInt32>) {
    self.list = list
    self.weight = weight
    unsafe columns = BlockColumns(memory)
    let floats = unsafe UnsafeMutableRawPointer(memory + BlockColumns.capacity).assumingMemoryBound(to: Float.self)
    unsafe contributions = floats
    unsafe table = floats + BitPacking.blockSize
  }

  /// Works out the list's bound: from its impacts, or, for a list of one block, exactly.
  mutating func prepare(_ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan) throws(MalformedBytes) {
    if let impacts = list.impacts(bytes) {
      bound = bound(impacts, scorer, scale)
    } else {
      try open(0, bytes)
      try score(scorer, bytes)
      bound = 0
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

  /// Appends the postings before `end` that contribute more than `least`, at `start` of `candidates`.
  ///
  /// - Returns: the number of candidates.
  mutating func collect(
    before end: UInt32, above least: Float, into candidates: UnsafeMutablePointer<UInt32>,
    _ candidateScores: UnsafeMutablePointer<Float>, _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) -> Int {
    var found = 0
    while next < end {
      try score(scorer, bytes)
      let last = place(of: end, from: position)
      let (passages, contributions) = unsafe (columns.passages, contributions)
      for index in position..<last {
        let contribution = unsafe contributions[index]
        unsafe candidates[found] = passages[index]
        unsafe candidateScores[found] = contribution
        found &+= contribution > least ? 1 : 0
      }
      try moveOn(to: last, bytes)
    }
    return found
  }

  /// What no posting from `base` to before `end` contributes more than; calls come with rising `base`.
  mutating func bound(
    from base: UInt32, before end: UInt32, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) -> Float {
    guard list.blockCount > 1 else {
      try seek(to: base, bytes)
      return next < end ? bound : 0
    }
    boundStart = list.block(from: boundStart, holding: base, bytes)
    var number = boundStart
    var most: Float = 0
    while number < list.blockCount, list.firstPassage(ofBlock: number, bytes) < end {
      most = max(most, bound(ofBlock: number, scorer, scale, bytes))
      number &+= 1
    }
    return most
  }

  /// Adds the term's contribution to each of `count` candidates that holds it, and drops those that cannot exceed `least` even
  /// with all of `rest`, what the terms still to come contribute at most.
  ///
  /// - Returns: how many are left, closed up.
  mutating func add(
    to candidates: UnsafeMutablePointer<UInt32>, _ candidateScores: UnsafeMutablePointer<Float>, count: Int,
    above least: Float, rest: Float, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) throws(MalformedBytes) -> Int {
    var kept = 0
    for index in 0..<count {
      let passage = unsafe candidates[index]
      var score = unsafe candidateScores[index]
      let target = list.block(from: max(0, block), holding: passage, bytes)
      if target < list.blockCount, passage >= list.firstPassage(ofBlock: target, bytes) {
        if target != block {
          if list.blockCount > 1 {
            let most = bound(ofBlock: target, scorer, scale, bytes)
            if score + most + rest <= least { continue }
          }
          try open(target, bytes)
        }
        position = place(of: passage, from: position)
        if position < self.count, unsafe columns.passages[position] == passage {
          try self.score(scorer, bytes)
          unsafe score += contributions[position]
        }
      }
      if score + rest <= least { continue }
      unsafe candidates[kept] = passage
      unsafe candidateScores[kept] = score
      kept &+= 1
    }
    next = 0
    return kept
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
  private func place(of passage: UInt32, from start: Int) -> Int {
    let passages = unsafe columns.passages
    if start < count, unsafe passages[start] >= passage { return start }
    if unsafe passages[count &- 1] < passage { return count }
    var low = start
    var high = count &- 1
    // The posting at `low` is before `passage`, the one at `high` is not.
    while high &- low > 1 {
      let middle = (low &+ high) &>> 1
      if unsafe passages[middle] < passage { low = middle } else { high = middle }
    }
    return high
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

  private mutating func bound(
    ofBlock number: Int, _ scorer: PostingScorer, _ scale: ImpactScale, _ bytes: RawSpan
  ) -> Float {
    if number != boundBlock {
      boundBlock = number
      blockBound = bound(list.impacts(ofBlock: number, bytes), scorer, scale)
    }
    return blockBound
  }

  private func bound(_ impacts: BlockImpacts, _ scorer: PostingScorer, _ scale: ImpactScale) -> Float {
    let frequency = scale.frequency(impacts)
    return scorer.quantum.roundedUp(weight * (frequency / (scorer.k1 + frequency)))
  }
}
