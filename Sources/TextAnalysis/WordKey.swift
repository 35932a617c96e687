// The bytes that one word of a text is looked up by: its letters, ASCII ones in lower case.
// Folding beyond ASCII happens once for each key, in WordFolding, not once for each occurrence.

/// A word as it is scanned: bytes, hash, and where it stands. Used again from word to word.
struct WordKey {
  /// Bytes of a word beyond this many are not looked at (a word of that length is no word).
  static let longest = 256

  private(set) var bytes = [UInt8](repeating: 0, count: longest)
  private(set) var count = 0
  /// FNV-1a over the bytes.
  private(set) var hash: UInt32 = 2_166_136_261
  /// Where the word stands in the text.
  var source = 0..<0

  mutating func removeAll() {
    count = 0
    hash = 2_166_136_261
  }

  /// Adds one byte of a letter or digit; an ASCII capital as its small letter.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < Self.longest else { return }
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    bytes[count] = folded
    count &+= 1
    hash = (hash ^ UInt32(folded)) &* 16_777_619
  }

  /// Adds a scalar of several bytes, whole or not at all.
  mutating func append(contentsOf scalar: Span<UInt8>) {
    guard count + scalar.count <= Self.longest else { return }
    for index in scalar.indices { append(scalar[index]) }
  }

  /// Replaces the key by `word`.
  mutating func replace(by word: some Sequence<UInt8>) {
    removeAll()
    for byte in word { append(byte) }
  }
}
