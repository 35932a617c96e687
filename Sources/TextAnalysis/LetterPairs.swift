// A quick no: whether a word can begin, or hold, one of a few strings, judged by two letters.

/// The pairs of small ASCII letters that some strings begin with.
struct LetterPairs: Hashable, Sendable {
  /// One bit for each second letter, by first letter.
  private var seconds = [UInt32](repeating: 0, count: 26)

  /// - Precondition: each of `strings` begins with two small ASCII letters.
  init(_ strings: some Sequence<[UInt8]>) {
    for string in strings {
      precondition(string.count >= 2 && string[0] &- 0x61 < 26 && string[1] &- 0x61 < 26, "two small letters begin it")
      seconds[Int(string[0] &- 0x61)] |= 1 << UInt32(string[1] &- 0x61)
    }
  }

  /// - Parameter pairs: pairs of small letters, a space between two.
  init(_ pairs: StaticString) {
    pairs.withUTF8Buffer { buffer in
      for start in stride(from: 0, to: buffer.count, by: 3) {
        seconds[Int(unsafe buffer[start] &- 0x61)] |= 1 << UInt32(unsafe buffer[start + 1] &- 0x61)
      }
    }
  }

  /// Whether one of the strings begins with `first`, `second`.
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first &- 0x61 < 26, second &- 0x61 < 26 else { return false }
    return seconds[Int(first &- 0x61)] & (1 << UInt32(second &- 0x61)) != 0
  }
}
