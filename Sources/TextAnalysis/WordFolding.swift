// One word without case, accents and typographic variants.
// ASCII words come here folded already; this is for the others, once for each distinct word.

@_spi(_Unicode) import Swift

/// Folds words beyond ASCII.
enum WordFolding {
  /// A folded word has no more bytes than this; what is beyond is dropped, whole scalars only.
  static let longest = 64

  /// `key` in lower case and NFC, without accents on Latin and Greek letters, Hebrew points, Arabic vowel signs and
  /// format characters; ligatures and letters like ß and ø as ASCII letters; digits of any script as 0 to 9.
  ///
  /// "Crème" → `creme`, "Ærø" → `aero`, "ﬁne" → `fine`, "٤٠" → `40`. Other scripts keep their marks ("й").
  static func fold(_ key: ArraySlice<UInt8>) -> [UInt8] {
    var folded = String.UnicodeScalarView()
    var base: Unicode.Scalar = " "
    for scalar in lowercased(key)._nfd {
      guard let replacement = replacement(for: scalar, after: base) else { continue }
      if !scalar.properties.isDiacritic { base = scalar }
      folded.append(contentsOf: replacement.unicodeScalars)
    }
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: String(folded)._nfc)
    return cut(Array(String(composed).utf8))
  }

  /// The first `longest` bytes of `word`, which is UTF-8, or a few less: whole scalars only.
  static func cut(_ word: [UInt8]) -> [UInt8] {
    guard word.count > longest else { return word }
    var end = longest
    while end > 0, word[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(word[..<end])
  }

  private static func lowercased(_ key: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars { text += scalar.properties.lowercaseMapping }
    return text
  }

  /// What `scalar` becomes; `nil` where it is dropped.
  private static func replacement(for scalar: Unicode.Scalar, after base: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x2019: return "'"
    case 0x300...0x36F: return isAccented(base) ? nil : String(scalar)
    case 0x591...0x5BD, 0x64B...0x652, 0x670: return nil
    case 0x20DD...0x20E4, 0xFE00...0xFE0F: return nil  // keycaps and the like, variation selectors
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { $0.properties.lowercaseMapping }
    default: break
    }
    if let letters = letters[scalar] { return letters }
    if scalar.properties.generalCategory == .format { return nil }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return String(Int(value))
    }
    return String(scalar)
  }

  /// Whether marks on `base` are mere accents: it is Latin or Greek.
  private static func isAccented(_ base: Unicode.Scalar) -> Bool {
    switch base.value {
    case 0...0x24F, 0x370...0x3FF, 0x1E00...0x1FFF: true
    default: false
    }
  }

  /// Letters and ligatures that do not decompose.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
    "ſ": "s", "ĸ": "k", "ŧ": "t", "ŀ": "l", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st",
    "ﬆ": "st", "µ": "μ", "ς": "σ", "ª": "a", "º": "o", "ĳ": "ij",
  ]
}
