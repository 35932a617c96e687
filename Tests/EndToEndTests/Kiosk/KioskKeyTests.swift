// Every key, at the kiosk: none of them leads out of it, stops it or freezes it.

import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct KioskKeyTests {
  /// A folder with a file whose name nobody is to see.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("chain-secret-file", "not an article\n")
    return folder
  }

  private func expectUnharmed(_ visit: KioskVisit) throws {
    #expect(try visit.children == "")
    #expect(try ["S", "R"].contains(visit.state))
    #expect(!visit.terminal.transcript.contains("secret-file"))
    try visit.askSomething()
  }

  @Test func `no control key starts, lists, stops, ends or freezes anything`() throws {
    let folder = try folder()
    let visit = try KioskVisit(directory: folder.path)
    for key in (0...0x1F as ClosedRange<UInt8>) + [0x7F] where ![0x04, 0x0A, 0x0D].contains(key) {
      for before in ["", "chain"] {
        try visit.terminal.send(before + String(Unicode.Scalar(key)))
        // Escape takes the byte that comes at once with it.
        if key == 0x1B { try visit.terminal.send("z") }
        if key == 0x03 { try visit.terminal.expect(KioskVisit.prompt) }
        try visit.typeSomething("k\(key)k")
      }
      #expect(try visit.children == "")
    }
    try expectUnharmed(visit)
  }

  @Test func `no Escape with a character after it does either`() throws {
    let folder = try folder()
    let visit = try KioskVisit(directory: folder.path)
    for byte in 0x20...0x7E as ClosedRange<UInt8> {
      for before in ["", "chain"] {
        // A control key ends every sequence that was begun.
        try visit.terminal.send(before + "\u{1B}" + String(Unicode.Scalar(byte)) + "\u{05}")
        try visit.typeSomething("k\(byte)k")
      }
    }
    try expectUnharmed(visit)
  }

  @Test(arguments: [
    "\u{18}\u{05}", "\u{18}\u{12}", "\u{18}\u{16}", "\u{18}(", "\u{18}*", "\u{18}\u{15}", "\u{1B}\u{05}",
    "\u{1B}\u{09}",
    "\u{1B}~", "~/\t", "/\t\t", "chain-s\t\t", "\u{16}\u{1B}", "\u{11}\u{03}", "\u{1A}", "\u{19}\u{1B}y", "\u{1B}x",
    "\u{1B}!", "\u{1B}[200~", "\u{1B}[200~ls\u{1B}[20", "\u{1B}[M   ", "\u{1B}]0;x\u{07}", "\u{1B}P1\u{1B}\\",
    "\u{1B}[c",
    "\u{1B}[[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[5~", "\u{9B}31m", "\u{0}",
  ])
  func `keys that do much elsewhere do nothing here`(keys: String) throws {
    let folder = try folder()
    let visit = try KioskVisit(directory: folder.path)
    try visit.terminal.send(keys)
    try visit.terminal.send("\u{15}")
    try visit.typeSomething("still here")
    try expectUnharmed(visit)
  }

  @Test func `a paste begun by hand, key by key, is text`() throws {
    let visit = try KioskVisit()
    for key in "\u{1B}[200~" {
      try visit.terminal.send(String(key))
      // Longer than the bytes of one key take.
      usleep(150_000)
    }
    try visit.terminal.expect("[200~")
    try visit.terminal.send("\u{15}")
    try visit.askSomething()
  }

  @Test func `Ctrl-C clears the line, a hundred times`() throws {
    let visit = try KioskVisit()
    for _ in 1...100 {
      try visit.terminal.send("x")
      try visit.terminal.expect("x")
      try visit.terminal.send("\u{3}")
      try visit.terminal.expect(KioskVisit.prompt)
    }
    try visit.terminal.send(String(repeating: "\u{3}", count: 100))
    try visit.askSomething()
  }

  @Test func `cursor and editing keys edit, and Tab completes words, never files`() throws {
    let folder = try folder()
    let visit = try KioskVisit(directory: folder.path)
    try visit.terminal.send("orn chai\u{1B}[Hw\u{1B}[Fnx\u{7F}\u{1B}[D\u{1B}[C\r")
    try visit.terminal.expect("A worn chain grows longer.")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.terminal.send("\u{1B}[A")
    try visit.terminal.expect("worn chain")
    try visit.terminal.send("\u{15}sprock\t")
    try visit.terminal.expect("sprockets ")
    try visit.terminal.send("\u{15}")
    try expectUnharmed(visit)
  }

  @Test func `signals of the keyboard and the shell do not stop it`() throws {
    let visit = try KioskVisit()
    for signal in [SIGTSTP, SIGQUIT, SIGTTIN, SIGTTOU, SIGINT] { kill(visit.terminal.process, signal) }
    try visit.terminal.expect(KioskVisit.prompt)
    try expectUnharmed(visit)
  }

  @Test(.timeLimit(.minutes(1))) func `a line without an end is taken in part, and asked`() throws {
    let visit = try KioskVisit()
    try visit.terminal.send("worn chain " + String(repeating: "oil ", count: 25_000) + "\r")
    try visit.terminal.expect("chain")
    try visit.terminal.expect("\n" + KioskVisit.prompt)
    try visit.terminal.send("new\r")
    try visit.askSomething()
  }

  @Test func `whatever the size becomes, it lives`() throws {
    let visit = try KioskVisit()
    for round in 0..<30 {
      for columns in [20, 200, 1, 0, 40, 3, 80] {
        visit.terminal.resize(columns: columns, rows: [1, 0, 50, 24][(round + columns) % 4])
      }
    }
    visit.terminal.resize(columns: 80, rows: 50)
    try visit.askSomething()
  }
}
