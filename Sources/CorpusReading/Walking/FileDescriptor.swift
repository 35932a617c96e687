// One open file, closed when its owner goes. It reads bytes; it does not know what they mean.

import Glibc

/// Why a file below the corpus folder cannot be read as an article.
enum FileProblem: Error, Hashable {
  /// A system call failed.
  case failed(errno: Int32)
  case notRegular
  case tooLarge(byteLimit: Int)

  /// The reason, as the ledger gives it.
  var reason: String {
    switch self {
    case .failed(let number):
      guard let text = unsafe strerror(number) else { return "unreadable: error \(number)" }
      return unsafe "unreadable: \(String(cString: text))"
    case .notRegular: return "not a regular file"
    case .tooLarge(let byteLimit): return "over \(byteLimit >> 20) MiB"
    }
  }
}

/// An owned file descriptor; `deinit` closes it.
struct FileDescriptor: ~Copyable {
  let number: Int32

  /// Takes over `number`, which must be open.
  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    _ = close(number)
  }

  /// What the kernel knows of the open file.
  func status() throws(FileProblem) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .failed(errno: errno) }
    return status
  }

  /// Appends up to `byteCount` bytes to `bytes`; 0 at the end of the file. Interruptions are not seen.
  func read(upTo byteCount: Int, into bytes: inout [UInt8]) throws(FileProblem) -> Int {
    let (got, problem) = unsafe withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 16) { buffer in
      while true {
        let got = unsafe Glibc.read(number, buffer.baseAddress, byteCount)
        if got < 0 && errno == EINTR { continue }
        if got > 0 { unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<got])) }
        return (got, errno)
      }
    }
    if got < 0 { throw .failed(errno: problem) }
    return got
  }

  /// Reads on from `offset`.
  func seek(to offset: Int) throws(FileProblem) {
    guard lseek(number, offset, SEEK_SET) == offset else { throw .failed(errno: errno) }
  }

  /// The whole file from the present offset; `tooLarge` where it holds more than `byteLimit` bytes.
  ///
  /// A file of `byteCount` bytes, as expected, takes one call.
  func readAll(expecting byteCount: Int, byteLimit: Int) throws(FileProblem) -> [UInt8] {
    var bytes = try readFirst(upTo: min(byteCount, byteLimit) + 1)
    // A call that comes back with less than it had room for has met the end, of a file that has its size.
    if bytes.count == byteCount { return bytes }
    while bytes.count <= byteLimit {
      if try read(upTo: min(byteLimit + 1 - bytes.count, 1 << 20), into: &bytes) == 0 { return bytes }
    }
    throw .tooLarge(byteLimit: byteLimit)
  }

  /// What one call gives, up to `byteCount` bytes.
  private func readFirst(upTo byteCount: Int) throws(FileProblem) -> [UInt8] {
    var problem: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      while true {
        let got = unsafe Glibc.read(number, buffer.baseAddress, byteCount)
        if got < 0 && errno == EINTR { continue }
        problem = got < 0 ? errno : 0
        count = max(0, got)
        return
      }
    }
    if problem != 0 { throw .failed(errno: problem) }
    return bytes
  }
}
