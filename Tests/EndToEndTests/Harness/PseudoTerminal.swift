// The program at a terminal: a pseudo-terminal whose other side is the test, typing and reading.

import Glibc

/// What was waited for did not appear.
struct NotSeen: Error, CustomStringConvertible {
  let expected: String
  let seconds: Int
  let seen: String
  var description: String { "\"\(expected)\" did not appear within \(seconds) seconds. What did:\n\(seen)" }
}

/// The program with a terminal of its own.
final class PseudoTerminal {
  /// Everything written to the terminal so far.
  private(set) var written: [UInt8] = []
  /// The terminal's attributes before the program was started.
  let attributesBefore: TerminalAttributes

  private let master: Int32
  let process: pid_t
  private var columns: Int
  private var output = TerminalOutput()
  /// What was written, without escape sequences and control bytes but newlines.
  private var plain: [UInt8] = []
  /// What lies before was expected already.
  private var mark = 0
  private var hasEnded = false

  /// Starts `command`, a program's path and its arguments, on a new terminal.
  init(
    _ command: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    directory: String = "/"
  ) throws {
    var terminalNumber: Int32 = 0
    var isLocked: Int32 = 0
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, Self.setLock, &isLocked) == 0, ioctl(master, Self.getNumber, &terminalNumber) == 0
    else { throw ChildProcessError.system(call: "open /dev/ptmx", errno: errno) }
    // Where neither side reads, a write would wait for the program, and the program for us.
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    self.columns = columns
    attributesBefore = TerminalAttributes(of: master)
    let terminal = ["TERM": "xterm"]
    var spawn = try Spawn(directory: directory)
    spawn.connectTerminal("/dev/pts/\(terminalNumber)")
    Self.setSize(of: master, columns: columns, rows: rows)
    process = try spawn.start(
      command[0], Array(command.dropFirst()),
      environment: ChildProcess.environment.merging(terminal) { $1 }.merging(environment) { $1 })
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  // MARK: - Typing

  /// Types `text`.
  func send(_ text: String, within seconds: Int = 20) throws {
    var bytes = Array(text.utf8)[...]
    let deadline = Deadline(seconds: seconds)
    while !bytes.isEmpty {
      // Reading on, so that a program which echoes never waits for us.
      try wait(for: Int16(POLLIN | POLLOUT), until: deadline, expecting: "room to type in")
      let count = bytes.prefix(256).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) }
    }
  }

  /// Waits for a new prompt, then types `text` and Enter.
  func type(_ line: String) throws {
    try expect("\n> ")
    try send(line + "\r")
  }

  /// Gives the window another size; the program gets SIGWINCH.
  func resize(columns: Int, rows: Int) {
    self.columns = columns
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  // MARK: - Reading

  /// Waits until `text` appears after what was expected before.
  ///
  /// - Returns: what was written since then, up to and with `text`; without escape sequences.
  @discardableResult
  func expect(_ text: String, within seconds: Int = 30) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = Deadline(seconds: seconds)
    // Nothing before it begins an occurrence.
    var from = mark
    while true {
      if let end = plain[from...].firstEnd(of: wanted) {
        defer { mark = end }
        return String(decoding: plain[mark..<end], as: UTF8.self)
      }
      from = max(from, plain.count - wanted.count + 1)
      guard !hasEnded, deadline.rest > 0 else { throw NotSeen(expected: text, seconds: seconds, seen: unexpected) }
      try wait(for: Int16(POLLIN), until: deadline, expecting: text)
    }
  }

  /// What was written after what was expected last, the end of it where it is long.
  private var unexpected: String {
    String(decoding: plain[min(mark, plain.count)...].suffix(4000), as: UTF8.self)
  }

  /// Waits until the program has ended.
  func ending(within seconds: Int = 30) throws -> Ending {
    let deadline = Deadline(seconds: seconds)
    while !hasEnded { try wait(for: Int16(POLLIN), until: deadline, expecting: "the end of the program") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Ending(waitStatus: status)
  }

  /// What stands on the screen.
  var screen: Screen { Screen(columns: columns, showing: written) }

  /// Everything written, without escape sequences.
  var transcript: String { String(decoding: plain, as: UTF8.self) }

  /// The terminal's attributes now.
  var attributes: TerminalAttributes { TerminalAttributes(of: master) }

  /// Waits for `events`, and takes in what was written.
  private func wait(for events: Int16, until deadline: Deadline, expecting text: String) throws {
    var entry = pollfd(fd: master, events: events, revents: 0)
    let count = poll(&entry, 1, deadline.rest)
    guard count != 0 else {
      throw NotSeen(expected: text, seconds: 0, seen: unexpected)
    }
    guard count > 0, entry.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { return }
    let (bytes, isAtEnd) = Exchange.read(master)
    written += bytes
    for byte in bytes {
      switch output.read(byte) {
      case .text(let byte),
        .control(let byte) where byte == 0x0A:
        plain.append(byte)
      default: break
      }
    }
    hasEnded = isAtEnd
  }

  // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift cannot import: what unlockpt and ptsname do.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private static func setSize(of descriptor: Int32, columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}

/// What a terminal does with what is typed and written: the parts a program may forget to give back.
struct TerminalAttributes: Equatable {
  let input, output, control, local: UInt32
  let characters: [UInt8]

  /// - Parameter descriptor: either side of a pseudo-terminal.
  init(of descriptor: Int32) {
    var attributes = termios()
    tcgetattr(descriptor, &attributes)
    (input, output) = (attributes.c_iflag, attributes.c_oflag)
    (control, local) = (attributes.c_cflag, attributes.c_lflag)
    characters = withUnsafeBytes(of: attributes.c_cc) { Array($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Where the first occurrence of `wanted` ends.
  fileprivate func firstEnd(of wanted: [UInt8]) -> Int? {
    guard count >= wanted.count else { return nil }
    guard let first = wanted.first else { return startIndex }
    return withUnsafeBufferPointer { bytes in
      var at = 0
      while at + wanted.count <= bytes.count {
        if bytes[at] == first, bytes[at..<at + wanted.count].elementsEqual(wanted) {
          return at + wanted.count + startIndex
        }
        at += 1
      }
      return nil
    }
  }
}
