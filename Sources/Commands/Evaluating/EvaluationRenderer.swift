// An evaluation as lines for people, and as a record for programs.

import Conversation
import Terminal

/// Writes evaluations.
package enum EvaluationRenderer {
  /// The lines for people, not yet cleaned.
  package static func lines(of measures: EvaluationMeasures, against comparison: EvaluationComparison?) -> [String] {
    let known = measures.knownCount
    let counted = measures.countedOutcomes
    var lines = [
      "questions  \(measures.outcomes.count), of which \(known) known to fail",
      "right      \(share(measures.rightShare)) (\(counted.count { $0.isRight }) of \(counted.count), known failures aside)",
      "P@1        \(share(measures.precisionAtOne))",
      "Success@3  \(share(measures.successAtThree))",
      "nDCG@10    \(share(measures.normalizedGain))", "",
    ]
    lines += table(of: measures)
    lines += list("Wrong:", measures.outcomes.filter { !$0.isRight && !$0.question.isKnown })
    lines += list("Known to fail:", measures.outcomes.filter { !$0.isRight && $0.question.isKnown })
    let mended = measures.outcomes.filter { $0.isRight && $0.question.isKnown }.map(\.question.id)
    if !mended.isEmpty { lines += ["", "Marked as known to fail, but right: \(mended.joined(separator: ", "))"] }
    if let comparison { lines += self.lines(of: comparison) }
    return lines
  }

  /// The record: one object. Every field is always there but `against`.
  package static func record(
    of measures: EvaluationMeasures, against comparison: EvaluationComparison?, fingerprint: String
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("v", .integer(1)),
      .init("index", .string(fingerprint)),
      .init("count", .integer(measures.outcomes.count)),
      .init("known", .integer(measures.knownCount)),
      .init("right", rounded(measures.rightShare)),
      .init("p_at_1", rounded(measures.precisionAtOne)),
      .init("success_at_3", rounded(measures.successAtThree)),
      .init("ndcg_at_10", rounded(measures.normalizedGain)),
      .init("kinds", .object(ExpectedAnswer.kinds.map { .init($0, record(ofKind: $0, measures)) })),
      .init("questions", .array(measures.outcomes.map(record))),
    ]
    if let comparison { members.append(.init("against", record(of: comparison))) }
    return .object(members)
  }

  // MARK: - For people

  /// Kinds down, verdicts across.
  private static func table(of measures: EvaluationMeasures) -> [String] {
    let verdicts = Verdict.allCases.filter { verdict in measures.outcomes.contains { $0.verdict == verdict } }
    let header = ["expected", "count", "right"] + verdicts.map(\.rawValue)
    let rows = ExpectedAnswer.kinds.filter { measures.count(ofKind: $0) > 0 }.map { kind in
      [kind, String(measures.count(ofKind: kind)), String(measures.rightCount(ofKind: kind))]
        + verdicts.map { String(measures.count(ofKind: kind, verdict: $0)) }
    }
    return ([header] + rows).map { row in
      zip(row, header).enumerated().reduce("") { line, entry in
        let (cell, name) = entry.element
        let blanks = String(repeating: " ", count: max(0, max(name.count, 9) - cell.count))
        return entry.offset == 0 ? cell + blanks : "\(line)  \(blanks)\(cell)"
      }
    }
  }

  private static func list(_ title: String, _ outcomes: [GoldenOutcome]) -> [String] {
    outcomes.isEmpty ? [] : ["", title] + outcomes.flatMap(explanation)
  }

  /// The question on one line; what was expected, and what came, on the next.
  private static func explanation(of outcome: GoldenOutcome) -> [String] {
    let question = outcome.question
    let context = question.context.map { "\($0) || " }.joined()
    var came = outcome.verdict.rawValue
    if let citation = outcome.citation { came += ", \(citation)" }
    if !outcome.missing.isEmpty { came += ", missing: \(outcome.missing.joined(separator: " "))" }
    return [
      "  \(question.id) (line \(question.line)): \(context)\(question.question)",
      "    expected \(expected(question.expectation)); came \(came)",
    ]
  }

  private static func expected(_ expectation: ExpectedAnswer) -> String {
    switch expectation {
    case .passages(let passages):
      passages.prefix(1).map { "\($0.path) \(Sentences.quoted($0.quotation))" }.joined()
        + (passages.count > 1 ? ", or another of \(passages.count)" : "")
    case .missing(let word): "missing=\(word)"
    default: expectation.kind
    }
  }

  private static func lines(of comparison: EvaluationComparison) -> [String] {
    let parts = [
      ("wins", comparison.wins), ("losses", comparison.losses), ("new", comparison.new), ("gone", comparison.gone),
    ]
    return [""]
      + parts.map { name, ids in "\(name) \(ids.count)" + (ids.isEmpty ? "" : ": \(ids.joined(separator: ", "))") }
  }

  /// Three decimals.
  private static func share(_ value: Double?) -> String {
    value.map { DecimalText.fixed($0, decimals: 3) } ?? "-"
  }

  // MARK: - For programs

  private static func record(of outcome: GoldenOutcome) -> JSONValue {
    .object([
      .init("id", .string(Sanitizer.clean(outcome.question.id))),
      .init("line", .integer(outcome.question.line)),
      .init("question", .string(Sanitizer.clean(outcome.question.question))),
      .init("expected", .string(outcome.question.expectation.kind)),
      .init("known", .bool(outcome.question.isKnown)),
      .init("verdict", .string(outcome.verdict.rawValue)),
      .init("right", .bool(outcome.isRight)),
      .init("grades", .array(outcome.grades.map(JSONValue.integer))),
      .init("citation", JSONValue(outcome.citation.map { Sanitizer.clean($0.description) })),
      .init("missing", strings(outcome.missing)),
    ])
  }

  private static func record(ofKind kind: String, _ measures: EvaluationMeasures) -> JSONValue {
    .object(
      [
        .init("count", .integer(measures.count(ofKind: kind))),
        .init("right", .integer(measures.rightCount(ofKind: kind))),
      ]
        + Verdict.allCases.map { .init($0.rawValue, .integer(measures.count(ofKind: kind, verdict: $0))) })
  }

  private static func record(of comparison: EvaluationComparison) -> JSONValue {
    .object([
      .init("wins", strings(comparison.wins)), .init("losses", strings(comparison.losses)),
      .init("new", strings(comparison.new)), .init("gone", strings(comparison.gone)),
    ])
  }

  private static func rounded(_ value: Double?) -> JSONValue {
    value.map { JSONValue(rounded: $0) } ?? .null
  }

  private static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string(Sanitizer.clean($0)) })
  }
}
