// Variable-byte integers into memory of the caller's, for the loop that runs once for every posting.

/// Writes variable-byte integers one after another into memory that has room for them.
@safe struct VariableByteEncoder {
  private let base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(_ base: UnsafeMutablePointer<UInt8>) {
    unsafe self.base = base
  }

  @inline(__always)
  mutating func append<Integer: UnsignedInteger & FixedWidthInteger>(_ value: Integer) {
    var rest = value
    while rest >= 0x80 {
      unsafe base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count &+= 1
      rest >>= 7
    }
    unsafe base[count] = UInt8(truncatingIfNeeded: rest)
    count &+= 1
  }
}
