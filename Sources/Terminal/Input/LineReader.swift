// Lines typed at a terminal, through GNU Readline's callback interface. It knows lines and words, no command.

import CReadline
import Glibc

/// What came of asking for a line.
package enum LineEvent: Hashable, Sendable {
  /// A line, without its newline; newlines and tabs pasted into it are spaces. Not cleaned.
  case line(String)
  /// `^D` on an empty line, or the terminal is gone. The cursor stands on a new line.
  case endOfInput
  /// Nothing was typed for the time given.
  case idle
  /// A signal to end the program: `SIGTERM`, `SIGHUP` or `SIGQUIT`. The terminal is as it was.
  case ended(signal: Int32)
}

/// Reads lines from the terminal behind standard input and output, with editing, a history in memory, and completion.
///
/// Use it only where both are terminals: on anything else Readline echoes into the output. There is one at a time, since
/// the library is one. Between two calls the terminal is in its ordinary mode.
package final class LineReader {
  /// What the word being typed may become: called with the line up to the cursor, and the word's start in its bytes.
  /// The order is that of preference; only the first forty are listed.
  package typealias Completer = (_ line: String, _ wordStart: Int) -> [String]

  private let signals: SignalQueue
  private let completer: Completer
  /// What Readline has handed over: a line, or `nil` for the end of input.
  private var received: String??
  private var typedAhead: UInt8?
  /// How long a key is waited for; -1 for ever.
  private var milliseconds: Int32 = -1
  private var hasTimedOut = false
  /// Whether a line is shown by appending alone; without bracketed paste, a line end with more behind it is taken for pasted.
  private let appends: Bool
  var display = AppendingDisplay()

  /// The one reader that Readline's callbacks, which capture nothing, speak to. Only the thread that reads touches it.
  nonisolated(unsafe) static var current: LineReader?
  nonisolated(unsafe) private static var isPrepared = false

  /// - Parameter redraws: whether the line may be drawn anew where it changes; else it is shown as `AppendingDisplay` does, without
  ///   an escape byte.
  /// - Precondition: no other reader is in use, nor was one that shows lines the other way.
  package init(signals: SignalQueue, redraws: Bool = true, completer: @escaping Completer = { _, _ in [] }) {
    precondition(LineReader.current == nil, "GNU Readline serves one reader at a time")
    self.signals = signals
    self.completer = completer
    appends = !redraws
    LineReader.current = self
    LineReader.prepare(redraws: redraws)
  }

  /// Lets go of the library; another reader may be made.
  package func close() {
    LineReader.current = nil
  }

  /// Shows `prompt` and reads one line. `^C` clears the line and stays; `^Z` suspends the program.
  ///
  /// - Parameters:
  ///   - prompt: plain text of one line.
  ///   - idleSeconds: after so long without a key, `idle`; `nil` waits for ever.
  package func readLine(prompt: String, idleSeconds: Int? = nil) -> LineEvent {
    received = nil
    milliseconds = idleSeconds.map { Int32(clamping: $0 * 1000) } ?? -1
    hasTimedOut = false
    unreadPasteEnd = nil
    rl_reset_screen_size()
    install(prompt)
    defer { rl_callback_handler_remove() }
    if let key = typedAhead {
      typedAhead = nil
      rl_stuff_char(Int32(key))
      rl_callback_read_char()
      if let received { return finish(received) }
    }
    while true {
      // A signal is served before the keys typed after it.
      switch signals.hasPostponed ? .signal : waitForInput() {
      case .timeout: return idle()
      case .failure: return .endOfInput
      case .signal:
        if let event = handleSignal(prompt: prompt) { return event }
      case .key:
        rl_callback_read_char()
        while signals.hasPostponed {
          if let event = handleSignal(prompt: prompt) { return event }
        }
        if hasTimedOut { return idle() }
        if let received { return finish(received) }
      }
    }
  }

  /// Puts a key, pressed when no line was being read, at the beginning of the next.
  package func typeAhead(_ key: UInt8) {
    typedAhead = key
  }

  /// Adds a line to what Up and Ctrl-R find; an empty one, or the same as the last, is not added.
  package func remember(_ line: String) {
    if line.isEmpty || verbatim_readline_is_last_remembered(line) != 0 { return }
    add_history(line)
  }

  // MARK: - Events

  private func finish(_ line: String?) -> LineEvent {
    guard let line else {
      if verbatim_readline_ended_line() == 0 { verbatim_readline_newline() }
      return .endOfInput
    }
    if appends { verbatim_readline_newline() }
    return .line(line)
  }

  private func idle() -> LineEvent {
    verbatim_readline_abandon()
    verbatim_readline_newline()
    return .idle
  }

  /// What a waiting signal comes to; `nil` where reading goes on.
  private func handleSignal(prompt: String) -> LineEvent? {
    unreadPasteEnd = nil
    switch signals.next() {
    case SIGINT:
      verbatim_readline_abandon()
      rl_callback_handler_remove()
      verbatim_readline_newline()
      install(prompt)
      return nil
    case SIGTSTP:
      rl_deprep_terminal()
      signals.suspend()
      display.beginRow()
      verbatim_readline_redraw()
      return nil
    case SIGWINCH:
      rl_resize_terminal()
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

  private func install(_ prompt: String) {
    display.beginRow()
    rl_callback_handler_install(prompt) { line in
      let text = line.map { String(cString: $0) }
      free(line)
      LineReader.current?.receive(text)
    }
  }

  private func receive(_ line: String?) {
    rl_callback_handler_remove()
    received = .some(line.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) })
  }

  // MARK: - Completion

  /// How many candidates Tab lists: more scroll the question away.
  private static let listedCandidates = 40

  /// Candidates as Readline wants them: the longest common beginning first, then each, `malloc`ed.
  static func candidates(
    _ completer: Completer, wordStart: Int
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let buffer = verbatim_readline_line() else { return nil }
    let found = completer(String(cString: buffer), wordStart)
    guard let first = found.first else { return nil }
    let common = found.dropFirst().reduce(Substring(first)) { $0[..<$0.commonPrefix(with: $1).endIndex] }
    let listed = found.count == 1 ? [] : found.prefix(listedCandidates)
    let entries = [String(common)] + listed
    let array = calloc(entries.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)?
      .bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (index, entry) in entries.enumerated() { array?[index] = strdup(entry) }
    return array
  }

  // MARK: - The library

  /// The order matters: environment, variables, `rl_initialize`, keys.
  private static func prepare(redraws: Bool) {
    guard !isPrepared else { return }
    isPrepared = true
    // Readline reads the locale from the environment: under LC_ALL=C it would edit bytes, not characters.
    unsetenv("LC_ALL")
    setenv("LC_CTYPE", "C.UTF-8", 1)
    setenv("INPUTRC", "/dev/null", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
    verbatim_readline_prepare(
      redraws ? 1 : 0,
      { _ in LineReader.current?.readKey() ?? EOF },
      { _, start, _ in
        verbatim_readline_only_ours()
        return LineReader.current.flatMap { LineReader.candidates($0.completer, wordStart: Int(start)) }
      })
    if !redraws { appendInsteadOfDrawing() }
  }

  // MARK: - Keys

  private enum Input {
    case key, signal, timeout, failure
  }

  /// Waits for a key or a new signal.
  private func waitForInput() -> Input {
    while true {
      var entries = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, 2, milliseconds)
      if count == 0 { return .timeout }
      if count < 0, errno != EINTR { return .failure }
      if count > 0 { return entries[1].revents != 0 ? .signal : .key }
    }
  }

  /// What ends a bracketed paste.
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// What is left of it while a paste is being ended; `nil` while none is.
  private var unreadPasteEnd: ArraySlice<UInt8>?

  /// One byte of input, or `EOF`. Signals wait: whoever called Readline serves them.
  ///
  /// Within a bracketed paste Readline asks for byte after byte, and `ESC [ 2 0 0 ~` can be typed by hand: a wait without
  /// an end. An interrupt or a time-out ends it as the terminal would have, and the loop then serves it. (`EOF` will not
  /// do: Readline 8.2 then inserts what lies behind its buffer.)
  private func readKey() -> Int32 {
    while true {
      if let left = unreadPasteEnd { return next(of: left) }
      switch waitForInput() {
      case .failure: return EOF
      case .timeout:
        hasTimedOut = true
        unreadPasteEnd = Self.pasteEnd[...]
      case .signal:
        if signals.postponeAll() { unreadPasteEnd = Self.pasteEnd[...] }
      case .key:
        switch TypedBytes.read(atMost: 1) {
        case .bytes(let bytes):
          return Int32(appends && isPastedLineEnd(bytes[0]) ? UInt8(ascii: " ") : bytes[0])
        case .nothing: continue
        case .gone: return EOF
        }
      }
    }
  }

  private func isPastedLineEnd(_ byte: UInt8) -> Bool {
    guard byte == 0x0D || byte == 0x0A else { return false }
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  private func next(of left: ArraySlice<UInt8>) -> Int32 {
    unreadPasteEnd = left.dropFirst()
    return left.first.map(Int32.init) ?? EOF
  }
}

extension StringProtocol {
  /// The longest beginning that both have, in whole characters.
  fileprivate func commonPrefix(with other: some StringProtocol) -> SubSequence {
    let length = zip(self, other).prefix { $0 == $1 }.count
    return prefix(length)
  }
}
