// The text of a question, made fit to be read: white space, control characters, length.
// Its words are not looked at here.

/// A question's text, cleaned and no longer than is read.
struct QuestionText {
  /// The most characters (Unicode scalars) of a question that are read. A page of text is 3,000.
  static let longest = 4_000

  /// One line, no control characters, single spaces, none at the ends.
  let text: String
  /// The number of characters kept, where there were too many; else `nil`.
  let shortenedTo: Int?

  /// Cleans `question`; O(min(its length, the first `longest` characters and the white space among them)).
  init(_ question: String) {
    var kept = String.UnicodeScalarView()
    var count = 0
    var lastSpace: (index: String.UnicodeScalarView.Index, count: Int)?
    var isPending = false
    var isTooLong = false
    for scalar in question.unicodeScalars {
      if Self.isSpace(scalar) {
        isPending = count > 0
        continue
      }
      if count + (isPending ? 1 : 0) >= Self.longest {
        isTooLong = true
        break
      }
      if isPending {
        lastSpace = (kept.endIndex, count)
        kept.append(" ")
        count += 1
        isPending = false
      }
      kept.append(scalar)
      count += 1
    }
    if isTooLong, !isPending, let lastSpace, count - lastSpace.count < 200 {
      kept.removeSubrange(lastSpace.index...)
      count = lastSpace.count
    }
    text = String(kept)
    shortenedTo = isTooLong ? count : nil
  }

  /// White space, control characters, and what may not be shown.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value <= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .surrogate: return true
    default: return 0xE0000...0xE007F ~= scalar.value
    }
  }
}
