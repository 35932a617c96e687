// The corpus folder, held open: the only door to files. No name leads out of it, no symbolic link is followed.

import Documents
import Glibc

/// Opens folders and files below one folder, part by part, so that not even a link swapped in meanwhile is followed.
final class CorpusFolder: Sendable {
  /// As the user wrote it; for messages.
  let path: String
  private let root: Int32

  /// - Throws: `CorpusError.folderUnreadable`.
  init(path: String) throws(CorpusError) {
    let number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .folderUnreadable(path: path, errno: errno) }
    self.path = path
    self.root = number
  }

  deinit {
    _ = close(root)
  }

  /// Opens the folder at `parts` below the corpus folder, itself for none; two descriptors at most at once.
  func openFolder(_ parts: ArraySlice<[UInt8]>) throws(FileProblem) -> FileDescriptor {
    let first = parts.first ?? [UInt8(ascii: ".")]
    var current = try Self.open(first, in: root, flags: O_DIRECTORY)
    for part in parts.dropFirst() {
      let next = try Self.open(part, in: current.number, flags: O_DIRECTORY)
      current = next
    }
    return current
  }

  /// Opens the regular file at `path`. A FIFO does not block: it is refused.
  func openFile(_ path: CorpusPath) throws(FileProblem) -> FileDescriptor {
    let parts = path.bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
    // A path may come from an index, which may be damaged.
    guard let name = parts.last, !parts.contains([UInt8](repeating: UInt8(ascii: "."), count: 2)) else {
      throw .failed(errno: ENOENT)
    }
    let file: FileDescriptor
    if parts.count == 1 {
      file = try Self.open(name, in: root, flags: O_NONBLOCK)
    } else {
      let folder = try openFolder(parts.dropLast())
      file = try Self.open(name, in: folder.number, flags: O_NONBLOCK)
    }
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return file
  }

  private static func open(_ name: [UInt8], in folder: Int32, flags: Int32) throws(FileProblem) -> FileDescriptor {
    let terminated = name.map { CChar(bitPattern: $0) } + [0]
    while true {
      let number = unsafe openat(folder, terminated, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
      if number >= 0 { return FileDescriptor(owning: number) }
      if errno != EINTR { throw .failed(errno: errno) }
    }
  }
}
