// The lines of an open file, one at a time: a file of any size in the memory of its longest line.

/// Reads lines that end in LF or CR LF; a last line needs no end.
struct LineReader: ~Copyable {
  private let file: FileDescriptor
  private let byteLimit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line last read, from 1; 0 before the first.
  private(set) var line = 0

  /// - Parameter byteLimit: the longest line that is read, without its end.
  init(_ file: consuming FileDescriptor, byteLimit: Int) {
    self.file = file
    self.byteLimit = byteLimit
  }

  /// The next line without its end; `nil` after the last.
  ///
  /// - Throws: `tooLarge` for a line over the limit, after which nothing more can be read.
  mutating func next() throws(FileProblem) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = Self.lineFeed(in: buffer, from: searched) {
        return take(to: end, next: end + 1)
      }
      searched = buffer.count
      if isAtEnd { return start < buffer.count ? take(to: buffer.count, next: buffer.count) : nil }
      guard buffer.count - start <= byteLimit else {
        line += 1
        throw .tooLarge(byteLimit: byteLimit)
      }
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
      isAtEnd = try file.read(upTo: 1 << 18, into: &buffer) == 0
    }
  }

  private mutating func take(to end: Int, next: Int) -> ArraySlice<UInt8> {
    let hasReturn = end > start && buffer[end - 1] == 0x0D
    let slice = buffer[start..<(hasReturn ? end - 1 : end)]
    start = next
    line += 1
    return slice
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var index = start
    while index < span.count {
      if span[index] == 0x0A { return index }
      index += 1
    }
    return nil
  }
}
