// Are the best passages found the best there are?

import InvertedIndex

extension Bench {
  /// How many queries give other passages or scores than by scoring every passage: none may.
  mutating func measureExactness() throws {
    let sample = (queries.bags + queries.phrases).enumerated().filter { $0.offset % 7 == $0.offset / 7 % 7 }
    let different = try sample.count { _, query in
      try index.top(10, of: query.query, ranking: .standard)
        != index.exhaustiveTop(10, of: query.query, ranking: .standard)
    }
    guard different == 0 else {
      throw BenchmarkError(text: "\(different) of \(sample.count) queries differ from exhaustive evaluation")
    }
    row("exactness", "queries as by exhaustive evaluation", Double(sample.count), "queries")
  }
}
