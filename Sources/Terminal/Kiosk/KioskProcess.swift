// The process of one visit: it can leave nothing behind, and its successor begins with an empty memory.

import CReadline
import Glibc

/// What the kiosk does with its own process.
package enum KioskProcess {
  /// What of the environment the kiosk keeps. Nothing else in it can name a file or a program to anything.
  private static let keptVariables = ["TERM", "NO_COLOR", "ACCESSIBLE", "TZ", "VERBATIM_INDEX", restartedVariable]
  private static let restartedVariable = "VERBATIM_KIOSK_VISIT"

  /// Takes away what could keep something of a visit, or lead out of the program: core files, other processes' sight of this
  /// one's memory, stopping and quitting from the keyboard, the rest of the environment. Before any thread is started.
  package static func lockDown() {
    verbatim_forbid_inspection()
    // Ignored, these stay so in whatever takes this program's place.
    for signal in [SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] { Glibc.signal(signal, SIG_IGN) }
    let kept = keptVariables.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }

  /// The signals that a visit is told of. They stay blocked when the program takes its own place: one that comes meanwhile waits.
  package static let signals: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGWINCH]

  /// Whether this program took its own place: it has been at work before.
  package static var isRestarted: Bool {
    getenv(restartedVariable) != nil
  }

  /// Has the same program, with the same arguments, take this process's place: all memory of it is gone. What was typed and not
  /// yet read is thrown away.
  ///
  /// - Returns: only where that failed: the `errno`.
  package static func restart() -> Int32 {
    tcflush(STDIN_FILENO, TCIFLUSH)
    setenv(restartedVariable, "again", 1)
    var arguments = CommandLine.arguments.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    execv("/proc/self/exe", arguments)
    return errno
  }

  /// What ended a wait.
  package enum Waited: Hashable, Sendable {
    /// The time has passed.
    case time
    /// The window has another size.
    case resized
    /// A signal to end the program, or the terminal is gone.
    case ended(signal: Int32)
  }

  /// Waits for `milliseconds`, or for a signal. What is typed meanwhile is thrown away, and `^C` is nothing.
  package static func wait(for signals: SignalQueue, milliseconds: Int32) -> Waited {
    let end = IdleClock.now + Int(milliseconds)
    while true {
      let rest = end - IdleClock.now
      if rest <= 0 { return .time }
      var entries = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&entries, 2, Int32(clamping: rest)) > 0 else { continue }
      if entries[1].revents != 0, let signal = signals.next(), signal != SIGINT {
        return signal == SIGWINCH ? .resized : .ended(signal: signal)
      }
      if entries[0].revents != 0, TypedBytes.read(atMost: 256) == .gone { return .ended(signal: SIGHUP) }
    }
  }
}
