// How many columns text takes on a terminal. A table of our own, so that the answer never depends on the locale.

/// Counts columns.
///
/// A grapheme cluster takes the columns of its scalars: 2 for East Asian wide and full-width characters (UAX #11) and for emoji
/// presentation, 0 for combining and format characters, else 1; control characters count 0. What terminals draw as one sign counts
/// once: emoji joined by ZERO WIDTH JOINER or with a skin tone, a flag of two letters, a Hangul syllable of several jamo.
package enum DisplayWidth {
  /// The columns of `text`; O(bytes) for ASCII, a grapheme walk for the rest.
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one grapheme cluster: 0, 1, 2, or more, as of an Indic cluster with several letters.
  package static func of(_ character: Character) -> Int {
    var columns = 0
    var isJoined = false
    for scalar in character.unicodeScalars {
      switch scalar.value {
      case 0x200D: isJoined = true
      // VARIATION SELECTOR-16 asks for the emoji form of what it follows.
      case 0xFE0F where columns > 0: columns = max(columns, 2)
      case 0x1160...0x11FF where columns > 0, 0xD7B0...0xD7FF where columns > 0, 0x1F3FB...0x1F3FF where columns > 0:
        break
      case _ where isJoined && scalar.properties.isEmoji: isJoined = false
      default: columns += of(scalar)
      }
    }
    return columns
  }

  /// The columns of one scalar standing alone: 0, 1 or 2.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0..<0xA0: return 0
    case 0xAD: return 1  // A soft hyphen is shown by most terminals.
    case 0xA1..<0x300: return 1
    case 0x1F1E6...0x1F1FF: return 1  // Two of them are a flag.
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) }
  }

  /// East_Asian_Width W and F of Unicode 15, runs joined across what is unassigned; emoji come from their own property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
