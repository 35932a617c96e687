// When somebody is taken to have gone.

import Glibc

/// How long the kiosk waits for a key, and what it says before it clears the screen.
package struct IdleClock {
  /// Seconds without a key until the screen clears.
  package let seconds: Int
  /// For the last of these seconds there is a warning: twenty of them, or half of them all where these are fewer than forty.
  package var warningSeconds: Int { min(20, seconds / 2) }
  /// The warning, by the seconds left.
  package let warning: (Int) -> String

  /// - Parameter seconds: >= 2.
  package init(seconds: Int, warning: @escaping (Int) -> String) {
    precondition(seconds >= 2, "a warning needs a second, and so does what comes before it")
    self.seconds = seconds
    self.warning = warning
  }

  /// Milliseconds since the machine was started, sleep included: nobody sits at a machine that sleeps.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
