// A file that is written beside its place and takes it only when it is whole and on the disk.

import Glibc

/// Writes a new version of `folder/name`. Until `commit` the old version stays; without it nothing changes.
package struct ReplacedFile: ~Copyable {
  package let folder: String
  package let name: String
  private let descriptor: Int32
  private let temporaryPath: String
  private var isOpen = true
  /// Bytes appended so far.
  package private(set) var byteCount = 0
  private var buffer: [UInt8] = []

  /// Creates the new file beside the old one, in `folder`, which is made, with those above it, if it is missing.
  package init(folder: String, name: String) throws(FileError) {
    try ReplacedFile.makeFolder(folder)
    let temporaryPath = "\(folder)/\(name).tmp"
    let flags = O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(temporaryPath, flags, 0o644)
    guard descriptor >= 0 else { throw FileError(path: temporaryPath, call: "open", errno: errno) }
    self.folder = folder
    self.name = name
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
    buffer.reserveCapacity(ReplacedFile.bufferSize + 4096)
  }

  deinit {
    guard isOpen else { return }
    _ = close(descriptor)
    _ = unsafe unlink(temporaryPath)
  }

  package mutating func append(_ bytes: RawSpan) throws(FileError) {
    byteCount += bytes.byteCount
    if buffer.count + bytes.byteCount > ReplacedFile.bufferSize { try flush() }
    if bytes.byteCount > ReplacedFile.bufferSize {
      try ReplacedFile.writeAll(bytes, to: descriptor, path: temporaryPath)
    } else {
      unsafe bytes.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
    }
  }

  /// Overwrites what was written at `offset`.
  package mutating func overwrite(_ bytes: RawSpan, at offset: Int) throws(FileError) {
    try flush()
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
      throw FileError(path: temporaryPath, call: "lseek", errno: errno)
    }
    try ReplacedFile.writeAll(bytes, to: descriptor, path: temporaryPath)
    guard lseek(descriptor, off_t(byteCount), SEEK_SET) >= 0 else {
      throw FileError(path: temporaryPath, call: "lseek", errno: errno)
    }
  }

  /// Brings the file to the disk, gives it its name, and brings the name to the disk.
  package consuming func commit() throws(FileError) {
    try flush()
    try ReplacedFile.synchronize(descriptor, path: temporaryPath)
    isOpen = false
    guard close(descriptor) == 0 else { throw FileError(path: temporaryPath, call: "close", errno: errno) }
    let path = "\(folder)/\(name)"
    guard unsafe rename(temporaryPath, path) == 0 else { throw FileError(path: path, call: "rename", errno: errno) }
    let folderDescriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw FileError(path: folder, call: "open", errno: errno) }
    defer { _ = close(folderDescriptor) }
    try ReplacedFile.synchronize(folderDescriptor, path: folder)
  }

  private static let bufferSize = 1 << 18

  /// Makes `folder` and those above it that are missing.
  package static func makeFolder(_ folder: String) throws(FileError) {
    if unsafe mkdir(folder, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else {
      throw FileError(path: folder, call: "mkdir", errno: errno)
    }
    try makeFolder(String(folder[..<slash]))
    guard unsafe mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw FileError(path: folder, call: "mkdir", errno: errno)
    }
  }

  private mutating func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try unsafe ReplacedFile.writeAll(buffer.span.bytes, to: descriptor, path: temporaryPath)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func writeAll(_ bytes: RawSpan, to descriptor: Int32, path: String) throws(FileError) {
    var done = 0
    while done < bytes.byteCount {
      let written = unsafe bytes.extracting(done..<bytes.byteCount).withUnsafeBytes { part in
        unsafe write(descriptor, part.baseAddress, part.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(path: path, call: "write", errno: written < 0 ? errno : EIO) }
      done += written
    }
  }

  private static func synchronize(_ descriptor: Int32, path: String) throws(FileError) {
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw FileError(path: path, call: "fsync", errno: errno) }
    }
  }
}
