// What all golden questions together come to.

import Conversation

/// The measures of a run over golden questions.
package struct EvaluationMeasures: Sendable {
  /// In the order of the file.
  package let outcomes: [GoldenOutcome]

  package init(_ outcomes: [GoldenOutcome]) {
    self.outcomes = outcomes
  }

  /// How many questions there are of a kind.
  package func count(ofKind kind: String) -> Int {
    outcomes.count { $0.question.expectation.kind == kind }
  }

  /// How many questions of a kind came to a verdict.
  package func count(ofKind kind: String, verdict: Verdict) -> Int {
    outcomes.count { $0.question.expectation.kind == kind && $0.verdict == verdict }
  }

  /// How many questions of a kind are right, the known failures among them too.
  package func rightCount(ofKind kind: String) -> Int {
    outcomes.count { $0.question.expectation.kind == kind && $0.isRight }
  }

  package var knownCount: Int { outcomes.count { $0.question.isKnown } }

  /// The questions that count for the minimum.
  package var countedOutcomes: [GoldenOutcome] { outcomes.filter { !$0.question.isKnown } }

  /// The share of the counted questions that are right, 0 to 1; `nil` where none counts.
  package var rightShare: Double? {
    let counted = countedOutcomes
    return counted.isEmpty ? nil : Double(counted.count { $0.isRight }) / Double(counted.count)
  }

  /// The means over all questions with expected passages, known failures too; `nil` without such questions.
  package var precisionAtOne: Double? { mean { $0.precisionAtOne } }
  package var successAtThree: Double? { mean { $0.successAtThree } }
  package var normalizedGain: Double? { mean { $0.normalizedGain } }

  /// Whether the right share reaches `minimum`; with nothing that counts, it does not.
  package func reaches(_ minimum: Double) -> Bool {
    rightShare.map { $0 >= minimum } ?? false
  }

  private func mean(_ measure: (GoldenOutcome) -> Double) -> Double? {
    let ranked = outcomes.filter { $0.question.expectation.kind == "passages" }
    return ranked.isEmpty ? nil : ranked.reduce(0) { $0 + measure($1) } / Double(ranked.count)
  }
}
