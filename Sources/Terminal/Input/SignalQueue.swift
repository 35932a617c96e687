// Signals as something that is read, like a line. Nothing of ours ever runs inside a signal handler.

import CReadline
import Glibc

/// Blocks signals and hands them out when asked.
///
/// Made before any thread is started, so that every thread has them blocked. `close()` gives things back as they were.
package final class SignalQueue {
  /// Readable (as `poll` sees it) while a signal waits.
  package let descriptor: Int32

  /// Taken from the kernel where they could not be served yet, oldest first.
  private var postponed: [Int32] = []
  private var previous = sigset_t()

  /// Interrupt, quit, terminate, hang-up, stop from the keyboard, and change of the window's size.
  package static let conversational: [Int32] = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH]

  /// `nil` where the kernel gives no signal descriptor.
  package init?(_ signals: [Int32] = SignalQueue.conversational) {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in signals { sigaddset(&mask, signal) }
    guard pthread_sigmask(SIG_BLOCK, &mask, &previous) == 0 else { return nil }
    descriptor = signalfd(-1, &mask, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    if descriptor < 0 {
      pthread_sigmask(SIG_SETMASK, &previous, nil)
      return nil
    }
  }

  /// The signal that has waited longest; `nil` where none waits.
  package func next() -> Int32? {
    postponed.isEmpty ? read() : postponed.removeFirst()
  }

  /// Whether signals wait that `poll` does not see, having been postponed.
  package var hasPostponed: Bool {
    !postponed.isEmpty
  }

  /// Takes the signals that wait, for `next()` to hand out later. True where one of them asks for the end of whatever is
  /// going on: all but a stop and a change of size.
  package func postponeAll() -> Bool {
    while let signal = read() { postponed.append(signal) }
    return postponed.contains { $0 != SIGTSTP && $0 != SIGWINCH }
  }

  private func read() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard Glibc.read(descriptor, &information, size) == size else { return nil }
    return Int32(information.ssi_signo)
  }

  /// Forgets the interrupts, quits and stops that wait: they were typed at another program. Others go on waiting.
  package func dropKeyboardSignals() {
    while let signal = read() { postponed.append(signal) }
    postponed.removeAll { [SIGINT, SIGQUIT, SIGTSTP].contains($0) }
  }

  /// Stops this process as `^Z` does, and returns when it is continued.
  package func suspend() {
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    kill(getpid(), SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &stop, nil)
  }

  /// Unblocks the signals. One that still waits takes its usual effect now.
  package func close() {
    _ = Glibc.close(descriptor)
    pthread_sigmask(SIG_SETMASK, &previous, nil)
  }
}
