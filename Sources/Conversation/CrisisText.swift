// A text as the crisis card reads it: folded words, contractions made one. It knows no phrases.

/// Folded words of a text, in order, one after another in one buffer.
///
/// It folds for itself instead of asking the analyzer, since a card must come up also where an index cannot be read, and
/// since it forgives more: "can't", "cant", "can not" and "CAN’T" are one word, "k1ll" is "kill", an invisible
/// character inside a word is not there.
struct CrisisText {
  /// The words without anything between them: ASCII letters in lower case and digits; other letters as UTF-8.
  private(set) var letters: [UInt8] = []
  /// Each word's place in `letters`: sorted, touching, never empty.
  private(set) var words: [Range<Int>] = []

  /// Folds `text`; O(bytes).
  init(_ text: String) {
    var raw = CrisisText()
    var start = 0
    for scalar in text.unicodeScalars {
      switch Self.fold(scalar) {
      case .letter(let byte): raw.letters.append(byte)
      case .letters(let bytes): raw.letters.append(contentsOf: bytes)
      case .nothing: continue
      case .boundary:
        if raw.letters.count > start { raw.words.append(start..<raw.letters.count) }
        start = raw.letters.count
      }
    }
    if raw.letters.count > start { raw.words.append(start..<raw.letters.count) }
    raw.readDigitsAsLetters()
    self = raw.normalized()
  }

  private init() {}

  func word(_ index: Int) -> ArraySlice<UInt8> {
    letters[words[index]]
  }
}

extension CrisisText {
  private enum Folded {
    case letter(UInt8)
    case letters([UInt8])
    /// Part of a word, but not written: apostrophes, accents, invisible characters.
    case nothing
    case boundary
  }

  /// The letters of U+00C0 to U+017F without their marks; `*` where there is no letter.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letter(UInt8(scalar.value))
    case 0x41...0x5A: return .letter(UInt8(scalar.value + 0x20))
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0xFF07: return .nothing
    case 0..<0xC0: return scalar.value == 0xAD ? .nothing : .boundary
    case 0xC0...0x17F:
      let base = latin[Int(scalar.value - 0xC0)]
      return base == UInt8(ascii: "*") ? .boundary : .letter(base)
    case 0x300...0x36F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return .nothing
    case 0xFF21...0xFF3A: return .letter(UInt8(scalar.value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: return .letter(UInt8(scalar.value - 0xFF41 + 0x61))
    default:
      guard scalar.properties.isAlphabetic else { return .boundary }
      return .letters(Array(scalar.properties.lowercaseMapping.utf8))
    }
  }

  /// "k1ll" is "kill": digits within a word that has letters too stand for the letters they look like.
  private mutating func readDigitsAsLetters() {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard letters.contains(where: { digits.contains($0) }) else { return }
    for range in words where letters[range].contains(where: { !digits.contains($0) }) {
      for offset in range { letters[offset] = Self.lookalike(letters[offset]) }
    }
  }

  private static func lookalike(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): UInt8(ascii: "i")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"): UInt8(ascii: "a")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    default: letter
    }
  }

  /// What one word is written as instead.
  private static let rewritten: [UInt64: [String]] = packed([
    "cannot": ["cant"], "wanna": ["want", "to"], "wana": ["want", "to"], "gonna": ["going", "to"],
    "gona": ["going", "to"], "gotta": ["got", "to"], "dnt": ["dont"],
  ])

  /// Two words that are written as one: "do not" and "don t" are "dont", "i am" is "im".
  private static let joined: [UInt64: [UInt64: String]] = {
    var pairs: [String: [String: String]] = [
      "i": ["am": "im", "m": "im", "have": "ive", "ve": "ive", "d": "id", "ll": "ill"],
      "any": ["more": "anymore"], "my": ["self": "myself", "selfs": "myself"],
    ]
    for verb in ["do", "does", "did", "could", "would", "is", "was", "have", "has", "should"] {
      pairs[verb, default: [:]]["not"] = verb + "nt"
      pairs[verb + "n", default: [:]]["t"] = verb + "nt"
    }
    pairs["can", default: [:]] = ["not": "cant", "t": "cant"]
    pairs["will", default: [:]]["not"] = "wont"
    pairs["won", default: [:]]["t"] = "wont"
    return packed(pairs).mapValues { packed($0) }
  }()

  /// Which bytes the words in both tables begin with.
  private static let beginsTableWord: [Bool] = {
    var begins = [Bool](repeating: false, count: 256)
    for word in Array(rewritten.keys) + Array(joined.keys) { begins[Int(word & 0xff)] = true }
    return begins
  }()

  /// The longest word that fits a key; the tables hold none longer.
  private static let longestKey = 8

  /// A word of at most eight bytes as one number, its first byte lowest; two words never share one.
  private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 0
    for byte in word {
      key |= UInt64(byte) << shift
      shift += 8
    }
    return key
  }

  private static func packed<Value>(_ table: [String: Value]) -> [UInt64: Value] {
    Dictionary(uniqueKeysWithValues: table.map { (key($0.key.utf8), $0.value) })
  }

  private func normalized() -> CrisisText {
    var result = CrisisText()
    result.letters.reserveCapacity(letters.count)
    result.words.reserveCapacity(words.count)
    let begins = Self.beginsTableWord
    var index = 0
    while index < words.count {
      guard words[index].count <= Self.longestKey, begins[Int(letters[words[index].lowerBound])] else {
        result.append(word(index))
        index += 1
        continue
      }
      let key = Self.key(word(index))
      if index + 1 < words.count, let seconds = Self.joined[key],
        let both = seconds[Self.key(word(index + 1).prefix(Self.longestKey))]
      {
        result.append(Array(both.utf8)[...])
        index += 2
        continue
      }
      if let instead = Self.rewritten[key] {
        for word in instead { result.append(Array(word.utf8)[...]) }
      } else {
        result.append(word(index))
      }
      index += 1
    }
    return result
  }

  private mutating func append(_ word: ArraySlice<UInt8>) {
    let start = letters.count
    letters.append(contentsOf: word)
    words.append(start..<letters.count)
  }
}
