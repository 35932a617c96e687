// A quick no for word parts: whether a word can hold one of a few strings, judged by three letters.

/// The triples of small ASCII letters that some strings begin with: one bit for each of 26³.
struct LetterTriples: Hashable, Sendable {
  private var bits = [UInt64](repeating: 0, count: (26 * 26 * 26 + 63) / 64)

  /// - Parameter triples: triples of small letters, a space between two.
  init(_ triples: StaticString) {
    triples.withUTF8Buffer { buffer in
      for start in stride(from: 0, to: buffer.count, by: 4) {
        unsafe insert(buffer[start], buffer[start + 1], buffer[start + 2])
      }
    }
  }

  /// - Precondition: each of `strings` begins with three small ASCII letters.
  init(_ strings: some Sequence<[UInt8]>) {
    for string in strings {
      precondition(string.count >= 3, "three small letters begin it")
      insert(string[0], string[1], string[2])
    }
  }

  /// Whether a triple of `word` is one that a string begins with; O(bytes).
  func occur(in word: [UInt8]) -> Bool {
    guard word.count >= 3 else { return false }
    for index in 2..<word.count {
      guard let number = Self.number(word[index - 2], word[index - 1], word[index]) else { continue }
      if bits[number >> 6] & (1 << UInt64(number & 63)) != 0 { return true }
    }
    return false
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    guard let number = Self.number(first, second, third) else { preconditionFailure("three small letters begin it") }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  private static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
    let (one, two, three) = (first &- 0x61, second &- 0x61, third &- 0x61)
    guard one < 26, two < 26, three < 26 else { return nil }
    return (Int(one) * 26 + Int(two)) * 26 + Int(three)
  }
}
