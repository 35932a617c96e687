// How long does it take to open an index?

import InvertedIndex

extension Bench {
  /// Within a running program, the file in the page cache.
  mutating func measureOpening() throws {
    let folder = indexFolder
    let seconds = try Clock.leastSeconds(rounds: 100 * options.rounds) { _ = try IndexReader(folder: folder) }
    row("open", "in the page cache", seconds * 1e6, "µs")
  }
}
