// `eval`, on a few questions about bicycles.

import Testing

@Suite struct EvalTests {
  private let bicycles: BicycleCorpus
  private let folder: TemporaryFolder

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
    folder = try TemporaryFolder()
  }

  private static let header = "id\tquestion\tcontext\texpected\n"
  /// The last is wrong: the card comes for it.
  private static let questions = """
    squeal\twhy do brakes squeal\t\tbrakes.md::stand flat against the rim=2 || brakes.md::grooves in the pad
    air\tHow hard should a tyre be?\t\ttyres.md::six to eight BAR
    refused\tis there a helmet\t\tmissing=helmet
    danger\tI want to die\t\tcrisis
    wrong\tI want to die\t\tno_answer

    """

  private func eval(_ text: String, _ arguments: String...) throws -> Run {
    try folder.write("golden.tsv", text)
    return try Verbatim.run(["eval", folder("golden.tsv"), "--index", bicycles.indexFolder] + arguments)
  }

  @Test func `people are told the measures, and what each miss came to`() throws {
    let run = try eval("# a comment\n" + Self.header + Self.questions)
    #expect(run.ending == .status(0) && run.errors == "")
    #expect(run.lines[0] == "questions  5, of which 0 known to fail")
    #expect(run.lines[1] == "right      0.800 (4 of 5, known failures aside)")
    #expect(run.lines[2] == "P@1        1.000")
    let miss = try #require(run.lines.firstIndex(of: "  wrong (line 7): I want to die"))
    #expect(run.lines[miss + 1] == "    expected no_answer; came crisis")
  }

  @Test func `the minimum decides between 0 and 1, and leaves known failures out`() throws {
    let text = Self.header + Self.questions
    #expect(try eval(text, "--minimum", "0.8").ending == .status(0))
    #expect(try eval(text, "--minimum", "0.81").ending == .status(1))
    let known = text.replacing("die\t\tno_answer", with: "die\t\tno_answer !known")
    let run = try eval(known, "--minimum", "1")
    #expect(run.ending == .status(0) && run.lines.contains("Known to fail:"))
    let mended = text.replacing("die\t\tcrisis", with: "die\t\tcrisis !known")
    #expect(try eval(mended).lines.contains("Marked as known to fail, but right: danger"))
  }

  @Test func `--json has the same numbers, and --against tells wins and losses`() throws {
    let before = try eval(Self.header + Self.questions, "--json")
    let record = try JSONTree(before.text)
    #expect(record["count"]?.integer == 5 && record["right"]?.double == 0.8 && record["p_at_1"]?.double == 1)
    #expect(
      record["kinds"]?["crisis"]?["crisis"]?.integer == 1 && record["kinds"]?["no_answer"]?["right"]?.integer == 0)
    let questions = try #require(record["questions"]).elements
    #expect(questions.map { $0["right"]?.flag } == [true, true, true, true, false])
    #expect(questions[0]["grades"]?.elements.first?.integer == 2)
    try folder.write("before.json", before.output)
    let swapped = Self.questions.replacing("die\t\tno_answer", with: "die\t\tpartly")
      .replacing("danger\tI want to die\t\tcrisis", with: "danger\tI want to die\t\tpartly")
      .replacing("wrong\tI want to die\t\tpartly", with: "wrong\tI want to die\t\tcrisis")
    let after = try eval(Self.header + swapped, "--against", folder("before.json"))
    for line in ["wins 1: wrong", "losses 1: danger", "new 0", "gone 0"] { #expect(after.lines.contains(line)) }
    let against = try JSONTree(eval(Self.header + swapped, "--json", "--against", folder("before.json")).text)[
      "against"]
    #expect(against?["wins"]?.texts == ["wrong"] && against?["losses"]?.texts == ["danger"])
  }

  @Test func `the context is asked before, in the same conversation`() throws {
    let text =
      Self.header
      + "with\tand the pads?\twhy do brakes squeal\tbrakes.md::squeal\nalone\twhat is it\t\tno_answer !known\n"
    let record = try JSONTree(eval(text, "--json").text)
    #expect(record["questions"]?.elements.map { $0["right"]?.flag } == [true, false])
    #expect(record["questions"]?.elements[1]["verdict"]?.text == "not_understood")
  }

  @Test(arguments: [
    ("a\tq\t\tnoanswer\n", "golden.tsv:2: "), ("a\tq\t\tbells.md::ring\n", "golden.tsv:2: the index has no article"),
    ("a\tq\t\tpartly\n# \nb\tq\t\tbrakes.md::no such words\n", "golden.tsv:4: no passage of brakes.md holds"),
    ("", "there is no question"),
  ])
  func `2: a wrong line is named, and nothing is asked`(lines: String, message: String) throws {
    let run = try eval(Self.header + lines)
    #expect(run.ending == .status(2) && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `2: a file that is not there, is a folder, or is no earlier evaluation`() throws {
    for name in ["none.tsv", ""] {
      let run = try Verbatim.run(["eval", folder(name), "--index", bicycles.indexFolder])
      #expect(run.ending == .status(2) && run.errors.contains("cannot read"))
    }
    let run = try eval(Self.header + Self.questions, "--against", folder("golden.tsv"))
    #expect(run.ending == .status(2) && run.errors.contains("verbatim eval --json"))
  }

  @Test func `a reader that closes the pipe early ends it quietly`() throws {
    try folder.write("golden.tsv", Self.header + Self.questions)
    let command = "'\(try Verbatim.path())' eval '\(folder("golden.tsv"))' --index '\(bicycles.indexFolder)' | head -1"
    let run = try ChildProcess.run("/bin/sh", ["-c", command])
    #expect(run.lines.count == 1 && run.errors == "")
  }
}
