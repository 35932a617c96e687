// One writer at a time: an advisory lock on a file that stays. Readers never take it.

import Glibc

/// Holds `flock` on a lock file, from `init` to `deinit`. The kernel drops it when the process ends, however it ends.
package final class FileLock {
  private let descriptor: Int32

  /// - Throws: `FileError` with `EWOULDBLOCK` from `flock` where another process holds the lock.
  package init(path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, call: "open", errno: errno) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let failure = FileError(path: path, call: "flock", errno: errno)
      _ = close(descriptor)
      throw failure
    }
  }

  deinit {
    // Closing alone leaves the lock to a child process that was forked meanwhile, until it runs its own program.
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}
