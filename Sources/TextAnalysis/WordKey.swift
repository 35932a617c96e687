// The bytes that one word of a text is looked up by: its letters, ASCII ones in lower case.
// Folding beyond ASCII happens once for each key, in WordFolding, not once for each occurrence.

/// A word as it is scanned: bytes, hash, and where it stands. Used again from word to word.
struct WordKey: ~Copyable {
  /// Bytes of a word beyond this many are not looked at (a word of that length is no word).
  static let longest = 256

  /// The first `count` are the key; what is behind them means nothing. A block fits behind the longest key.
  private(set) var bytes = [UInt8](repeating: 0, count: longest + ByteBlock.byteCount)
  private(set) var count = 0
  /// Of the bytes, as they were when `finish` was called.
  private(set) var hash: UInt32 = 0
  /// Where the word stands in the text.
  var source = 0..<0

  mutating func removeAll() {
    count = 0
  }

  /// Adds one byte of a letter or digit; an ASCII capital as its small letter.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < Self.longest else { return }
    bytes[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    count &+= 1
  }

  /// Adds the ASCII letters and digits of `text` from `start` on, up to the first other byte; where that is.
  @inline(__always)
  mutating func appendRun(of text: Span<UInt8>, from start: Int) -> Int {
    let textBytes = unsafe text.bytes
    var index = start
    while index &+ ByteBlock.byteCount <= textBytes.byteCount, count &+ ByteBlock.byteCount <= Self.longest {
      let block = ByteBlock(textBytes, at: index)
      let length = ByteBlock.first(in: block.alphanumerics ^ ByteBlock.everything)
      store(block.folded)
      count &+= length
      index &+= length
      if length < ByteBlock.byteCount { return index }
    }
    while index < text.count, ByteClass.isAlphanumeric(text[index]) {
      append(text[index])
      index &+= 1
    }
    return index
  }

  /// Writes a block behind the key.
  @inline(__always)
  private mutating func store(_ block: UInt64) {
    let place = count
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: block.littleEndian, toByteOffset: place, as: UInt64.self)
    }
  }

  /// Adds a scalar of several bytes, whole or not at all.
  mutating func append(contentsOf scalar: Span<UInt8>) {
    guard count + scalar.count <= Self.longest else { return }
    for index in scalar.indices { append(scalar[index]) }
  }

  /// Replaces the key by `range` of `other`.
  mutating func replace(by range: Range<Int>, of other: borrowing WordKey) {
    removeAll()
    for index in range { append(other.bytes[index]) }
  }

  /// The first eight bytes, zeros behind a shorter key.
  @inline(__always)
  var prefix: UInt64 {
    let word = unsafe ByteBlock(bytes.span.bytes, at: 0).bits
    return count >= ByteBlock.byteCount ? word : word & ((1 &<< UInt64(8 &* count)) &- 1)
  }

  /// Works out the hash.
  @inline(__always)
  mutating func finish() {
    hash = Self.hash(of: bytes, count: count)
  }

  /// Eight bytes at a step: multiplied to twice the width, and both halves mixed, so that all bits tell in all bits.
  @inline(__always)
  private static func hash(of bytes: [UInt8], count: Int) -> UInt32 {
    let block = unsafe bytes.span.bytes
    var mixed: UInt64 = 0
    var offset = 0
    while offset < count {
      let rest = count &- offset
      let word = ByteBlock(block, at: offset).bits
      mixed ^= rest >= ByteBlock.byteCount ? word : word & ((1 &<< UInt64(8 &* rest)) &- 1)
      let product = mixed.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      mixed = product.high ^ product.low
      offset &+= ByteBlock.byteCount
    }
    return UInt32(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }
}
