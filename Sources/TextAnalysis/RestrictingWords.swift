// The words that turn a statement round or bind it to a condition. Where one of them is left out, the rest says something else.

/// Negations and conditions of English.
package enum RestrictingWords {
  /// What denies.
  private static let negations = WordList(
    """
    no not never none nobody nothing nowhere neither nor cannot without hardly scarcely seldom rarely lacks lack fails fail \
    failed refuse refused unable
    """)
  /// What warns off: "avoid it if you have ...", "stop taking it when ...".
  private static let warnings = WordList(
    "avoid avoids avoided avoiding stop stopped contraindicated unsafe unsuitable forbidden prohibited")
  /// What binds to a condition or takes out an exception.
  private static let conditions = WordList(
    "if unless until till only except excepting excluding provided providing when whenever"
  )

  /// Whether `word`, in small letters, denies: "not", "isn't".
  package static func isNegation(_ word: [UInt8]) -> Bool {
    negations.contains(word) || word.ends(with: "n't") || word.ends(with: "n\u{2019}t")
  }

  /// Whether `word`, in small letters, denies, warns off, or states a condition or an exception.
  package static func restricts(_ word: [UInt8]) -> Bool {
    isNegation(word) || warnings.contains(word) || conditions.contains(word)
  }
}

extension RestrictingWords {
  /// Whether a word of `text` restricts what it says, or what it leads in to; O(bytes).
  package static func restricts(text: String) -> Bool {
    var word: [UInt8] = []
    for byte in text.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "'") {
        word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if !word.isEmpty {
        if restricts(word) { return true }
        word.removeAll(keepingCapacity: true)
      }
    }
    return restricts(word)
  }
}

extension [UInt8] {
  fileprivate func ends(with text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      let wanted = unsafe buffer.span
      guard count >= wanted.count else { return false }
      for index in 0..<wanted.count where self[count - wanted.count + index] != wanted[index] { return false }
      return true
    }
  }
}
