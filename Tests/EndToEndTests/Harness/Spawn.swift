// posix_spawn with its file actions: which descriptors a program is born with. It neither feeds nor waits.

import Glibc

/// A program about to be started.
struct Spawn: ~Copyable {
  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  /// Closed in this process once the program has started.
  private var childEnds: [Int32] = []

  init(directory: String) throws {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // What this process ignores, its children would ignore too.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    try check(GNU.addChangeOfFolder(&actions, directory), "chdir")
  }

  deinit {
    var actions = actions
    var attributes = attributes
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  /// - Returns: where the program's input is to be written; `nil` where it has none.
  mutating func connect(_ input: ChildProcess.Input) throws -> Int32? {
    guard case .bytes(let bytes) = input, !bytes.isEmpty else {
      if case .closed = input { posix_spawn_file_actions_addclose(&actions, 0) } else { open("/dev/null", as: 0) }
      return nil
    }
    let (reading, writing) = try Self.pipe()
    hand(over: reading, as: 0)
    return writing
  }

  /// - Returns: where the program's output is to be read; `nil` where it is not gathered.
  mutating func connect(_ output: ChildProcess.Output) throws -> Int32? {
    switch output {
    case .closed: posix_spawn_file_actions_addclose(&actions, 1)
    case .file(let path): open(path, as: 1)
    case .gathered:
      let (reading, writing) = try Self.pipe()
      hand(over: writing, as: 1)
      return reading
    }
    return nil
  }

  /// - Returns: where the program's complaints are to be read.
  mutating func connectErrors() throws -> Int32 {
    let (reading, writing) = try Self.pipe()
    hand(over: writing, as: 2)
    return reading
  }

  /// Makes the program the leader of a session of its own, with the terminal at `path` as descriptors 0, 1 and 2. Being
  /// the first terminal that the session opens, it becomes its controlling terminal.
  mutating func connectTerminal(_ path: String) {
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | GNU.newSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    open(path, as: 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
  }

  /// - Returns: the process.
  mutating func start(_ program: String, _ arguments: [String], environment: [String: String]) throws -> pid_t {
    let list = ([program] + arguments).map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in list + settings { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, list + [nil], settings + [nil])
    for descriptor in childEnds { close(descriptor) }
    childEnds = []
    try check(code, "posix_spawn \(program)")
    return process
  }

  private mutating func open(_ path: String, as descriptor: Int32) {
    posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
  }

  private mutating func hand(over end: Int32, as descriptor: Int32) {
    posix_spawn_file_actions_adddup2(&actions, end, descriptor)
    childEnds.append(end)
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard GNU.pipe(&ends, O_CLOEXEC) == 0 else { throw ChildProcessError.system(call: "pipe2", errno: errno) }
    return (ends[0], ends[1])
  }

  private func check(_ code: Int32, _ call: String) throws {
    guard code == 0 else { throw ChildProcessError.system(call: call, errno: code) }
  }
}

/// What glibc declares only with `_GNU_SOURCE`, which Swift does not set.
private enum GNU {
  /// `POSIX_SPAWN_SETSID` of <spawn.h>.
  static let newSession: Int32 = 0x80

  typealias AddChangeOfFolder =
    @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
  typealias Pipe = @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32

  static let addChangeOfFolder = unsafeBitCast(
    dlsym(nil, "posix_spawn_file_actions_addchdir_np"), to: AddChangeOfFolder.self)
  static let pipe = unsafeBitCast(dlsym(nil, "pipe2"), to: Pipe.self)
}
