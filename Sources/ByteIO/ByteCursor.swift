// Reading back what ByteWriter wrote. Nothing here trusts the bytes: every read is checked against the end.

/// What a checked read finds wrong: more was asked for than is there, or a value that the format does not allow.
package struct MalformedBytes: Error, Hashable {
  /// The offset; its complement where that counts from the beginning of the file. One word, since every checked read may return it:
  /// with two, reading variable-byte integers took a tenth more instructions.
  @usableFromInline let place: Int

  /// Where in the span that was read; where `isInFile`, in the file.
  package var offset: Int { isInFile ? ~place : place }
  /// The offset counts from the beginning of the file that the span is a part of.
  package var isInFile: Bool { place < 0 }

  /// - Precondition: `offset >= 0`.
  @inlinable
  package init(offset: Int) {
    place = offset
  }

  /// At a place that may lie in another part of the file than the one that is read.
  package init(fileOffset: Int) {
    place = ~fileOffset
  }
}

/// A place in bytes that are handed in at each read: the cursor itself holds no memory, so it can be stored.
package struct ByteCursor: Sendable {
  @usableFromInline package internal(set) var offset: Int
  package let end: Int

  /// - Precondition: `0 <= offset <= end`.
  @inlinable
  package init(offset: Int, end: Int) {
    precondition(0 <= offset && offset <= end, "a cursor begins before its end")
    self.offset = offset
    self.end = end
  }

  package init(_ bytes: RawSpan) {
    self.init(offset: 0, end: bytes.byteCount)
  }

  package var isAtEnd: Bool { offset == end }

  @inlinable
  package mutating func skip(_ byteCount: Int) throws(MalformedBytes) {
    guard byteCount >= 0, byteCount <= end - offset else { throw MalformedBytes(offset: offset) }
    offset += byteCount
  }

  @inlinable
  package mutating func readByte(_ bytes: RawSpan) throws(MalformedBytes) -> UInt8 {
    guard offset < end, offset < bytes.byteCount else { throw MalformedBytes(offset: offset) }
    let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    offset += 1
    return byte
  }

  /// Four bytes as a little-endian integer.
  @inlinable
  package mutating func readUInt32(_ bytes: RawSpan) throws(MalformedBytes) -> UInt32 {
    guard end <= bytes.byteCount, end - offset >= 4 else { throw MalformedBytes(offset: offset) }
    let value = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    offset += 4
    return UInt32(littleEndian: value)
  }

  /// Eight bytes as a little-endian integer.
  @inlinable
  package mutating func readUInt64(_ bytes: RawSpan) throws(MalformedBytes) -> UInt64 {
    guard end <= bytes.byteCount, end - offset >= 8 else { throw MalformedBytes(offset: offset) }
    let value = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    offset += 8
    return UInt64(littleEndian: value)
  }

  /// A variable-byte integer that fits `Int`.
  @inlinable
  package mutating func readVariable(_ bytes: RawSpan) throws(MalformedBytes) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    let start = offset
    while true {
      let byte = try readByte(bytes)
      if shift == 56, byte > 0x7f { throw MalformedBytes(offset: start) }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
      shift += 7
    }
  }

  /// Passes over a variable-byte integer, however large.
  @inlinable
  package mutating func skipVariable(_ bytes: RawSpan) throws(MalformedBytes) {
    while try readByte(bytes) > 0x7f {}
  }

  /// A variable-byte integer that fits `UInt32`.
  @inlinable
  package mutating func readVariable32(_ bytes: RawSpan) throws(MalformedBytes) -> UInt32 {
    let start = offset
    guard let value = UInt32(exactly: try readVariable(bytes)) else { throw MalformedBytes(offset: start) }
    return value
  }

  /// The next `byteCount` bytes, copied.
  package mutating func readBytes(_ bytes: RawSpan, count byteCount: Int) throws(MalformedBytes) -> [UInt8] {
    guard end <= bytes.byteCount, byteCount >= 0, byteCount <= end - offset else {
      throw MalformedBytes(offset: offset)
    }
    let copy = unsafe bytes.extracting(offset..<(offset + byteCount)).withUnsafeBytes { unsafe Array($0) }
    offset += byteCount
    return copy
  }

  /// Bytes behind their count.
  package mutating func readPrefixed(_ bytes: RawSpan) throws(MalformedBytes) -> [UInt8] {
    let byteCount = try readVariable(bytes)
    return try readBytes(bytes, count: byteCount)
  }

  /// A string behind its count; invalid UTF-8 is malformed.
  package mutating func readString(_ bytes: RawSpan) throws(MalformedBytes) -> String {
    let start = offset
    let byteCount = try readVariable(bytes)
    guard end <= bytes.byteCount, byteCount >= 0, byteCount <= end - offset else { throw MalformedBytes(offset: start) }
    let part = Span<UInt8>(_bytes: bytes.extracting(offset..<(offset + byteCount)))
    offset += byteCount
    // What is thrown says where, not why.
    guard let text = try? UTF8Span(validating: part) else { throw MalformedBytes(offset: start) }
    return String(copying: text)
  }

  package mutating func readOptional(_ bytes: RawSpan) throws(MalformedBytes) -> String? {
    let start = offset
    switch try readByte(bytes) {
    case 0: return nil
    case 1: return try readString(bytes)
    default: throw MalformedBytes(offset: start)
    }
  }
}
