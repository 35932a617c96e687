// Documentation/commands.md against the program: what one of them has, the other has too.

import Commands
import Conversation
import Testing

@Suite struct DocumentationTests {
  private let page: MarkdownPage

  init() throws {
    page = try MarkdownPage("Documentation/commands.md")
  }

  /// What is between back quotes in the first column of the table under `heading`.
  private func names(under heading: String) -> [String] {
    page.rows(under: heading).flatMap { MarkdownPage.quoted($0[0]) }
  }

  @Test func `every command is described, and every described command is there`() throws {
    let described = names(under: "What can be typed").compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }
    #expect(Set(described) == Set(HelpTests.commands.dropFirst()))
    let headings = page.headings.filter { $0.hasPrefix("`verbatim ") }.map { $0.dropFirst(10).dropLast() }
    #expect(Set(headings.map(String.init)) == Set(described))
  }

  @Test(arguments: HelpTests.commands.dropFirst())
  func `every option is described with its value, and every described option is there`(command: String) throws {
    let described = page.rows(under: "`verbatim \(command)`").map(\.[0]).filter { $0.hasPrefix("`-") }.map { cell in
      cell.replacing("`", with: "").replacing(#/\*(\w+)\*/#) { "<\($0.output.1)>" }
    }
    let help = try Verbatim.run([command, "--help"]).lines
    let offered = help.filter { $0.hasPrefix("  -") }.map { line in
      line.dropFirst(2).split(separator: "  ", maxSplits: 1)[0]
    }.filter { $0 != "--version" && $0 != "-h, --help" }
    #expect(described.sorted() == offered.map(String.init).sorted())
  }

  @Test func `the values an option takes are the described ones`() throws {
    let help = try Verbatim.run(["ask", "--help"]).text.split { $0.isWhitespace }.joined(separator: " ")
    for option in ["--format", "--group-by", "--color"] {
      let row = try #require(page.rows(under: "`verbatim ask`").first { $0[0].hasPrefix("`\(option)`") })
      let offered = try #require(
        help.firstMatch(of: try Regex("\(option) <[a-z]+> [^()]*\\(values: ([^;]*); default: ([a-z]+)\\)")))
      let values = try #require(offered.output[1].substring).split(separator: ", ").map(String.init)
      let described = MarkdownPage.quoted(row[1])
      #expect(described.dropLast() == values[...])
      #expect(described.last.map { $0[...] } == offered.output[2].substring)
      #expect(row[1].contains("`\(described.last ?? "")` unless given"))
    }
  }

  @Test func `the prompt's commands are the described ones`() {
    let described = page.rows(under: "`verbatim chat`").filter { $0.count == 3 }
    let names = described.map { MarkdownPage.quoted($0[0]).first ?? $0[0] }
    let commands = names.filter { $0 != "2" && $0 != "a" }.map { name in
      String(name.split(separator: " ")[0].drop { $0 == ":" })
    }
    #expect(Set(commands).union(["quit"]) == Set(PromptCommand.names))
    #expect(described.contains { $0[2].contains("`:quit`") })
    for row in described {
      let name = MarkdownPage.quoted(row[0]).first ?? row[0]
      #expect((row[1] == "staff") == name.hasPrefix(":"), "\(name)")
    }
    let typed = PromptHelp(.english).commands.map { $0.typed.split(separator: " ")[0] }
    #expect(Set(typed.map(String.init)) == Set(names.map { String($0.split(separator: " ")[0]) }))
  }

  @Test func `the exit statuses are the described ones`() {
    let described = page.rows(under: "Exit status").compactMap { Int32($0[0]) }
    let own = (0...99).filter { ExitStatus(rawValue: $0) != nil }
    #expect(described == own + [130, 143])
  }

  @Test func `a record has the described fields, in the described order`() throws {
    let record = try BicycleCorpus.shared.get().records("braks squeal on a flat\n")[0]
    let tables = page.tables(under: "`json` and `jsonl`")
    try #require(tables.count == 2)
    #expect(tables[0].flatMap { MarkdownPage.quoted($0[0]) } == record.names)
    #expect(try tables[1].flatMap { MarkdownPage.quoted($0[0]) } == #require(record["results"]?.elements.first).names)
    for field in ["corrected", "also_searched"] {
      let row = try #require(tables[0].first { $0[0] == "`\(field)`" })
      #expect(try MarkdownPage.quoted(row[1]) == #require(record[field]?.elements.first).names)
    }
  }

  @Test func `tsv has the described columns`() throws {
    let header = try BicycleCorpus.shared.get().ask(["--format", "tsv"]).text.split(separator: "\n").joined().split(
      separator: "\t"
    ).map(
      String.init)
    #expect(header.count > 1 && MarkdownPage.quoted(page.text(under: "`tsv`")).starts(with: header))
  }

  @Test func `the verdicts are the described ones`() {
    #expect(names(under: "Verdicts") == Verdict.allCases.map(\.rawValue))
  }

  @Test func `the described variables of the environment are read`() throws {
    let grep = { (name: String) in
      try ChildProcess.run("/bin/grep", ["-rqF", "\"\(name)\"", "\(Verbatim.repository)/Sources"]).ending
    }
    let described = names(under: "Environment")
    #expect(described.count >= 3)
    for name in described { #expect(try grep(name) == .status(0), "\(name)") }
    #expect(try grep("VERBATIM_NONSENSE") == .status(1))
  }

  @Test func `the examples of the README are what the program says`() throws {
    let readme = try MarkdownPage("README.md")
    let shipped = try ShippedCorpus.shared.get()
    var count = 0
    let console = readme.code("text").joined(separator: "\n")
    for example in console.split(separator: "$ verbatim ask ", omittingEmptySubsequences: false).dropFirst() {
      let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ").map(String.init)
      let run = try Verbatim.run(["ask", "--index", shipped.indexFolder] + words)
      let expected = lines.dropFirst().joined(separator: " ").split(separator: " ")
      #expect(run.text.split { $0.isWhitespace } == expected, "verbatim ask \(lines[0])")
      count += 1
    }
    #expect(count >= 2)
  }
}
