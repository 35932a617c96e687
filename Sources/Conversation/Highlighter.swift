// Where a passage's text meets the question: matches, and the sentence that answers best. It marks bytes and draws nothing.

import Questions
import TextAnalysis

/// Marks the words of passages that match one question.
struct Highlighter {
  /// A sentence with the evidence asked for is best if it is at least this much as near to the question's words as the sentence
  /// that holds the most of them.
  private static let leastNearness = 0.25

  private let patterns: QuestionPatterns
  private let evidence: EvidenceMatch?

  /// - Parameter evidence: what the question's form asks for; `nil` for nothing.
  init(coverage: Coverage, evidence: EvidenceMatch?) {
    patterns = QuestionPatterns(coverage)
    self.evidence = evidence
  }

  /// Sorted, disjoint byte ranges of what matches; an entry of several words where they stand one after another.
  func matches(in words: PassageWords) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    for index in words.words.indices {
      for pattern in patterns.patterns where pattern.hashes[0] == words.words[index].hash {
        for source in words.sources(of: pattern.hashes, at: index) { Self.add(source, to: &matches) }
      }
    }
    return matches
  }

  private static func add(_ source: Range<Int>, to matches: inout [Range<Int>]) {
    guard let last = matches.last, source.lowerBound < last.upperBound else { return matches.append(source) }
    // Words come in reading order, but a pattern may have marked ahead of the next one's beginning.
    if source.upperBound > last.upperBound { matches[matches.count - 1] = last.lowerBound..<source.upperBound }
  }

  /// The sentence of `text` that answers best, in bytes, with what limits it (`QuotableSentences`): the one that matches the
  /// largest idf mass, of two alike the earlier; but where the question asks for evidence, the one that holds it, if the question's
  /// words stand near. `nil` where no sentence matches.
  ///
  /// - Parameter above: the terms of title and heading; asked only where the question asks for evidence.
  func bestSentence<Failure: Error>(
    of text: String, _ words: PassageWords, above: () throws(Failure) -> [[UInt8]]
  ) throws(Failure) -> Range<Int>? {
    let sentences = QuotableSentences(text)
    let fullest = fullest(of: sentences, words)
    if let evidence, let near = evidence.nearest(in: text, sentences.ranges, words, above: try above()),
      near.nearness >= Self.leastNearness * (fullest?.share ?? 0)
    {
      return sentences.quotable(near.number)
    }
    return fullest.map { sentences.quotable($0.number) }
  }

  /// The sentence of `text` that matches the largest idf mass, with what limits it, and that mass; of two alike the earlier, `nil`
  /// where none matches.
  func fullestSentence(of text: String, _ words: PassageWords) -> (range: Range<Int>, mass: Double)? {
    let sentences = QuotableSentences(text)
    return fullest(of: sentences, words).map { (sentences.quotable($0.number), $0.mass) }
  }

  private func fullest(
    of sentences: QuotableSentences, _ words: PassageWords
  ) -> (number: Int, mass: Double, share: Double)? {
    var best: (number: Int, mass: Double, share: Double)?
    for (number, range) in sentences.ranges.enumerated() {
      let found = patterns.found(in: words, words.words(in: range).indices)
      let mass = patterns.mass(found)
      if mass > best?.mass ?? 0 { best = (number, mass, share(of: patterns.covered(found))) }
    }
    return best
  }

  private func share(of covered: [Bool]) -> Double {
    let total = patterns.masses.reduce(0, +)
    return total > 0 ? zip(patterns.masses, covered).reduce(0) { $1.1 ? $0 + $1.0 : $0 } / total : 0
  }
}
