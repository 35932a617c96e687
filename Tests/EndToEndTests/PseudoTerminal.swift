// A program at a pseudo-terminal: keys go in, what the screen gets comes out. It waits for text, never for time.

import Glibc
import Testing

/// One process whose controlling terminal we hold the other end of.
final class PseudoTerminal {
  /// How long a text may take to appear, in milliseconds.
  private static let patience: Int32 = 20_000

  let process: pid_t
  private let master: Int32
  /// Everything the program has written so far.
  private(set) var output: [UInt8] = []
  private var hasTimedOut = false
  /// Where `expect` goes on.
  private var seen = 0

  /// Starts `arguments` at a terminal of its own, as the leader of a session.
  init(_ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws {
    // Glibc's module has no posix_openpt: this is what it does on Linux.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number) = (Int32(0), Int32(0))
    try #require(master >= 0 && ioctl(master, 0x4004_5431, &isLocked) == 0)  // TIOCSPTLCK
    try #require(ioctl(master, 0x8004_5430, &number) == 0)  // TIOCGPTN
    let name = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a session leader opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
    var variables = ["TERM": "xterm", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    variables.merge(environment) { $1 }
    var process: pid_t = 0
    let status = Self.withCStrings(arguments) { argv in
      Self.withCStrings(variables.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp)
      }
    }
    try #require(status == 0, "\(arguments[0]) does not start")
    self.process = process
    resize(columns: columns, rows: rows)
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
    // Where `end()` was not reached; else this finds no child.
    waitpid(process, nil, 0)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types `keys`.
  func send(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  /// Waits until `text` appears after what was expected before; what stands between the two.
  @discardableResult
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let wanted = Array(text.utf8)
    var from = seen
    while true {
      while from + wanted.count <= output.count {
        if output[from..<from + wanted.count].elementsEqual(wanted) {
          defer { seen = from + wanted.count }
          return String(decoding: output[seen..<from], as: UTF8.self)
        }
        from += 1
      }
      let rest = String(decoding: output[seen...], as: UTF8.self).debugDescription
      try #require(readMore(), "\(text.debugDescription) does not appear in \(rest)", sourceLocation: sourceLocation)
    }
  }

  /// Waits for the program's end: its exit status, or minus the signal that killed it; and what it still wrote.
  func end() throws -> (status: Int32, rest: String) {
    while readMore() {}
    try #require(!hasTimedOut, "the program does not end: \(String(decoding: output[seen...], as: UTF8.self))")
    var status: Int32 = 0
    try #require(waitpid(process, &status, 0) == process)
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : -signal, String(decoding: output[seen...], as: UTF8.self))
  }

  /// Whether the terminal echoes and gathers lines, as it does before a program changes its mode.
  var isOrdinary: Bool {
    var mode = termios()
    tcgetattr(master, &mode)
    return mode.c_lflag & tcflag_t(ECHO) != 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Reads what there is; false at the end, or where nothing comes for too long.
  private func readMore() -> Bool {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, Self.patience) > 0 else {
      hasTimedOut = true
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(copies)
  }
}
