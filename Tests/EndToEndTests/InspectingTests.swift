// `check`, `status`, `sources`, and where every command looks for the index.

import Testing

@Suite struct InspectingTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  private func run(_ command: String...) throws -> Run {
    try Verbatim.run(command + ["--index", bicycles.indexFolder])
  }

  @Test func `check calls a whole index whole`() throws {
    let run = try run("check")
    #expect(run.ending == .status(0))
    #expect(run.lines.count == 1 && run.text.contains("whole"))
  }

  @Test func `check with a corpus tells whether the index is current`() throws {
    let own = try BicycleCorpus()
    let arguments = ["check", "--index", own.indexFolder, "--corpus", own.corpusFolder]
    let current = try Verbatim.run(arguments)
    #expect(current.ending == .status(0) && current.lines.last == "Up to date.")
    try own.folder.write(
      "Corpus/spokes.md", "# Spokes\n\nA loose spoke rings lower than its neighbours when it is plucked.\n")
    let stale = try Verbatim.run(arguments)
    #expect(stale.ending == .status(1) && stale.lines.last == "Stale: new: spokes.md.")
  }

  @Test func `status counts what the index holds`() throws {
    let run = try run("status")
    #expect(run.ending == .status(0) && run.errors == "")
    for line in ["articles   6", "passages   11", "corpus     Up to date."] { #expect(run.lines.contains(line)) }
  }

  @Test func `status --json holds the same numbers, --ledger every entry`() throws {
    let record = try JSONTree(run("status", "--json").text)
    #expect(record["articles"]?.integer == 6 && record["passages"]?.integer == 11)
    #expect(record["stale"] == .bool(false) && record["ledger"] == nil)
    #expect(record["index"] == (try bicycles.records("\n")[0]["index"]))
    #expect(record["bytes"]?.integer == (try bicycles.folder.read("Index/verbatim.index")).count)
    let ledger = try #require(try JSONTree(run("status", "--json", "--ledger").text)["ledger"]).elements
    #expect(Set(ledger.flatMap(\.names)) == ["path", "line", "action", "detail"])
    let skipped = ledger.filter { $0["action"]?.text == "skipped" }.compactMap { $0["path"]?.text }
    #expect(skipped == ["empty.md", "photo.png", "sizes.csv"])
    let lines = try run("status", "--ledger").lines
    #expect(lines.filter { $0.hasPrefix("  ") }.count == ledger.count)
  }

  @Test func `sources lists the articles in the order of the corpus`() throws {
    let titles = try run("sources").lines.filter { !$0.hasPrefix("  ") }
    #expect(
      titles == [
        "Brakes that stop you", "The Chain", "Lights & being seen", "Looking after tyres", "Tight enough",
        "Saddle height",
      ])
    let articles = try #require(try JSONTree(run("sources", "--json").text)["articles"]).elements
    try #require(articles.compactMap { $0["title"]?.text } == titles && titles.count == 6)
    #expect(articles[3]["author"]?.text == "Ada Spoke" && articles[3]["date"]?.text == "2024-05-01")
    #expect(articles[0]["author"] == .null)
    #expect(articles.compactMap { $0["passages"]?.integer }.reduce(0, +) == 11)
    #expect(articles.compactMap { $0["id"]?.text } == ["bolt 1", "saddle-2"])
  }

  @Test func `the index is looked for in --index, then $VERBATIM_INDEX, then the nearest Index above`() throws {
    let deep = bicycles.folder("Corpus/workshop")
    let above = try Verbatim.run(["ask", "chain"], directory: deep)
    #expect(above.ending == .status(0))
    let none = try Verbatim.run(["ask", "chain"], environment: ["VERBATIM_INDEX": "/nonexistent"], directory: deep)
    #expect(none.ending == .status(3))
    let named = try Verbatim.run(["ask", "chain"], environment: ["VERBATIM_INDEX": bicycles.indexFolder])
    #expect(named.output == above.output)
    let given = try Verbatim.run(
      ["ask", "--index", bicycles.indexFolder, "chain"], environment: ["VERBATIM_INDEX": "/nonexistent"])
    #expect(given.output == above.output)
  }

  @Test func `a path with an escape sequence and a line break is shown clean`() throws {
    let folder = try TemporaryFolder()
    let odd = folder("a\u{1B}[2J\nb")
    #expect(try Verbatim.run(["index", "--corpus", bicycles.folder("Corpus"), "--index", odd]).ending == .status(0))
    for command in [["check"], ["status"], ["status", "--json"], ["ask", "--explain", "chain"]] {
      let run = try Verbatim.run(command + ["--index", odd])
      #expect(!run.output.contains(0x1B) && !run.output.isEmpty, "\(command)")
    }
    #expect(try Verbatim.run(["check", "--index", odd]).lines.count == 1)
    let again = try Verbatim.run(["index", "--corpus", bicycles.folder("Corpus"), "--index", odd])
    #expect(!again.errors.contains("\u{1B}") && again.errors.count { $0 == "\n" } == 1)
  }

  @Test func `answering leaves no trace in the folders`() throws {
    let listing = {
      try ChildProcess.run("/bin/ls", ["-lAR", "--time-style=full-iso", self.bicycles.folder.path]).text
    }
    let before = try listing()
    #expect(before.contains("verbatim.index"))
    _ = try bicycles.ask(["chain"])
    for command in ["status", "sources", "check"] { #expect(try run(command).ending == .status(0)) }
    #expect(try listing() == before)
  }
}
