// How a passage came by its score: `--explain` and `:why`. It repeats the formula with its inputs.

import Conversation
import InvertedIndex
import Terminal

/// Writes out scores, term by term.
package struct ExplainRenderer: Sendable {
  private let ranking: RankingParameters

  package init(ranking: RankingParameters) {
    self.ranking = ranking
  }

  /// The terms of one passage's score, in the order they are added, and their sum:
  ///
  ///     dependence  idf 3.50 x tf/(k1+tf) 0.45 x weight 0.5 = 0.79
  ///
  /// What the title, the heading and the first words add to that stands in a line of its own. Terms the passage lacks are named
  /// in one line after them.
  ///
  /// - Parameter score: the passage's.
  package func lines(of contributions: [TermContribution], score: Float) -> [String] {
    let present = contributions.filter { $0.score > 0 }
    let names = present.map { Sanitizer.clean(bytes: $0.term.term) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    var lines = zip(names, present).map { name, contribution in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      let saturated = contribution.frequency / (ranking.k1 + contribution.frequency)
      return "  \(name)\(padding)  idf \(fixed(contribution.idf)) x tf/(k1+tf) \(fixed(saturated))"
        + " x weight \(fixed(contribution.term.weight)) = \(fixed(contribution.score))"
    }
    // Added in the order and precision of the ranking, so that the sum is the score.
    let sum = contributions.reduce(Float(0)) { $0 + $1.score }
    if score != sum {
      lines.append(
        "  title and opening fit the question: \(fixed(sum)) x \(fixed(score / sum - 1)) = \(fixed(score - sum))")
    }
    lines.append("  score \(score)   (k1 \(ranking.k1), b \(ranking.b))")
    let absent = contributions.filter { $0.score <= 0 }.map { Sanitizer.clean(bytes: $0.term.term) }
    if !absent.isEmpty { lines.append("  not in this passage: \(absent.joined(separator: ", "))") }
    return lines
  }

  /// What the verdict was decided from.
  package func verdictLine(of answer: Answer) -> String {
    let coverage = DecimalText.fixed(answer.coverage, decimals: 2)
    let confidence = DecimalText.fixed(answer.confidence, decimals: 2)
    return "  coverage \(coverage)   confidence \(confidence)   verdict: \(answer.verdict.rawValue)"
  }

  /// The question as it was searched: every term with its weight.
  package func queryLine(of answer: Answer) -> String {
    let terms = answer.query.terms.map { term in
      let name = Sanitizer.clean(bytes: term.term)
      return term.weight == 1 ? name : "\(name)^\(DecimalText.trimmed(Double(term.weight), decimals: 3))"
    }
    return "  searched: \(terms.joined(separator: " "))"
  }

  private func fixed(_ value: Float) -> String {
    DecimalText.fixed(Double(value), decimals: 2)
  }
}
