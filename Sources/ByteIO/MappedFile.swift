// A file mapped read-only. For files of our own alone: nothing else is sure not to shrink while it is mapped.

import Glibc

/// A read-only mapping of a whole regular file; unmapped when the last reference goes.
///
/// Safety: the pointer is valid for `byteCount` bytes from `init` to `deinit`, and never written through. A file that is
/// cut short by another process while mapped raises SIGBUS; our writers only ever replace a file whole.
@safe package final class MappedFile: @unchecked Sendable {
  package let path: String
  package let byteCount: Int
  /// Seconds since 1970 of the file's last modification.
  package let modificationTime: Int
  private let base: UnsafeRawPointer?

  /// - Throws: `FileError` from `open`, `fstat` or `mmap`; a file that is not regular is `EINVAL`.
  package init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, call: "open", errno: errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, call: "fstat", errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, call: "open", errno: EINVAL) }
    self.path = path
    byteCount = Int(status.st_size)
    modificationTime = Int(status.st_mtim.tv_sec)
    guard byteCount > 0 else {
      unsafe base = nil
      return
    }
    let mapping = unsafe mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard unsafe mapping != MAP_FAILED, let mapping = unsafe mapping else {
      throw FileError(path: path, call: "mmap", errno: errno)
    }
    unsafe base = UnsafeRawPointer(mapping)
  }

  deinit {
    guard let base = unsafe base else { return }
    unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount)
  }

  /// All bytes of the file.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeRawBufferPointer(start: base, count: byteCount)
      return unsafe _overrideLifetime(RawSpan(_unsafeBytes: buffer), borrowing: self)
    }
  }
}
