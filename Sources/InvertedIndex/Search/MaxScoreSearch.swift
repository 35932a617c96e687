// The best passages without scoring them all: block-max MaxScore over ranges of passages.

import ByteIO

/// Dynamic pruning (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995; with block maxima as in Ding and
/// Suel, "Faster top-k document retrieval using block-max indexes", 2011).
///
/// 1. For every range of passages, what each term contributes there at most: from the blocks' impacts, or exactly for rare terms.
/// 2. The few ranges that promise most are evaluated first (as in Mallia, Suel and Tonellotto, "Faster learned sparse retrieval with
///    block-max pruning", 2024), which gives an early least score to leave ranges out by; then those of the others that can still exceed
///    it, in order, in windows of neighbouring ranges.
/// 3. In each window, the terms whose bounds together cannot reach the least score are not essential: a passage that holds only
///    them cannot be among the best. The others are added up in accumulators; passages that may still make it are completed from
///    the rest, the most promising term first.
///
/// Contributions are whole steps of a `ScoreQuantum`, so the scores equal those of `ExhaustiveSearch`, bit for bit, and so do the
/// passages.
struct MaxScoreSearch {
  let segment: OpenSegment
  let ranking: RankingParameters
  let scratch: SearchScratch

  /// With fewer postings than this in all, everything is scored: for so little, bounds are not worth their tables (an estimate).
  var exhaustiveLimit = 8_000
  /// A window has at most so many passages, whole ranges, but at least one.
  var mostWindow = 4096

  /// The `count` best passages that `filter` lets through, best first, ties by passage number.
  func top(_ count: Int, of query: WeightedQuery, filter: PassageFilter?) throws(IndexError) -> [ScoredPassage] {
    let passageCount = segment.statistics.passageCount
    guard count > 0, passageCount > 0 else { return [] }
    scratch.prepare(
      window: min(SearchScratch.mostWindow, passageCount), statistics: segment.statistics, ranking: ranking)
    let model = try ScoringModel(query, in: segment, ranking: ranking, norms: scratch.norms)
    guard !model.terms.isEmpty else { return [] }
    let segment = segment
    let lengths = segment.segment.bytes(.lengths)
    let postings = segment.segment.bytes(.postings)
    var result: Result<[ScoredPassage], MalformedBytes> = .success([])
    unsafe lengths.withUnsafeBytes { lengths in
      unsafe model.norms.body.withUnsafeBufferPointer { body in
        unsafe model.norms.heading.withUnsafeBufferPointer { heading in
          unsafe model.norms.title.withUnsafeBufferPointer { title in
            guard let lengths = lengths.baseAddress, let body = body.baseAddress, let heading = heading.baseAddress,
              let title = title.baseAddress
            else { return }
            let scorer = unsafe PostingScorer(
              lengths: lengths.assumingMemoryBound(to: UInt8.self), lengthPages: segment.segment.pages(.lengths),
              passageCount: passageCount, bodyNorms: body,
              headingNorms: heading, titleNorms: title,
              longest: Int(LengthClass.of(segment.statistics.body.maximum)), k1: model.k1, quantum: model.quantum)
            result = Result { () throws(MalformedBytes) in
              try run(count, model, scorer, filter: filter, postings)
            }
          }
        }
      }
    }
    do throws(MalformedBytes) {
      return try result.get()
    } catch {
      throw segment.segment.damage(.postings, error)
    }
  }

  private func run(
    _ count: Int, _ model: ScoringModel, _ scorer: PostingScorer, filter: PassageFilter?, _ postings: RawSpan
  ) throws(MalformedBytes) -> [ScoredPassage] {
    var cursors: [TermCursor] = []
    let pages = segment.segment.pages(.postings)
    var total = 0
    for (number, term) in model.terms.enumerated() {
      let list = try PostingList(term.info, passageCount: scorer.passageCount, in: postings, pages)
      var cursor = unsafe TermCursor(
        list, weight: term.weight, memory: scratch.memory(ofTerm: number), ranges: scratch.ranges(ofTerm: number))
      try cursor.prepare(scorer, scratch.scale, postings)
      cursors.append(cursor)
      total += term.info.passageFrequency
    }
    cursors.sort { $0.bound < $1.bound }
    var windows = WindowEvaluation(
      cursors: cursors, scorer: scorer, scratch: scratch, filter: filter, top: TopPassages(capacity: count))
    if total <= exhaustiveLimit {
      try windows.evaluateAll(postings)
    } else {
      try windows.setRanges(postings)
      try windows.evaluateBest(postings, atLeast: count)
      try windows.evaluateRest(postings, mostRanges: max(1, mostWindow >> scratch.rangeShift))
    }
    return windows.top.sorted
  }
}
