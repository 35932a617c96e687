// `verbatim chat --kiosk`: a visit, and after it the program begins anew. It reads the index and the terminal, and writes to nothing
// but the terminal.

import Glibc
import InvertedIndex
import Terminal

/// The kiosk, from its start until it takes its own place or is told to end.
struct Kiosk {
  /// The folder that holds the index.
  let folder: String
  /// After so many seconds without a key the screen clears; within `idleSeconds`.
  let idleSeconds: Int
  /// Of the program's own sentences, to begin with; the operator's choice where it is `nil`.
  let language: InterfaceLanguage?
  let layout: PromptLayout

  /// What `--idle-seconds` may be.
  static let idleRange = 10...3600
  static let usualIdleSeconds = 120
  /// How often an index that could not be read is tried again.
  private static let retryMilliseconds: Int32 = 3000

  /// Holds one visit, and has the program begin anew.
  ///
  /// - Returns: 128 and the number of the signal that ended it. The terminal is as it was, and its screen is clear.
  /// - Throws: `UsageError` where there is no crisis card, or where the program cannot begin anew; `OutputError`.
  func run() throws -> Int32 {
    KioskProcess.lockDown()
    let opened = try open()
    guard let signals = SignalQueue(KioskProcess.signals), let terminal = KioskTerminal() else {
      throw UsageError(text: "the kiosk needs a terminal, and a signal descriptor of the system")
    }
    defer { terminal.restore() }
    try terminal.clear()
    let signal = try opened.map { try visit($0, signals) } ?? waitForIndex(signals, terminal)
    try terminal.clear()
    if let signal { return 128 + signal }
    terminal.restore()
    let code = KioskProcess.restart()
    throw UsageError(text: "the kiosk cannot begin anew: error \(code) of /proc/self/exe")
  }

  // MARK: - A visit

  /// - Returns: the signal that ended it; `nil` where the visit is over.
  private func visit(_ library: IndexLibrary, _ signals: SignalQueue) throws -> Int32? {
    let completer = PromptCompleter(library: library, audience: .patient)
    let wording = KioskWording(language ?? InterfaceLanguage(library.settings))
    let console = KioskConsole(
      style: style, signals: signals,
      clock: IdleClock(seconds: idleSeconds, warning: { wording.stillThere(seconds: $0) }),
      redraws: layout != .spoken, pageFull: { wording.sentences[.pageFull] }, isStale: { library.isReplaced },
      completer: { completer.candidates(line: $0, wordStart: $1) })
    var session = KioskSession(library: library, console: console, wording: wording, layout: layout)
    guard case .ended(let signal) = try session.run() else { return nil }
    return signal
  }

  // MARK: - The index

  /// The index; `nil` where it cannot be read, or was usable once and has lost its crisis card since.
  private func open() throws -> IndexLibrary? {
    // Why it cannot be read is for staff: `verbatim check` tells. Here it makes no difference.
    guard let library = try? IndexLibrary(folder: folder, isUsable: { $0.crisis != nil }) else { return nil }
    if library.settings.crisis != nil { return library }
    if KioskProcess.isRestarted { return nil }
    throw UsageError(
      text: "the kiosk needs a crisis card. Set crisis: with a card: in verbatim.yaml, then run: verbatim index")
  }

  /// Says that the kiosk is out of order until the index can be read.
  ///
  /// - Returns: the signal that ended the waiting; `nil` where the index can be read.
  private func waitForIndex(_ signals: SignalQueue, _ terminal: KioskTerminal) throws -> Int32? {
    terminal.silence()
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    var shown: [String] = []
    while true {
      let size = TerminalSize(descriptor: STDOUT_FILENO)
      let crisis = CrisisFile(readingFrom: folder)
      let language = language ?? crisis.flatMap { InterfaceLanguage(rawValue: $0.language) } ?? .english
      let screen = KioskScreen(
        card: crisis?.card, size: size, style: style, sentences: Sentences(language), layout: layout)
      let lines = screen.outOfOrder(isTryingAgain: true)
      if lines != shown {
        try terminal.clear()
        for line in lines { try output.writeLine(line) }
        try output.flush()
        shown = lines
      }
      switch KioskProcess.wait(for: signals, milliseconds: Self.retryMilliseconds) {
      case .ended(let signal): return signal
      case .resized: shown = []
      case .time: if let library = try? open(), library.settings.crisis != nil { return nil }
      }
    }
  }

  private var style: TerminalStyle {
    TerminalStyle(choice: .auto, isTerminal: true) { name in getenv(name).map { String(cString: $0) } }
  }
}
