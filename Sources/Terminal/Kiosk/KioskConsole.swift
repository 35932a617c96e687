// The kiosk's terminal as a console: lines are asked for and shown, and time runs.

import Glibc

/// A console for one visit, on a terminal that `KioskTerminal` has prepared.
package final class KioskConsole: Console {
  package let style: TerminalStyle

  private let signals: SignalQueue
  private let reader: KioskLineReader
  private let writer: OutputWriter
  private let clock: IdleClock
  private let isStale: () -> Bool
  private let pageFull: () -> String
  private let redraws: Bool
  /// Somebody has typed a line.
  private var isVisited = false
  /// Nobody has pressed a key for so long that the warning is due.
  private var isOverdue = false

  /// - Parameters:
  ///   - signals: a queue of `KioskProcess.signals`.
  ///   - redraws: whether anything may be written over what stands on the screen.
  ///   - pageFull: gives what is asked where the screen is full; plain text of one line.
  ///   - isStale: asked now and then while nobody has typed anything; `readLine` then gives `idle`.
  ///   - completer: what Tab offers.
  package init(
    style: TerminalStyle, signals: SignalQueue, clock: IdleClock, redraws: Bool = true,
    pageFull: @escaping () -> String, isStale: @escaping () -> Bool, completer: @escaping LineReader.Completer
  ) {
    self.style = style
    self.signals = signals
    self.clock = clock
    self.pageFull = pageFull
    self.redraws = redraws
    self.isStale = isStale
    writer = OutputWriter(descriptor: STDOUT_FILENO)
    reader = KioskLineReader(
      signals: signals, clock: clock, writer: writer, redraws: redraws, completer: completer)
  }

  package var size: TerminalSize {
    TerminalSize(descriptor: STDOUT_FILENO)
  }

  package func readLine(prompt: String) -> LineEvent {
    let event = reader.readLine(prompt: prompt, isVisited: isVisited, isOverdue: isOverdue, isStale: isStale)
    isOverdue = false
    if case .line = event { isVisited = true }
    return event
  }

  package func remember(_ line: String) {
    reader.remember(line)
  }

  package func show(_ lines: [String]) throws(OutputError) -> PagerOutcome {
    var pager = Pager(writer: writer, signals: signals, question: pageFull(), redraws: redraws)
    pager.patience = Int32(clamping: (clock.seconds - clock.warningSeconds) * 1000)
    switch try pager.show(lines, size: { self.size }) {
    case .stoppedByTyping(let key):
      reader.typeAhead(key)
      return .stopped
    case .idle:
      isOverdue = true
      return .stopped
    case let outcome: return outcome
    }
  }

  package func showWhole(_ lines: [String]) throws(OutputError) {
    for line in lines { try writer.writeLine(line) }
    try writer.flush()
  }
}
