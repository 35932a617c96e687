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

  /// What the words of all three begin with: most words begin otherwise, and are done with.
  private static let starts = LetterPairs("av ca co ex fa fo ha if la ne no on pr ra re sc se st ti un wh wi")

  /// The words of all three, for a test.
  static var all: [[UInt8]] { negations.words + warnings.words + conditions.words }

  /// Whether `word`, in small letters, denies: "not", "isn't".
  package static func isNegation(_ word: [UInt8]) -> Bool {
    (mayBeListed(word) && negations.contains(word)) || isShortened(word)
  }

  private static func mayBeListed(_ word: [UInt8]) -> Bool {
    word.count >= 2 && starts.contains(word[0], word[1])
  }

  /// Whether "not" is written to the end of the word.
  private static func isShortened(_ word: [UInt8]) -> Bool {
    word.last == UInt8(ascii: "t") && (word.ends(with: "n't") || word.ends(with: "n\u{2019}t"))
  }

  /// Whether `word`, in small letters, denies, warns off, or states a condition or an exception.
  package static func restricts(_ word: [UInt8]) -> Bool {
    isShortened(word)
      || (mayBeListed(word) && (negations.contains(word) || warnings.contains(word) || conditions.contains(word)))
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
