// The kiosk among missing indexes, hostile environments, and patients who speak Spanish.

import Glibc
import Testing

@Suite(.timeLimit(.minutes(3))) struct KioskSurroundingsTests {
  private func start(_ index: String) throws -> PseudoTerminal {
    try PseudoTerminal([Verbatim.path(), "chat", "--kiosk", "--index", index])
  }

  @Test func `without a crisis card it does not start, and says what to do`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Corpus/verbatim.yaml", "title: No card\n")
    #expect(try own.index().ending == .status(0))
    let terminal = try start(own.indexFolder)
    #expect(try terminal.ending() == .status(2))
    #expect(
      terminal.transcript.contains("the kiosk needs a crisis card") && terminal.transcript.contains("verbatim index"))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test func `without an index it is out of order, shows the card beside it, and comes back by itself`() throws {
    let own = try BicycleCorpus()
    let index = try own.folder.read("Index/verbatim.index")
    unlink(own.folder("Index/verbatim.index"))
    let terminal = try start(own.indexFolder)
    try terminal.expect("Out of order. Please ask a member of staff.")
    try terminal.expect("Whoever is at the door has time for you.")
    try terminal.expect("This screen tries again by itself.")
    try terminal.send("done\r\u{4}\u{3}\u{1A}\u{1C}\u{13}:q\r")
    try own.folder.write("Index/verbatim.index", index)
    try terminal.expect("LOOKING AFTER A BICYCLE")
    try terminal.expect(KioskVisit.prompt)
    try terminal.send("worn chain\r")
    try terminal.expect("A worn chain grows longer.")
  }

  @Test func `a damaged index is no index, and a damaged card not shown`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Index/verbatim.index", "no index\n")
    try own.folder.write("Index/verbatim.crisis", "verbatim-crisis 1 en 00000000\nCall the wrong number.\n")
    let terminal = try start(own.indexFolder)
    try terminal.expect("Out of order. Please ask a member of staff.")
    try terminal.expect("Tell a member of staff now.")
    try terminal.expect("tries again by itself.")
    #expect(!terminal.transcript.contains("wrong number"))
    kill(terminal.process, SIGTERM)
    #expect(try terminal.ending() == .status(143))
    #expect(terminal.attributes == terminal.attributesBefore)
  }

  @Test func `out of order it speaks the operator's language`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Corpus/verbatim.yaml", BicycleCorpus.settings + "kiosk_language: es\n")
    #expect(try own.index().ending == .status(0))
    unlink(own.folder("Index/verbatim.index"))
    let terminal = try start(own.indexFolder)
    try terminal.expect("Fuera de servicio. Por favor, pregunte al personal.")
    try terminal.expect("Whoever is at the door")
  }

  @Test func `a new index is taken into use while nobody is there, and with the next question`() throws {
    let own = try BicycleCorpus()
    let visit = try KioskVisit(index: own.indexFolder)
    try own.folder.write("Corpus/bells.md", "# Bells\n\nA bell of brass rings for years.\n")
    #expect(try own.index().ending == .status(0))
    try visit.terminal.expect("passages from 7 articles")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.terminal.send("brass bell\r")
    try visit.terminal.expect("rings for years.")
    try visit.terminal.expect(KioskVisit.prompt)
    try own.folder.write("Corpus/horns.md", "# Horns\n\nA horn of rubber honks for months.\n")
    #expect(try own.index().ending == .status(0))
    try visit.terminal.send("rubber horn\r")
    try visit.terminal.expect("honks for months.")
  }

  @Test func `an index that is broken, or lost its card, during a visit is not taken; after it, it is out of order`()
    throws
  {
    let own = try BicycleCorpus()
    let visit = try KioskVisit(index: own.indexFolder)
    try visit.askSomething()
    try own.folder.write("Index/new", "no index\n")
    rename(own.folder("Index/new"), own.folder("Index/verbatim.index"))
    try visit.askSomething()
    try own.folder.write("Corpus/verbatim.yaml", "title: No card\n")
    #expect(try own.index().ending == .status(0))
    try visit.askSomething()
    try visit.terminal.send("done\r")
    try visit.terminal.expect("Out of order.")
    try visit.terminal.expect("Tell a member of staff now.")
    try own.folder.write("Corpus/verbatim.yaml", BicycleCorpus.settings)
    #expect(try own.index().ending == .status(0))
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.askSomething()
  }

  @Test(arguments: [
    ["INPUTRC": "hostile"], ["LC_ALL": "C"], ["LC_ALL": "xx_XX.FOO", "LANG": "zh_TW.Big5"],
    ["TERM": "../../etc/passwd"],
    ["TERM": "no-such-terminal"], ["TERM": "vt52"], ["TERM": ""], ["TERMINFO": "hostile", "TERMCAP": "x:cl=HACKED:"],
    ["HOME": "hostile", "COLUMNS": "-5", "LINES": "99999999999"], ["NO_COLOR": "1"],
  ])
  func `no environment changes its keys`(environment: [String: String]) throws {
    let folder = try TemporaryFolder()
    let bindings = "\"a\": \"HACKED\"\n\"\\C-m\": re-read-init-file\nset editing-mode vi\n"
    try folder.write("hostile", bindings)
    try folder.write("home/.inputrc", bindings)
    var environment = environment
    for name in ["INPUTRC", "TERMINFO"] where environment[name] != nil { environment[name] = folder("hostile") }
    if environment["HOME"] != nil { environment["HOME"] = folder("home") }
    let visit = try KioskVisit(environment: environment)
    try visit.terminal.send("worn chainX\u{7F}\r")
    try visit.terminal.expect("A worn chain grows longer.")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.terminal.send("done\r")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    #expect(!visit.terminal.transcript.contains("HACKED"))
    try visit.askSomething()
  }

  @Test func `a dumb terminal gets no escape sequence`() throws {
    let visit = try KioskVisit(idleSeconds: 10, environment: ["TERM": "dumb"])
    try visit.askSomething()
    try visit.terminal.expect("clears in 5 seconds.")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.askSomething()
    #expect(!visit.terminal.written.contains(0x1B))
  }

  @Test func `who asks for Spanish gets the program's sentences in Spanish, and its commands`() throws {
    let visit = try KioskVisit(idleSeconds: 10)
    try visit.terminal.send("español\r")
    try visit.terminal.expect("Escriba una pregunta")
    try visit.terminal.expect("Su pregunta: ")
    try visit.terminal.send("ayuda\r")
    try visit.terminal.expect("temas")
    try visit.terminal.expect("Su pregunta: ")
    try visit.terminal.expect("Esta pantalla se borra en 5 segundos.")
    try visit.terminal.send("\u{15}\r")
    try visit.terminal.expect("Su pregunta: ")
    try visit.terminal.send("salir\r")
    try visit.terminal.expect("Type a question")
    try visit.terminal.expect(KioskVisit.prompt)
  }

  @Test func `options that make no sense are refused`() throws {
    for options in [["--idle-seconds", "60"], ["--kiosk", "--idle-seconds", "9"], ["--kiosk", "--staff"]] {
      let run = try Verbatim.run(["chat"] + options)
      #expect(run.ending == .status(2), "\(options)")
      #expect(run.errors.contains("--"))
    }
    #expect(try Verbatim.run(["chat", "--kiosk"]).ending == .status(2))
  }
}
