// Finds the words of a text, one after another: the fast path for ASCII and European letters.
// What it cannot decide by single scalars it leaves to SegmentedWords.

/// Cuts text into words after UAX #29 (Unicode 17), tailored in five points.
///
/// The underscore ends a word. A full stop joins letters only in abbreviations, and is dropped there ("I.V." → `iv`,
/// but "end.Next" is two words). A comma joins digits only as the thousands separator, and is dropped there
/// ("1,000" → `1000`, but "1,2" is two words). An apostrophe does not join digits. A soft hyphen is dropped.
struct WordScanner: ~Copyable {
  /// What `next` found.
  enum Step {
    /// A word, in `key`, which is finished.
    case word
    /// A run of text that begins with a word, or within one, that only UAX #29 as a whole can cut.
    case hard(Range<Int>)
    case end
  }

  private(set) var key = WordKey()
  private let classes = ByteClass.table

  /// The next word of `text` at or after `offset`; O(bytes passed).
  mutating func next(in text: Span<UInt8>, from offset: Int) -> Step {
    var index = offset
    while index < text.count {
      let byte = text[index]
      if ByteClass.isAlphanumeric(byte) { return word(in: text, at: index) }
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let scalar = ForeignScalar(at: index, of: text)
      switch scalar.kind {
      case .letter: return word(in: text, at: index)
      case .hard: return .hard(index..<endOfRun(in: text, from: index))
      default: index += scalar.byteCount
      }
    }
    return .end
  }

  /// The word that begins at `start`, with a letter or a digit.
  private mutating func word(in text: Span<UInt8>, at start: Int) -> Step {
    key.removeAll()
    var index = start
    var last = ByteClass.none
    scan: while true {
      let end = key.appendRun(of: text, from: index)
      if end > index { last = text[end - 1] &- 0x30 < 10 ? .digit : .letter }
      index = end
      guard index < text.count else { break }
      switch classes[Int(text[index])] {
      case .foreign:
        let scalar = ForeignScalar(at: index, of: text)
        if scalar.kind == .hard { return .hard(start..<endOfRun(in: text, from: index)) }
        guard add(scalar, of: text, at: index, last: &last) else { break scan }
        index += scalar.byteCount
      case .apostrophe:
        guard last == .letter, isLetter(in: text, at: index + 1) else { break scan }
        key.append(UInt8(ascii: "'"))
        index += 1
      case .fullStop:
        guard let end = endAfterFullStop(in: text, at: index, wordStart: start, last: last) else { break scan }
        index = end
      case .comma:
        guard isThousandsSeparator(in: text, at: index, wordStart: start) else { break scan }
        index += 1
      case .hyphen, .none, .letter, .digit:
        break scan
      }
    }
    key.source = start..<index
    key.finish()
    return .word
  }

  /// Adds the scalar at `index`, which is not hard, to the key; false where it does not belong to the word.
  private mutating func add(_ scalar: ForeignScalar, of text: Span<UInt8>, at index: Int, last: inout ByteClass) -> Bool
  {
    let after = index + scalar.byteCount
    switch scalar.kind {
    case .letter:
      key.append(contentsOf: text.extracting(index..<after))
      last = .letter
      return true
    case .apostrophe:
      guard last == .letter, isLetter(in: text, at: after) else { return false }
      key.append(UInt8(ascii: "'"))
      return true
    case .softHyphen: return isLetter(in: text, at: after)
    case .hard, .hyphen, .none: return false
    }
  }

  /// Where to go on after the full stop at `index`, if it belongs to the word; what it adds is in the key.
  private mutating func endAfterFullStop(in text: Span<UInt8>, at index: Int, wordStart: Int, last: ByteClass) -> Int? {
    let after = index + 1
    guard after < text.count else { return nil }
    let next = classes[Int(text[after])]
    if last == .digit, next == .digit {
      key.append(UInt8(ascii: "."))
      return after
    }
    guard last == .letter, next == .letter, let end = endOfAbbreviation(in: text, from: wordStart), end > index else {
      return nil
    }
    for offset in after..<end where classes[Int(text[offset])] == .letter { key.append(text[offset]) }
    return end
  }

  /// The end of "e.g", "U.S.A", "Ph.D", without its last full stop: parts of one or two letters, the last of one.
  private func endOfAbbreviation(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while true {
      var length = 0
      while index < text.count, length < 3, classes[Int(text[index])] == .letter {
        index += 1
        length += 1
      }
      guard 1...2 ~= length else { return nil }
      let isJoined = index + 1 < text.count && text[index] == UInt8(ascii: ".") && isLetter(in: text, at: index + 1)
      if !isJoined {
        let isCut = index < text.count && (classes[Int(text[index])] == .digit || isLetter(in: text, at: index))
        return length == 1 && !isCut ? index : nil
      }
      index += 1
    }
  }

  /// Whether the comma at `index` separates thousands: digits alone before it, three or fewer in the first group, and
  /// exactly three after it.
  private func isThousandsSeparator(in text: Span<UInt8>, at index: Int, wordStart: Int) -> Bool {
    var group = 0
    var before = index - 1
    while before >= wordStart, classes[Int(text[before])] == .digit {
      group += 1
      before -= 1
      if group > 3 { return false }
    }
    let isFirst = before < wordStart
    guard isFirst ? group >= 1 : group == 3 && text[before] == UInt8(ascii: ",") else { return false }
    guard index + 3 < text.count else { return false }
    for offset in 1...3 where classes[Int(text[index + offset])] != .digit { return false }
    return index + 4 >= text.count || classes[Int(text[index + 4])] != .digit
  }

  private func isLetter(in text: Span<UInt8>, at index: Int) -> Bool {
    guard index < text.count else { return false }
    switch classes[Int(text[index])] {
    case .letter: return true
    case .foreign: return ForeignScalar(at: index, of: text).kind == .letter
    default: return false
    }
  }

  /// The end of the run of letters, digits, hyphens, apostrophes and foreign scalars from `index` on.
  private func endOfRun(in text: Span<UInt8>, from index: Int) -> Int {
    var end = index
    while end < text.count {
      switch classes[Int(text[end])] {
      case .letter, .digit, .hyphen, .apostrophe, .foreign: end += 1
      case .fullStop, .comma, .none: return end
      }
    }
    return end
  }
}
