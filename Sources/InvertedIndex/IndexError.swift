// What can be wrong with an index, as facts; the words for people stand in Commands.

import ByteIO
import Glibc

/// Why an index cannot be read or written.
package enum IndexError: Error, Hashable {
  /// No index file at `path`.
  case missing(path: String)
  /// The file is no index of ours.
  case notAnIndex(path: String)
  /// Written by another version of the format or the analyzer.
  case otherVersion(path: String, found: UInt32, expected: UInt32)
  /// A section's bytes are not what was written.
  case damaged(path: String, section: String, offset: Int)
  /// A system call failed.
  case system(path: String, call: String, errno: Int32)
  /// Another process is writing this index.
  case locked(path: String)
  /// More than the format can count: over 2^32 − 1 passages, or over 2^32 − 1 bytes of one thing.
  case tooLarge(what: String)
}

extension IndexError {
  /// A failed system call; a lock that is held gets its own case.
  init(_ error: FileError) {
    if error.call == "flock", error.errno == EWOULDBLOCK {
      self = .locked(path: error.path)
    } else {
      self = .system(path: error.path, call: error.call, errno: error.errno)
    }
  }
}
