// Patterns of a few words each, written down in the program and matched where they stand.

/// A list of patterns in one string of the program's own: patterns separated by commas, words by single spaces.
///
/// A word of a pattern is one or more alternatives with `|` between: a folded word; the beginning of one, before `*`; or `#`, any
/// word that begins with a digit.
package struct WordPatterns: Sendable {
  private let text: StaticString

  package init(_ text: StaticString) {
    self.text = text
  }

  /// The words of the first pattern that occurs in `words`, the earliest occurrence; `nil` where none does.
  ///
  /// O(words · words of the patterns) and one pass over the patterns' bytes, without allocating.
  package func firstMatch(in words: [[UInt8]]) -> Range<Int>? {
    // Which letters the words begin with, as bits of their codes: most alternatives are none of them.
    var initials: UInt64 = 0
    for word in words where !word.isEmpty { initials |= Self.bit(word[0]) }
    return text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        let pattern = bytes.extracting(start..<end)
        if Self.mayBegin(pattern, initials) {
          for first in words.indices {
            if let last = Self.end(of: pattern, in: words, from: first) { return first..<last }
          }
        }
        start = end + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      }
      return nil
    }
  }

  private static func bit(_ letter: UInt8) -> UInt64 {
    // Digits, which `#` stands for, share one bit.
    0x30...0x39 ~= letter ? 1 << 63 : 1 << UInt64(letter & 31)
  }

  /// Whether an alternative of the first word of `pattern` begins with one of `initials`.
  private static func mayBegin(_ pattern: Span<UInt8>, _ initials: UInt64) -> Bool {
    var isAtStart = true
    for index in pattern.indices {
      let byte = pattern[index]
      if byte == UInt8(ascii: " ") { return false }
      if isAtStart {
        if initials & (byte == UInt8(ascii: "#") ? 1 << 63 : bit(byte)) != 0 { return true }
      }
      isAtStart = byte == UInt8(ascii: "|")
    }
    return false
  }

  /// Behind the words from `first` on that fit one pattern; `nil` where they do not.
  private static func end(of pattern: Span<UInt8>, in words: [[UInt8]], from first: Int) -> Int? {
    var offset = 0
    var word = first
    while offset < pattern.count {
      var end = offset
      while end < pattern.count, pattern[end] != UInt8(ascii: " ") { end += 1 }
      guard word < words.count, fits(words[word], pattern.extracting(offset..<end)) else { return nil }
      word += 1
      offset = end + 1
    }
    return word > first ? word : nil
  }

  /// Whether one of the alternatives is `word`.
  private static func fits(_ word: [UInt8], _ alternatives: Span<UInt8>) -> Bool {
    var start = 0
    while start < alternatives.count {
      var end = start
      while end < alternatives.count, alternatives[end] != UInt8(ascii: "|") { end += 1 }
      if fits(word, one: alternatives.extracting(start..<end)) { return true }
      start = end + 1
    }
    return false
  }

  private static func fits(_ word: [UInt8], one: Span<UInt8>) -> Bool {
    guard let letter = word.first, one.count > 0 else { return false }
    if one.count == 1, one[0] == UInt8(ascii: "#") { return 0x30...0x39 ~= letter }
    let isPrefix = one[one.count - 1] == UInt8(ascii: "*")
    let count = isPrefix ? one.count - 1 : one.count
    guard isPrefix ? word.count >= count : word.count == count else { return false }
    for index in 0..<count where word[index] != one[index] { return false }
    return true
  }
}
