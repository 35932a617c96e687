// Where the sentences of a paragraph end. It keeps abbreviations, initials and decimals whole.

/// Splits cleaned text into sentences.
enum SentenceSplitter {
  /// The half-open UTF-8 ranges of the sentences, in order, without the white space between them; O(bytes).
  static func sentences(_ text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A {
        append(start..<index, of: text, to: &ranges)
        start = index + 1
      } else if byte == 0x2E || byte == 0x21 || byte == 0x3F, let end = end(of: text, mark: index, from: start) {
        append(start..<end, of: text, to: &ranges)
        start = end
        index = end
        continue
      }
      index += 1
    }
    append(start..<text.count, of: text, to: &ranges)
    return ranges
  }

  private static func append(_ range: Range<Int>, of text: [UInt8], to ranges: inout [Range<Int>]) {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, text[first] == 0x20 { first += 1 }
    while first < last, text[last - 1] == 0x20 { last -= 1 }
    if first < last { ranges.append(first..<last) }
  }

  /// The end of the sentence that the mark at `mark` closes, closing quotes included; `nil` where it closes none.
  private static func end(of text: [UInt8], mark: Int, from start: Int) -> Int? {
    var end = mark + 1
    while end < text.count, let length = closingLength(text, at: end) { end += length }
    guard end < text.count else { return end }
    guard text[end] == 0x20 else { return nil }
    if mark > start, text[mark - 1] == 0x20, text[mark] == 0x2E { return end }
    var next = end
    while next < text.count, text[next] == 0x20 || isOpening(text[next]) { next += 1 }
    guard next < text.count else { return end }
    let follower = text[next]
    if follower &- 0x61 < 26 { return nil }
    return text[mark] == 0x2E && isAbbreviation(text, upTo: mark, from: start) ? nil : end
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x5B
  }

  /// The length of a further mark, closing quote or bracket at `index`; `nil` for anything else.
  private static func closingLength(_ text: [UInt8], at index: Int) -> Int? {
    switch text[index] {
    case 0x21, 0x22, 0x27, 0x29, 0x2E, 0x3F, 0x5D: return 1
    default: break
    }
    let isQuote = index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
    return isQuote && (text[index + 2] == 0x99 || text[index + 2] == 0x9D) ? 3 : nil
  }

  /// Whether the word before the full stop at `mark` is a known abbreviation or an initial.
  private static func isAbbreviation(_ text: [UInt8], upTo mark: Int, from start: Int) -> Bool {
    var first = mark
    while first > start, text[first - 1] != 0x20, !isOpening(text[first - 1]), mark - first < 12 { first -= 1 }
    let word = text[first..<mark]
    if word.count == 1, let letter = word.first, letter &- 0x41 < 26 { return letter != 0x49 }
    return abbreviations.contains(Array(word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
  }

  /// Abbreviations that a capital may follow within the sentence. In `I.` the pronoun is likelier than the initial.
  private static let abbreviations: Set<[UInt8]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "st", "rev", "hon", "jr", "sr", "vs", "e.g", "i.e", "cf", "al", "approx", "no",
      "nos", "fig", "figs", "eq", "vol", "pp", "ed", "eds", "ca", "u.s", "u.k", "dept", "est", "incl",
    ].map { Array($0.utf8) })
}
