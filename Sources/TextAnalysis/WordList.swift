// A short list of words or phrases, written down in the program and searched where it stands.
// Nothing is built when the program starts; a longer list gets a table of its words' places when it is first asked for.

/// Words between separators in one string of the program's own.
package struct WordList: Sendable {
  private let text: StaticString
  private let separator: UInt8
  /// By hash, with linear probing: where a word begins, counted from 1, or 0 for a free place. Empty for a short list.
  private let places: [UInt16]

  /// Shorter texts are walked. Chosen, not measured: such lists are often made for one look-up.
  private static let leastByteCount = 96

  /// - Parameter text: words, one separator between two; none empty. From 64 KiB on, each look-up walks it.
  package init(_ text: StaticString, separator: UInt8 = UInt8(ascii: " ")) {
    self.text = text
    self.separator = separator
    let isLong = Self.leastByteCount..<Int(UInt16.max) ~= text.utf8CodeUnitCount
    places = isLong ? Self.places(of: text, separator) : []
  }

  /// Whether `word` is on the list; O(bytes of the word), of a short list O(its bytes).
  ///
  /// No generic parameter: called from another target it would cost fifty times as much (callgrind).
  package func contains(_ word: Span<UInt8>) -> Bool {
    guard word.count > 0 else { return false }
    // Not by the closure that `StaticString` offers: it would be a call more for each look-up.
    let buffer = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let bytes = unsafe buffer.span
    if !places.isEmpty {
      let mask = places.count - 1
      var slot = Self.hash(word, 0..<word.count) & mask
      while places[slot] != 0 {
        if holds(bytes, word, at: Int(places[slot]) - 1) { return true }
        slot = (slot + 1) & mask
      }
      return false
    }
    var start = 0
    while bytes.count - start >= word.count {
      if holds(bytes, word, at: start) { return true }
      while start < bytes.count, bytes[start] != separator { start += 1 }
      start += 1
    }
    return false
  }

  /// Whether the word of the list that begins at `start` is `word`.
  private func holds(_ bytes: Span<UInt8>, _ word: Span<UInt8>, at start: Int) -> Bool {
    let end = start + word.count
    guard end == bytes.count || (end < bytes.count && bytes[end] == separator) else { return false }
    for index in word.indices where word[index] != bytes[start + index] || word[index] == separator { return false }
    return true
  }

  /// A table twice as large as the words are many, or up to four times.
  private static func places(of text: StaticString, _ separator: UInt8) -> [UInt16] {
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var count = 1
      for index in bytes.indices where bytes[index] == separator { count += 1 }
      var size = 64
      while size < 2 * count { size *= 2 }
      var places = [UInt16](repeating: 0, count: size)
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == separator {
        if end > start {
          var slot = hash(bytes, start..<end) & (size - 1)
          while places[slot] != 0 { slot = (slot + 1) & (size - 1) }
          places[slot] = UInt16(start + 1)
        }
        start = end + 1
      }
      return places
    }
  }

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// Whether `word` is on the list.
  package func contains(_ word: [UInt8]) -> Bool {
    contains(word.span)
  }

  /// Whether `word` is on the list.
  package func contains(_ word: ArraySlice<UInt8>) -> Bool {
    contains(word.span)
  }

  /// Whether `word` is on the list.
  package func contains(_ word: String) -> Bool {
    contains(word.utf8.span)
  }

  /// How many bytes the first listed word has that `text` ends with; 0 where it ends with none. O(bytes of the list).
  func suffixCount(of text: ArraySlice<UInt8>) -> Int {
    let span = text.span
    var count = 0
    forEachWord { listed in
      if span.hasSuffix(listed) { count = listed.count }
      return count == 0
    }
    return count
  }

  /// The words, in the order of the list.
  package var words: [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord { word in
      words.append(word.array)
      return true
    }
    return words
  }

  /// Calls `body` with each word until it returns false.
  private func forEachWord(_ body: (Span<UInt8>) -> Bool) {
    text.forEachPart(separator, body)
  }
}

extension StaticString {
  /// Calls `body` with each part between `separator`s that is not empty, until it returns false.
  func forEachPart(_ separator: UInt8, _ body: (Span<UInt8>) -> Bool) {
    withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == separator {
        if end > start, !body(bytes.extracting(start..<end)) { return }
        start = end + 1
      }
    }
  }
}

extension Span<UInt8> {
  var array: [UInt8] {
    indices.map { self[$0] }
  }

  /// Whether `other` stands at `offset`.
  func holds(_ other: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + other.count <= count else { return false }
    for index in other.indices where self[offset + index] != other[index] { return false }
    return true
  }

  func hasSuffix(_ suffix: Span<UInt8>) -> Bool {
    holds(suffix, at: count - suffix.count)
  }
}
