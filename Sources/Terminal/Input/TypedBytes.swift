// What has been typed at the terminal, read without ever waiting for it.

import Glibc

/// What a look at the terminal behind standard input finds.
enum TypedBytes: Equatable {
  case bytes([UInt8])
  /// Nothing is there, though there may have been: `^C` throws away what was typed and not yet read.
  case nothing
  /// The terminal is gone.
  case gone

  /// Takes at most `limit` bytes.
  ///
  /// `poll` saying that there is something does not make a plain `read` safe: a `^C` between the two leaves nothing to read, and the
  /// wait for the next key would serve neither that signal nor any time-out. So the descriptor does not block meanwhile; other
  /// programs that share it, as the shell does, find it as it was.
  static func read(atMost limit: Int) -> TypedBytes {
    let flags = fcntl(STDIN_FILENO, F_GETFL)
    guard flags >= 0 else { return .gone }
    if flags & O_NONBLOCK == 0 { _ = fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK) }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(STDIN_FILENO, &buffer, limit)
    let code = errno
    if flags & O_NONBLOCK == 0 { _ = fcntl(STDIN_FILENO, F_SETFL, flags) }
    if count > 0 { return .bytes(Array(buffer[..<count])) }
    return count < 0 && (code == EAGAIN || code == EINTR) ? .nothing : .gone
  }
}
