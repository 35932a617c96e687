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
  private var received: String??

  /// The one reader that Readline's callbacks, which capture nothing, speak to. Only the thread that reads touches it.
  nonisolated(unsafe) private static var current: LineReader?
  nonisolated(unsafe) private static var isPrepared = false

  /// - Precondition: no other reader is in use.
  package init(signals: SignalQueue, completer: @escaping Completer = { _, _ in [] }) {
    precondition(LineReader.current == nil, "GNU Readline serves one reader at a time")
    self.signals = signals
    self.completer = completer
    LineReader.current = self
    LineReader.prepare()
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
    rl_reset_screen_size()
    install(prompt)
    defer { rl_callback_handler_remove() }
    while true {
      var entries = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, 2, idleSeconds.map { Int32($0) * 1000 } ?? -1)
      if count == 0 { return idle() }
      if count < 0 {
        if errno == EINTR { continue }
        return .endOfInput
      }
      if entries[1].revents != 0, let event = handleSignal(prompt: prompt) { return event }
      if entries[0].revents != 0 {
        rl_callback_read_char()
        if let received { return finish(received) }
      }
    }
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
    return .line(line)
  }

  private func idle() -> LineEvent {
    verbatim_readline_abandon()
    verbatim_readline_newline()
    return .idle
  }

  /// What a waiting signal comes to; `nil` where reading goes on.
  private func handleSignal(prompt: String) -> LineEvent? {
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
  private func candidates(wordStart: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let buffer = verbatim_readline_line() else { return nil }
    let found = completer(String(cString: buffer), wordStart)
    guard let first = found.first else { return nil }
    let common = found.dropFirst().reduce(Substring(first)) { $0[..<$0.commonPrefix(with: $1).endIndex] }
    let listed = found.count == 1 ? [] : found.prefix(Self.listedCandidates)
    let entries = [String(common)] + listed
    let array = calloc(entries.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)?
      .bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (index, entry) in entries.enumerated() { array?[index] = strdup(entry) }
    return array
  }

  // MARK: - The library

  /// The order matters: environment, variables, `rl_initialize`, keys.
  private static func prepare() {
    guard !isPrepared else { return }
    isPrepared = true
    // Readline reads the locale from the environment: under LC_ALL=C it would edit bytes, not characters.
    unsetenv("LC_ALL")
    setenv("LC_CTYPE", "C.UTF-8", 1)
    setenv("INPUTRC", "/dev/null", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
    verbatim_readline_prepare(
      { _ in LineReader.readKey() },
      { _, start, _ in
        verbatim_readline_only_ours()
        return LineReader.current?.candidates(wordStart: Int(start))
      })
  }

  /// One byte of input, or `EOF`. Readline asks for several in a row (a paste, a key's sequence): a signal must be able to
  /// end such a wait, and does so as `EOF`; the signal itself is left for the loop to find.
  private static func readKey() -> Int32 {
    var byte: UInt8 = 0
    while true {
      var entries = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: current?.signals.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&entries, 2, -1) < 0, errno != EINTR { return EOF }
      if entries[0].revents != 0 {
        let count = read(STDIN_FILENO, &byte, 1)
        if count == 1 { return Int32(byte) }
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        return EOF
      }
      if entries[1].revents != 0 { return EOF }
    }
  }
}

extension StringProtocol {
  /// The longest beginning that both have, in whole characters.
  fileprivate func commonPrefix(with other: some StringProtocol) -> SubSequence {
    let length = zip(self, other).prefix { $0 == $1 }.count
    return prefix(length)
  }
}
