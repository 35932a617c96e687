// One block of a term's list, decoded and scored as far as it is asked for.

import ByteIO

/// The passages of one block, and what its postings contribute to their scores.
@safe struct ScoredBlock {
  /// The block whose passages are decoded; −1 for none.
  private(set) var number = -1
  /// How many postings it has.
  private(set) var count = 0
  /// Rising; behind the last of a short block, up to 128, `UInt32.max`.
  let passages: UnsafeMutablePointer<UInt32>
  /// What each posting contributes, once the block is scored.
  let contributions: UnsafeMutablePointer<Float>

  private let columns: BlockColumns
  /// The term's weight times its idf.
  private let weight: Float
  /// Contributions of 1 to `tableRows` occurrences in the body, by length class.
  private let table: UnsafeMutablePointer<Float>
  /// Whether the list is long enough for the table.
  private let hasTable: Bool
  /// How many rows of the table are filled.
  private var filledRows = 0
  private var reader: BlockReader?
  private var isScored = false
  /// How many of its postings were scored one by one.
  private var lookups = 0
  /// A block that is looked into without being decoded, a bitset; −1 for none.
  private var peekedNumber = -1
  private var peeked: BlockReader?

  private static let tableRows = 7
  /// A list with fewer postings is scored without the table.
  private static let leastForTable = 512
  /// After so many postings of a block that were scored one by one, the whole block is.
  private static let mostLookups = 8
  /// What its memory holds, in four-byte units.
  static let capacity = unsafe BlockColumns.capacity + BitPacking.blockSize + 256 * (tableRows + 1)

  /// - Parameter memory: Room for `capacity` integers.
  init(_ list: PostingList, weight: Float, memory: UnsafeMutablePointer<UInt32>) {
    self.weight = weight
    unsafe columns = BlockColumns(memory)
    unsafe passages = columns.passages
    let floats = unsafe UnsafeMutableRawPointer(memory + BlockColumns.capacity).assumingMemoryBound(to: Float.self)
    unsafe contributions = floats
    unsafe table = floats + BitPacking.blockSize
    hasTable = list.info.passageFrequency >= ScoredBlock.leastForTable
  }

  /// Decodes the passages of block `number` of `list`.
  mutating func open(_ number: Int, of list: PostingList, _ bytes: RawSpan) throws(MalformedBytes) {
    // Should it fail, nothing is decoded.
    self.number = -1
    let opened = unsafe try BlockReader(list, block: number, bytes, into: columns)
    reader = opened
    self.number = number
    count = opened.count
    isScored = false
    lookups = 0
    for index in count..<BitPacking.blockSize { unsafe passages[index] = .max }
  }

  /// Forgets which block is decoded.
  mutating func close() {
    number = -1
    peekedNumber = -1
  }

  /// What `passage` has from block `number` of `list`, without decoding the block: 0 where it is not in it.
  ///
  /// - Precondition: `passage` is in none of the other blocks.
  /// - Returns: `nil` where the block must be decoded to tell.
  mutating func contribution(
    of passage: UInt32, inBlock number: Int, of list: PostingList, _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) -> Float? {
    if peekedNumber != number {
      peeked = try BlockReader(bitset: list, block: number, bytes)
      peekedNumber = number
      lookups = 0
    }
    guard let peeked else { return nil }
    guard let place = try peeked.place(of: passage, first: list.firstPassage(ofBlock: number, bytes), bytes) else {
      return 0
    }
    guard lookups < ScoredBlock.mostLookups, let frequency = try peeked.frequency(at: place, bytes) else { return nil }
    lookups &+= 1
    try scorer.lengthPages.touch(at: Int(passage))
    return scorer.contribution(weight: weight, passage: Int(passage), body: frequency)
  }

  /// Scores all postings, once.
  @inline(__always)
  mutating func score(_ scorer: PostingScorer, _ bytes: RawSpan) throws(MalformedBytes) {
    if !isScored { try scoreAll(scorer, bytes) }
  }

  /// What a posting contributes. The first few of a block are scored one by one, then all of them at once.
  mutating func contribution(
    at index: Int, _ scorer: PostingScorer, _ bytes: RawSpan
  ) throws(MalformedBytes) -> Float {
    if !isScored, lookups < ScoredBlock.mostLookups, let reader,
      let frequency = try reader.frequency(at: index, bytes)
    {
      lookups &+= 1
      unsafe try scorer.lengthPages.touch(at: Int(passages[index]))
      return unsafe scorer.contribution(weight: weight, passage: Int(passages[index]), body: frequency)
    }
    try score(scorer, bytes)
    return unsafe contributions[index]
  }

  /// The place of the first posting at or after `passage`; `count` if there is none.
  @inline(__always)
  func place(of passage: UInt32) -> Int {
    // Half after half without a branch to guess, then sixteen at once.
    let sought = Int(passage)
    var low = unsafe (Int(passages[63]) &- sought) &>> 63 & 64
    unsafe low &+= (Int(passages[low &+ 31]) &- sought) &>> 63 & 32
    unsafe low &+= (Int(passages[low &+ 15]) &- sought) &>> 63 & 16
    let memory = unsafe UnsafeRawPointer(passages + low)
    let limit = SIMD4(repeating: passage)
    var before = SIMD4<Int32>.zero
    for row in 0..<4 {
      let lanes = unsafe memory.loadUnaligned(fromByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
      // −1 in the lanes that come before.
      let isBefore = unsafe unsafeBitCast(lanes .< limit, to: SIMD4<Int32>.self)
      before &-= isBefore
    }
    return low &+ Int(before.wrappedSum())
  }

  @inline(never)
  private mutating func scoreAll(_ scorer: PostingScorer, _ bytes: RawSpan) throws(MalformedBytes) {
    guard var reader = reader else { return }
    unsafe try reader.readFrequencies(bytes, into: columns)
    let mask = unsafe try reader.readFields(bytes, into: columns)
    let (passages, body, contributions, table) = unsafe (passages, columns.body, contributions, table)
    let weight = weight
    unsafe try scorer.touchLengths(passages, count: count)
    if hasTable, reader.mostFrequent <= ScoredBlock.tableRows {
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
      unsafe try scorer.touchFieldLengths(passages, count: count, mask)
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
}
