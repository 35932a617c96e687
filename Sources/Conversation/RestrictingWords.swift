// The words that turn a statement round or bind it to a condition. Where one of them is left out, the rest says something else.

import TextAnalysis

/// Negations and conditions of English.
enum RestrictingWords {
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
    "if unless until till only except excepting excluding provided providing whether when whenever although but however"
  )

  /// Whether `word`, in small letters, denies: "not", "isn't".
  static func isNegation(_ word: [UInt8]) -> Bool {
    negations.contains(word) || word.ends(with: "n't") || word.ends(with: "n\u{2019}t")
  }

  /// Whether `word`, in small letters, denies, warns off, or states a condition or an exception.
  static func restricts(_ word: [UInt8]) -> Bool {
    isNegation(word) || warnings.contains(word) || conditions.contains(word)
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
