// One window of passages after another: which terms are essential there, which passages may be among the best.

import ByteIO

/// The state of a block-max MaxScore evaluation between windows.
@safe struct WindowEvaluation {
  /// By rising bound.
  var cursors: [TermCursor]
  let scorer: PostingScorer
  let scratch: SearchScratch
  let filter: PassageFilter?
  /// The best so far.
  var top: TopPassages
  /// False for queries of few postings: every term is essential everywhere.
  var prunes = true
  /// The bounds of all terms before each, added up; one more for all.
  private let sums: [Float]
  /// What each term contributes at most in the window at hand.
  private var bounds: [Float]
  /// The first term that is essential for the whole list.
  private var firstEssential = 0

  /// A window with fewer essential postings than this is not worth bounds for each of its ranges.
  private static let leastForRanges = 128
  /// What looking one candidate up costs, and what decoding a block for it does, beside adding up one posting (measured).
  private static let lookupCost = 6
  private static let blockCost = 80

  init(
    cursors: [TermCursor], scorer: PostingScorer, scratch: SearchScratch, filter: PassageFilter?, top: TopPassages
  ) {
    self.cursors = cursors
    self.scorer = scorer
    self.scratch = scratch
    self.filter = filter
    self.top = top
    bounds = cursors.map { $0.bound }
    var sums: [Float] = [0]
    for bound in bounds { sums.append(sums[sums.count - 1] + bound) }
    self.sums = sums
  }

  /// How many postings the essential terms have; `nil` where no passage can exceed the least score wanted any more.
  mutating func essentialPostings() -> Int? {
    if prunes {
      while firstEssential < cursors.count, sums[firstEssential + 1] <= top.leastScore { firstEssential += 1 }
    }
    guard firstEssential < cursors.count else { return nil }
    return cursors[firstEssential...].reduce(0) { $0 + $1.list.info.passageFrequency }
  }

  /// Evaluates the passages from `base` to before `end`.
  ///
  /// - Returns: where the next window begins.
  mutating func evaluate(from base: UInt32, before end: UInt32, _ postings: RawSpan) throws(MalformedBytes) -> UInt32 {
    let least = top.leastScore
    var first = firstEssential
    var rest = sums[first]
    if prunes, least > 0 {
      var most = rest
      for number in first..<cursors.count {
        let bound = try cursors[number].bound(from: base, before: end, scorer, scratch.scale, postings)
        bounds[number] = bound
        most += bound
      }
      if most <= least { return end }
      while rest + bounds[first] <= least {
        rest += bounds[first]
        first += 1
      }
    }
    var next = UInt32.max
    for number in first..<cursors.count {
      try cursors[number].seek(to: base, postings)
      next = min(next, cursors[number].next)
    }
    if next >= end { return first == firstEssential ? next : end }
    let size = Int(end - base)
    setRest(first, rest, size, from: base, postings)
    var isAddedUp = first < cursors.count - 1
    var count =
      isAddedUp
      ? try addUp(first, from: base, before: end, above: least, postings)
      : unsafe try cursors[first].collect(
        before: end, base: base, above: least, rest: scratch.rest, scores: scratch.scores, into: scratch.candidates,
        scorer, postings)
    for number in stride(from: first - 1, through: 0, by: -1) where count > 0 {
      let postingCount = expected(number, size)
      if count * WindowEvaluation.lookupCost + min(count, postingCount / 128) * WindowEvaluation.blockCost
        > postingCount
      {
        isAddedUp = true
        try cursors[number].seek(to: base, postings)
        unsafe try cursors[number].accumulate(
          before: end, base: base, scores: scratch.scores, touched: nil, scorer, postings)
      } else {
        unsafe try cursors[number].add(
          to: scratch.scores, base: base, candidates: scratch.candidates, count: count, scorer, postings)
      }
      count = drop(after: number, count, size, above: least)
    }
    add(count, from: base)
    if isAddedUp { scratch.clearScores(size) }
    return end
  }

  /// About how many postings a term has in a window.
  private func expected(_ number: Int, _ size: Int) -> Int {
    cursors[number].list.info.passageFrequency * size / scorer.passageCount
  }

  /// Sets what the terms before `first` contribute at most, for each range of the window.
  private mutating func setRest(_ first: Int, _ rest: Float, _ size: Int, from base: UInt32, _ postings: RawSpan) {
    let sum = unsafe scratch.rest
    let count = (size + SearchScratch.rangeSize - 1) / SearchScratch.rangeSize
    var essential = 0
    for number in first..<cursors.count { essential += expected(number, size) }
    guard first > 0, essential >= WindowEvaluation.leastForRanges else {
      for range in 0..<count { unsafe sum[range] = rest }
      for number in 0..<first {
        let bound = number < firstEssential ? cursors[number].bound : bounds[number]
        for range in 0..<count { unsafe cursors[number].ranges[range] = bound }
      }
      return
    }
    for range in 0..<count { unsafe sum[range] = 0 }
    for number in 0..<first {
      cursors[number].setRanges(count, from: base, scorer, scratch.scale, postings)
      let ranges = unsafe cursors[number].ranges
      for range in 0..<count { unsafe sum[range] += ranges[range] }
    }
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

  /// Takes what term `number` contributes at most off the rest, and drops the candidates that can no longer do.
  private func drop(after number: Int, _ count: Int, _ size: Int, above least: Float) -> Int {
    let (sum, ranges) = unsafe (scratch.rest, cursors[number].ranges)
    let (scores, candidates) = unsafe (scratch.scores, scratch.candidates)
    for range in 0..<(size + SearchScratch.rangeSize - 1) / SearchScratch.rangeSize {
      unsafe sum[range] -= ranges[range]
    }
    var kept = 0
    for index in 0..<count {
      let place = unsafe candidates[index]
      unsafe candidates[kept] = place
      let isKept = unsafe scores[Int(place)] + sum[Int(place) &>> SearchScratch.rangeShift] > least
      if !isKept { unsafe scores[Int(place)] = 0 }
      kept &+= isKept ? 1 : 0
    }
    return kept
  }

  /// Adds the candidates, completed, to the best; clears their scores.
  private mutating func add(_ count: Int, from base: UInt32) {
    for index in 0..<count {
      let place = unsafe scratch.candidates[index]
      let score = unsafe scratch.scores[Int(place)]
      unsafe scratch.scores[Int(place)] = 0
      guard score > top.leastScore else { continue }
      if let filter, !filter.allows(base + place) { continue }
      top.add(ScoredPassage(passage: PassageID(base + place), score: score))
    }
  }
}
