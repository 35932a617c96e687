// What must hold of every passage returned: its article, and the quoted phrases.

import ByteIO

/// The passages that a query's restrictions leave.
struct PassageFilter: Sendable {
  /// Half-open passage ranges, sorted; `nil` for all passages.
  private let ranges: [Range<UInt32>]?
  /// Passages that hold every phrase, sorted; `nil` without phrases.
  private let withPhrases: [UInt32]?

  /// - Returns: `nil` where the query restricts nothing.
  init?(_ query: WeightedQuery, in segment: OpenSegment) throws(IndexError) {
    guard query.articles != nil || !query.phrases.isEmpty else { return nil }
    var ranges: [Range<UInt32>]?
    if let articles = query.articles {
      var found: [Range<UInt32>] = []
      for article in articles.sorted() { found.append(try segment.passages(of: article)) }
      ranges = found
    }
    var withPhrases: [UInt32]?
    // A passage without any of the terms is no hit: where there is only one, it must be there.
    var required: [TermInfo] = []
    if !query.phrases.isEmpty, query.terms.count == 1, let info = try segment.termInfo(of: query.terms[0].term) {
      required = [info]
    }
    for phrase in query.phrases {
      let found = try PhraseMatcher(segment: segment).passages(with: phrase, and: required)
      withPhrases = withPhrases.map { before in before.filter(Set(found).contains) } ?? found
    }
    self.ranges = ranges
    self.withPhrases = withPhrases
  }

  func allows(_ passage: UInt32) -> Bool {
    if let ranges, !ranges.contains(where: { $0.contains(passage) }) { return false }
    guard let withPhrases else { return true }
    var low = 0
    var high = withPhrases.count
    while low < high {
      let middle = (low + high) / 2
      if withPhrases[middle] < passage { low = middle + 1 } else { high = middle }
    }
    return low < withPhrases.count && withPhrases[low] == passage
  }
}
