// The exit statuses, and what is said with them.

import Testing

@Suite struct ExitStatusTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  @Test func `0: every question was answered`() throws {
    let run = try bicycles.ask([], input: .text("worn chain\nbrakes squeal\n"))
    #expect(run.ending == .status(0) && run.text.contains("chain.txt:"))
    #expect(try bicycles.ask([]).ending == .status(0))
  }

  @Test(arguments: ["helmet", "", "what is it", "I want to die", "worn chain\nhelmet\nbrakes squeal"])
  func `1: some verdict was another`(questions: String) throws {
    #expect(try bicycles.ask([], input: .text(questions + "\n")).ending == .status(1))
  }

  @Test(arguments: [
    ["ask", "--nosuch"], ["ask", "--top", "0", "x"], ["ask", "--top", "many", "x"], ["ask", "--format", "xml", "x"],
    ["ask", "--ids", "x"], ["ask", "--explain", "--format", "json", "x"], ["frobnicate"], ["--nosuch"], [""],
    ["chat"], ["index", "extra"], ["status", "--json=yes"], ["ask", "--index"], ["eval"],
    ["eval", "x.tsv", "--minimum", "1.5"], ["eval", "x.tsv", "--minimum", "nan"],
  ])
  func `2: used wrongly, in one or two lines that say where help is`(arguments: [String]) throws {
    let run = try Verbatim.run(arguments, environment: ["VERBATIM_INDEX": bicycles.indexFolder])
    #expect(run.ending == .status(2))
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("verbatim: "))
    #expect(run.errors.contains("verbatim --help") || run.errors.contains("verbatim ask"))
    #expect(run.errors.split(separator: "\n").count <= 2)
  }

  @Test(arguments: [["ask"], ["check"], ["status"], ["sources"], ["eval", "golden.tsv"]])
  func `3: there is no index, and what to run is said`(command: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Verbatim.run(command + ["--index", folder("none")], input: .text("chain\n"))
    #expect(run.ending == .status(3))
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(folder("none")) && run.errors.contains("Run: verbatim index"))
  }

  @Test func `4: stale, and --fail-stale was given`() throws {
    let own = try BicycleCorpus()
    #expect(try own.ask(["--fail-stale", "--quiet", "chain"]).ending == .status(0))
    #expect(try own.records("chain\n", ["--fail-stale"])[0]["stale"] == .bool(false))
    #expect(try own.records("chain\n")[0]["stale"] == .null)
    try own.folder.write(
      "Corpus/brakes.md", "# Brakes\n\nA brake with a cable wants a drop of oil where the cable enters.\n")
    let run = try own.ask(["--fail-stale", "chain"])
    #expect(run.ending == .status(4))
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("brakes.md") && run.errors.contains("Run: verbatim index"))
    #expect(try own.ask(["--quiet", "chain"]).ending == .status(0))
  }

  @Test func `4: where the articles cannot be found, --fail-stale does not call the index current`() throws {
    let own = try BicycleCorpus()
    let moved = try ChildProcess.run("/bin/mv", [own.corpusFolder, own.folder("Elsewhere")])
    #expect(moved.ending == .status(0))
    let run = try own.ask(["--fail-stale", "chain"])
    #expect(run.ending == .status(4))
    #expect(run.errors.contains("not where they were"))
  }
}
