// The time, in one unit.

import Glibc

/// The system's steady clock.
enum Clock {
  /// Nanoseconds since some moment before the program began.
  static func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }

  /// The least time, in seconds, that `body` takes in `rounds` calls.
  static func leastSeconds(rounds: Int, _ body: () throws -> Void) rethrows -> Double {
    var least = Int.max
    for _ in 0..<max(1, rounds) {
      let start = nanoseconds()
      try body()
      least = min(least, nanoseconds() - start)
    }
    return Double(least) / 1e9
  }
}
