// What is left of a visit when it is over: nothing.

import Glibc
import Testing

@Suite(.timeLimit(.minutes(3))) struct KioskForgettingTests {
  /// A visit with a question, a line cut out, and a line half undone.
  private func begin(_ visit: KioskVisit) throws {
    try visit.askSomething()
    try visit.terminal.send("private words\u{15}")
    try visit.terminal.send("more private\u{17}")
  }

  /// Tries every way back that there is; none of them shows anything of the visit.
  private func expectForgotten(_ visit: KioskVisit) throws {
    // Up, the search of elsewhere, the cut text, undo, completion of what was typed.
    try visit.terminal.send("\u{1B}[A\u{10}\u{12}chain\u{07}\u{15}\u{19}\u{1F}\u{1F}priv\t\u{15}")
    try visit.typeSomething("marker")
    let seen = visit.sinceClearing
    #expect(seen.contains("LOOKING AFTER A BICYCLE") && seen.contains("Stop here and tell somebody now."))
    for word in ["worn", "private", "grows longer"] { #expect(!seen.contains(word), "\(word)") }
    // The cut line of this visit is what comes back, and no older one.
    try visit.terminal.send("\u{19}")
    try visit.terminal.expect("marker")
    try visit.terminal.send("\u{15}more\r")
    try visit.terminal.expect("Ask a question first, or type")
    try visit.askSomething()
  }

  @Test(arguments: ["done", "Done", ":done", "quit", "exit"])
  func `after done nothing of the visit is left, and the process is another program's memory`(word: String) throws {
    let visit = try KioskVisit()
    try begin(visit)
    try visit.terminal.send("\u{15}\(word)\r")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try expectForgotten(visit)
  }

  @Test func `Ctrl-D is done, as often as one likes`() throws {
    let visit = try KioskVisit()
    try begin(visit)
    try visit.terminal.send("\u{15}")
    for _ in 0..<5 {
      try visit.terminal.send("\u{4}")
      try visit.terminal.expect("LOOKING AFTER A BICYCLE")
      try visit.terminal.expect(KioskVisit.prompt)
    }
    try expectForgotten(visit)
  }

  @Test(arguments: ["\u{15}", "\u{3}", "\u{17}\u{17}", String(repeating: "\u{7F}", count: 20)])
  func `who typed, took it back and left is forgotten too`(taking: String) throws {
    let visit = try KioskVisit(idleSeconds: 10)
    try visit.terminal.send("private words")
    try visit.terminal.expect("private words")
    try visit.terminal.send(taking)
    try visit.terminal.expect("clears in 1 second.")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try expectForgotten(visit)
  }

  @Test func `cutting and putting back makes no line longer`() throws {
    let visit = try KioskVisit()
    try visit.terminal.send("word " + String(repeating: "\u{15}\u{19}\u{19}\u{19}", count: 40))
    try visit.typeSomething("marker")
    try visit.terminal.send("\u{15}")
    try visit.askSomething()
  }

  @Test func `keys pressed while it begins anew do not end, stop or freeze it`() throws {
    let visit = try KioskVisit()
    for _ in 0..<3 {
      try visit.terminal.send("done\r")
      try visit.terminal.expect("done")
      for _ in 0..<20 { try visit.terminal.send("x\u{3}\u{1C}\u{1A}\u{13}\u{3}\u{1C}") }
      try visit.terminal.expect("LOOKING AFTER A BICYCLE")
      try visit.terminal.expect(KioskVisit.prompt)
      try visit.typeSomething("marker")
    }
    try visit.askSomething()
  }

  @Test func `after the idle time it warns, stays for a key, and else forgets`() throws {
    let visit = try KioskVisit(idleSeconds: 10)
    try begin(visit)
    try visit.terminal.expect("This screen clears in 5 seconds. Press Enter to stay.")
    try visit.terminal.expect("clears in 4 seconds.")
    try visit.terminal.send("\r")
    // The line that was begun stands there still: Enter sent nothing.
    try visit.terminal.expect(KioskVisit.prompt + "more ")
    try visit.terminal.expect("clears in 1 second.")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try expectForgotten(visit)
  }

  @Test func `somebody who leaves a full screen waiting is taken to have gone`() throws {
    let visit = try KioskVisit(idleSeconds: 10, rows: 18)
    try visit.terminal.send("help\r")
    try visit.terminal.expect("Enter for more, q to stop")
    try visit.terminal.expect("This screen clears in 5 seconds.")
    try visit.terminal.expect("LOOKING AFTER A BICYCLE")
    try visit.terminal.expect(KioskVisit.prompt)
    try visit.askSomething()
  }

  @Test func `where nobody has come, nothing is cleared`() throws {
    let visit = try KioskVisit(idleSeconds: 10)
    let count = visit.terminal.written.count
    #expect(throws: NotSeen.self) { try visit.terminal.expect("Still there?", within: 12) }
    #expect(visit.terminal.written.count == count)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a signal ends it, the screen clear and the terminal as it was`(signal: Int32, status: Int32) throws {
    for isAnew in [false, true] {
      let visit = try KioskVisit()
      if isAnew {
        try visit.terminal.send("done\r")
        try visit.terminal.expect("LOOKING AFTER A BICYCLE")
        try visit.terminal.expect(KioskVisit.prompt)
      }
      try begin(visit)
      #expect(visit.terminal.attributes != visit.terminal.attributesBefore)
      kill(visit.terminal.process, signal)
      #expect(try visit.terminal.ending() == .status(status))
      #expect(visit.terminal.attributes == visit.terminal.attributesBefore)
      #expect(visit.sinceClearing == "\u{1B}[3J")
    }
  }
}
