// How long does it take to open an index, and how much of it is checked then and by a first query?

import InvertedIndex

extension Bench {
  /// Within a running program, the file in the page cache.
  mutating func measureOpening() throws {
    let folder = indexFolder
    let seconds = try Clock.leastSeconds(rounds: 100 * options.rounds) { _ = try IndexReader(folder: folder) }
    row("open", "in the page cache", seconds * 1e6, "µs")
    try measureChecks()
  }

  /// Pages of 4 KiB, by each query in an index just opened. An index of up to 1 MiB has none: it is checked whole.
  private mutating func measureChecks() throws {
    var opening = 0
    var pages: [Double] = []
    for query in queries.bags {
      let fresh = try IndexReader(folder: indexFolder)
      opening = fresh.touchedPageCount
      _ = try fresh.top(10, of: query.query, ranking: .standard)
      pages.append(Double(fresh.touchedPageCount - opening))
    }
    row("open", "checked at opening", Double(opening), "pages")
    row("open", "checked by a first query, mean", pages.reduce(0, +) / Double(max(1, pages.count)), "pages")
    row("open", "checked by a first query, p99", pages.percentile(0.99), "pages")
  }
}
