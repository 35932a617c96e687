// Where a passage's text meets the question: matches, and the sentence that answers best. It marks bytes and draws nothing.

import Questions
import TextAnalysis

/// Marks the words of passages that match one question.
struct Highlighter {
  private struct Pattern {
    let hashes: [UInt64]
    let mass: Double
    /// The place of the first pattern with these hashes.
    let first: Int
  }

  /// What may cover the question's words, a handful.
  private let patterns: [Pattern]
  private let evidence: [ReadQuestion.Evidence]

  /// Cues, topic and context are not marked: a person did not ask for them.
  init(coverage: Coverage, evidence: [ReadQuestion.Evidence]) {
    let patterns = coverage.patterns
    self.patterns = patterns.map { pattern in
      let first = patterns.firstIndex { $0.hashes == pattern.hashes }
      return Pattern(hashes: pattern.hashes, mass: pattern.mass, first: first ?? 0)
    }
    self.evidence = evidence
  }

  /// Sorted, disjoint byte ranges of what matches; an entry of several words where they stand one after another.
  func matches(in words: PassageWords) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    for index in words.words.indices {
      for pattern in patterns where pattern.hashes[0] == words.words[index].hash {
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

  /// The sentence of `text` that matches the largest idf mass, in bytes; of two alike the one with the evidence asked
  /// for, then the earlier; `nil` where none matches.
  func bestSentence(of text: String, _ words: PassageWords) -> Range<Int>? {
    var best: (range: Range<Int>, mass: Double, hasEvidence: Bool)?
    for range in SentenceSplitter().ranges(in: text) {
      let inside = words.words(in: range)
      let mass = mass(of: words, inside.indices)
      guard mass > 0 else { continue }
      let hasEvidence = !evidence.isEmpty && EvidenceReader.holds(text, inside, oneOf: evidence)
      if let best, (mass, hasEvidence ? 1 : 0) <= (best.mass, best.hasEvidence ? 1 : 0) { continue }
      best = (range, mass, hasEvidence)
    }
    return best?.range
  }

  /// The idf mass of the different patterns that begin within `indices`.
  private func mass(of words: PassageWords, _ indices: Range<Int>) -> Double {
    var seen = [Bool](repeating: false, count: patterns.count)
    var mass = 0.0
    for index in indices {
      for pattern in patterns where pattern.hashes[0] == words.words[index].hash && !seen[pattern.first] {
        guard !words.sources(of: pattern.hashes, at: index).isEmpty else { continue }
        seen[pattern.first] = true
        mass += pattern.mass
      }
    }
    return mass
  }
}
