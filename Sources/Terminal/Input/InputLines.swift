// Lines from a pipe or a file: what scripts ask with. At a terminal, `LineReader` is the better way in.

import Glibc

/// Why input could not be read.
package enum InputError: Error, Hashable {
  case system(call: String, errno: Int32)
}

/// One line of input.
package struct InputLine: Hashable, Sendable {
  /// From 1.
  package let number: Int
  /// Without its end (newline, CR LF, or NUL); ill-formed UTF-8 repaired with U+FFFD. Not cleaned otherwise.
  package let text: String
  /// The line was longer than the limit; the rest was passed over.
  package let isCut: Bool
}

/// Reads a descriptor line by line, holding at most one line and one buffer.
package final class InputLines {
  private let descriptor: Int32
  private let separator: UInt8
  private let limit: Int
  private var buffer: [UInt8]
  private var unread: Range<Int> = 0..<0
  private var number = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - separator: newline, or NUL for `-0`.
  ///   - limit: the bytes kept of one line, >= 1.
  package init(descriptor: Int32, separator: UInt8 = UInt8(ascii: "\n"), limit: Int = 1 << 20) {
    precondition(limit >= 1, "a line keeps at least one byte")
    self.descriptor = descriptor
    self.separator = separator
    self.limit = limit
    buffer = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// The next line; `nil` at the end. A last line without its end is a line, an empty rest is none.
  package func next() throws(InputError) -> InputLine? {
    var line: [UInt8] = []
    var isCut = false
    while true {
      if unread.isEmpty {
        try fill()
        if isAtEnd { return line.isEmpty && !isCut ? nil : finish(line, isCut: isCut) }
      }
      let end = buffer[unread].firstIndex(of: separator) ?? unread.upperBound
      let kept = min(end, unread.lowerBound + limit - line.count)
      line.append(contentsOf: buffer[unread.lowerBound..<kept])
      isCut = isCut || kept < end
      let foundEnd = end < unread.upperBound
      unread = (foundEnd ? end + 1 : end)..<unread.upperBound
      if foundEnd { return finish(line, isCut: isCut) }
    }
  }

  private func finish(_ bytes: [UInt8], isCut: Bool) -> InputLine {
    number += 1
    let hasReturn = separator == UInt8(ascii: "\n") && !isCut && bytes.last == UInt8(ascii: "\r")
    return InputLine(
      number: number, text: String(decoding: hasReturn ? bytes.dropLast() : bytes[...], as: UTF8.self), isCut: isCut)
  }

  private func fill() throws(InputError) {
    while !isAtEnd {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        unread = 0..<count
        return
      }
      if count == 0 {
        isAtEnd = true
      } else if errno == EAGAIN {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&entry, 1, -1) < 0, errno != EINTR { throw .system(call: "poll", errno: errno) }
      } else if errno != EINTR {
        throw .system(call: "read", errno: errno)
      }
    }
  }
}
