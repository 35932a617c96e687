// Whether a passage stands under a title or heading that names what was asked. It reads no passage's text.

import InvertedIndex
import TextAnalysis

/// How far the headings above a passage and the question are about the same thing.
///
/// A passage may hold every word of a question in passing; one whose title or heading names them is about them. On
/// 621 questions to 7,949 medical articles, a third of them without an answer there, this told more than the text itself.
struct SubjectMatch {
  /// 0 to 1: the share of the question's idf mass that title and heading name.
  let named: Double
  /// 0 to 1: the share of the title's idf mass, or the heading's if that is larger, that the question asks for.
  let asked: Double

  init(
    of view: PassageView, _ coverage: Coverage, hashes: [UInt64], in index: IndexReader
  ) throws(IndexError) {
    named = coverage.share(of: coverage.covered(by: view.above))
    asked = max(
      try Self.share(of: view.title, hashes, in: index), try Self.share(of: view.heading, hashes, in: index))
  }

  /// The different terms of `text`, in byte order: a sum over them is then always the same.
  static func terms(_ text: String?, _ analyzer: Analyzer) -> [[UInt8]] {
    guard let text else { return [] }
    let buffer = analyzer.analyze(text)
    let terms = buffer.tokens.filter { !$0.isCompound }.map { Array(buffer.term(of: $0)) }
    let sorted = terms.sorted { $0.lexicographicallyPrecedes($1) }
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  static func share(
    of terms: [[UInt8]], _ hashes: [UInt64], in index: IndexReader
  ) throws(IndexError) -> Double {
    var shared = 0.0
    var total = 0.0
    for term in terms {
      let idf = Double(
        RankingParameters.idf(
          passageFrequency: try index.passageFrequency(of: term), passageCount: index.statistics.passageCount))
      total += idf
      if hashes.contains(PassageWords.hash(term)) { shared += idf }
    }
    return total > 0 ? shared / total : 0
  }
}
