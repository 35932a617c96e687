// More text than the screen holds, a screen at a time, inside the program: no other program is started.

import CReadline
import Glibc

/// How the showing of lines ended.
package enum PagerOutcome: Hashable, Sendable {
  /// Every line was shown.
  case shown
  /// The reader pressed q or `^C`: the rest was not shown, the conversation goes on.
  case stopped
  /// The reader began to type something else: the rest was not shown, and `key` belongs to the line that comes next.
  case stoppedByTyping(key: UInt8)
  /// No key came for the time given: the rest was not shown.
  case idle
  /// A signal to end the program.
  case ended(signal: Int32)
}

/// Shows lines on a terminal. Between two calls, and after a signal, the terminal is in its ordinary mode.
package struct Pager {
  private let writer: OutputWriter
  private let signals: SignalQueue?
  private let question: String
  private let redraws: Bool
  /// How long a key is waited for, in milliseconds; -1 for ever.
  package var patience: Int32 = -1

  /// - Parameters:
  ///   - signals: where a `^C` while printing is found; `nil` leaves it its usual effect.
  ///   - question: what is shown where the screen is full, such as `Enter for more, q to stop`; plain text of one line.
  ///   - redraws: whether the question is wiped when it is answered; else what comes next begins a new row.
  package init(writer: OutputWriter, signals: SignalQueue?, question: String, redraws: Bool = true) {
    self.redraws = redraws
    self.writer = writer
    self.signals = signals
    self.question = question
  }

  /// Shows `lines`, and waits for a key whenever the screen is full. A line that the terminal itself has to fold, having become
  /// narrower since the line was wrapped, counts as the rows it takes.
  ///
  /// - Parameter size: how large the screen is now; asked again for each page.
  package func show(_ lines: [String], size: () -> TerminalSize) throws(OutputError) -> PagerOutcome {
    var current = size()
    var shown = 0
    for line in lines {
      if let outcome = try pendingOutcome() { return try leave(outcome) }
      if shown > 0, shown + Self.rows(of: line, columns: current.columns) > max(1, current.rows - 1) {
        if let outcome = try askForMore() { return try leave(outcome) }
        current = size()
        shown = 0
      }
      let rows = Self.rows(of: line, columns: current.columns)
      try writer.writeLine(line)
      shown += rows
    }
    try writer.flush()
    return .shown
  }

  /// How many rows `line` takes; its escape sequences take none.
  private static func rows(of line: String, columns: Int) -> Int {
    let width = line.utf8.contains(0x1B) ? DisplayWidth.of(withoutSequences(line)) : DisplayWidth.of(line)
    return max(1, (width + columns - 1) / columns)
  }

  /// `line` without the sequences that `TerminalStyle` and `Hyperlink` write: `ESC [ … letter` and `ESC ] … ESC \`.
  private static func withoutSequences(_ line: String) -> String {
    line.replacing(#/\x1B\[[0-9;]*[a-zA-Z]|\x1B\][^\x1B]*\x1B\\/#, with: "")
  }

  private func leave(_ outcome: PagerOutcome) throws(OutputError) -> PagerOutcome {
    try writer.flush()
    return outcome
  }

  /// What a signal that came while printing says; `nil` where printing goes on.
  private func pendingOutcome(in mode: SingleKeyMode? = nil) throws(OutputError) -> PagerOutcome? {
    while let signal = signals?.next() {
      switch signal {
      case SIGINT: return .stopped
      case SIGTSTP:
        try suspend(in: mode)
      case SIGWINCH: continue
      default: return .ended(signal: signal)
      }
    }
    return nil
  }

  /// Stops the program; when it goes on and a key is being waited for, asks again, since the shell has written meanwhile.
  private func suspend(in mode: SingleKeyMode?) throws(OutputError) {
    mode?.leave()
    signals?.suspend()
    mode?.enter()
    guard mode != nil else { return }
    try writer.write(question)
    try writer.flush()
  }

  /// Asks, and waits for a key; `nil` for more. The question is wiped with spaces, so that a dumb terminal shows it too.
  private func askForMore() throws(OutputError) -> PagerOutcome? {
    // Before the question: a key pressed at its sight would else be echoed.
    let mode = SingleKeyMode()
    defer { mode.leave() }
    try writer.write(question)
    try writer.flush()
    let outcome = try waitForKey(in: mode)
    try writer.write(
      redraws ? "\r" + String(repeating: " ", count: DisplayWidth.of(question)) + "\r" : "\n")
    return outcome
  }

  /// Whether further bytes have come with the one just read: then it was the beginning of something, not a key alone.
  private func isMoreWaiting() -> Bool {
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  private func waitForKey(in mode: SingleKeyMode) throws(OutputError) -> PagerOutcome? {
    while true {
      var entries = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, 2, patience)
      if count == 0 { return .idle }
      if count < 0 {
        if errno == EINTR { continue }
        return .stopped
      }
      if entries[1].revents != 0, let outcome = try pendingOutcome(in: mode) { return outcome }
      guard entries[0].revents != 0 else { continue }
      let key: UInt8
      switch TypedBytes.read(atMost: 1) {
      case .bytes(let bytes): key = bytes[0]
      case .nothing: continue
      case .gone: return .stopped
      }
      switch key {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "): return nil
      case 0x04, 0x03: return .stopped
      case UInt8(ascii: "q"), UInt8(ascii: "Q"): return isMoreWaiting() ? .stoppedByTyping(key: key) : .stopped
      default: return .stoppedByTyping(key: key)
      }
    }
  }
}

/// The terminal's mode in which keys arrive one by one and unseen.
private struct SingleKeyMode {
  private let before: termios?

  init() {
    var before = termios()
    self.before = tcgetattr(STDIN_FILENO, &before) == 0 ? before : nil
    enter()
  }

  func enter() {
    guard var single = before else { return }
    single.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &single)
  }

  func leave() {
    guard var ordinary = before else { return }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &ordinary)
  }
}
