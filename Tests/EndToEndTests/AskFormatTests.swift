// What `ask` writes in each format, to the byte.

import Testing

@Suite struct AskFormatTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  /// One question of each kind: answered, answered after a lay word, of a missing word, empty, in crisis, not English.
  private static let questions = """
    why do brakes squeal
    how do I mend a flat?
    is a helmet heavy

    I want to die
    café in Besançon
    what is it

    """

  @Test(arguments: ["text", "json", "jsonl", "tsv", "trec"])
  func `each format is as it was reviewed`(format: String) throws {
    let run = try bicycles.ask(["--format", format], input: .text(Self.questions))
    #expect(run.ending == .status(1))
    #expect(run.errors == "")
    // The fingerprint is another with every version of the index's format: not part of what was reviewed.
    let fingerprint = try #require(try bicycles.records("\n")[0]["index"]?.text)
    let output = run.text.replacing(fingerprint, with: "FINGERPRINT")
    #expect(output.contains("FINGERPRINT") == format.hasPrefix("json"))
    try Golden.expect(Array(output.utf8), equals: "ask.\(format)")
  }

  @Test(arguments: ["text", "json", "jsonl", "tsv", "trec"])
  func `the same bytes come twice, and under another locale`(format: String) throws {
    let first = try bicycles.ask(["--format", format], input: .text(Self.questions))
    let again = try bicycles.ask(["--format", format], input: .text(Self.questions))
    let elsewhere = try bicycles.ask(
      ["--format", format], input: .text(Self.questions),
      environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo", "HOME": "/", "TERM": "xterm-256color"])
    #expect(first.output.count > 100 && first.output == again.output)
    #expect(first.output == elsewhere.output)
  }

  @Test func `json is the same record as jsonl`() throws {
    let line = try bicycles.ask(["--format", "jsonl", "worn", "pads"])
    let indented = try bicycles.ask(["--format", "json", "worn", "pads"])
    #expect(try JSONTree(line.text) == JSONTree(indented.text))
    #expect(line.lines.count == 1)
    #expect(indented.lines.count > 10)
  }

  @Test func `tsv has its header even where nothing was asked, and a tab in no field`() throws {
    let header = "id\trank\tscore\tcitation\tarticle\tsection\ttext"
    #expect(try bicycles.ask(["--format", "tsv"]).lines == [header])
    let lines = try bicycles.ask(["--format", "tsv", "--top", "9"], input: .text("what to carry\nsaddle\n")).lines
    #expect(lines.first == header)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 7 })
  }

  @Test func `trec lists what was retrieved whatever the verdict, with falling scores and six fields`() throws {
    let run = try bicycles.ask(["--format", "trec", "--top", "50"], input: .text("tyre helmet\nwant to die\nrim\n"))
    let rows = run.lines.map { $0.split(separator: " ").map(String.init) }
    try #require(rows.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "verbatim" })
    let byQuestion = Dictionary(grouping: rows) { $0[0] }
    #expect(Set(byQuestion.keys) == ["1", "3"])
    for rows in byQuestion.values {
      #expect(rows.map { $0[3] } == (1...rows.count).map(String.init))
      let scores = rows.compactMap { Double($0[4]) }
      #expect(scores.count == rows.count && zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test func `trec by article names an article's own id, white space percent-encoded`() throws {
    let run = try bicycles.ask(
      ["--format", "trec", "--group-by", "article", "--top", "9"], input: .text("torque of a bolt\nsaddle\npads\n"))
    let documents = run.lines.map { $0.split(separator: " ").dropFirst(2).first }
    #expect(documents.contains("bolt%201") && documents.contains("saddle-2") && documents.contains("brakes.md"))
  }
}
