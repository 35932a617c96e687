// What tells one file from another, or from what it was before.

import Glibc

/// A file as it is now: another file of the same name, or a later change, differs.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt
  let seconds: Int
  let nanoseconds: Int

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
