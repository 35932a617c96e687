// Growing bytes: little-endian integers, variable-byte integers, and length-prefixed strings.

/// Appends values to an array of bytes in the file format's forms.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package var count: Int { bytes.count }

  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Little-endian: four bytes.
  package mutating func appendFixed(_ value: UInt32) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Little-endian: eight bytes.
  package mutating func appendFixed(_ value: UInt64) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Seven bits a byte, lowest first, the high bit set on all bytes but the last (LEB128); one to ten bytes.
  package mutating func appendVariable(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func appendVariable(_ value: Int) {
    appendVariable(UInt64(value))
  }

  package mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  // Arrays and spans get methods of their own: what is generic runs unspecialised from other targets.
  package mutating func append(contentsOf more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  package mutating func append(contentsOf more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more)
  }

  package mutating func append(contentsOf more: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: more)
  }

  package mutating func append(contentsOf more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// The number of bytes as a variable-byte integer, then the bytes.
  package mutating func appendPrefixed(_ more: [UInt8]) {
    appendVariable(more.count)
    bytes.append(contentsOf: more)
  }

  package mutating func appendPrefixed(_ more: ArraySlice<UInt8>) {
    appendVariable(more.count)
    bytes.append(contentsOf: more)
  }

  package mutating func appendPrefixed(_ text: String) {
    appendVariable(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// 0 for `nil`; else 1 and the string.
  package mutating func appendOptional(_ text: String?) {
    append(text == nil ? 0 : 1)
    if let text { appendPrefixed(text) }
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Zero bytes up to the next multiple of `alignment`.
  package mutating func pad(to alignment: Int) {
    let missing = (alignment - bytes.count % alignment) % alignment
    bytes.append(contentsOf: repeatElement(0, count: missing))
  }
}
