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
    let old = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: byteCount))
    while true {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(number, buffer.baseAddress.map { unsafe $0 + old }, byteCount)
      }
      if got < 0 && errno == EINTR { continue }
      let problem = errno
      bytes.removeLast(byteCount - max(0, got))
      if got < 0 { throw .failed(errno: problem) }
      return got
    }
  }

  /// The whole file from the present offset; `tooLarge` where it holds more than `byteLimit` bytes.
  func readAll(expecting byteCount: Int, byteLimit: Int) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(byteCount, byteLimit) + 1)
    while bytes.count <= byteLimit {
      let missing = max(1, min(byteCount, byteLimit) + 1 - bytes.count)
      if try read(upTo: min(missing, 1 << 20), into: &bytes) == 0 { return bytes }
    }
    throw .tooLarge(byteLimit: byteLimit)
  }
}
