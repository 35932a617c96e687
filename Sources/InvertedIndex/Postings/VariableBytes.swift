// Variable-byte integers in the inner loops: as ByteCursor reads them, but inlined, and with the common case first.

import ByteIO

/// Reads variable-byte integers (LEB128) that lie one after another.
@safe struct VariableBytes {
  private let base: UnsafePointer<UInt8>
  private(set) var offset: Int
  private let end: Int

  /// - Parameters:
  ///   - bytes: The section's first byte.
  ///   - range: Where the integers may lie; within the section.
  @unsafe init(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) {
    unsafe base = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// An integer that fits 32 bits.
  @inline(__always)
  mutating func next() throws(MalformedBytes) -> UInt32 {
    if offset < end {
      let byte = unsafe base[offset]
      if byte < 0x80 {
        offset &+= 1
        return UInt32(byte)
      }
    }
    return try nextLong()
  }

  @inline(never)
  private mutating func nextLong() throws(MalformedBytes) -> UInt32 {
    let start = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < end, shift <= 28 else { throw MalformedBytes(offset: start) }
      let byte = unsafe base[offset]
      offset &+= 1
      value |= UInt64(byte & 0x7f) &<< shift
      shift &+= 7
      if byte < 0x80 { break }
    }
    guard value <= UInt64(UInt32.max) else { throw MalformedBytes(offset: start) }
    return UInt32(truncatingIfNeeded: value)
  }
}
