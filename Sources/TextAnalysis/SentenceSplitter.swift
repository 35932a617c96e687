// Where a text's sentences begin and end.
// It knows English abbreviations and no grammar: what it cannot tell, it leaves together.

/// Cuts text into sentences.
///
/// A sentence ends at a newline; at `.`, `!`, `?` or `…`, with the quotes and brackets that close after it, before white
/// space, unless a small letter follows; and at `。`, `！`, `？` always. Decimals, initials and abbreviations end none.
package struct SentenceSplitter: Sendable {
  package init() {}

  /// The sentences of `text`: half-open, in UTF-8 bytes, sorted, disjoint, never empty, without the white space around.
  /// O(bytes).
  package func ranges(in text: String) -> [Range<Int>] {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let end = sentenceEnd(in: bytes, at: &index, from: start) {
        append(start..<end, of: bytes, to: &ranges)
        start = end
      }
    }
    append(start..<bytes.count, of: bytes, to: &ranges)
    return ranges
  }

  /// The end of the sentence, if what stands at `index` ends it; moves `index` past what was looked at.
  private func sentenceEnd(in text: Span<UInt8>, at index: inout Int, from start: Int) -> Int? {
    if text[index] == UInt8(ascii: "\n") {
      index += 1
      return index
    }
    let first = index
    var isFirm = false
    while let mark = mark(in: text, at: index) {
      isFirm = isFirm || mark.isFirm
      index += mark.byteCount
      if mark.endsAlways {
        skipClosers(in: text, at: &index)
        return index
      }
    }
    guard index > first else {
      index += 1
      return nil
    }
    let isSingleStop = index == first + 1 && !isFirm
    skipClosers(in: text, at: &index)
    guard index < text.count else { return index }
    guard isSpace(text[index]) else { return nil }
    let next = startOfNext(in: text, from: index)
    guard next < text.count else { return index }
    if text[next] == UInt8(ascii: "\n") { return index }
    let nextLetter = firstLetter(in: text, from: next)
    if 0x61...0x7A ~= nextLetter { return nil }
    if isSingleStop, isAbbreviation(in: text, stop: first, from: start, next: next) { return nil }
    return index
  }

  // MARK: Marks

  private struct Mark {
    let byteCount: Int
    /// `!` or `?`.
    var isFirm = false
    /// Ideographic: needs no space after it.
    var endsAlways = false
  }

  private func mark(in text: Span<UInt8>, at index: Int) -> Mark? {
    guard index < text.count else { return nil }
    switch text[index] {
    case UInt8(ascii: "."): return Mark(byteCount: 1)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return Mark(byteCount: 1, isFirm: true)
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < text.count else { return nil }
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xE2, 0x80, 0xA6): return Mark(byteCount: 3)  // …
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F):  // 。 ！ ？
        return Mark(byteCount: 3, isFirm: true, endsAlways: true)
      default: return nil
      }
    default: return nil
    }
  }

  /// Quotes and brackets that close: `"` `'` `)` `]` `”` `’` `»` `」` `』`.
  private func skipClosers(in text: Span<UInt8>, at index: inout Int) {
    while index < text.count {
      let left = text.count - index
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): index += 1
      case 0xC2 where left > 1 && text[index + 1] == 0xBB: index += 2
      case 0xE2 where left > 2 && text[index + 1] == 0x80 && [0x99, 0x9D].contains(text[index + 2]): index += 3
      case 0xE3 where left > 2 && text[index + 1] == 0x80 && [0x8D, 0x8F].contains(text[index + 2]): index += 3
      default: return
      }
    }
  }

  // MARK: Around a full stop

  /// Words that a full stop after them does not make the last of a sentence.
  private static let abbreviations = WordList(
    """
    dr mr mrs ms mx prof st rev hon sr jr vs cf fig figs eq ref refs vol approx resp al e.g i.e eg ie viz ca \
    gen lt capt sgt
    """)
  /// Words that a full stop after them does not make the last of a sentence if a digit follows.
  private static let beforeNumbers = WordList(
    """
    no nos p pp ch sec art tab jan feb mar apr jun jul aug sep sept oct nov dec tel ext
    """)
  /// Words that begin a sentence even after "M.D." or "U.S.".
  private static let openers = WordList(
    """
    a an the this that these those it he she they we you i if in on at as for when while where however but \
    and or there their his her our your my most many some all no one after before since because although \
    what how who why do does is are can
    """)

  /// Whether the full stop at `stop` belongs to an abbreviation or an initial within the sentence.
  private func isAbbreviation(in text: Span<UInt8>, stop: Int, from start: Int, next: Int) -> Bool {
    var begin = stop
    while begin > start, stop - begin < 12, isLetterOrStop(text[begin - 1]) { begin -= 1 }
    let isWhole = begin == start || !isWordByte(text[begin - 1])
    guard begin < stop, isWhole else { return false }
    let word = ascii(text, begin..<stop)
    let folded = word.lowercased()
    if Self.abbreviations.contains(folded) { return true }
    if Self.beforeNumbers.contains(folded) { return 0x30...0x39 ~= text[next] }
    let isInitial = stop - begin == 1 && 0x41...0x5A ~= text[begin] && word != "I"
    let isDotted = folded != word && folded.contains(".")
    guard isInitial || isDotted else { return false }
    var end = next
    while end < text.count, end - next < 12, isLetterOrStop(text[end]) { end += 1 }
    return !Self.openers.contains(ascii(text, next..<end).lowercased())
  }

  private func ascii(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for index in range { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isLetterOrStop(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || 0x30...0x39 ~= byte || byte >= 0x80
  }

  // MARK: White space

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte
  }

  /// Past the white space at `index`, but not past a newline.
  private func startOfNext(in text: Span<UInt8>, from index: Int) -> Int {
    var next = index
    while next < text.count, isSpace(text[next]), text[next] != UInt8(ascii: "\n") { next += 1 }
    return next
  }

  /// The first byte from `index` on that is no opening quote or bracket; 0 at the end.
  private func firstLetter(in text: Span<UInt8>, from index: Int) -> UInt8 {
    var next = index
    while next < text.count, next - index < 8 {
      switch text[next] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["): next += 1
      case 0xE2 where next + 2 < text.count && text[next + 1] == 0x80 && [0x98, 0x9C].contains(text[next + 2]):
        next += 3
      default: return text[next]
      }
    }
    return 0
  }

  /// Adds `range` without the white space at its ends, unless nothing is left.
  private func append(_ range: Range<Int>, of text: Span<UInt8>, to ranges: inout [Range<Int>]) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(text[lower]) { lower += 1 }
    while upper > lower, isSpace(text[upper - 1]) { upper -= 1 }
    if lower < upper { ranges.append(lower..<upper) }
  }
}
