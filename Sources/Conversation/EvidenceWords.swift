// A sentence cut into the words and numbers that evidence is made of. It knows where they stand, and no question.

import TextAnalysis

/// One word or number of a sentence, as evidence is read from it.
///
/// Unlike a `Token` it keeps function words ("a", "every") and signs ("$", "%"), and cuts "24-hour" and "40mg" in two.
struct EvidenceWord {
  /// Lowercase; of a number its digits, commas and points: `1,000`.
  let text: String
  let isNumeral: Bool
  /// It begins with a capital letter.
  let isCapital: Bool
  /// A currency sign stands before it: `$400`.
  let isMoney: Bool
  /// `%` stands after it.
  let isPercent: Bool

  /// The words of `text`, in reading order; O(bytes).
  static func words(of text: Substring) -> [EvidenceWord] {
    var words: [EvidenceWord] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    var isMoney = false
    while index < scalars.count {
      let start = index
      let isNumeral = Self.isDigit(scalars[index])
      guard isNumeral || scalars[index].properties.isAlphabetic else {
        // "$ 400" is money too.
        isMoney = scalars[index].properties.generalCategory == .currencySymbol || (isMoney && scalars[index] == " ")
        index += 1
        continue
      }
      while index < scalars.count, Self.goesOn(scalars, at: index, isNumeral) { index += 1 }
      var word = String.UnicodeScalarView(scalars[start..<index])
      if isNumeral, let last = word.last, last == "," || last == "." {
        word.removeLast()
        index -= 1
      }
      words.append(
        EvidenceWord(
          text: String(word).lowercased(), isNumeral: isNumeral,
          isCapital: scalars[start].properties.isUppercase, isMoney: isMoney,
          isPercent: isNumeral && index < scalars.count && scalars[index] == "%"))
      isMoney = false
    }
    return words
  }

  /// Whether the scalar at `index` belongs to the word before it: of a number, digits and the signs between them; of a word,
  /// letters, and digits too ("B12" is one word and no number).
  private static func goesOn(_ scalars: [Unicode.Scalar], at index: Int, _ isNumeral: Bool) -> Bool {
    let scalar = scalars[index]
    if isNumeral { return isDigit(scalar) || scalar == "," || scalar == "." }
    return scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "'" || scalar == "\u{2019}"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }
}
