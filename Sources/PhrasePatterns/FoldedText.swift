// A text as phrase patterns read it: folded words, and where sentences and clauses end. It knows no patterns.

/// Folded words of a text, in order, one after another in one buffer.
///
/// It folds for itself instead of asking the analyzer, since patterns must be found without an index, and since it
/// forgives more: "can't", "cant", "cannot" and "CAN’T" are the two words "can not", "k1ll" is "kill", an invisible
/// character inside a word is not there.
struct FoldedText {
  /// What stands before a word.
  enum Break: UInt8, Comparable {
    case none, clause, sentence

    static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
  }

  /// The words without anything between them: ASCII letters in lower case and digits; other letters as UTF-8.
  private(set) var letters: [UInt8] = []
  /// Each word's place in `letters`: sorted, touching, never empty.
  private(set) var words: [Range<Int>] = []
  /// What stands before each word; before the first, `sentence`.
  private(set) var breaks: [Break] = []

  /// Folds `text`; O(bytes).
  init(_ text: String) {
    var raw = FoldedText()
    raw.letters.reserveCapacity(text.utf8.count)
    raw.fold(text)
    raw.readDigitsAsLetters()
    self = Contractions.expanded(raw)
  }

  init() {}

  func word(_ index: Int) -> ArraySlice<UInt8> {
    letters[words[index]]
  }

  mutating func append(_ word: some Sequence<UInt8>, after stop: Break) {
    let start = letters.count
    letters.append(contentsOf: word)
    breaks.append(words.isEmpty ? .sentence : stop)
    words.append(start..<letters.count)
  }

  mutating func reserveCapacity(like other: FoldedText) {
    letters.reserveCapacity(other.letters.count)
    words.reserveCapacity(other.words.count)
    breaks.reserveCapacity(other.words.count)
  }
}

extension FoldedText {
  private enum Folded {
    case letter(UInt8)
    case letters([UInt8])
    /// Part of a word, but not written: apostrophes, accents, invisible characters.
    case nothing
    case boundary
  }

  private mutating func fold(_ text: String) {
    var start = 0
    var pause = Pause()
    /// How many letters stood before the last apostrophe.
    var apostrophe = -1
    for scalar in text.unicodeScalars {
      switch Self.fold(scalar) {
      case .letter(let byte):
        if start == letters.count { pause.end(beforeWord: words.count, &breaks, lastWord: words.last) }
        letters.append(byte)
      case .letters(let bytes):
        if start == letters.count { pause.end(beforeWord: words.count, &breaks, lastWord: words.last) }
        letters.append(contentsOf: bytes)
      case .nothing:
        if Self.isApostrophe(scalar) { apostrophe = letters.count }
      case .boundary:
        endWord(from: start, apostrophe: apostrophe)
        start = letters.count
        pause.add(scalar)
      }
    }
    endWord(from: start, apostrophe: apostrophe)
  }

  /// Ends the word that begins at `start`, if there is one: "I'll", "they're" and "who'd" are two words.
  private mutating func endWord(from start: Int, apostrophe: Int) {
    guard letters.count > start else { return }
    guard apostrophe > start, let full = Contractions.full(ending: letters[apostrophe...]) else {
      words.append(start..<letters.count)
      return
    }
    letters.removeSubrange(apostrophe...)
    words.append(start..<apostrophe)
    breaks.append(.none)
    letters.append(contentsOf: full)
    words.append(apostrophe..<letters.count)
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    [0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0xFF07].contains(scalar.value)
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
      // "100mg" is an amount.
      guard
        !digits.contains(letters[range.lowerBound]) || range.count < 3
          || !digits.contains(letters[range.lowerBound + 1])
      else { continue }
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
}

/// What stands between two words, character by character.
private struct Pause {
  private var stops = 0
  private var newlines = 0
  private var hasComma = false
  private var hasMark = false
  private var dashes = 0
  private var hasSpace = false
  /// The word behind the last stop.
  private var sentenceStart = 0

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2E: stops += 1
    case 0x21, 0x3F, 0x3002: hasMark = true
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: newlines += 1
    case 0x2D: dashes += 1
    case 0x2C, 0x3A, 0x3B, 0x28, 0x29, 0x5B, 0x5D, 0x22: hasComma = true
    case 0x20, 0x09, 0xA0: hasSpace = true
    // Dashes, ellipses, inverted marks, emoji: a pause.
    case 0x80...: hasComma = true
    default: break
    }
  }

  /// Decides what the pause was, and begins another.
  ///
  /// Two stops or more are a pause for breath ("i just... want to"); one after a single letter, before a letter, or after a
  /// single word is no end of a sentence ("K.I.L.L.", "a.m.", "I. Want. To.").
  mutating func end(beforeWord index: Int, _ breaks: inout [FoldedText.Break], lastWord: Range<Int>?) {
    let isAfterInitial = lastWord.map { $0.count == 1 } ?? false
    let isStop = stops == 1 && (hasSpace || newlines > 0) && !isAfterInitial && index - sentenceStart > 1
    let isSentence = index == 0 || hasMark || newlines >= 2 || isStop
    let isClause = hasComma || stops >= 2 || dashes >= 2 || (dashes == 1 && hasSpace) || (stops == 1 && !isAfterInitial)
    breaks.append(isSentence ? .sentence : isClause ? .clause : .none)
    let start = isSentence || stops == 1 ? index : sentenceStart
    self = Pause()
    sentenceStart = start
  }
}
