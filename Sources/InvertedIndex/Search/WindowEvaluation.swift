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
    var count = try gather(first, from: base, before: end, above: max(0, least - rest), postings)
    for number in stride(from: first - 1, through: 0, by: -1) where count > 0 {
      // Terms before `firstEssential` are bounded by their lists, the others by their window.
      rest -= number < firstEssential ? cursors[number].bound : bounds[number]
      count = unsafe try cursors[number].add(
        to: scratch.candidates, scratch.candidateScores, count: count, above: least, rest: rest, scorer,
        scratch.scale, postings)
    }
    for index in 0..<count {
      let score = unsafe scratch.candidateScores[index]
      guard score > top.leastScore else { continue }
      let passage = unsafe scratch.candidates[index]
      if let filter, !filter.allows(passage) { continue }
      top.add(ScoredPassage(passage: PassageID(passage), score: score))
    }
    return end
  }

  /// Adds up the essential terms, and collects the passages whose sum exceeds `least`.
  private mutating func gather(
    _ first: Int, from base: UInt32, before end: UInt32, above least: Float, _ postings: RawSpan
  ) throws(MalformedBytes) -> Int {
    if first == cursors.count - 1 {
      return unsafe try cursors[first].collect(
        before: end, above: least, into: scratch.candidates, scratch.candidateScores, scorer, postings)
    }
    let size = Int(end - base)
    var expected = 0
    for number in first..<cursors.count {
      expected += cursors[number].list.info.passageFrequency / max(1, scorer.passageCount / size)
    }
    let isDense = expected > size / 16
    for number in first..<cursors.count {
      unsafe try cursors[number].accumulate(
        before: end, base: base, scores: scratch.scores, touched: isDense ? nil : scratch.touched, scorer, postings)
    }
    return isDense
      ? collectAll(size, from: base, above: least) : collectTouched(size, from: base, above: least)
  }

  /// Takes the sums above `least` out of the accumulators, all of which are cleared.
  private func collectAll(_ size: Int, from base: UInt32, above least: Float) -> Int {
    let (scores, candidates, candidateScores) = unsafe (
      scratch.scores, scratch.candidates, scratch.candidateScores
    )
    let memory = UnsafeMutableRawPointer(scores)
    let limit = SIMD8(repeating: least)
    var found = 0
    for start in stride(from: 0, to: size, by: 8) {
      let lanes = unsafe memory.loadUnaligned(fromByteOffset: 4 &* start, as: SIMD8<Float>.self)
      if any(lanes .> limit) {
        for index in start..<start &+ 8 {
          let score = unsafe scores[index]
          unsafe candidates[found] = base &+ UInt32(truncatingIfNeeded: index)
          unsafe candidateScores[found] = score
          found &+= score > least ? 1 : 0
        }
      }
      unsafe memory.storeBytes(of: .zero, toByteOffset: 4 &* start, as: SIMD8<Float>.self)
    }
    return found
  }

  /// Takes the sums above `least` out of the accumulators that were touched, and clears those.
  private func collectTouched(_ size: Int, from base: UInt32, above least: Float) -> Int {
    let (scores, touched, candidates, candidateScores) = unsafe (
      scratch.scores, scratch.touched, scratch.candidates, scratch.candidateScores
    )
    var found = 0
    for number in 0..<(size &+ 63) / 64 {
      var word = unsafe touched[number]
      if word == 0 { continue }
      unsafe touched[number] = 0
      while word != 0 {
        let index = 64 &* number &+ word.trailingZeroBitCount
        word &= word &- 1
        let score = unsafe scores[index]
        unsafe scores[index] = 0
        unsafe candidates[found] = base &+ UInt32(truncatingIfNeeded: index)
        unsafe candidateScores[found] = score
        found &+= score > least ? 1 : 0
      }
    }
    return found
  }
}
