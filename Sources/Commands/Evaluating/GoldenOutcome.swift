// What came of one golden question, and whether it is right.

import Conversation
import Documents
import Glibc
import InvertedIndex

/// A golden question with its answer.
package struct GoldenOutcome: Sendable {
  package let question: GoldenQuestion
  package let verdict: Verdict
  /// The grades of the passages shown, first to last, 0 for one that was not expected; at most `depth`.
  package let grades: [Int]
  /// The grades of all passages expected, in any order; empty where none is.
  package let ideal: [Int]
  /// The words that no article has.
  package let missing: [String]
  /// Where the first passage shown stands.
  package let citation: Citation?

  /// How many passages are looked at.
  package static let depth = 10

  package init(
    question: GoldenQuestion, verdict: Verdict, grades: [Int], ideal: [Int], missing: [String] = [],
    citation: Citation? = nil
  ) {
    self.question = question
    self.verdict = verdict
    self.grades = grades
    self.ideal = ideal
    self.missing = missing
    self.citation = citation
  }

  init(_ answer: Answer, to question: GoldenQuestion, expected: [PassageID: Int]) {
    self.init(
      question: question, verdict: answer.verdict, grades: answer.results.map { expected[$0.id] ?? 0 },
      ideal: Array(expected.values), missing: answer.missing, citation: answer.results.first?.citation)
  }

  /// Whether an expected passage is shown first; for a refusal, whether the verdict is the expected one.
  package var isRight: Bool {
    switch question.expectation {
    case .passages: (verdict == .answered || verdict == .partly) && precisionAtOne == 1
    case .noAnswer: verdict == .noAnswer
    case .partly: verdict == .partly
    case .crisis: verdict == .crisis
    case .missing(let word):
      (verdict == .noAnswer || verdict == .partly) && missing.contains { $0.lowercased() == word }
    }
  }

  /// P@1: 1 where the first passage is an expected one, else 0.
  package var precisionAtOne: Double {
    (grades.first ?? 0) > 0 ? 1 : 0
  }

  /// Success@3: 1 where one of the first three passages is an expected one, else 0.
  package var successAtThree: Double {
    grades.prefix(3).contains { $0 > 0 } ? 1 : 0
  }

  /// nDCG@10, 0 to 1, with the grade as gain and log2(rank + 1) as discount: Järvelin and Kekäläinen, "Cumulated gain-based
  /// evaluation of IR techniques", 2002, as trec_eval computes it.
  package var normalizedGain: Double {
    let best = Self.discountedGain(ideal.sorted(by: >))
    return best > 0 ? Self.discountedGain(grades) / best : 0
  }

  private static func discountedGain(_ grades: [Int]) -> Double {
    grades.prefix(depth).enumerated().reduce(0) { sum, entry in
      sum + Double(entry.element) / log2(Double(entry.offset + 2))
    }
  }
}
