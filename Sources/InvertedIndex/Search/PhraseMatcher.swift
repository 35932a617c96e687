// Passages in whose body some terms stand one after another.

import ByteIO

/// Finds quoted phrases: first the passages that hold every term, the rarest term leading, then their positions.
struct PhraseMatcher {
  let segment: OpenSegment

  /// The passages whose body holds `phrase`, and any field of which holds all of `others`, in rising order; none for an empty
  /// phrase.
  ///
  /// O(postings of the rarest term), and for the others the blocks that may hold one of what is left.
  func passages(with phrase: [[UInt8]], and others: [TermInfo] = []) throws(IndexError) -> [UInt32] {
    var terms: [TermInfo] = []
    for term in phrase {
      guard let info = try segment.termInfo(of: term) else { return [] }
      terms.append(info)
    }
    guard !terms.isEmpty else { return [] }
    return try inSequence(terms, among: PassageIntersection(segment: segment).passages(holding: terms + others))
  }

  /// One passage of those asked for that holds a term in its body.
  private struct Occurrence {
    let passage: UInt32
    /// Rising.
    let positions: [UInt32]
  }

  /// Those of `candidates` in which the terms stand one after another.
  private func inSequence(_ terms: [TermInfo], among candidates: [UInt32]) throws(IndexError) -> [UInt32] {
    var begins: [Occurrence] = []
    for (offset, info) in terms.enumerated() {
      let passages = offset == 0 ? candidates : begins.map(\.passage)
      if passages.isEmpty { return [] }
      let found = try occurrences(of: info, in: passages)
      begins = offset == 0 ? found : PhraseMatcher.continued(begins, by: found, at: UInt32(offset))
    }
    return begins.map(\.passage)
  }

  /// Those of `begins` whose term at `offset` of the phrase stands where it should, by `found`.
  private static func continued(_ begins: [Occurrence], by found: [Occurrence], at offset: UInt32) -> [Occurrence] {
    var continued: [Occurrence] = []
    var next = 0
    for begin in begins {
      while next < found.count, found[next].passage < begin.passage { next += 1 }
      guard next < found.count, found[next].passage == begin.passage else { continue }
      let places = found[next].positions
      let kept = begin.positions.filter { places.contains($0 &+ offset) }
      if !kept.isEmpty { continued.append(Occurrence(passage: begin.passage, positions: kept)) }
    }
    return continued
  }

  /// Those of `candidates`, which rise, whose body holds the term; blocks without a candidate are passed over.
  private func occurrences(of info: TermInfo, in candidates: [UInt32]) throws(IndexError) -> [Occurrence] {
    do throws(MalformedBytes) {
      let bytes = segment.segment.bytes(.postings)
      let positionBytes = segment.segment.bytes(.positions)
      let positionPages = segment.segment.pages(.positions)
      var reader = try PostingListReader(
        info, passageCount: segment.statistics.passageCount, in: bytes, segment.segment.pages(.postings))
      var block = PostingBlock()
      var found: [Occurrence] = []
      var next = 0
      while next < candidates.count {
        reader.seek(to: candidates[next], bytes)
        guard try reader.next(bytes, into: &block) else { break }
        var positions = try PositionCursor(reader, block, postings: bytes, positions: positionBytes, positionPages)
        for index in 0..<block.count {
          while next < candidates.count, candidates[next] < block.passages[index] { next += 1 }
          guard next < candidates.count else { break }
          guard candidates[next] == block.passages[index], block.body[index] > 0 else { continue }
          let places = try positions.positions(of: index, in: block, positionBytes)
          found.append(Occurrence(passage: candidates[next], positions: places))
        }
        if next < candidates.count, candidates[next] <= block.passages[block.count - 1] { next += 1 }
      }
      return found
    } catch {
      throw segment.segment.damage(.postings, error)
    }
  }
}
