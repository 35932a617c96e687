// The lines of an open file, one at a time: a file of any size in the memory of its longest line.

import ByteIO

/// Reads lines that end in LF or CR LF; a last line needs no end.
struct LineReader: ~Copyable {
  private let file: FileDescriptor
  private let byteLimit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line last read, from 1; 0 before the first.
  private(set) var line = 0
  /// Of all bytes read so far, where they are hashed.
  private var hash: SHA256?

  /// - Parameters:
  ///   - byteLimit: the longest line that is read, without its end.
  ///   - isHashed: whether `digest` will be asked for.
  init(_ file: consuming FileDescriptor, byteLimit: Int, isHashed: Bool = false) {
    self.file = file
    self.byteLimit = byteLimit
    self.hash = isHashed ? SHA256() : nil
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
      try fill()
    }
  }

  /// SHA-256 of the whole file, the part that no line was read of too; `nil` where it cannot be read, or is not hashed.
  consuming func digest() -> [UInt8]? {
    do throws(FileProblem) {
      while !isAtEnd {
        buffer.removeAll(keepingCapacity: true)
        try fill()
      }
    } catch {
      return nil
    }
    return hash?.finish()
  }

  /// Appends the next bytes of the file to the buffer.
  private mutating func fill() throws(FileProblem) {
    let byteCount = try file.read(upTo: 1 << 18, into: &buffer)
    isAtEnd = byteCount == 0
    guard var hash else { return }
    hash.update(buffer.span.extracting(last: byteCount))
    self.hash = hash
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
