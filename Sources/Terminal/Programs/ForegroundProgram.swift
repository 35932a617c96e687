// Another program on the same terminal, such as an editor, waited for. It knows nothing of what the program is for.

import CReadline
import Glibc

/// Runs programs as a shell runs them in the foreground.
package enum ForegroundProgram {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
    /// It could not be started.
    case failed(errno: Int32)
  }

  /// Starts `command`, a program's name and its arguments, with the usual effect of every signal, and waits for its end. No shell
  /// reads the arguments. While the program is stopped by `^Z`, so is this one.
  ///
  /// - Parameter environment: what the program finds in its environment, as `environment` gives it.
  /// - Precondition: `command` is not empty, and the terminal is in its ordinary mode.
  package static func run(_ command: [String], environment: [String], signals: SignalQueue) -> Ending {
    precondition(!command.isEmpty, "a command begins with the program's name")
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // What this process ignores, its children would ignore too.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let list = command.map { strdup($0) }
    let settings = environment.map { strdup($0) }
    defer { for text in list + settings { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, command[0], nil, &attributes, list + [nil], settings + [nil])
    guard code == 0 else { return .failed(errno: code) }
    return wait(for: process, signals: signals)
  }

  /// This process' own environment now, each variable as `NAME=value`.
  package static var environment: [String] {
    var result: [String] = []
    guard var entry = verbatim_environment() else { return result }
    while let text = entry.pointee {
      result.append(String(cString: text))
      entry += 1
    }
    return result
  }

  private static func wait(for process: pid_t, signals: SignalQueue) -> Ending {
    var status: Int32 = 0
    while true {
      if waitpid(process, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return .failed(errno: errno)
      }
      if status & 0xFF == 0x7F {
        // The ^Z reached us as well, and would stop us twice.
        signals.dropKeyboardSignals()
        signals.suspend()
        kill(process, SIGCONT)
        continue
      }
      // What was typed at the program, such as its ^C, reached us as well.
      signals.dropKeyboardSignals()
      return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
  }
}
