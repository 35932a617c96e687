// Passages in whose body some terms stand one after another.

import ByteIO

/// Finds quoted phrases, by the positions of their terms.
struct PhraseMatcher {
  let segment: OpenSegment

  /// The passages whose body holds `phrase`, in rising order; none for an empty phrase.
  ///
  /// Walks the postings of every term of the phrase: O(their postings).
  func passages(with phrase: [[UInt8]]) throws(IndexError) -> [UInt32] {
    var starts: [UInt32: [UInt32]]?
    for (offset, term) in phrase.enumerated() {
      guard let info = try segment.termInfo(of: term) else { return [] }
      let found = try self.starts(of: info, offset: UInt32(offset), among: starts)
      if found.isEmpty { return [] }
      starts = found
    }
    return (starts ?? [:]).keys.sorted()
  }

  /// For each passage, where a phrase could begin whose `offset`-th term this is.
  private func starts(of info: TermInfo, offset: UInt32, among candidates: [UInt32: [UInt32]]?) throws(IndexError)
    -> [UInt32: [UInt32]]
  {
    var found: [UInt32: [UInt32]] = [:]
    try segment.forEachBlock(of: info) { block, reader throws(MalformedBytes) in
      for index in 0..<block.count where block.body[index] > 0 {
        let passage = block.passages[index]
        guard candidates == nil || candidates?[passage] != nil else { continue }
        let positions = try segment.positions(at: index, of: block, reader)
        var begins = positions.filter { $0 >= offset }.map { $0 - offset }
        if let before = candidates?[passage] { begins.removeAll { !before.contains($0) } }
        if !begins.isEmpty { found[passage] = begins }
      }
      return true
    }
    return found
  }
}
