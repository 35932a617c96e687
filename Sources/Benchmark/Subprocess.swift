// Other programs, run and timed.

import Glibc

/// How long another program took, from its start to its end.
struct Subprocess {
  /// By the clock on the wall.
  let seconds: Double
  /// On processors, its own and the system's for it.
  let processorSeconds: Double

  /// One after the other.
  static func + (left: Subprocess, right: Subprocess) -> Subprocess {
    Subprocess(
      seconds: left.seconds + right.seconds, processorSeconds: left.processorSeconds + right.processorSeconds)
  }

  /// Runs a program to its end, in a small environment that is always the same.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked up in `PATH`, and its arguments.
  ///   - statuses: the exit statuses that mean success.
  /// - Throws: Where it cannot be started, or ends with another status.
  @discardableResult
  static func run(
    _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null",
    statuses: ClosedRange<Int32> = 0...0
  ) throws -> Subprocess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let environment = ["PATH=\(path)", "LC_ALL=C.UTF-8", "SWIFT_DETERMINISTIC_HASHING=1", "SWIFT_BACKTRACE=enable=no"]
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for string in argv + envp { free(string) } }
    var process = pid_t()
    let start = Clock.nanoseconds()
    guard posix_spawnp(&process, arguments[0], &actions, nil, &argv, &envp) == 0 else {
      throw BenchmarkError(text: "cannot start \(arguments[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let seconds = Double(Clock.nanoseconds() - start) / 1e9
    guard status & 0x7f == 0, statuses.contains(status >> 8 & 0xff) else {
      throw BenchmarkError(text: "\(arguments.joined(separator: " ")) ended with status \(status >> 8 & 0xff)")
    }
    let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    return Subprocess(seconds: seconds, processorSeconds: times[0] + times[1])
  }

  /// Whether a command runs and ends well.
  static func works(_ arguments: String...) -> Bool {
    (try? run(arguments)) != nil
  }
}
