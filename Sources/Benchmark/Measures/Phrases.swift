// How long does a quoted phrase take?

extension Bench {
  /// Phrases of 2 and 3 words: all their words in one passage, one after another; then the 10 best of those passages.
  mutating func measurePhrases() throws {
    let times = try milliseconds(queries.phrases, top: 10)
    row("phrase", "k = 10, p50", times.percentile(0.5), "ms")
    row("phrase", "k = 10, p99", times.percentile(0.99), "ms")
  }
}
