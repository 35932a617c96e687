// Golden questions, read from lines.

import Commands
import Testing

@Suite struct GoldenQuestionParserTests {
  private static let header = "id\tquestion\tcontext\texpected"

  private func question(_ line: String) throws -> GoldenQuestion {
    try #require(try GoldenQuestionParser.questions(in: [Self.header, line]).first)
  }

  @Test func `comments and empty lines are passed over, and lines keep their numbers`() throws {
    let questions = try GoldenQuestionParser.questions(in: [
      "# roses", "", Self.header, "a\twhen to prune\t\tno_answer", "# more", "b\thow deep\t\tcrisis",
    ])
    #expect(questions.map(\.id) == ["a", "b"] && questions.map(\.line) == [4, 6])
    #expect(questions.map(\.expectation) == [.noAnswer, .crisis])
  }

  @Test(arguments: [
    ("no_answer", ExpectedAnswer.noAnswer), ("partly", .partly), ("crisis", .crisis),
    ("missing=Tulip", .missing("tulip")),
    ("beds/a.md::late winter", .passages([ExpectedPassage(path: "beds/a.md", quotation: "late winter")])),
    ("a.md::late winter=2", .passages([ExpectedPassage(path: "a.md", quotation: "late winter", grade: 2)])),
    ("a.md::late winter =2", .passages([ExpectedPassage(path: "a.md", quotation: "late winter", grade: 2)])),
    ("a.md::x=y and z::w", .passages([ExpectedPassage(path: "a.md", quotation: "x=y and z::w")])),
    (
      "a.md::one=3 || b.md::two",
      .passages([
        ExpectedPassage(path: "a.md", quotation: "one", grade: 3), ExpectedPassage(path: "b.md", quotation: "two"),
      ])
    ),
  ])
  func `each form of what is expected is read, with and without the mark of a known failure`(
    text: String, expectation: ExpectedAnswer
  ) throws {
    let plain = try question("a\tq\t\t\(text)")
    #expect(plain.expectation == expectation && !plain.isKnown)
    let known = try question("a\tq\t\t\(text) !known")
    #expect(known.expectation == expectation && known.isKnown)
  }

  @Test func `the context is the questions before, in their order`() throws {
    #expect(try question("a\tq\tfirst || second one\tpartly").context == ["first", "second one"])
    #expect(try question("a\tq\t\tpartly").context == [])
  }

  @Test(arguments: [
    ("a\tq\tno_answer", "3 columns"), ("a\tq\t\tno_answer\tx", "5 columns"), ("\tq\t\tno_answer", "id is empty"),
    ("a\t \t\tno_answer", "question is empty"), ("a\tq\tx ||  || y\tno_answer", "context"), ("a\tq\t\t", "no path"),
    ("a\tq\t\tnoanswer", "no path"), ("a\tq\t\t::words", "no path"), ("a\tq\t\ta.md::", "no quoted words"),
    ("a\tq\t\ta.md::=2", "no quoted words"), ("a\tq\t\ta.md::w=0", "grade"), ("a\tq\t\ta.md::w=10", "grade"),
    ("a\tq\t\ta.md::w=99999999999999999999", "grade"), ("a\tq\t\tmissing=", "one word"),
    ("a\tq\t\tmissing=two words", "one word"), ("a\tq\t\ta.md::w || ", "no path"),
    ("ok\tq\t\tpartly !unknown", "no path"),
  ])
  func `a wrong line is refused with its number and the reason`(line: String, reason: String) throws {
    let error = try #require(throws: GoldenProblem.self) {
      try GoldenQuestionParser.questions(in: ["# comment", Self.header, "x\tq\t\tcrisis", line])
    }
    #expect(error.line == 4 && error.problem.contains(reason), "\(error.problem)")
  }

  @Test func `an id that is there twice, a missing header and a file without questions are refused`() {
    let lines = [Self.header, "a\tq\t\tcrisis", "a\tr\t\tcrisis"]
    for (lines, line) in [(lines, 3), (["a\tq\t\tcrisis"], 1), ([Self.header, "# none"], 2), ([], 1)] {
      let error = #expect(throws: GoldenProblem.self) { try GoldenQuestionParser.questions(in: lines) }
      #expect(error?.line == line)
    }
  }
}
