// A short list of words or phrases, written down in the program and searched where it stands.
// Nothing is built when the program starts: a set of two hundred words costs more to make than a question to answer.

import Glibc

/// Words between separators in one string of the program's own; a look-up walks it.
package struct WordList: Sendable {
  private let text: StaticString
  private let separator: UInt8

  /// - Parameter text: words, one separator between two; none empty.
  package init(_ text: StaticString, separator: UInt8 = UInt8(ascii: " ")) {
    self.text = text
    self.separator = separator
  }

  /// Whether `word` is on the list; O(bytes of the list), from separator to separator.
  ///
  /// No generic parameter: called from another target it would cost fifty times as much (callgrind).
  package func contains(_ word: Span<UInt8>) -> Bool {
    guard word.count > 0, word[0] != separator else { return false }
    let (first, count) = (word[0], word.count)
    return text.withUTF8Buffer { buffer in
      guard let bytes = buffer.baseAddress else { return false }
      var start = 0
      while buffer.count - start >= count {
        let isAtEnd = start + count == buffer.count
        if unsafe bytes[start] == first, unsafe isAtEnd || bytes[start + count] == separator {
          var index = 1
          while index < count, word[index] != separator, unsafe bytes[start + index] == word[index] { index += 1 }
          if index == count { return true }
        }
        guard let next = unsafe memchr(bytes + start, Int32(separator), buffer.count - start) else { return false }
        start = unsafe UnsafeRawPointer(next) - UnsafeRawPointer(bytes) + 1
      }
      return false
    }
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
