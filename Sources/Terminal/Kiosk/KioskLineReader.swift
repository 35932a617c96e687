// Lines typed at the kiosk, through GNU Readline behind an allow-list of keys. It knows lines and time, no command.

import CReadline
import Glibc

/// Reads lines from the terminal behind standard input and output, for somebody who may do nothing else.
///
/// Readline is never left to wait for a key by itself: bytes are read here, and those that `KioskKeys` allows are handed over
/// when they are there. There is one reader at a time, and no `LineReader` besides.
package final class KioskLineReader {
  /// What is typed beyond so many bytes is not taken in.
  package static let longestLine = 8000
  /// How soon the rest of a key's bytes come after its first.
  private static let keyMilliseconds = 100
  /// How often it is asked whether to go on waiting while nobody is there.
  private static let freshMilliseconds = 2000

  private let signals: SignalQueue
  private let completer: LineReader.Completer
  private let clock: IdleClock
  private let writer: OutputWriter
  /// Whether anything may be written over what stands on the screen.
  private let redraws: Bool
  /// How the line is shown where nothing may be.
  var display = AppendingDisplay()
  private var keys = KioskKeys()
  /// Bytes that were allowed, and how many of them Readline has taken.
  private var typed: [UInt8] = []
  private var taken = 0
  private var received: String??
  /// A key was pressed since the program began: what it left on the screen or in Readline must go with its visitor, whatever became of
  /// the line.
  private var isTouched = false
  /// When the last key came, in `IdleClock` milliseconds.
  private var lastKey = 0

  /// The one reader that Readline's callbacks, which capture nothing, speak to. Only the thread that reads touches it.
  nonisolated(unsafe) static var current: KioskLineReader?

  /// - Precondition: no other reader is in use.
  package init(
    signals: SignalQueue, clock: IdleClock, writer: OutputWriter, redraws: Bool,
    completer: @escaping LineReader.Completer
  ) {
    precondition(Self.current == nil, "GNU Readline serves one reader at a time")
    self.signals = signals
    self.clock = clock
    self.writer = writer
    self.completer = completer
    self.redraws = redraws
    Self.current = self
    Self.prepare(redraws: redraws)
  }

  /// Shows `prompt` and reads one line. `^C` clears the line and stays.
  ///
  /// Gives `idle` when the clock has run out. It runs when somebody is there, or was: `isVisited`, or a key was pressed.
  ///
  /// - Parameters:
  ///   - prompt: plain text of one line.
  ///   - isOverdue: the clock has run out already, but for the warning.
  ///   - isStale: asked now and then while nobody is there; `idle` where it is true.
  package func readLine(prompt: String, isVisited: Bool, isOverdue: Bool, isStale: () -> Bool) -> LineEvent {
    received = nil
    lastKey = IdleClock.now - (isOverdue ? (clock.seconds - clock.warningSeconds) * 1000 : 0)
    rl_reset_screen_size()
    install(prompt)
    defer { rl_callback_handler_remove() }
    while true {
      while received == nil, taken < typed.count { rl_callback_read_char() }
      if let received { return finish(received) }
      let hasVisitor = isVisited || isTouched
      let rest = lastKey + (clock.seconds - clock.warningSeconds) * 1000 - IdleClock.now
      let patience = keys.isWithinKey ? Self.keyMilliseconds : hasVisitor ? max(0, rest) : Self.freshMilliseconds
      switch waitForInput(patience) {
      case .failure: return .ended(signal: SIGHUP)
      case .signal:
        if let event = handleSignal(prompt: prompt) { return event }
      case .key:
        guard takeInput() else { return .ended(signal: SIGHUP) }
      case .timeout where keys.isWithinKey: keys.endKey()
      case .timeout where hasVisitor:
        if let event = countDown() { return event }
      case .timeout:
        if isStale() { return .idle }
      }
    }
  }

  /// Puts a key, pressed when no line was being read, at the beginning of the next.
  package func typeAhead(_ key: UInt8) {
    isTouched = true
    keys.read(key, into: &typed)
  }

  /// Adds a line to what Up finds.
  package func remember(_ line: String) {
    if line.isEmpty || verbatim_readline_is_last_remembered(line) != 0 { return }
    add_history(line)
  }

  // MARK: - Events

  private func finish(_ line: String?) -> LineEvent {
    guard let line else {
      verbatim_readline_newline()
      return .endOfInput
    }
    if !redraws { verbatim_readline_newline() }
    return .line(line)
  }

  /// What a waiting signal comes to; `nil` where reading goes on.
  private func handleSignal(prompt: String) -> LineEvent? {
    switch signals.next() {
    case SIGINT:
      isTouched = true
      lastKey = IdleClock.now
      keys.endKey()
      typed = []
      taken = 0
      verbatim_readline_abandon()
      rl_callback_handler_remove()
      verbatim_readline_newline()
      install(prompt)
      return nil
    case SIGWINCH:
      verbatim_readline_resize()
      return nil
    case .some(let signal):
      verbatim_readline_abandon()
      rl_callback_handler_remove()
      verbatim_readline_newline()
      return .ended(signal: signal)
    case nil:
      return nil
    }
  }

  /// Warns, second by second, in the place of the line; shows the line again when a key is pressed. Enter only stays: it sends nothing.
  ///
  /// - Returns: `nil` where somebody is there.
  private func countDown() -> LineEvent? {
    var display = CountdownDisplay(writer: writer, moves: redraws && KioskTerminal.canMove)
    if display.moves { verbatim_readline_hide() } else { verbatim_readline_newline() }
    let end = IdleClock.now + clock.warningSeconds * 1000
    while true {
      let left = end - IdleClock.now
      if left <= 0 { return .idle }
      let seconds = (left + 999) / 1000
      display.show(clock.warning(seconds), seconds: seconds)
      switch waitForInput(left - (seconds - 1) * 1000) {
      case .timeout: continue
      case .failure: return .ended(signal: SIGHUP)
      case .signal:
        let signal = signals.next()
        guard signal == SIGINT || signal == SIGWINCH || signal == nil else {
          verbatim_readline_abandon()
          return .ended(signal: signal ?? SIGHUP)
        }
        if signal != SIGINT { continue }
        lastKey = IdleClock.now
      case .key:
        guard takeInput() else { return .ended(signal: SIGHUP) }
        if typed.dropFirst(taken).first.map({ $0 == 0x0D || $0 == 0x0A }) == true { taken += 1 }
      }
      display.wipe()
      self.display.beginRow()
      verbatim_readline_show()
      return nil
    }
  }

  private func install(_ prompt: String) {
    display.beginRow()
    rl_callback_handler_install(prompt) { line in
      let text = line.map { String(cString: $0) }
      free(line)
      rl_callback_handler_remove()
      KioskLineReader.current?.received = .some(text.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) })
    }
  }

  // MARK: - Keys

  private enum Input {
    case key, signal, timeout, failure
  }

  /// Waits for a key or a signal. A signal is served before the keys typed after it.
  private func waitForInput(_ milliseconds: Int) -> Input {
    var entries = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&entries, 2, Int32(clamping: milliseconds))
    if count == 0 { return .timeout }
    // Interrupted: as if the time had passed, which is then looked at again.
    if count < 0 { return errno == EINTR ? .signal : .failure }
    return entries[1].revents != 0 ? .signal : .key
  }

  /// Takes in what was typed; false where the terminal is gone.
  private func takeInput() -> Bool {
    let bytes: [UInt8]
    switch TypedBytes.read(atMost: 256) {
    case .bytes(let read): bytes = read
    case .nothing: return true
    case .gone: return false
    }
    isTouched = true
    lastKey = IdleClock.now
    typed.removeFirst(taken)
    taken = 0
    for byte in bytes { keys.read(byte, into: &typed) }
    return true
  }

  /// One allowed byte. Where there is none, or the line is full, a byte that does nothing: Readline is never left waiting.
  private func nextKey() -> Int32 {
    guard taken < typed.count else { return 0 }
    let byte = typed[taken]
    taken += 1
    // ^Y puts in a line's worth at once, and what it put in can be cut again.
    let most = byte == 0x19 ? 0 : Self.longestLine - 1
    let adds = (byte >= 0x20 && byte != 0x7F) || byte == 0x19
    return adds && verbatim_readline_byte_count() > most ? 0 : Int32(byte)
  }

  // MARK: - The library

  /// The order matters: environment, variables, `rl_initialize`, keys.
  private static func prepare(redraws: Bool) {
    unsetenv("LC_ALL")
    setenv("LC_CTYPE", "C.UTF-8", 1)
    setenv("INPUTRC", "/dev/null", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
    verbatim_kiosk_prepare(
      redraws ? 1 : 0,
      { _ in KioskLineReader.current?.nextKey() ?? 0 },
      { KioskLineReader.current.map { $0.taken < $0.typed.count ? 1 : 0 } ?? 0 },
      { _, start, _ in
        verbatim_readline_only_ours()
        return KioskLineReader.current.flatMap { LineReader.candidates($0.completer, wordStart: Int(start)) }
      },
      { _, _ in 0 })
    if !redraws { appendInsteadOfDrawing() }
  }
}
