// The layouts at a real terminal: bytes as a screen reader gets them.

import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct LayoutTests {
  private let garden: Garden

  init() throws {
    garden = try Garden.shared.get()
  }

  private func prompt(_ options: [String], _ environment: [String: String] = [:], rows: Int = 24) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      [Verbatim.path(), "chat", "--index", garden.index] + options, environment: environment, rows: rows)
    try terminal.expect("Your question: ")
    return terminal
  }

  /// No escape byte, and no carriage return but before a newline: nothing is written over. (The terminal itself adds the latter.)
  private func expectNothingRedrawn(_ terminal: PseudoTerminal) {
    #expect(!terminal.written.contains(0x1B))
    #expect(zip(terminal.written, terminal.written.dropFirst()).allSatisfy { $0 != 0x0D || $1 == 0x0A })
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.transcript.last == "\n")
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test(arguments: [(["--plain"], [:]), ([], ["ACCESSIBLE": "1"])] as [([String], [String: String])])
  func `in the spoken layout nothing is drawn anew, whatever is typed`(options: [String], environment: [String: String])
    throws
  {
    let terminal = try prompt(options, environment)
    try terminal.send("when do I prunne\u{7F}\u{7F}e\r")
    #expect(
      try terminal.expect("Answer 1 of 1. From the article \"Keeping roses\", section").hasPrefix("when do I prunn"))
    try terminal.expect("Your question: ")
    // Keys that move the cursor move nothing.
    try terminal.send("roses\u{1}\u{1B}[D\u{1B}[C\u{C}\u{1B}\u{C}\u{5}!\u{15}")
    try terminal.expect("roses!")
    try terminal.send("\u{10}")
    try terminal.expect("when do I prune")
    try terminal.send("\u{3}")
    try terminal.expect("\nYour question: ")
    try terminal.send("varie\t")
    try terminal.expect("variety")
    try terminal.send("\u{3}")
    try terminal.expect("\nYour question: ")
    try terminal.send("\u{12}prune\r")
    try terminal.expect("Answer 1 of 1. ")
    try terminal.expect("\nYour question: ")
    try leave(terminal)
    expectNothingRedrawn(terminal)
  }

  @Test func `in the spoken layout a full screen is asked about on a line of its own`() throws {
    let terminal = try prompt(["--plain"])
    try terminal.send("topics\r")
    try terminal.expect("\nEnter for more, q to stop")
    try terminal.send("\r")
    try terminal.expect("\n")
    try terminal.expect("\nEnter for more, q to stop")
    try terminal.send("q")
    try terminal.expect("\nYour question: ")
    try leave(terminal)
    expectNothingRedrawn(terminal)
  }

  @Test func `in the spoken layout a paste of several lines is one question`() throws {
    let terminal = try prompt(["--plain"])
    try terminal.send("zebras\nand\tzithers\r")
    try terminal.expect("mentions \"zebras\" or")
    try terminal.expect("Your question: ")
    try leave(terminal)
    expectNothingRedrawn(terminal)
  }

  @Test func `candidates for a word are listed a line each, and the line follows`() throws {
    let terminal = try prompt(["--plain"])
    try terminal.send("co\t")
    try terminal.expect("\ncompost\n")
    try terminal.expect("Your question: co")
    try terminal.send("\u{3}")
    try terminal.expect("\nYour question: ")
    try leave(terminal)
    expectNothingRedrawn(terminal)
  }

  @Test func `in the kiosk's spoken layout nothing is drawn anew from the first prompt on`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let terminal = try PseudoTerminal(
      [Verbatim.path(), "chat", "--kiosk", "--plain", "--index", bicycles.indexFolder], rows: 60)
    try terminal.expect("help: what I can type")
    try terminal.expect("Your question: ")
    let begun = terminal.written.count
    try terminal.send("worn chainn\u{7F}\u{1B}[D\u{1}s\r")
    try terminal.expect("Answer 1 of ")
    try terminal.expect("Your question: ")
    try terminal.send("\u{10}")
    try terminal.expect("worn chains")
    let visit = terminal.written[begun...]
    #expect(!visit.contains(0x1B))
    #expect(zip(visit, visit.dropFirst()).allSatisfy { $0 != 0x0D || $1 == 0x0A })
  }

  @Test func `in the large layout the question stands above its answer, and everything within the margins`() throws {
    let terminal = try prompt(["--large"], rows: 60)
    try terminal.send("when do I prune\r")
    try terminal.expect("            You asked: when do I prune")
    try terminal.expect("Your question: ")
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 12 + 44 })
    #expect(terminal.screen.lines.allSatisfy { $0.isEmpty || $0.hasPrefix(String(repeating: " ", count: 12)) })
    try leave(terminal)
  }

  @Test func `two layouts at once are an error`() throws {
    let terminal = try PseudoTerminal([Verbatim.path(), "chat", "--index", garden.index, "--plain", "--large"])
    #expect(try terminal.ending() == .status(2))
    #expect(terminal.transcript.contains("--plain and --large"))
  }
}
