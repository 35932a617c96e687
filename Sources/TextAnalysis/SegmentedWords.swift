// The words of a run of text that needs the whole of UAX #29: the correct path, and the slow one.
// It is given runs without white space; ordinary European text never comes here.

@_spi(_Unicode) import Swift

/// The words in a run of text, found by the standard library's segmentation.
///
/// Each ideograph is a word; combining marks stay with their letter; a script written without spaces comes out as the
/// library cuts it. Emoji and punctuation are no words.
struct SegmentedWords {
  /// Half-open, in bytes of the run; sorted, disjoint.
  let ranges: [Range<Int>]

  /// - Parameter run: UTF-8. O(bytes).
  init(_ run: String) {
    var ranges: [Range<Int>] = []
    var start = run.startIndex
    while start < run.endIndex {
      let end = run._wordIndex(after: start)
      if run.unicodeScalars[start..<end].contains(where: Self.isOfWords) {
        let lower = run.utf8.distance(from: run.startIndex, to: start)
        ranges.append(lower..<lower + run.utf8.distance(from: start, to: end))
      }
      start = end
    }
    self.ranges = ranges
  }

  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber:
      return true
    default:
      return false
    }
  }
}
