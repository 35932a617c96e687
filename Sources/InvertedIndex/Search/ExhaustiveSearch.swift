// Scores every passage that holds any term of the query. Slow and plainly right: what faster evaluation is held against.

import ByteIO

/// Term-at-a-time evaluation: one running score for each passage; terms added in query order.
struct ExhaustiveSearch {
  let segment: OpenSegment
  let ranking: RankingParameters

  /// The `count` best passages that `filter` lets through; O(postings + passages).
  func top(_ count: Int, of query: WeightedQuery, filter: PassageFilter?) throws(IndexError) -> [ScoredPassage] {
    guard count > 0, segment.statistics.passageCount > 0 else { return [] }
    let norms = FieldNorms(segment.statistics, ranking)
    var scores = [Float](repeating: 0, count: segment.statistics.passageCount)
    for term in query.terms { try add(term, norms: norms, to: &scores) }
    var top = TopPassages(capacity: count)
    let sums = scores.span
    for index in sums.indices where unsafe sums[unchecked: index] > top.leastScore {
      let passage = UInt32(truncatingIfNeeded: index)
      if let filter, !filter.allows(passage) { continue }
      top.add(ScoredPassage(passage: PassageID(passage), score: sums[index]))
    }
    return top.sorted
  }

  private func add(_ term: WeightedQuery.Term, norms: FieldNorms, to scores: inout [Float]) throws(IndexError) {
    guard let info = try segment.termInfo(of: term.term) else { return }
    let idf = RankingParameters.idf(
      passageFrequency: info.passageFrequency, passageCount: segment.statistics.passageCount)
    let weight = term.weight * idf
    let segment = segment
    let lengths = segment.segment.bytes(.lengths)
    let k1 = ranking.k1
    do throws(MalformedBytes) {
      let bytes = segment.segment.bytes(.postings)
      var reader = try PostingListReader(info, passageCount: segment.statistics.passageCount, in: bytes)
      var block = PostingBlock()
      while try reader.next(bytes, into: &block) {
        block.addScores(weight: weight, k1: k1, norms: norms, lengths: lengths, to: &scores)
      }
    } catch {
      throw segment.segment.damage(.postings, error)
    }
  }
}

extension PostingBlock {
  /// Adds what each posting scores to its passage's score.
  ///
  /// The loops hold no reference and check no bound of their own: the reader has checked every passage number against the
  /// number of passages, which is that of `scores`, and of `lengths`' four-byte entries.
  fileprivate borrowing func addScores(
    weight: Float, k1: Float, norms: borrowing FieldNorms, lengths: RawSpan, to scores: inout [Float]
  ) {
    precondition(lengths.byteCount == 4 * scores.count, "a length and a score for every passage")
    let hasBodyOnly = heading.prefix(count).allSatisfy { $0 == 0 } && title.prefix(count).allSatisfy { $0 == 0 }
    let passages = passages.span
    let (body, heading, title) = (body.span, heading.span, title.span)
    let (bodyNorms, headingNorms, titleNorms) = (norms.body.span, norms.heading.span, norms.title.span)
    let longest = bodyNorms.count - 1
    var sums = scores.mutableSpan
    for index in 0..<count {
      let passage = Int(unsafe passages[unchecked: index])
      let packed = unsafe lengths.unsafeLoadUnaligned(fromUncheckedByteOffset: 4 * passage, as: UInt32.self)
        .littleEndian
      let length = min(Int(packed & 0xffff), longest)
      var frequency = unsafe Float(body[unchecked: index]) * bodyNorms[unchecked: length]
      if !hasBodyOnly {
        frequency +=
          unsafe Float(heading[unchecked: index]) * headingNorms[min(Int(packed >> 16 & 0xff), headingNorms.count - 1)]
        frequency += unsafe Float(title[unchecked: index]) * titleNorms[min(Int(packed >> 24), titleNorms.count - 1)]
      }
      unsafe sums[unchecked: passage] += weight * (frequency / (k1 + frequency))
    }
  }
}
