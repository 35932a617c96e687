// A text as the crisis card reads it: folded words, contractions made one. It knows no phrases.

import TextAnalysis

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
    raw.letters.reserveCapacity(text.utf8.count)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      raw.foldPlain(text)
    } else {
      raw.fold(text)
    }
    raw.readDigitsAsLetters()
    self = raw.normalized()
  }

  /// Folds a text of ASCII characters only, as `fold` would.
  private mutating func foldPlain(_ text: String) {
    var start = 0
    for byte in text.utf8 {
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if letter &- 0x61 < 26 || letter &- 0x30 < 10 {
        letters.append(letter)
      } else if letter != 0x27 && letter != 0x60 {
        if letters.count > start { words.append(start..<letters.count) }
        start = letters.count
      }
    }
    if letters.count > start { words.append(start..<letters.count) }
  }

  private mutating func fold(_ text: String) {
    var start = 0
    for scalar in text.unicodeScalars {
      switch Self.fold(scalar) {
      case .letter(let byte): letters.append(byte)
      case .letters(let bytes): letters.append(contentsOf: bytes)
      case .nothing: continue
      case .boundary:
        if letters.count > start { words.append(start..<letters.count) }
        start = letters.count
      }
    }
    if letters.count > start { words.append(start..<letters.count) }
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

  /// What one word is written as instead, a space between two; `nil` for most.
  private static func rewritten(_ word: ArraySlice<UInt8>) -> StaticString? {
    guard word.count <= 6 else { return nil }
    return switch key(word) {
    case "cannot": "cant"
    case "wanna", "wana": "want to"
    case "gonna", "gona": "going to"
    case "gotta": "got to"
    case "dnt": "dont"
    default: nil
    }
  }

  /// Two words that are written as one: "do not" and "don t" are "dont", "i am" is "im"; `nil` for most.
  private static func joined(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> [UInt8]? {
    guard first.count <= 7, second.count <= 5 else { return nil }
    switch key(second) {
    case "am", "m": return first.elementsEqual("i".utf8) ? Array("im".utf8) : nil
    case "have", "ve": return first.elementsEqual("i".utf8) ? Array("ive".utf8) : nil
    case "d": return first.elementsEqual("i".utf8) ? Array("id".utf8) : nil
    case "ll": return first.elementsEqual("i".utf8) ? Array("ill".utf8) : nil
    case "more": return first.elementsEqual("any".utf8) ? Array("anymore".utf8) : nil
    case "self", "selfs": return first.elementsEqual("my".utf8) ? Array("myself".utf8) : nil
    case "not": return negated(key(first)).map { $0 + Array("t".utf8) }
    case "t":
      return negated(key(first.dropLast())).flatMap { first.last == UInt8(ascii: "n") ? $0 + Array("t".utf8) : nil }
        ?? (first.elementsEqual("can".utf8)
          ? Array("cant".utf8) : first.elementsEqual("won".utf8) ? Array("wont".utf8) : nil)
    default: return nil
    }
  }

  /// The verb with the "n" of "not": "does" gives `doesn`; `nil` for what is no such verb.
  private static func negated(_ verb: String) -> [UInt8]? {
    switch verb {
    case "do", "does", "did", "could", "would", "is", "was", "have", "has", "should": Array((verb + "n").utf8)
    case "can": Array("can".utf8)
    case "will": Array("won".utf8)
    default: nil
    }
  }

  private static func key(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }

  private func normalized() -> CrisisText {
    var result = CrisisText()
    result.letters.reserveCapacity(letters.count)
    result.words.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      let one = word(index)
      if index + 1 < words.count, let both = Self.joined(one, word(index + 1)) {
        result.append(both[...])
        index += 2
        continue
      }
      if let instead = Self.rewritten(one) {
        for word in WordList(instead).words { result.append(word[...]) }
      } else {
        result.append(one)
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
