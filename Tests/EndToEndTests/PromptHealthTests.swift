// What no terminal, and no way of typing, may do to the prompt.

import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct PromptHealthTests {
  private let garden: Garden

  init() throws {
    garden = try Garden.shared.get()
  }

  /// Asks one question that has an answer, as a proof that the prompt is alive, and leaves.
  private func askAndLeave(_ terminal: PseudoTerminal) throws {
    try terminal.send("when do I prune\r")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
    try terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test(arguments: ["\u{1B}[200~", ""])
  func `a line of a million characters, pasted or typed, is one question, and said to be long`(start: String) throws {
    let terminal = try garden.prompt()
    let end = start.isEmpty ? "" : "\u{1B}[201~"
    try terminal.send(start + String(repeating: "prune ", count: 166_667) + end + "\r", within: 120)
    try terminal.expect("characters were read", within: 120)
    try terminal.expect("roses.md:5#")
    try askAndLeave(terminal)
  }

  @Test func `a paste of ten thousand characters in many lines is one question`() throws {
    let terminal = try garden.prompt(rows: 400)
    try terminal.send(
      "\u{1B}[200~" + String(repeating: "when do I prune\n\tmy roses\r\n", count: 370) + "\u{1B}[201~\r")
    try terminal.expect("characters were read")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
    try terminal.send(":history\r")
    let history = try terminal.expect("\n> ")
    #expect(history.split { $0.isWhitespace }.count(where: { $0 == "roses" }) == 370)
    try askAndLeave(terminal)
  }

  @Test func `three thousand resizes, 0 by 0 among them, while typing, leave the line whole`() throws {
    let terminal = try garden.prompt(rows: 400)
    try terminal.send("when do I ")
    try terminal.expect("when do I ")
    let sizes = [(0, 0), (1, 1), (200, 60), (40, 20), (3, 2), (80, 24), (0, 5), (500, 200), (20, 0), (2, 300)]
    for round in 0..<300 {
      for (columns, rows) in sizes { terminal.resize(columns: columns, rows: rows) }
      // Some of them are served, not only the last.
      if round % 30 == 0 { try terminal.send("x\u{7F}") }
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.send("prune\r")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
    try askAndLeave(terminal)
  }

  @Test func `a page after a resize has the new size, and Ctrl-C loses the page alone`() throws {
    let terminal = try garden.prompt(rows: 12)
    try terminal.send("topics\r")
    try terminal.expect("Enter for more, q to stop")
    terminal.resize(columns: 80, rows: 6)
    try terminal.send("\r")
    let page = try terminal.expect("Enter for more, q to stop")
    #expect(page.utf8.count { $0 == UInt8(ascii: "\n") } == 5)
    for _ in 1...20 {
      try terminal.send("\u{3}")
      try terminal.expect("> ")
      try terminal.send("topics\r")
      try terminal.expect("Enter for more, q to stop")
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.send("\u{3}")
    try terminal.expect("> ")
    try terminal.send("1\r")
    try terminal.expect("Lay the fruit")
    try terminal.expect("> ")
    try askAndLeave(terminal)
  }

  @Test(arguments: [
    ["TERM": "no-such-terminal"], ["TERM": "../../etc/passwd"], ["TERM": ""],
    ["TERM": String(repeating: "x", count: 5000)],
    ["LC_ALL": "../../etc"], ["LC_ALL": "tr_TR.ISO-8859-9", "LANG": "zz"], ["INPUTRC": "/etc/passwd"], ["INPUTRC": "/"],
    ["COLUMNS": "-1", "LINES": "0"], ["TERMCAP": ":", "TERMINFO": "/etc"], ["READLINE": "x", "HOME": ""],
  ])
  func `whatever the environment says, a question is answered`(environment: [String: String]) throws {
    try askAndLeave(garden.prompt(environment: environment))
  }

  @Test func `while a line is typed, nothing on the screen is cleared or drawn anew`() throws {
    let terminal = try garden.prompt()
    let start = terminal.written.count
    for letter in "when do I prune" {
      try terminal.send(String(letter))
      try terminal.expect(String(letter))
    }
    #expect(terminal.written[start...].elementsEqual("when do I prune".utf8))
    try terminal.send("\r")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
    var output = TerminalOutput()
    for event in terminal.written.compactMap({ output.read($0) }) {
      guard case .sequence(_, let final) = event else { continue }
      #expect(final != UInt8(ascii: "J") && final != UInt8(ascii: "H"))
    }
    try askAndLeave(terminal)
  }

  @Test(arguments: ["\u{4}", "done\r", ":quit\r", "exit\r"])
  func `however one leaves, the terminal is as it was`(way: String) throws {
    let terminal = try garden.prompt()
    try terminal.send(way)
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.attributes == terminal.attributesBefore)
    #expect(terminal.transcript.last == "\n")
  }

  @Test func `when the terminal goes away, so does the prompt`() throws {
    let terminal = try garden.prompt(rows: 6)
    try terminal.send("topics\r")
    try terminal.expect("Enter for more, q to stop")
    kill(terminal.process, SIGHUP)
    #expect(try terminal.ending() == .status(129))
    #expect(terminal.attributes == terminal.attributesBefore)
  }
}
