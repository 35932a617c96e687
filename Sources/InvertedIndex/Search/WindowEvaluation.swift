// One window of passages after another: which terms are essential there, which passages may be among the best.

import ByteIO

/// The state of a block-max MaxScore evaluation between windows.
@safe struct WindowEvaluation {
  /// By rising bound.
  private var cursors: [TermCursor]
  private let scorer: PostingScorer
  private let scratch: SearchScratch
  private let filter: PassageFilter?
  /// The best so far.
  private(set) var top: TopPassages
  /// Passages were evaluated out of order: of equal scores the later may come first.
  private var isOutOfOrder = false

  /// What looking one candidate up costs, and what decoding a block for it does, in postings added up: estimates.
  private static let lookupCost = 6
  private static let blockCost = 80

  /// A term that contributes no more than this share of what all do at most is not worth bounds of its own for each range: of
  /// 0, 1, 1.5, 2, 3, 5 and 8 %, one and a half to two took the least time.
  private static let negligibleShare: Float = 1 / 64

  init(
    cursors: [TermCursor], scorer: PostingScorer, scratch: SearchScratch, filter: PassageFilter?, top: TopPassages
  ) {
    self.cursors = cursors
    self.scorer = scorer
    self.scratch = scratch
    self.filter = filter
    self.top = top
  }

  /// A passage that scores no more than this is not wanted; 0 while any is.
  private var least: Float {
    let least = top.leastScore
    return isOutOfOrder && least > 0 ? least - scorer.quantum.step : least
  }

  /// Evaluates all passages, every term being essential: for few postings.
  mutating func evaluateAll(_ postings: RawSpan) throws(MalformedBytes) {
    let end = UInt32(truncatingIfNeeded: scorer.passageCount)
    var base: UInt32 = 0
    while true {
      for number in cursors.indices { try cursors[number].seek(to: base, postings) }
      guard let next = cursors.map(\.next).min(), next < end else { return }
      // From the first posting on, as many passages as there is room for.
      base = next & ~(1 << UInt32(scratch.rangeShift) - 1)
      let windowEnd = UInt32(truncatingIfNeeded: min(Int(end), Int(base) + scratch.window))
      unsafe scratch.rest.update(repeating: 0, count: scratch.rangeCount(from: base, before: windowEnd))
      try evaluate(from: base, before: windowEnd, first: 0, postings)
      base = windowEnd
    }
  }

  /// Works out what every term, and all together, contribute at most in each range.
  mutating func setRanges(_ postings: RawSpan) throws(MalformedBytes) {
    let totals = unsafe scratch.totals
    unsafe totals.update(repeating: 0, count: scratch.rangeCount)
    let negligible = cursors.reduce(0) { $0 + $1.bound } * WindowEvaluation.negligibleShare
    for number in cursors.indices {
      try cursors[number].setRanges(
        scratch.rangeCount, shift: scratch.rangeShift, negligible: negligible, scorer, scratch.scale, postings)
      let ranges = unsafe cursors[number].ranges
      for range in 0..<scratch.rangeCount { unsafe totals[range] += ranges[range] }
    }
  }

  /// Evaluates the ranges that promise most, one for every 64 passages wanted and a few more; takes them off the others.
  mutating func evaluateBest(_ postings: RawSpan, atLeast count: Int) throws(MalformedBytes) {
    let totals = unsafe scratch.totals
    var best = TopPassages(capacity: 4 + count / 64)
    for range in 0..<scratch.rangeCount where unsafe totals[range] > best.leastScore {
      unsafe best.add(ScoredPassage(passage: PassageID(UInt32(range)), score: totals[range]))
    }
    for range in best.sorted.map({ Int($0.passage.rawValue) }) where unsafe totals[range] > least {
      for number in cursors.indices { cursors[number].rewind() }
      try evaluate(range..<range + 1, postings)
      unsafe totals[range] = 0
      isOutOfOrder = true
    }
    for number in cursors.indices { cursors[number].rewind() }
  }

  /// Evaluates the ranges that are left and may hold a passage that is wanted, in order.
  mutating func evaluateRest(_ postings: RawSpan, mostRanges: Int) throws(MalformedBytes) {
    let totals = unsafe scratch.totals
    var range = 0
    while range < scratch.rangeCount {
      let least = least
      while range < scratch.rangeCount, unsafe totals[range] <= least { range += 1 }
      var end = range
      let limit = min(scratch.rangeCount, range + mostRanges)
      while end < limit, unsafe !(totals[end] <= least) { end += 1 }
      if end > range { try evaluate(range..<end, postings) }
      range = end
    }
  }

  /// Evaluates a window of neighbouring ranges.
  private mutating func evaluate(_ ranges: Range<Int>, _ postings: RawSpan) throws(MalformedBytes) {
    let base = UInt32(truncatingIfNeeded: ranges.lowerBound << scratch.rangeShift)
    let end = UInt32(truncatingIfNeeded: min(scorer.passageCount, ranges.upperBound << scratch.rangeShift))
    guard base < end else { return }
    let least = least
    let rest = unsafe scratch.rest
    unsafe rest.update(repeating: 0, count: ranges.count)
    var first = 0
    var most: Float = 0
    while least > 0, first < cursors.count {
      let bounds = unsafe cursors[first].ranges + ranges.lowerBound
      var bound: Float = 0
      for range in 0..<ranges.count { unsafe bound = max(bound, bounds[range]) }
      if most + bound > least { break }
      most += bound
      for range in 0..<ranges.count { unsafe rest[range] += bounds[range] }
      first += 1
    }
    guard first < cursors.count else { return }
    var next = UInt32.max
    for number in first..<cursors.count {
      try cursors[number].seek(to: base, postings)
      next = min(next, cursors[number].next)
    }
    if next < end { try evaluate(from: base, before: end, first: first, postings) }
  }

  /// Evaluates the passages from `base`, where a range begins, to before `end`: the terms from `first` on are essential and stand
  /// at `base`; what the others contribute at most is in `scratch.rest`.
  private mutating func evaluate(
    from base: UInt32, before end: UInt32, first: Int, _ postings: RawSpan
  ) throws(MalformedBytes) {
    let size = Int(end - base)
    let least = least
    var count =
      first < cursors.count - 1
      ? try addUp(first, from: base, before: end, above: least, postings)
      : unsafe try cursors[first].collect(
        before: end, base: base, above: least, rest: scratch.rest, rangeShift: scratch.rangeShift,
        sums: scratch.sums, into: scratch.candidates, scorer, postings)
    for number in stride(from: first - 1, through: 0, by: -1) where count > 0 {
      let postingCount = expected(number, size)
      let (candidates, sums, spread) = unsafe (scratch.candidates, scratch.sums, scratch.spread)
      if count * WindowEvaluation.lookupCost + min(count, postingCount / 128) * WindowEvaluation.blockCost
        > postingCount
      {
        try cursors[number].seek(to: base, postings)
        for index in 0..<count { unsafe spread[Int(candidates[index])] = 0 }
        try unsafe cursors[number].spread(before: end, base: base, over: spread, scorer, postings)
        for index in 0..<count { unsafe sums[index] += spread[Int(candidates[index])] }
      } else {
        unsafe try cursors[number].add(to: sums, base: base, candidates: candidates, count: count, scorer, postings)
      }
      takeOffRest(number, from: base, before: end)
      count = scratch.keep(count, above: least)
    }
    add(count, from: base)
  }

  /// About how many postings a term has in a window.
  private func expected(_ number: Int, _ size: Int) -> Int {
    cursors[number].list.info.passageFrequency * size / scorer.passageCount
  }

  /// Adds up the essential terms, and collects the passages whose sum may do.
  private mutating func addUp(
    _ first: Int, from base: UInt32, before end: UInt32, above least: Float, _ postings: RawSpan
  ) throws(MalformedBytes) -> Int {
    let size = Int(end - base)
    var postingCount = 0
    for number in first..<cursors.count { postingCount += expected(number, size) }
    let isDense = postingCount > size / 16
    for number in first..<cursors.count {
      unsafe try cursors[number].accumulate(
        before: end, base: base, scores: scratch.scores, touched: isDense ? nil : scratch.touched, scorer, postings)
    }
    return isDense ? scratch.collectAll(size, above: least) : scratch.collectTouched(size, above: least)
  }

  /// Takes what term `number` contributes at most off the rest.
  private func takeOffRest(_ number: Int, from base: UInt32, before end: UInt32) {
    let (rest, ranges) = unsafe (scratch.rest, cursors[number].ranges + (Int(base) >> scratch.rangeShift))
    for range in 0..<scratch.rangeCount(from: base, before: end) { unsafe rest[range] -= ranges[range] }
  }

  /// Adds the candidates, completed, to the best.
  private mutating func add(_ count: Int, from base: UInt32) {
    for index in 0..<count {
      let (place, score) = unsafe (scratch.candidates[index], scratch.sums[index])
      guard score > least else { continue }
      if let filter, !filter.allows(base + place) { continue }
      top.add(ScoredPassage(passage: PassageID(base + place), score: score))
    }
  }
}
