// Where a text without spaces may be broken: between ideographs and kana, as UAX #14 (class ID) has it.

/// Cuts a run without white space at the places where a line may end.
enum IdeographicBreaks {
  /// The parts of `run`, in order; one, where it holds no ideographs. O(bytes).
  static func runs(of run: Substring) -> [Substring] {
    // The first byte of any ideograph or kana in UTF-8 is at least E2.
    guard run.utf8.contains(where: { $0 >= 0xE2 }) else { return [run] }
    var parts: [Substring] = []
    var start = run.startIndex
    var before: Character?
    for (index, character) in zip(run.indices, run) {
      if let before, mayBreak(between: before, and: character) {
        parts.append(run[start..<index])
        start = index
      }
      before = character
    }
    parts.append(run[start...])
    return parts
  }

  /// One of the two stands for itself, and neither clings to the other: no line begins with a closing sign, a small kana or a mark
  /// that lengthens, and none ends with an opening sign.
  private static func mayBreak(between first: Character, and second: Character) -> Bool {
    guard isIdeographic(first) || isIdeographic(second) else { return false }
    return !isOpening(first) && !isClosing(second) && first != "\u{A0}" && second != "\u{A0}"
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
  }

  private static func isOpening(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  private static func isClosing(_ character: Character) -> Bool {
    if "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーゝゞヽヾ々〻%％".contains(character) { return true }
    switch character.unicodeScalars.first?.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation: return true
    default: return false
    }
  }
}
