// A short list of words or phrases, written down in the program and searched where it stands.
// Nothing is built when the program starts: a set of two hundred words costs more to make than a question to answer.

/// Words between separators in one string of the program's own; a look-up walks it.
package struct WordList: Sendable {
  private let text: StaticString
  private let separator: UInt8

  /// - Parameter text: words, one separator between two; none empty.
  package init(_ text: StaticString, separator: UInt8 = UInt8(ascii: " ")) {
    self.text = text
    self.separator = separator
  }

  /// Whether `word` is on the list; O(bytes of the list).
  package func contains(_ word: some Collection<UInt8>) -> Bool {
    let count = word.count
    var isFound = false
    forEachWord { listed in
      guard listed.count == count else { return true }
      var offset = 0
      for byte in word {
        if listed[offset] != byte { return true }
        offset += 1
      }
      isFound = true
      return false
    }
    return isFound
  }

  /// Whether `word` is on the list.
  package func contains(_ word: String) -> Bool {
    contains(word.utf8)
  }

  /// The words, in the order of the list.
  package var words: [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord { word in
      words.append((0..<word.count).map { word[$0] })
      return true
    }
    return words
  }

  /// Calls `body` with each word until it returns false.
  private func forEachWord(_ body: (Span<UInt8>) -> Bool) {
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == separator {
        if end > start, !body(bytes.extracting(start..<end)) { return }
        start = end + 1
      }
    }
  }
}
