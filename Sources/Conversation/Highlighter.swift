// Where a passage's text meets the question: matches, and the sentence that answers best. It marks bytes and draws nothing.

import Questions
import TextAnalysis

/// Marks the words of passages that match one question.
struct Highlighter {
  /// What each matching term is worth: the idf mass of the question's words that it covers.
  private let masses: [UInt64: Double]
  private let evidence: [ReadQuestion.Evidence]

  /// Cues, topic and context are not marked: a person did not ask for them.
  init(coverage: Coverage, evidence: [ReadQuestion.Evidence]) {
    masses = coverage.masses
    self.evidence = evidence
  }

  /// Sorted, disjoint byte ranges of the words that match; a hyphenated word is marked whole where it matches whole.
  func matches(in words: PassageWords) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    for word in words.words where masses[word.hash] != nil {
      if let last = matches.last, word.source.lowerBound < last.upperBound {
        matches[matches.count - 1] = last.lowerBound..<max(last.upperBound, word.source.upperBound)
      } else {
        matches.append(word.source)
      }
    }
    return matches
  }

  /// The sentence of `text` that matches the largest idf mass, in bytes; of two alike the one with the evidence asked
  /// for, then the earlier; `nil` where none matches.
  func bestSentence(of text: String, _ words: PassageWords) -> Range<Int>? {
    var best: (range: Range<Int>, mass: Double, hasEvidence: Bool)?
    for range in SentenceSplitter().ranges(in: text) {
      let inside = words.words(in: range)
      var seen: Set<UInt64> = []
      let mass = inside.reduce(0) { sum, word in
        guard let mass = masses[word.hash], seen.insert(word.hash).inserted else { return sum }
        return sum + mass
      }
      guard mass > 0 else { continue }
      let hasEvidence = !evidence.isEmpty && EvidenceReader.holds(text, inside, oneOf: evidence)
      if let best, (mass, hasEvidence ? 1 : 0) <= (best.mass, best.hasEvidence ? 1 : 0) { continue }
      best = (range, mass, hasEvidence)
    }
    return best?.range
  }
}
