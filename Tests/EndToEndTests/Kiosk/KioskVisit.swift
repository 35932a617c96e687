// The kiosk at a pseudo-terminal, and what its process may look like meanwhile.

import Glibc

/// A kiosk on a terminal of its own, with the articles about bicycles.
struct KioskVisit {
  static let prompt = "Your question: "

  let terminal: PseudoTerminal

  /// Starts it, and waits for the welcome.
  init(
    index: String? = nil, idleSeconds: Int = 600, environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24,
    directory: String = "/", options: [String] = []
  ) throws {
    let index = try index ?? BicycleCorpus.shared.get().indexFolder
    let command = [try Verbatim.path(), "chat", "--kiosk", "--idle-seconds", String(idleSeconds), "--index", index]
    terminal = try PseudoTerminal(
      command + options, environment: environment, columns: columns, rows: rows, directory: directory)
    try terminal.expect(Self.prompt)
  }

  /// Asks a question that has an answer, as a proof that the kiosk is alive.
  func askSomething() throws {
    try terminal.send("worn chain\r")
    try terminal.expect("A worn chain grows longer.")
    try terminal.expect(Self.prompt)
  }

  /// Types something that is seen on the line, and takes it away again: the line is edited, and output flows.
  func typeSomething(_ text: String) throws {
    try terminal.send(text)
    try terminal.expect(text)
    try terminal.send("\u{15}")
  }

  /// The processes that the kiosk has started and that still are.
  var children: String {
    get throws {
      let bytes = try TemporaryFolder.read("/proc/\(terminal.process)/task/\(terminal.process)/children")
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The process's state as the kernel has it: S sleeping, R running, T stopped.
  var state: String {
    get throws {
      let text = String(decoding: try TemporaryFolder.read("/proc/\(terminal.process)/stat"), as: UTF8.self)
      return text.split(separator: ")").last?.split(separator: " ").first.map(String.init) ?? "?"
    }
  }

  /// What was written since the screen and its scrollback were cleared last, without escape sequences.
  var sinceClearing: String {
    let clearing = Array("\u{1B}[3J".utf8)
    let written = terminal.written
    guard written.count >= clearing.count else { return "" }
    let start = (0...(written.count - clearing.count)).last {
      written[$0..<($0 + clearing.count)].elementsEqual(clearing)
    }
    return String(decoding: written[(start ?? 0)...], as: UTF8.self)
  }
}
