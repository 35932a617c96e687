// Measures, with values worked out by hand.

import Commands
import Conversation
import Testing

@Suite struct EvaluationMeasuresTests {
  private static let passages = ExpectedAnswer.passages([ExpectedPassage(path: "a.md", quotation: "w")])

  private func outcome(
    _ id: String = "a", _ expectation: ExpectedAnswer = passages, _ verdict: Verdict = .answered, grades: [Int] = [],
    ideal: [Int] = [], missing: [String] = [], isKnown: Bool = false
  ) -> GoldenOutcome {
    let question = GoldenQuestion(id: id, question: "q", expectation: expectation, isKnown: isKnown)
    return GoldenOutcome(question: question, verdict: verdict, grades: grades, ideal: ideal, missing: missing)
  }

  @Test func `nDCG is the discounted gain by that of the best order`() {
    // (1/1 + 2/log2(4)) / (2/1 + 1/log2(3)) = 2 / 2.63093
    #expect(abs(outcome(grades: [1, 0, 2], ideal: [1, 2]).normalizedGain - 0.760188) < 1e-6)
    // 1/log2(3)
    #expect(abs(outcome(grades: [0, 1], ideal: [1]).normalizedGain - 0.630930) < 1e-6)
    #expect(outcome(grades: [2, 1], ideal: [1, 2]).normalizedGain == 1)
    #expect(outcome(grades: [0, 0], ideal: [1]).normalizedGain == 0)
    #expect(outcome(grades: [], ideal: [1]).normalizedGain == 0)
    // The eleventh does not count, neither shown nor as the best.
    #expect(outcome(grades: Array(repeating: 0, count: 10) + [1], ideal: [1]).normalizedGain == 0)
    #expect(outcome(grades: Array(repeating: 1, count: 10), ideal: Array(repeating: 1, count: 12)).normalizedGain == 1)
  }

  @Test func `P@1 and Success@3 look at the first passage and the first three`() {
    let third = outcome(grades: [0, 0, 1], ideal: [1])
    #expect(third.precisionAtOne == 0 && third.successAtThree == 1)
    let fourth = outcome(grades: [0, 0, 0, 1], ideal: [1])
    #expect(fourth.successAtThree == 0)
    #expect(outcome(grades: [2], ideal: [2]).precisionAtOne == 1)
  }

  @Test func `a passage is right where it comes first, a refusal where the verdict is the expected one`() {
    #expect(outcome(grades: [1], ideal: [1]).isRight)
    #expect(outcome("a", Self.passages, .partly, grades: [1], ideal: [1]).isRight)
    #expect(!outcome(grades: [0, 1], ideal: [1]).isRight)
    #expect(!outcome("a", Self.passages, .noAnswer, ideal: [1]).isRight)
    for (expectation, verdict) in [(ExpectedAnswer.noAnswer, Verdict.noAnswer), (.partly, .partly), (.crisis, .crisis)]
    {
      for other in Verdict.allCases { #expect(outcome("a", expectation, other).isRight == (other == verdict)) }
    }
  }

  @Test func `a missing word must be named, and the question not answered`() {
    let expectation = ExpectedAnswer.missing("tulip")
    #expect(outcome("a", expectation, .noAnswer, missing: ["Tulip"]).isRight)
    #expect(outcome("a", expectation, .partly, missing: ["rose", "tulip"]).isRight)
    #expect(!outcome("a", expectation, .partly, missing: ["rose"]).isRight)
    #expect(!outcome("a", expectation, .answered, missing: ["tulip"]).isRight)
    #expect(!outcome("a", expectation, .crisis, missing: ["tulip"]).isRight)
  }

  @Test func `means are over the questions with passages, the right share leaves known failures out`() {
    let measures = EvaluationMeasures([
      outcome("a", grades: [1], ideal: [1]), outcome("b", grades: [0, 1], ideal: [1], isKnown: true),
      outcome("c", .crisis, .crisis), outcome("d", .crisis, .noAnswer), outcome("e", .noAnswer, .noAnswer),
    ])
    #expect(measures.precisionAtOne == 0.5 && measures.successAtThree == 1)
    #expect(measures.normalizedGain.map { abs($0 - (1 + 0.630930) / 2) < 1e-6 } == true)
    #expect(measures.rightShare == 0.75 && measures.knownCount == 1)
    #expect(measures.reaches(0.75) && !measures.reaches(0.76))
    #expect(measures.count(ofKind: "crisis", verdict: .noAnswer) == 1 && measures.count(ofKind: "passages") == 2)
    #expect(measures.rightCount(ofKind: "crisis") == 1)
  }

  @Test func `without questions that count there is no share, and no minimum is reached`() {
    let measures = EvaluationMeasures([outcome("c", .crisis, .noAnswer, isKnown: true)])
    #expect(measures.rightShare == nil && measures.precisionAtOne == nil && !measures.reaches(0))
  }

  @Test func `a record read back gives the wins and losses of a later run`() throws {
    let before = EvaluationMeasures([
      outcome("won", .crisis, .noAnswer), outcome("lost \"x\" é", .crisis, .crisis), outcome("same", .crisis, .crisis),
      outcome("gone", .crisis, .crisis),
    ])
    let record = EvaluationRenderer.record(of: before, against: nil, fingerprint: "f")
    for text in [record.pretty, record.compact] {
      let earlier = try #require(EvaluationComparison.earlier(in: text))
      let now = EvaluationMeasures([
        outcome("new", .crisis, .crisis), outcome("won", .crisis, .crisis), outcome("lost \"x\" é", .crisis, .partly),
        outcome("same", .crisis, .crisis),
      ])
      let comparison = EvaluationComparison(now, against: earlier)
      #expect(comparison.wins == ["won"] && comparison.losses == ["lost \"x\" é"])
      #expect(comparison.new == ["new"] && comparison.gone == ["gone"])
    }
  }

  @Test(arguments: ["", "[]", "{}", #"{"questions": 1}"#, #"{"questions": [{"id": "a"}]}"#, #"{"questions": ["a"]}"#])
  func `what is no evaluation is not read as one`(text: String) {
    #expect(EvaluationComparison.earlier(in: text) == nil)
  }
}
