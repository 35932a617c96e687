// A terminal to hold a conversation at: a line is asked for, lines are shown. What the lines say is not known here.

import Glibc

/// Where a conversation takes place: a terminal, or a test.
package protocol Console: AnyObject {
  /// How much room there is now.
  var size: TerminalSize { get }
  /// How what is shown may be decorated.
  var style: TerminalStyle { get }

  /// Shows `prompt`, and waits for a line.
  func readLine(prompt: String) -> LineEvent

  /// Makes `line` one that can be called back.
  func remember(_ line: String)

  /// Shows `lines`, a screen at a time.
  func show(_ lines: [String]) throws(OutputError) -> PagerOutcome

  /// Shows `lines` at once and to their end, whatever is typed meanwhile.
  func showWhole(_ lines: [String]) throws(OutputError)
}

/// A terminal that does more for whoever may use the machine behind it.
package protocol StaffConsole: Console {
  /// Hands `text` to the clipboard of the terminal, without an answer from it.
  func copy(_ text: String) throws(OutputError)

  /// Runs another program on the terminal, and waits for its end.
  func run(_ command: [String]) -> ForegroundProgram.Ending
}

/// The terminal behind standard input and output.
package final class TerminalConsole: StaffConsole {
  package let style: TerminalStyle

  private let signals: SignalQueue
  private let reader: LineReader
  private let writer: OutputWriter
  private let idleSeconds: Int?
  private let pageFull: String
  private let redraws: Bool
  /// As it was found: the line editor changes variables for itself.
  private let environment: [String]

  /// Whether there is a terminal to speak with: line editing needs it on both sides.
  package static var isAvailable: Bool {
    StandardStreams.isTerminal(STDIN_FILENO) && StandardStreams.isTerminal(STDOUT_FILENO)
  }

  /// `nil` where the system gives no signal descriptor.
  ///
  /// - Parameters:
  ///   - idleSeconds: after so long without a key, `readLine` gives `idle`; `nil` waits for ever.
  ///   - pageFull: what is asked where the screen is full; plain text of one line.
  ///   - redraws: whether anything may be written over what stands on the screen.
  ///   - completer: what Tab offers.
  package init?(
    style: TerminalStyle, idleSeconds: Int? = nil, pageFull: String, redraws: Bool = true,
    completer: @escaping LineReader.Completer
  ) {
    guard let signals = SignalQueue() else { return nil }
    self.signals = signals
    self.style = style
    self.idleSeconds = idleSeconds
    self.pageFull = pageFull
    self.redraws = redraws
    environment = ForegroundProgram.environment
    reader = LineReader(signals: signals, redraws: redraws, completer: completer)
    writer = OutputWriter(descriptor: STDOUT_FILENO)
  }

  package var size: TerminalSize {
    TerminalSize(descriptor: STDOUT_FILENO)
  }

  package func readLine(prompt: String) -> LineEvent {
    reader.readLine(prompt: prompt, idleSeconds: idleSeconds)
  }

  package func remember(_ line: String) {
    reader.remember(line)
  }

  package func show(_ lines: [String]) throws(OutputError) -> PagerOutcome {
    let outcome = try Pager(writer: writer, signals: signals, question: pageFull, redraws: redraws).show(
      lines, size: { self.size })
    guard case .stoppedByTyping(let key) = outcome else { return outcome }
    reader.typeAhead(key)
    return .stopped
  }

  package func copy(_ text: String) throws(OutputError) {
    try writer.write(Clipboard.sequence(for: text))
    try writer.flush()
  }

  package func run(_ command: [String]) -> ForegroundProgram.Ending {
    ForegroundProgram.run(command, environment: environment, signals: signals)
  }

  package func showWhole(_ lines: [String]) throws(OutputError) {
    for line in lines { try writer.writeLine(line) }
    try writer.flush()
  }

  /// Gives signals their usual effect again. The terminal is in its ordinary mode already.
  package func close() {
    reader.close()
    signals.close()
  }
}
