// The memory a search works in, kept from search to search.

import Glibc
import Synchronization

/// Accumulators, candidates and decoded blocks for one search at a time; grown as needed.
@safe final class SearchScratch {
  /// The most passages a window can have.
  static let mostWindow = 1 << 16
  /// There are no more ranges of passages than this, unless their size would be below 2^`leastRangeShift`. Over a million passages,
  /// 2^13 took 17 % more time than 2^12, 2^11 5 % less, and 2^10 as much.
  static let mostRanges = 1 << 11
  static let leastRangeShift = 7
  /// A term takes up to 75 KiB: what the terms of a page-long question took is not kept.
  static let mostTermsKept = 64

  /// One running score for each passage of the window; all 0 between windows.
  private(set) var scores: UnsafeMutablePointer<Float>
  /// A bit for each passage of the window; all 0 between windows.
  private(set) var touched: UnsafeMutablePointer<UInt64>
  /// The passages of the window that may be among the best, rising, counted from its first.
  private(set) var candidates: UnsafeMutablePointer<UInt32>
  /// What each candidate scores so far.
  private(set) var sums: UnsafeMutablePointer<Float>
  /// What one more term adds, for each passage of the window; means nothing but where it was just written.
  private(set) var spread: UnsafeMutablePointer<Float>
  /// A range is 2^`rangeShift` passages, the last one fewer.
  let rangeShift: Int
  let rangeCount: Int
  /// What all terms together contribute at most, for each range.
  let totals: UnsafeMutablePointer<Float>
  /// What the terms that are not added up yet contribute at most, for each range of the window at hand.
  let rest: UnsafeMutablePointer<Float>
  /// How many passages there is room for: whole ranges.
  private(set) var window = 0
  private var termMemory: [UnsafeMutablePointer<UInt32>] = unsafe []
  private var rangeMemory: [UnsafeMutablePointer<Float>] = unsafe []
  /// Worked out for the ranking of the search before.
  private(set) var norms: FieldNorms
  private(set) var scale: ImpactScale
  private var ranking: RankingParameters

  init(_ statistics: StoredStatistics, _ ranking: RankingParameters) {
    unsafe scores = SearchScratch.zeros(1, of: Float.self)
    unsafe touched = SearchScratch.zeros(1, of: UInt64.self)
    unsafe candidates = .allocate(capacity: 1)
    unsafe sums = .allocate(capacity: 1)
    unsafe spread = .allocate(capacity: 1)
    var shift = SearchScratch.leastRangeShift
    while statistics.passageCount >> shift >= SearchScratch.mostRanges { shift += 1 }
    rangeShift = shift
    rangeCount = statistics.passageCount >> shift + 1
    unsafe totals = .allocate(capacity: rangeCount)
    unsafe rest = .allocate(capacity: rangeCount)
    norms = FieldNorms(statistics, ranking)
    scale = ImpactScale(statistics, ranking)
    self.ranking = ranking
  }

  deinit {
    unsafe free(scores)
    unsafe free(touched)
    unsafe candidates.deallocate()
    unsafe sums.deallocate()
    unsafe spread.deallocate()
    unsafe totals.deallocate()
    unsafe rest.deallocate()
    while let memory = unsafe rangeMemory.popLast() { unsafe memory.deallocate() }
    while let memory = unsafe termMemory.popLast() { unsafe free(memory) }
  }

  /// Makes room for windows of at least `window` passages, and works out what depends on the ranking.
  func prepare(window: Int, statistics: StoredStatistics, ranking: RankingParameters) {
    if ranking != self.ranking {
      norms = FieldNorms(statistics, ranking)
      scale = ImpactScale(statistics, ranking)
      self.ranking = ranking
    }
    guard window > self.window else { return }
    unsafe free(scores)
    unsafe free(touched)
    unsafe candidates.deallocate()
    unsafe sums.deallocate()
    unsafe spread.deallocate()
    let rangeSize = 1 << rangeShift
    let capacity = (window + rangeSize - 1) / rangeSize * rangeSize
    // Zeroed by the system where it can: what a small query does not reach is never touched.
    unsafe scores = SearchScratch.zeros(capacity, of: Float.self)
    unsafe touched = SearchScratch.zeros(capacity / 64, of: UInt64.self)
    // Each is written before they are counted.
    unsafe candidates = .allocate(capacity: capacity + 8)
    unsafe sums = .allocate(capacity: capacity + 8)
    unsafe spread = .allocate(capacity: capacity)
    self.window = capacity
  }

  private static func zeros<Value>(_ count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
    guard let memory = unsafe calloc(count, MemoryLayout<Value>.stride) else {
      preconditionFailure("there is memory for a search")
    }
    return unsafe memory.bindMemory(to: type, capacity: count)
  }

  /// How many ranges the passages from `base`, where one begins, to before `end` make.
  func rangeCount(from base: UInt32, before end: UInt32) -> Int {
    (Int(end - base) + 1 << rangeShift - 1) >> rangeShift
  }

  /// Room for one term's blocks and tables; the same for the same number.
  func memory(ofTerm number: Int) -> UnsafeMutablePointer<UInt32> {
    while unsafe termMemory.count <= number {
      // Zeros: damaged lengths may ask for what no search fills, and the same damage gives the same answer.
      unsafe termMemory.append(SearchScratch.zeros(TermCursor.capacity, of: UInt32.self))
    }
    return unsafe termMemory[number]
  }

  /// Room for one term's bounds by range; the same for the same number.
  func ranges(ofTerm number: Int) -> UnsafeMutablePointer<Float> {
    while unsafe rangeMemory.count <= number { unsafe rangeMemory.append(.allocate(capacity: rangeCount + 4)) }
    return unsafe rangeMemory[number]
  }

  /// Gives the memory of all but the first `mostTermsKept` terms back.
  func trim() {
    while unsafe termMemory.count > SearchScratch.mostTermsKept, let memory = unsafe termMemory.popLast() {
      unsafe free(memory)
    }
    while unsafe rangeMemory.count > SearchScratch.mostTermsKept, let memory = unsafe rangeMemory.popLast() {
      unsafe memory.deallocate()
    }
  }

  /// Makes candidates of the passages of a window whose score may, with the rest, exceed `least`; clears all scores.
  func collectAll(_ size: Int, above least: Float) -> Int {
    let (scores, candidates, sums, rest, rangeShift) = unsafe (scores, candidates, sums, rest, rangeShift)
    var found = 0
    let rangeSize = 1 << rangeShift
    for range in 0..<(size &+ rangeSize &- 1) &>> rangeShift {
      // A passage of no term at all has no place among the best, whatever the rest is.
      let limit = unsafe SIMD4(repeating: max(0, least - rest[range]))
      let start = range &<< rangeShift
      for place in stride(from: start, to: start &+ rangeSize, by: 64) {
        let low = unsafe SearchScratch.bits(of: scores + place, above: limit)
        let high = unsafe SearchScratch.bits(of: scores + (place &+ 32), above: limit)
        var word = UInt64(high) &<< 32 | UInt64(low)
        while word != 0 {
          let index = place &+ word.trailingZeroBitCount
          word &= word &- 1
          unsafe candidates[found] = UInt32(truncatingIfNeeded: index)
          unsafe sums[found] = scores[index]
          found &+= 1
        }
      }
    }
    unsafe scores.update(repeating: 0, count: size)
    return found
  }

  /// 1 if one score exceeds another, else 0: the sign of their difference, since the compiler makes of a comparison a branch, which
  /// is as often guessed wrong as candidates come and go.
  @inline(__always)
  static func one(if score: Float, exceeds least: Float) -> Int {
    Int((least - score).bitPattern &>> 31)
  }

  /// Which of 32 scores exceed `limit`: bit *i* for the *i*th.
  @inline(__always)
  private static func bits(of scores: UnsafePointer<Float>, above limit: SIMD4<Float>) -> UInt32 {
    let memory = unsafe UnsafeRawPointer(scores)
    var places = SIMD4<Int32>(1, 2, 4, 8)
    var word = SIMD4<Int32>.zero
    for row in 0..<8 {
      let lanes = unsafe memory.loadUnaligned(fromByteOffset: 16 &* row, as: SIMD4<Float>.self)
      // A difference below 0 has its sign bit set, which the shift spreads over the lane.
      let difference = unsafe unsafeBitCast(limit - lanes, to: SIMD4<Int32>.self)
      word |= difference &>> 31 & places
      places &<<= 4
    }
    return UInt32(bitPattern: word[0] | word[1] | word[2] | word[3])
  }

  /// As `collectAll`, of the passages that were touched; clears the marks, too.
  func collectTouched(_ size: Int, above least: Float) -> Int {
    let (scores, touched, candidates, sums) = unsafe (scores, touched, candidates, sums)
    let (rest, rangeShift) = unsafe (rest, rangeShift)
    var found = 0
    for number in 0..<(size &+ 63) / 64 {
      var word = unsafe touched[number]
      if word == 0 { continue }
      unsafe touched[number] = 0
      let wanted = unsafe max(0, least - rest[number &>> (rangeShift &- 6)])
      while word != 0 {
        let index = 64 &* number &+ word.trailingZeroBitCount
        word &= word &- 1
        let score = unsafe scores[index]
        unsafe scores[index] = 0
        unsafe candidates[found] = UInt32(truncatingIfNeeded: index)
        unsafe sums[found] = score
        found &+= SearchScratch.one(if: score, exceeds: wanted)
      }
    }
    return found
  }

  /// Drops of `count` candidates those whose score cannot, with the rest, exceed `least`.
  ///
  /// - Returns: how many are kept.
  func keep(_ count: Int, above least: Float) -> Int {
    let (candidates, sums, rest, rangeShift) = unsafe (candidates, sums, rest, rangeShift)
    var kept = 0
    for index in 0..<count {
      let (place, sum) = unsafe (candidates[index], sums[index])
      unsafe candidates[kept] = place
      unsafe sums[kept] = sum
      kept &+= unsafe SearchScratch.one(if: sum + rest[Int(place) &>> rangeShift], exceeds: least)
    }
    return kept
  }
}

/// The scratch memories that are not in use: a search takes one, or makes one, and gives it back unless it fails, for then scores
/// may be left in it.
final class SearchScratchPool: Sendable {
  /// Guarded by the lock, and used by one search at a time.
  private struct Kept: @unchecked Sendable {
    let scratch: SearchScratch
  }

  private let free = Mutex<[Kept]>([])

  func withScratch<Failure: Error, Value>(
    _ statistics: StoredStatistics, _ ranking: RankingParameters,
    _ body: (SearchScratch) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let kept = free.withLock { $0.popLast() } ?? Kept(scratch: SearchScratch(statistics, ranking))
    let value = try body(kept.scratch)
    kept.scratch.trim()
    free.withLock { $0.append(kept) }
    return value
  }
}
