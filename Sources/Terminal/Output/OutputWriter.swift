// The one way out to a file descriptor: buffered, every write(2) checked, no failure lost.
// It does not clean what it is given: text from outside passes the `Sanitizer` first.

import Glibc

/// Why output could not be written.
package enum OutputError: Error, Hashable {
  /// The reader closed its end (`| head -1`): the program ends quietly.
  case pipeClosed
  /// Any other failure of `call`, such as a full disk.
  case system(call: String, errno: Int32)
}

/// Writes bytes to a file descriptor through one buffer.
///
/// Nothing is flushed when a writer is dropped, since nobody could be told of a failure: call `flush()` or `close()`.
package final class OutputWriter {
  /// The file descriptor written to. Not owned, unless `close()` is called.
  package let descriptor: Int32

  private var buffer: [UInt8] = []
  private let capacity: Int

  /// - Parameter capacity: how many bytes are gathered before they are written, >= 1.
  package init(descriptor: Int32, capacity: Int = 1 << 16) {
    precondition(capacity >= 1, "a buffer holds at least one byte")
    self.descriptor = descriptor
    self.capacity = capacity
    buffer.reserveCapacity(capacity)
  }

  /// Adds `text`; written out as soon as the buffer is full.
  package func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= capacity { try flush() }
  }

  /// Adds `text` and a newline.
  package func writeLine(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= capacity { try flush() }
  }

  /// Writes out everything gathered so far. After an error the buffer is empty: the bytes are not tried again.
  package func flush() throws(OutputError) {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    var written = 0
    while written < buffer.count {
      let result = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if result >= 0 {
        written += result
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: try waitUntilWritable()
      case EPIPE: throw .pipeClosed
      case let code: throw .system(call: "write", errno: code)
      }
    }
  }

  /// Flushes, and closes the descriptor: some file systems report a failed write only then.
  package func close() throws(OutputError) {
    try flush()
    if Glibc.close(descriptor) != 0, errno != EINTR { throw .system(call: "close", errno: errno) }
  }

  private func waitUntilWritable() throws(OutputError) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while poll(&entry, 1, -1) < 0 {
      if errno != EINTR { throw .system(call: "poll", errno: errno) }
    }
  }
}
