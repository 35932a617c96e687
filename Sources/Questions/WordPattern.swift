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
    var best: Range<Int>?
    forEachPattern { pattern in
      Self.forEachOccurrence(of: pattern, in: words, initials) { found in
        if found.lowerBound < best?.lowerBound ?? words.count { best = found }
      }
      return best == nil
    }
    return best
  }

  /// Where in `words` patterns occur: at each place the longest, none that begins within another; in order.
  ///
  /// O(alternatives · words) comparisons of a first letter.
  func matches(in words: [[UInt8]]) -> [Range<Int>] {
    let initials = words.map { $0.first ?? 0 }
    var ends = Array(words.indices)
    forEachPattern { pattern in
      Self.forEachOccurrence(of: pattern, in: words, initials) { found in
        ends[found.lowerBound] = max(ends[found.lowerBound], found.upperBound)
      }
      return true
    }
    var found: [Range<Int>] = []
    for first in words.indices where ends[first] > first && first >= found.last?.upperBound ?? 0 {
      found.append(first..<ends[first])
    }
    return found
  }

  /// Calls `body` with each pattern until it returns false.
  private func forEachPattern(_ body: (Span<UInt8>) -> Bool) {
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        if !body(bytes.extracting(start..<end)) { return }
        start = end + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      }
    }
  }

  /// Calls `body` with the words of each occurrence of `pattern`, by the alternatives of its first word, and for each in order.
  private static func forEachOccurrence(
    of pattern: Span<UInt8>, in words: [[UInt8]], _ initials: [UInt8], _ body: (Range<Int>) -> Void
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
      let isNumber = one.count == 1 && one[0] == UInt8(ascii: "#")
      for place in words.indices where isNumber ? 0x30...0x39 ~= initials[place] : initials[place] == one[0] {
        if fits(words[place], one: one), let last = Self.end(of: rest, in: words, from: place + 1) {
          body(place..<last)
        }
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
