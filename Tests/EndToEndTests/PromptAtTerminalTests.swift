// The prompt as a person meets it: the real program, a real (pseudo) terminal, keys.

import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct PromptAtTerminalTests {
  private let garden: Garden

  init() throws {
    garden = try Garden.shared.get()
  }

  /// Asks one question that has an answer, as a proof that the prompt is alive.
  private func askSomething(_ terminal: PseudoTerminal) throws {
    try terminal.send("when do I prune\r")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.transcript.last == "\n")
  }

  @Test func `a question is answered, and Ctrl-D on an empty line leaves with a newline`() throws {
    let terminal = try garden.prompt()
    try askSomething(terminal)
    try leave(terminal)
  }

  @Test func `Ctrl-C clears the line, a hundred times`() throws {
    let terminal = try garden.prompt()
    for _ in 1...100 {
      try terminal.send("x")
      try terminal.expect("x")
      try terminal.send("\u{3}")
      try terminal.expect("> ")
    }
    try askSomething(terminal)
    try leave(terminal)
  }

  @Test func `a dumb terminal gets no escape sequence`() throws {
    let terminal = try garden.prompt(environment: ["TERM": "dumb"])
    try askSomething(terminal)
    try leave(terminal)
    #expect(!terminal.written.contains(0x1B))
  }

  @Test func `characters are edited whole, whatever the locale`() throws {
    let terminal = try garden.prompt(environment: ["LC_ALL": "C"])
    try terminal.send("caf\u{E9}\u{65E5}\u{7F}\u{7F}\u{E9}\r")
    try terminal.expect("mentions \"cafe\".")
    try terminal.send(":history\r")
    try terminal.expect("  caf\u{E9}\n")
    try terminal.expect("> ")
    try leave(terminal)
  }

  @Test func `a paste of several lines is one question`() throws {
    let terminal = try garden.prompt()
    try terminal.send("\u{1B}[200~zebras\nand\tzithers\u{1B}[201~\r")
    try terminal.expect("mentions \"zebras\" or")
    try terminal.send(":history\r")
    try terminal.expect("zebras and zithers\n")
    try terminal.expect("> ")
    try leave(terminal)
  }

  @Test func `a paste that never ends yields to Ctrl-C and to being terminated`() throws {
    let terminal = try garden.prompt()
    try terminal.send("\u{1B}[200~zzz")
    // The paste is read before the interrupt that comes after it, being waited for by byte.
    try terminal.send("\u{3}")
    try terminal.expect("> ")
    try askSomething(terminal)
    try terminal.send("\u{1B}[200~zzz")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.ending() == .status(143))
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGQUIT, 131)] as [(Int32, Int32)])
  func `a signal ends it with its status, and the terminal is given back as it was`(signal: Int32, status: Int32) throws
  {
    let terminal = try garden.prompt()
    try terminal.send("half a line")
    try terminal.expect("half a line")
    #expect(terminal.attributes != terminal.attributesBefore)
    kill(terminal.process, signal)
    #expect(try terminal.ending() == .status(status))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test func `Tab completes the articles' words and the commands, never a file`() throws {
    let terminal = try garden.prompt()
    try terminal.send("slat\t")
    try terminal.expect("slatted ")
    try terminal.send("\u{15}:hi\t")
    try terminal.expect(":history ")
    try terminal.send("\u{15}/etc/hostn\t\t.\u{15}")
    try terminal.expect("/etc/hostn.")
    try terminal.send("\r")
    try terminal.expect("> ")
    try leave(terminal)
  }

  @Test func `Up and Ctrl-R find what was typed before`() throws {
    let terminal = try garden.prompt()
    try askSomething(terminal)
    try terminal.send("\u{1B}[A")
    try terminal.expect("when do I prune")
    try terminal.send("\u{3}")
    try terminal.expect("> ")
    try terminal.send("\u{12}prun")
    try terminal.expect("reverse-i-search")
    try terminal.send("\r")
    try terminal.expect("roses.md:5#")
    try terminal.expect("> ")
    try leave(terminal)
  }

  @Test func `the reader's own key file changes nothing`() throws {
    var template = Array("/tmp/verbatim-inputrc-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let setting = "\"a\": \"HACKED\"\n"
    #expect(setting.utf8.count == write(descriptor, setting, setting.utf8.count))
    close(descriptor)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let terminal = try garden.prompt(environment: ["INPUTRC": path])
    try terminal.send("a zebra\r")
    #expect(try !terminal.expect("mentions \"zebra\".").contains("HACKED"))
    try terminal.expect("> ")
    try leave(terminal)
    unlink(path)
  }

  @Test func `more than a screen waits: Enter goes on, q and Ctrl-C stop`() throws {
    let terminal = try garden.prompt(rows: 12)
    try terminal.send("topics\r")
    try terminal.expect("Enter for more, q to stop")
    try terminal.send("\r")
    let page = try terminal.expect("Enter for more, q to stop")
    #expect(page.utf8.count { $0 == UInt8(ascii: "\n") } == 11)
    try terminal.send("q")
    try terminal.expect("> ")
    try terminal.send("topics\r")
    try terminal.expect("Enter for more, q to stop")
    try terminal.send("\u{3}")
    try terminal.expect("> ")
    try terminal.send("topics\r")
    try terminal.expect("Enter for more, q to stop")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.ending() == .status(143))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test func `what is typed while more is waiting is the next line, whole`() throws {
    let terminal = try garden.prompt(rows: 12)
    for line in ["a zebra", "quail eggs"] {
      try terminal.send("topics\r")
      try terminal.expect("Enter for more, q to stop")
      try terminal.send(line + "\r")
      try terminal.expect("> " + line)
      try terminal.expect("mentions \"\(line == "a zebra" ? "zebra" : "quail")\"")
      try terminal.expect("> ")
    }
    try leave(terminal)
  }

  @Test func `quit, exit and bye leave`() throws {
    for word in ["quit", "exit", "Bye"] {
      let terminal = try garden.prompt()
      try terminal.send(word + "\r")
      #expect(try terminal.ending() == .status(0), "\(word)")
    }
  }

  @Test func `Ctrl-Z suspends, and fg draws the line again`() throws {
    let shell = try PseudoTerminal(["/bin/sh", "-im"], environment: ["PS1": "sh% "])
    try shell.expect("sh% ")
    try shell.send("\(Verbatim.path()) chat --staff --index \(garden.index)\r")
    try shell.expect("> ")
    try shell.send("when do I pr")
    try shell.expect("when do I pr")
    try shell.send("\u{1A}")
    try shell.expect("sh% ")
    try shell.send("fg\r")
    try shell.expect("> when do I pr")
    try shell.send("une\r")
    try shell.expect("roses.md:5#")
    try shell.expect("> ")
    try shell.send("\u{4}")
    try shell.expect("sh% ")
    try shell.send("exit 7\r")
    #expect(try shell.ending() == .status(7))
  }

  @Test func `whatever the size becomes, the prompt lives`() throws {
    let terminal = try garden.prompt()
    for columns in [20, 200, 1, 0, 40, 3, 80] {
      for rows in [1, 0, 50] {
        terminal.resize(columns: columns, rows: rows)
      }
    }
    terminal.resize(columns: 40, rows: 50)
    try askSomething(terminal)
    try leave(terminal)
  }
}
