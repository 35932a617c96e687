// Bytes that wait on the disk: written once, read back, gone with the process however it ends.

import Glibc

/// A file without a name, in a folder of the caller's choice, that grows at its end and is read anywhere.
///
/// Not to be used by two threads at once.
package final class SpoolFile {
  private static let bufferByteCount = 1 << 18

  private let descriptor: Int32
  private let folder: String
  private var buffer: [UInt8] = []
  /// How many bytes are in the file itself; the rest is in the buffer.
  private var writtenByteCount = 0

  /// - Throws: `FileError` where no file can be made in `folder`.
  package init(folder: String) throws(FileError) {
    self.folder = folder
    descriptor = try SpoolFile.open(in: folder)
    buffer.reserveCapacity(SpoolFile.bufferByteCount)
  }

  deinit {
    _ = close(descriptor)
  }

  /// Bytes appended so far.
  package var byteCount: Int { writtenByteCount + buffer.count }

  /// - Throws: `FileError` from `write`: a full disk, above all.
  package func append(_ bytes: RawSpan) throws(FileError) {
    if buffer.count + bytes.byteCount > SpoolFile.bufferByteCount { try flush() }
    if bytes.byteCount > SpoolFile.bufferByteCount {
      try write(bytes)
    } else {
      unsafe bytes.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
    }
  }

  package func append(_ bytes: [UInt8]) throws(FileError) {
    try unsafe append(bytes.span.bytes)
  }

  /// Replaces `target` by up to `byteCount` bytes from `offset` on; fewer only at the end.
  package func read(_ byteCount: Int, at offset: Int, into target: inout [UInt8]) throws(FileError) {
    try flush()
    let count = max(0, min(byteCount, self.byteCount - offset))
    target.removeAll(keepingCapacity: true)
    target.append(contentsOf: repeatElement(0, count: count))
    var done = 0
    while done < count {
      let got = unsafe target.withUnsafeMutableBytes { bytes in
        unsafe pread(descriptor, bytes.baseAddress.map { unsafe $0 + done }, count - done, off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      // Nobody else can cut the file short.
      guard got > 0 else { throw FileError(path: folder, call: "pread", errno: got < 0 ? errno : EIO) }
      done += got
    }
  }

  /// Hands all bytes to `body`, piece by piece.
  package func forEachPiece(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    try forEachPiece(of: 0..<byteCount, body)
  }

  /// Hands the bytes of `range`, which lies within the file, to `body`, piece by piece.
  package func forEachPiece(of range: Range<Int>, _ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    var piece: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      try read(min(SpoolFile.bufferByteCount, range.upperBound - offset), at: offset, into: &piece)
      try body(piece)
      offset += piece.count
    }
  }

  private func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    try unsafe write(pending.span.bytes)
    pending.removeAll(keepingCapacity: true)
    buffer = pending
  }

  private func write(_ bytes: RawSpan) throws(FileError) {
    var done = 0
    while done < bytes.byteCount {
      let written = unsafe bytes.extracting(done..<bytes.byteCount).withUnsafeBytes { part in
        unsafe Glibc.write(descriptor, part.baseAddress, part.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError(path: folder, call: "write", errno: written < 0 ? errno : EIO) }
      done += written
    }
    writtenByteCount += bytes.byteCount
  }

  /// A file that never has a name, where the file system can do that; else one whose name is taken away at once.
  private static func open(in folder: String) throws(FileError) -> Int32 {
    // O_TMPFILE, whose macro Swift does not see, is a bit of its own together with O_DIRECTORY (fcntl.h).
    let nameless = unsafe Glibc.open(folder, O_RDWR | O_DIRECTORY | 0o20_000_000 | O_CLOEXEC, 0o600)
    if nameless >= 0 { return nameless }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw FileError(path: folder, call: "open", errno: errno)
    }
    for number in 0..<1000 {
      let path = "\(folder)/verbatim.spool.\(getpid()).\(number)"
      let named = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if named < 0, errno == EEXIST { continue }
      guard named >= 0 else { throw FileError(path: path, call: "open", errno: errno) }
      guard unsafe unlink(path) == 0 else { throw FileError(path: path, call: "unlink", errno: errno) }
      return named
    }
    throw FileError(path: folder, call: "open", errno: EEXIST)
  }
}
