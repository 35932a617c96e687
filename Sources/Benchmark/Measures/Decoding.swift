// How fast are postings decoded?

import InvertedIndex
import TextAnalysis

extension Bench {
  /// Postings decoded in a second, by the kind of their blocks: passages, frequencies and fields, no positions.
  mutating func measureDecoding() throws {
    let decoder = try PostingDecoder(index, terms: Bench.terms(of: index))
    for kind in BlockKind.allCases {
      let count = decoder.postingCount(kind)
      guard count > 0 else { continue }
      // Small amounts are decoded over and over, so that the clock's step does not tell.
      let repeats = max(1, 2_000_000 / count)
      var sum: UInt32 = 0
      let seconds = try Clock.leastSeconds(rounds: options.rounds) {
        for _ in 0..<repeats { sum &+= try decoder.decode(kind) }
      }
      guard sum != 1 else { throw BenchmarkError(text: "decoded nothing") }
      row("decode", "\(kind.rawValue) blocks", Double(count * repeats) / seconds / 1e6, "million postings/s")
    }
  }

  /// Every term that a word of the index gives, once.
  static func terms(of index: IndexReader) throws -> [[UInt8]] {
    var words: [String] = []
    try index.forEachWord { word, _ in
      words.append(word.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    let analyzer = try Analyzer(language: index.settings.language)
    var seen: Set<[UInt8]> = []
    return words.compactMap { word in
      SampleQuery(words: [word], isPhrase: false, analyzer).query.terms.first?.term
    }.filter { seen.insert($0).inserted }
  }
}
