// Starts a program with descriptors of the test's choosing, feeds it, and gathers what it says.
// It judges nothing, and never waits without a deadline.

import Glibc

/// How a process ended.
enum Ending: Equatable, CustomStringConvertible {
  case status(Int32)
  case signal(Int32)

  init(waitStatus: Int32) {
    self = waitStatus & 0x7F == 0 ? .status((waitStatus >> 8) & 0xFF) : .signal(waitStatus & 0x7F)
  }

  var description: String {
    switch self {
    case .status(let status): "status \(status)"
    case .signal(let signal): "signal \(signal)"
    }
  }
}

/// What a process wrote, and how it ended.
struct Run {
  let output: [UInt8]
  let errors: String
  let ending: Ending

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the output, without the empty rest after the last newline.
  var lines: [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Why a process could not be run to its end.
enum ChildProcessError: Error, CustomStringConvertible {
  case system(call: String, errno: Int32)
  case deadline(seconds: Int, program: String, output: String, errors: String)

  var description: String {
    switch self {
    case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
    case .deadline(let seconds, let program, let output, let errors):
      "\(program) had not ended after \(seconds) seconds.\nIt wrote: \(output)\nIt complained: \(errors)"
    }
  }
}

/// A program run with pipes.
struct ChildProcess {
  /// Standard input.
  enum Input {
    case bytes([UInt8])
    case closed

    static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
    static let nothing = Input.bytes([])
  }

  /// Standard output.
  enum Output {
    case gathered
    case file(String)
    case closed
  }

  /// Nothing of the tests' own environment reaches a program.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs `program` to its end.
  ///
  /// - Parameters:
  ///   - environment: added to the little that every program gets.
  ///   - seconds: after so long it is killed, and an error thrown.
  static func run(
    _ program: String, _ arguments: [String], input: Input = .nothing, output: Output = .gathered,
    environment: [String: String] = [:], directory: String = "/", within seconds: Int = 60
  ) throws -> Run {
    _ = ignoringClosedPipes
    var spawn = try Spawn(directory: directory)
    let toChild = try spawn.connect(input)
    let fromChild = try spawn.connect(output)
    let complaints = try spawn.connectErrors()
    let process = try spawn.start(program, arguments, environment: Self.environment.merging(environment) { $1 })
    var exchange = Exchange(toChild: toChild, fromChild: fromChild, complaints: complaints)
    if case .bytes(let bytes) = input { exchange.input = bytes }
    let isFinished = exchange.run(until: Deadline(seconds: seconds))
    if !isFinished { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let errors = String(decoding: exchange.errors, as: UTF8.self)
    guard isFinished else {
      let said = String(decoding: exchange.output.prefix(2000), as: UTF8.self)
      throw ChildProcessError.deadline(seconds: seconds, program: program, output: said, errors: errors)
    }
    return Run(output: exchange.output, errors: errors, ending: Ending(waitStatus: status))
  }

  /// A child may end before it has read everything.
  static let ignoringClosedPipes: Void = { signal(SIGPIPE, SIG_IGN) }()
}

/// A moment after which waiting is a failure.
struct Deadline {
  private let end: Int

  init(seconds: Int) {
    end = Deadline.milliseconds() + seconds * 1000
  }

  /// What is left, in milliseconds; never negative.
  var rest: Int32 { Int32(clamping: max(0, end - Deadline.milliseconds())) }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
  }
}
