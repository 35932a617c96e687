// What staff do besides reading, at a real terminal: an editor, the clipboard, links, a history.

import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct StaffAtTerminalTests {
  private let bicycles: BicycleCorpus
  private let folder: TemporaryFolder

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
    folder = try TemporaryFolder()
  }

  private func prompt(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let environment = ["HOME": folder.path].merging(environment) { $1 }
    return try PseudoTerminal(
      [Verbatim.path(), "chat", "--staff", "--index", bicycles.indexFolder], environment: environment, rows: 60,
      directory: bicycles.folder.path)
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.expect("\n> ")
    try terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test func `edit runs the editor on the passage's line with the reader's own environment, and the prompt goes on`()
    throws
  {
    try folder.write(
      "editor", "#!/bin/sh\necho \"got $* at $LC_ALL by ${INPUTRC:-no file}\"\nread line; echo \"read $line\"\n")
    chmod(folder("editor"), 0o755)
    let terminal = try prompt(["EDITOR": folder("editor") + " -w", "LC_ALL": "C"])
    try terminal.type("worn chain")
    try terminal.expect("chain.txt:9#")
    try terminal.type(":edit 1")
    try terminal.expect("\ngot -w +9 Corpus/chain.txt at C by no file\n")
    // An interrupt typed at the editor is the editor's: here it ends, and the prompt stays.
    try terminal.send("some text\r")
    try terminal.expect("read some text\n> ")
    try terminal.send(":edit 1\r")
    try terminal.expect("got -w")
    try terminal.send("\u{3}")
    try terminal.expect("> ")
    try terminal.send("worn chain\r")
    try terminal.expect("chain.txt:9#")
    try leave(terminal)
  }

  @Test func `an editor that is stopped stops the prompt, and both go on`() throws {
    try folder.write("editor", "#!/bin/sh\necho ready\nread line\necho \"read $line\"\n")
    chmod(folder("editor"), 0o755)
    let shell = try PseudoTerminal(
      ["/bin/sh", "-im"], environment: ["PS1": "sh% ", "EDITOR": folder("editor"), "HOME": folder.path])
    try shell.expect("sh% ")
    try shell.send("\(Verbatim.path()) chat --staff --index \(bicycles.indexFolder)\r")
    try shell.expect("\n> ")
    try shell.send("worn chain\r")
    try shell.expect("\n> ")
    try shell.send(":edit\r")
    try shell.expect("ready")
    try shell.send("\u{1A}")
    try shell.expect("sh% ")
    try shell.send("fg\r")
    try shell.expect("chat")
    try shell.send("more text\r")
    try shell.expect("read more text")
    try shell.expect("> ")
    try shell.send("\u{4}")
    try shell.expect("sh% ")
    try shell.send("exit 7\r")
    #expect(try shell.ending() == .status(7))
  }

  @Test func `copy writes OSC 52 once, links are OSC 8 where they are taken, and a dumb terminal gets neither`() throws
  {
    func written(_ environment: [String: String]) throws -> String {
      let terminal = try prompt(environment)
      try terminal.type("worn chain")
      try terminal.expect("chain.txt:9#")
      try terminal.type(":copy 1")
      try terminal.expect("  ")
      try leave(terminal)
      return String(decoding: terminal.written, as: UTF8.self)
    }
    let able = try written(["TERM": "xterm-kitty"])
    #expect(able.split(separator: "\u{1B}]52;c;").count == 2)
    #expect(able.contains("\u{1B}]8;;file://") && able.contains("/Corpus/chain.txt\u{1B}\\chain.txt:9#"))
    #expect(try !written(["TERM": "xterm"]).contains("\u{1B}]8;"))
    #expect(try !written(["TERM": "dumb"]).contains("\u{1B}"))
  }

  @Test func `what staff keep is called back, what patients type is not kept`() throws {
    let terminal = try prompt()
    try terminal.type(":set history on")
    try terminal.type("worn chain")
    try leave(terminal)
    let later = try prompt()
    try later.expect("\n> ")
    try later.send("\u{1B}[A")
    try later.expect("worn chain")
    try later.send("\u{3}\u{12}wor")
    try later.expect("worn chain")
    try later.send("\u{3}")
    try leave(later)
    let patient = try PseudoTerminal(
      [Verbatim.path(), "chat", "--index", bicycles.indexFolder], environment: ["HOME": folder.path])
    try patient.type("tight bolts")
    try patient.expect("\n> ")
    try patient.send("\u{1B}[A\u{1B}[A")
    try patient.expect("tight bolts")
    try patient.send("\u{3}")
    try patient.expect("> ")
    try patient.send("\u{4}")
    #expect(try patient.ending() == .status(0))
    #expect(!patient.transcript.contains("worn chain"))
    let file = try ChildProcess.run("/bin/cat", [folder(".local/state/verbatim/history")])
    #expect(file.lines.dropLast(file.lines.last == "" ? 1 : 0) == ["worn chain"])
  }
}
