// Mac OS Roman read as Latin-1: an apostrophe looks like Õ, a dash like Ñ or Ð, quotes like Ò and Ó.

/// Repairs Mac OS Roman punctuation that was read as Latin-1 or Windows-1252.
///
/// Portuguese, Spanish and others have these capitals, but none between small letters. Text whose capitals were
/// lower-cased by a program that knew only ASCII has (`espaÑa`), so that is not proof enough: the proof is an
/// apostrophe's or a quotation mark's own place.
enum MacRomanRepair {
  /// Repairs `scalars` in place; whether anything was.
  static func repair(_ scalars: inout [Unicode.Scalar], ledger: inout ArticleLedger) -> Bool {
    guard isProven(scalars) else { return false }
    var report = RepairReport("Mac OS Roman read as Latin-1")
    var line = 1
    let original = scalars
    for index in original.indices {
      if original[index] == "\n" { line += 1 }
      guard let scalar = replacement(in: original, at: index) else { continue }
      report.add(original[index...index], scalar, line: line)
      scalars[index] = scalar
    }
    report.enter(in: &ledger)
    return report.count > 0
  }

  // MARK: Proof

  /// At least one apostrophe with an English ending, two before a French word, or two pairs of quotes; or, in a text
  /// full of English function words and without any ñ, a dash between small letters. And no small letters of the
  /// languages that write õ, nor capitals left over by an ASCII lower-casing.
  private static func isProven(_ scalars: [Unicode.Scalar]) -> Bool {
    var english = 0
    var french = 0
    var quotes = 0
    var dashes = 0
    for index in scalars.indices where (0xC0...0xFF).contains(scalars[index].value) {
      switch scalars[index] {
      case "\u{D5}":
        if isEnglishApostrophe(scalars, index) {
          english += 1
        } else if isFrenchApostrophe(scalars, index) {
          french += 1
        }
      case "\u{D2}": if opensQuote(scalars, index) { quotes += 1 }
      case "\u{D3}": if closesQuote(scalars, index) { quotes += 1 }
      case "\u{D1}", "\u{D0}": if isBetweenSmall(scalars, index) { dashes += 1 }
      case "\u{F5}", "\u{E3}", "\u{F1}": return false
      default: if isLeftover(scalars, index) { return false }
      }
    }
    return english >= 1 || french >= 2 || quotes >= 4 || (dashes >= 1 && isEnglish(scalars))
  }

  /// `donÕt`, `SSRIÕs`: a letter, Õ, and an ending that English writes after an apostrophe.
  private static func isEnglishApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, isASCIILetter(scalars[index - 1]) else { return false }
    var ending = ""
    var next = index + 1
    while next < scalars.count, ending.utf8.count < 3, isASCIILetter(scalars[next]) {
      ending.unicodeScalars.append(scalars[next])
      next += 1
    }
    return ["s", "t", "d", "m", "re", "ve", "ll", "S", "T", "D", "M", "RE", "VE", "LL"].contains(ending)
      && (next >= scalars.count || !scalars[next].properties.isAlphabetic)
  }

  /// `lÕeau`, `quÕil`: the elided word, Õ, and a vowel or h.
  private static func isFrenchApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count, "aeiouyhéêèàâîôœ".unicodeScalars.contains(scalars[index + 1]) else {
      return false
    }
    let isQu = index > 1 && scalars[index - 1] == "u" && (scalars[index - 2] == "q" || scalars[index - 2] == "Q")
    let start = isQu ? index - 2 : index - 1
    let isAlone = start == 0 || !scalars[start - 1].properties.isAlphabetic
    return isAlone && (isQu || "ldjnscmtLDJNSCMT".unicodeScalars.contains(scalars[index - 1]))
  }

  private static func opensQuote(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = index > 0 ? scalars[index - 1] : " "
    guard index + 1 < scalars.count, isASCIILetter(scalars[index + 1]) else { return false }
    return before.properties.isWhitespace || before == "("
  }

  private static func closesQuote(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    let before = scalars[index - 1]
    return (before.properties.isLowercase || ".,!?".unicodeScalars.contains(before)) && !after.properties.isAlphabetic
  }

  private static func isBetweenSmall(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isLowercase
      && scalars[index + 1].properties.isLowercase
  }

  /// A capital between small letters that Mac OS Roman has no punctuation for: left there by an ASCII lower-casing.
  private static func isLeftover(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index].properties.isUppercase, isBetweenSmall(scalars, index) else { return false }
    return !punctuation.keys.contains(scalars[index]) || scalars[index] == "\u{C9}"
  }

  /// At least three of the commonest English words, and one in ten of all.
  private static func isEnglish(_ scalars: [Unicode.Scalar]) -> Bool {
    let words = scalars.split { !isASCIILetter($0) }
    let common = words.count { word in
      word.count <= 3 && ["the", "and", "of", "to", "is", "in"].contains(String(String.UnicodeScalarView(word)))
    }
    return common >= 3 && common * 10 >= words.count
  }

  // MARK: Repair

  /// What the Latin-1 characters that Mac OS Roman has punctuation for stand for.
  private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{C9}": "\u{2026}", "\u{CA}": "\u{A0}", "\u{D0}": "\u{2013}", "\u{D1}": "\u{2014}", "\u{D2}": "\u{201C}",
    "\u{D3}": "\u{201D}", "\u{D4}": "\u{2018}", "\u{D5}": "\u{2019}",
  ]

  /// The right character for the one at `index` of a proven text; `nil` where it stays, as a real capital does.
  private static func replacement(in scalars: [Unicode.Scalar], at index: Int) -> Unicode.Scalar? {
    let scalar = scalars[index]
    if (0x80...0x9F).contains(scalar.value) { return letter(scalar, in: scalars, at: index) }
    guard let mark = punctuation[scalar] else { return nil }
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    let beforeIsCapital = before.properties.isUppercase
    let afterIsCapital = after.properties.isUppercase
    switch scalar {
    case "\u{D5}":
      if isEnglishApostrophe(scalars, index) || isFrenchApostrophe(scalars, index) { return mark }
      return beforeIsCapital || (afterIsCapital && before.properties.isWhitespace) ? nil : mark
    case "\u{D1}", "\u{D0}":
      let isInCapitals = beforeIsCapital && (afterIsCapital || !after.properties.isAlphabetic)
      let beginsWord =
        !before.properties.isAlphabetic && after.properties.isAlphabetic && before.properties.isWhitespace
      return isInCapitals || beginsWord ? nil : mark
    case "\u{D2}", "\u{D4}": return before.properties.isAlphabetic || after.properties.isWhitespace ? nil : mark
    case "\u{D3}": return beforeIsCapital || after.properties.isAlphabetic ? nil : mark
    case "\u{C9}", "\u{CA}": return before.properties.isUppercase || after.properties.isAlphabetic ? nil : mark
    default: return nil
    }
  }

  /// The letter that a control character of a proven text stands for, if it stands beside a letter.
  private static func letter(_ scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], at index: Int) -> Unicode.Scalar? {
    let real = LegacyEncoding.macRoman.scalar(of: UInt8(scalar.value))
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    guard real.properties.isAlphabetic, before.properties.isAlphabetic || after.properties.isAlphabetic else {
      return nil
    }
    return real
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }
}
