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
  /// O(alternatives · words) comparisons of a first letter.
  package func firstMatch(in words: [[UInt8]]) -> Range<Int>? {
    let initials = words.map { $0.first ?? 0 }
    return text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        if let match = Self.firstMatch(of: bytes.extracting(start..<end), in: words, initials) { return match }
        start = end + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      }
      return nil
    }
  }

  /// The earliest words that fit `pattern`, found from the alternatives of its first word.
  private static func firstMatch(of pattern: Span<UInt8>, in words: [[UInt8]], _ initials: [UInt8]) -> Range<Int>? {
    var head = 0
    while head < pattern.count, pattern[head] != UInt8(ascii: " ") { head += 1 }
    let rest = pattern.extracting(min(head + 1, pattern.count)..<pattern.count)
    var best: Range<Int>?
    var start = 0
    while start < head {
      var end = start
      while end < head, pattern[end] != UInt8(ascii: "|") { end += 1 }
      let one = pattern.extracting(start..<end)
      start = end + 1
      guard one.count > 0 else { continue }
      let isNumber = one.count == 1 && one[0] == UInt8(ascii: "#")
      for place in 0..<(best?.lowerBound ?? words.count) {
        guard isNumber ? 0x30...0x39 ~= initials[place] : initials[place] == one[0] else { continue }
        if fits(words[place], one: one), let last = Self.end(of: rest, in: words, from: place + 1) {
          best = place..<last
          break
        }
      }
    }
    return best
  }

  /// Where in `words` patterns occur: at each place the longest, none that begins within another; in order.
  ///
  /// O(alternatives · words) comparisons of a first letter.
  func matches(in words: [[UInt8]]) -> [Range<Int>] {
    let initials = words.map { $0.first ?? 0 }
    var ends = Array(words.indices)
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        Self.findEnds(of: bytes.extracting(start..<end), in: words, initials, &ends)
        start = end + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      }
    }
    var found: [Range<Int>] = []
    for first in words.indices where ends[first] > first && first >= found.last?.upperBound ?? 0 {
      found.append(first..<ends[first])
    }
    return found
  }

  /// Enters at each place of `ends` where `pattern` fits the words behind it, if it is longer than what is there.
  private static func findEnds(
    of pattern: Span<UInt8>, in words: [[UInt8]], _ initials: [UInt8], _ ends: inout [Int]
  ) {
    var head = 0
    while head < pattern.count, pattern[head] != UInt8(ascii: " ") { head += 1 }
    let rest = pattern.extracting(min(head + 1, pattern.count)..<pattern.count)
    var start = 0
    while start < head {
      var end = start
      while end < head, pattern[end] != UInt8(ascii: "|") { end += 1 }
      let one = pattern.extracting(start..<end)
      start = end + 1
      guard one.count > 0 else { continue }
      for place in words.indices where initials[place] == one[0] {
        guard fits(words[place], one: one), let last = Self.end(of: rest, in: words, from: place + 1) else { continue }
        ends[place] = max(ends[place], last)
      }
    }
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
    return word
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
