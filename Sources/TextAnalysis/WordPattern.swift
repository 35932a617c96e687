// Patterns of a few words each, written down in the program and matched where they stand.

/// Folded words one after another, as patterns are matched against them: bytes and places, and no array for each.
package struct FoldedWords: Sendable {
  fileprivate private(set) var bytes: [UInt8] = []
  fileprivate private(set) var places: [Range<Int>] = []
  /// The first letters there are: a bit for each, of its last six.
  fileprivate private(set) var initials: UInt64 = 0

  package init(_ words: [[UInt8]]) {
    for word in words { append(word[...]) }
  }

  /// The words of an analysed text, compounds left out.
  package init(_ buffer: TokenBuffer) {
    bytes.reserveCapacity(buffer.bytes.count)
    places.reserveCapacity(buffer.tokens.count)
    for token in buffer.tokens where !token.isCompound { append(buffer.word(of: token)) }
  }

  package var count: Int { places.count }

  /// The same words without what stands in "don't".
  func withoutApostrophes() -> FoldedWords {
    guard bytes.contains(UInt8(ascii: "'")) else { return self }
    return FoldedWords(places.map { bytes[$0].filter { $0 != UInt8(ascii: "'") } })
  }

  /// The first `count` words, or all.
  func prefix(_ count: Int) -> FoldedWords {
    var words = self
    words.places.removeLast(max(0, places.count - count))
    return words
  }

  private mutating func append(_ word: ArraySlice<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: word)
    places.append(start..<bytes.count)
    if let first = word.first { initials |= Self.bit(of: first) }
  }

  fileprivate static func bit(of letter: UInt8) -> UInt64 { 1 << UInt64(letter & 63) }

  /// The first letter of a word; 0 of an empty one.
  fileprivate func initial(_ place: Int) -> UInt8 {
    places[place].isEmpty ? 0 : bytes[places[place].lowerBound]
  }
}

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
  package func firstMatch(in words: FoldedWords) -> Range<Int>? {
    var best: Range<Int>?
    forEachPattern { pattern in
      Self.forEachOccurrence(of: pattern, in: words) { found in
        if found.lowerBound < best?.lowerBound ?? words.count { best = found }
      }
      return best == nil
    }
    return best
  }

  /// The same, of words that are apart.
  package func firstMatch(in words: [[UInt8]]) -> Range<Int>? {
    firstMatch(in: FoldedWords(words))
  }

  /// Where in `words` patterns occur: at each place the longest, none that begins within another; in order.
  ///
  /// O(alternatives · words) comparisons of a first letter.
  package func matches(in words: [[UInt8]]) -> [Range<Int>] {
    let folded = FoldedWords(words)
    var ends = Array(words.indices)
    forEachPattern { pattern in
      Self.forEachOccurrence(of: pattern, in: folded) { found in
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
  func forEachPattern(_ body: (Span<UInt8>) -> Bool) {
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
    of pattern: Span<UInt8>, in words: FoldedWords, _ body: (Range<Int>) -> Void
  ) {
    var head = 0
    while head < pattern.count, pattern[head] != UInt8(ascii: " ") { head += 1 }
    let rest = min(head + 1, pattern.count)
    var start = 0
    while start < head {
      var end = start
      while end < head, pattern[end] != UInt8(ascii: "|") { end += 1 }
      let one = start..<end
      start = end + 1
      guard !one.isEmpty else { continue }
      let letter = pattern[one.lowerBound]
      let isNumber = one.count == 1 && letter == UInt8(ascii: "#")
      guard isNumber || words.initials & FoldedWords.bit(of: letter) != 0 else { continue }
      for place in 0..<words.count where isNumber || words.initial(place) == letter {
        if fits(place, of: words, one, of: pattern), let last = Self.end(of: pattern, rest, in: words, from: place + 1)
        {
          body(place..<last)
        }
      }
    }
  }

  /// Behind the words from `first` on that fit the pattern from `start` on; `nil` where they do not.
  private static func end(of pattern: Span<UInt8>, _ start: Int, in words: FoldedWords, from first: Int) -> Int? {
    var offset = start
    var word = first
    while offset < pattern.count {
      var end = offset
      while end < pattern.count, pattern[end] != UInt8(ascii: " ") { end += 1 }
      guard word < words.count, fitsOne(word, of: words, offset..<end, of: pattern) else { return nil }
      word += 1
      offset = end + 1
    }
    return word
  }

  /// Whether one of the alternatives in `range` of the pattern is the word at `place`.
  private static func fitsOne(_ place: Int, of words: FoldedWords, _ range: Range<Int>, of pattern: Span<UInt8>) -> Bool
  {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, pattern[end] != UInt8(ascii: "|") { end += 1 }
      if fits(place, of: words, start..<end, of: pattern) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether the alternative in `range` of the pattern is the word at `place`.
  private static func fits(_ place: Int, of words: FoldedWords, _ range: Range<Int>, of pattern: Span<UInt8>) -> Bool {
    let word = words.places[place]
    guard !word.isEmpty, !range.isEmpty else { return false }
    if range.count == 1, pattern[range.lowerBound] == UInt8(ascii: "#") {
      return 0x30...0x39 ~= words.bytes[word.lowerBound]
    }
    let isPrefix = pattern[range.upperBound - 1] == UInt8(ascii: "*")
    let count = isPrefix ? range.count - 1 : range.count
    guard isPrefix ? word.count >= count : word.count == count else { return false }
    for index in 0..<count where words.bytes[word.lowerBound + index] != pattern[range.lowerBound + index] {
      return false
    }
    return true
  }
}
