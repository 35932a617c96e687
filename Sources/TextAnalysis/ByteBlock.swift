// Eight bytes of a text at a step: what makes plain ASCII text cheap to walk.
// It classifies bytes; what they mean is the callers' business.

/// Eight neighbouring bytes as one number, the first one lowest ("SIMD within a register", Fisher and Dietz, 1998).
///
/// A mask has the highest bit of each byte that is meant, and no other bits.
struct ByteBlock {
  let bits: UInt64

  @inline(__always)
  static var byteCount: Int { 8 }
  /// The highest bit of every byte.
  @inline(__always)
  static var high: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always)
  init(bits: UInt64) {
    self.bits = bits
  }

  /// The eight bytes of `bytes` from `offset` on.
  ///
  /// - Precondition: `0 <= offset` and `offset + 8 <= bytes.byteCount`.
  @inline(__always)
  init(_ bytes: RawSpan, at offset: Int) {
    precondition(offset >= 0 && offset &+ 8 <= bytes.byteCount, "a block lies within its bytes")
    bits = unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Eight times `byte`.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  /// The mask of the bytes from `first` to `last`, both below 0x80.
  @inline(__always)
  func mask(_ first: UInt8, _ last: UInt8) -> UInt64 {
    let low = bits & ~ByteBlock.high
    let reached = low &+ ByteBlock.all(0x80 &- first)
    let passed = low &+ ByteBlock.all(0x7F &- last)
    return reached & ~passed & ~bits & ByteBlock.high
  }

  /// The mask of the bytes that are `byte`, which is below 0x80.
  @inline(__always)
  func mask(_ byte: UInt8) -> UInt64 {
    mask(byte, byte)
  }

  /// The mask of the bytes beyond ASCII.
  @inline(__always)
  var foreign: UInt64 {
    bits & ByteBlock.high
  }

  /// The mask of the ASCII letters and digits.
  @inline(__always)
  var alphanumerics: UInt64 {
    ByteBlock(bits: bits | ByteBlock.all(0x20)).mask(0x61, 0x7A) | mask(0x30, 0x39)
  }

  /// The block with ASCII capitals as small letters; right for letters, digits and `'` alone.
  @inline(__always)
  var folded: UInt64 {
    bits | ByteBlock.all(0x20)
  }

  /// How many bytes are in `mask`.
  @inline(__always)
  static func count(of mask: UInt64) -> Int {
    Int(((mask &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// The mask of all eight bytes.
  @inline(__always)
  static var everything: UInt64 { high }

  /// The place of the first byte in `mask`, from 0; 8 where it is empty.
  @inline(__always)
  static func first(in mask: UInt64) -> Int {
    mask.trailingZeroBitCount &>> 3
  }
}
