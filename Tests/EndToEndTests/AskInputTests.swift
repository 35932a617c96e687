// How `ask` reads its questions: lines, ids, NUL bytes, conversations.

import Testing

@Suite struct AskInputTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  private func questions(_ records: [JSONTree]) -> [String?] {
    records.map { $0["question"]?.text }
  }

  @Test func `line N of jsonl answers line N, also of empty lines, CRLF and a last line without its end`() throws {
    let records = try bicycles.records("worn chain\r\n\r\n\n   \nbrakes squeal")
    #expect(questions(records) == ["worn chain", "", "", "   ", "brakes squeal"])
    #expect(records.compactMap { $0["id"]?.text } == ["1", "2", "3", "4", "5"])
    #expect(records.compactMap { $0["verdict"]?.text } == ["answered", "empty", "empty", "empty", "answered"])
  }

  @Test func `CRLF gives the same bytes as LF`() throws {
    #expect(try bicycles.records("worn chain\r\nbrakes\r\n") == bicycles.records("worn chain\nbrakes\n"))
  }

  @Test func `without a command, lines of standard input are questions`() throws {
    let environment = ["VERBATIM_INDEX": bicycles.indexFolder]
    let implied = try Verbatim.run([], input: .text("worn chain\n"), environment: environment)
    #expect(implied.ending == .status(0))
    #expect(try implied.output == bicycles.ask(["worn", "chain"]).output)
    let options = try Verbatim.run(
      ["--format", "tsv", "--top", "1"], input: .text("worn chain\n"), environment: environment)
    #expect(options.lines.count == 2)
  }

  @Test func `words are joined by spaces, and what looks like an option may follow --`() throws {
    #expect(try bicycles.ask(["worn chain"]).output == bicycles.ask(["worn", "chain"]).output)
    let run = try bicycles.ask(["--format", "jsonl", "--", "--top", "chain"])
    #expect(try JSONTree(run.text)["question"]?.text == "--top chain")
  }

  @Test func `a line that is a command of the prompt is a question`() throws {
    let records = try bicycles.records("help\n:new\nsources\n:open 1\n")
    #expect(questions(records) == ["help", ":new", "sources", ":open 1"])
  }

  @Test func `an id goes with its answer; a line without a tab is named, and the others are answered`() throws {
    let run = try bicycles.ask(
      ["--ids", "--format", "jsonl"], input: .text("q1\tworn chain\nno tab\nq 3\tbrakes\tsqueal\n\tworn pads\n"))
    let records = try run.lines.map { try JSONTree($0) }
    try #require(records.compactMap { $0["id"]?.text } == ["q1", "q 3", ""])
    #expect(questions(records)[1] == "brakes\tsqueal")
    #expect(run.errors.contains("line 2 "))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.ending == .status(2))
  }

  @Test func `with -0 a question may have line breaks, and an empty one is answered too`() throws {
    let records = try bicycles.records("worn\nchain\0\0brakes squeal", ["-0"])
    #expect(questions(records) == ["worn\nchain", "", "brakes squeal"])
    #expect(records.compactMap { $0["verdict"]?.text } == ["answered", "empty", "answered"])
  }

  @Test func `a session carries words on until :new, which gives no record`() throws {
    let records = try bicycles.records("worn chain\nand in the rain?\n:new\nand in the rain?\n", ["--session"])
    try #require(records.compactMap { $0["id"]?.text } == ["1", "2", "4"])
    #expect(records[1]["carried"]?.texts.contains("chain") == true)
    #expect(records[2]["carried"]?.texts == [])
  }

  @Test func `without a session nothing is carried on`() throws {
    let records = try bicycles.records("worn chain\nand in the rain?\n")
    #expect(records[1]["carried"]?.texts == [])
  }
}
