// How long does a query take, by the number of its words, and by how many passages are wanted?

import InvertedIndex

extension Bench {
  /// Median and 99th percentile over the queries of each one's least time.
  mutating func measureQueries() throws {
    for count in [10, 100, 1000] {
      let times = try milliseconds(queries.bags, top: count)
      row("top-k", "k = \(count), p50", times.percentile(0.5), "ms")
      row("top-k", "k = \(count), p99", times.percentile(0.99), "ms")
      guard count == 10 else { continue }
      for length in QuerySet.lengths {
        let some = zip(queries.bags, times).filter { $0.0.words.count == length }.map(\.1)
        row("top-k", "k = 10, \(length) words, p50", some.percentile(0.5), "ms")
      }
    }
  }

  /// Of each query the least time of all rounds.
  func milliseconds(_ queries: [SampleQuery], top count: Int) throws -> [Double] {
    try milliseconds(queries, top: count, in: [index])[0]
  }

  /// Of each index and query the least time of all rounds; the indexes take turns, query by query, and in being the first.
  func milliseconds(_ queries: [SampleQuery], top count: Int, in indexes: [IndexReader]) throws -> [[Double]] {
    let unmeasured = [Double](repeating: .infinity, count: queries.count)
    var least = [[Double]](repeating: unmeasured, count: indexes.count)
    for round in 0...options.rounds {
      for (number, query) in queries.enumerated() {
        for turn in indexes.indices {
          let place = (turn + round) % indexes.count
          let start = Clock.nanoseconds()
          _ = try indexes[place].top(count, of: query.query, ranking: .standard)
          least[place][number] = min(least[place][number], Double(Clock.nanoseconds() - start) / 1e6)
        }
      }
    }
    return least
  }
}
