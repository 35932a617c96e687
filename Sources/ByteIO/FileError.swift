// A system call that failed, as facts.

/// What failed, on which path, and how.
package struct FileError: Error, Hashable {
  package let path: String
  /// The system call's name: `open`, `write`, `fsync`, …
  package let call: String
  package let errno: Int32

  package init(path: String, call: String, errno: Int32) {
    self.path = path
    self.call = call
    self.errno = errno
  }
}
