// How near the question's words the evidence stands that its form asks for: a duration for "how long", a person for "who".

import InvertedIndex
import Questions
import TextAnalysis

/// Looks in passages for the evidence that one question asks for.
///
/// A sentence that holds it is as near as the question's words stand to it: in the sentence itself, in one of the two before, which
/// it goes on from ("They last a few hours"), or in the title and heading above.
struct EvidenceMatch {
  /// What the question's words count that stand in the sentence itself; in that or the one before, or above; in one of the three,
  /// or above.
  private static let nearness = [1, 0.5, 0.25]

  private let wanted: [EvidenceReader.Kind]
  private let patterns: QuestionPatterns
  private let total: Double

  /// `nil` where the form of `question` asks for no evidence, or there are no words to be near to.
  ///
  /// What the question takes over from the turn before counts as its own: "How long?" asks about what was spoken of.
  init?(_ question: ReadQuestion, _ coverage: Coverage, in index: IndexReader) throws(IndexError) {
    wanted = Self.wanted(by: question)
    guard !wanted.isEmpty else { return nil }
    var context: [(hashes: [UInt64], mass: Double)] = []
    for expansion in question.expansions where expansion.reason == .context {
      var mass = 0.0
      for term in expansion.terms {
        let idf = RankingParameters.idf(
          passageFrequency: try index.passageFrequency(of: term.term), passageCount: index.statistics.passageCount)
        mass = max(mass, Double(term.weight * idf))
      }
      context.append((hashes: expansion.terms.map { PassageWords.hash($0.term) }, mass: mass))
    }
    patterns = QuestionPatterns(coverage, context: context)
    total = patterns.masses.reduce(0, +)
    if total <= 0 { return nil }
  }

  /// One sentence that holds the evidence.
  struct Sentence {
    /// Its place among the sentences of the text.
    let number: Int
    /// 0 to 1: the share of the question's idf mass that stands there or near, less where it is further.
    let nearness: Double
  }

  /// The sentence with the evidence nearest to the question's words; of two alike the earlier, `nil` where none has both.
  ///
  /// - Parameters:
  ///   - sentences: Of `text`, in bytes.
  ///   - above: The terms of title and heading.
  func nearest(in text: String, _ sentences: [Range<Int>], _ words: PassageWords, above: [[UInt8]]) -> Sentence? {
    let above = patterns.covered(by: above)
    var best: Sentence?
    var before: [[Bool]] = []
    for (number, range) in sentences.enumerated() {
      let inside = words.words(in: range)
      before.append(patterns.covered(patterns.found(in: words, inside.indices)))
      let nearness = nearness(before.suffix(Self.nearness.count).reversed(), above)
      // Reading a sentence for evidence costs the most.
      guard nearness > best?.nearness ?? 0, EvidenceReader(text, in: range).holds(oneOf: wanted) else { continue }
      best = Sentence(number: number, nearness: nearness)
    }
    return best
  }

  /// - Parameters:
  ///   - covered: Which of the question's words the sentence holds, the one before, and so on; at least one.
  private func nearness(_ covered: [[Bool]], _ above: [Bool]) -> Double {
    var nearest = share(covered[0])
    var reached = above
    for (words, weight) in zip(covered, [Self.nearness[1]] + Self.nearness.dropFirst()) {
      for place in words.indices where words[place] { reached[place] = true }
      nearest = max(nearest, weight * share(reached))
    }
    return nearest
  }

  private func share(_ covered: [Bool]) -> Double {
    zip(patterns.masses, covered).reduce(0) { $1.1 ? $0 + $1.0 : $0 } / total
  }

  /// What the form of `question` asks for; "who" at its beginning for a person, unless it asks for something else: "who is at risk"
  /// wants what the risk is greater with.
  private static func wanted(by question: ReadQuestion) -> [EvidenceReader.Kind] {
    let words = question.text.lowercased().split { !$0.isLetter && $0 != "'" }
    guard question.evidence.isEmpty else {
      let asksHowOften = zip(words, words.dropFirst()).contains { $0 == "how" && ($1 == "often" || $1 == "frequently") }
      return question.evidence.map { evidence in
        switch evidence {
        case .duration: .duration
        case .amount: .amount
        case .number: asksHowOften ? .frequency : .number
        case .person: .person
        }
      }
    }
    guard question.aspect == nil, let first = words.first else { return [] }
    return ["who", "whom", "whose"].contains(first) ? [.person] : []
  }
}
