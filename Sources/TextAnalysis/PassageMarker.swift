// What is noted of a passage when it is indexed, so that no question need read its text for it.

/// Terms that no text has: each stands in the index for something that was seen in a passage's heading or text.
package enum PassageMark {
  /// No word holds it.
  private static let first: UInt8 = 1

  /// Heading or first sentence speak about `aspect`; in English.
  package static func speaks(of aspect: QuestionAspect) -> [UInt8] {
    [first] + Array("aspect ".utf8) + Array(aspect.rawValue.utf8)
  }

  /// `shortForm`, folded, stands in capitals behind an opening bracket, or before one: it may be defined there.
  package static func brackets(_ shortForm: some Sequence<UInt8>) -> [UInt8] {
    [first] + Array("short ".utf8) + Array(shortForm)
  }
}

/// The marks of one passage.
package struct PassageMarks {
  /// What heading or first sentence speak about: a bit for each aspect, by its place among all.
  package let aspects: AspectReader.Aspects
  /// Of the short forms beside brackets; each once.
  package let shortForms: [[UInt8]]
  /// By the place of the aspect among all.
  package static let ofAspects = QuestionAspect.allCases.map(PassageMark.speaks)
}

/// Finds the marks of passages, one after another. Not shared between threads.
package struct PassageMarker: ~Copyable {
  /// A first sentence is looked for in so many bytes.
  private static let openingByteCount = 400
  private static let shortFormCounts = 2...6

  private let isEnglish: Bool
  private var reader = AspectReader()
  /// Of the section at hand.
  private var heading: (aspects: AspectReader.Aspects, shortForms: [[UInt8]]) = (0, [])

  package init(language: String) {
    isEnglish = language == "en"
  }

  /// Begins a section with the heading `text`, which `analyzer` has just analysed into `buffer`.
  package mutating func begin(heading text: Span<UInt8>, _ buffer: TokenBuffer, _ analyzer: Analyzer) {
    heading.aspects = text.count == 0 ? 0 : aspects(of: text, upTo: text.count, buffer, analyzer)
    heading.shortForms = []
    Self.addShortForms(of: text, buffer, analyzer, to: &heading.shortForms)
  }

  /// The marks of a passage of the section with this text, which `analyzer` has just analysed into `buffer`.
  package mutating func marks(of text: Span<UInt8>, _ buffer: TokenBuffer, _ analyzer: Analyzer) -> PassageMarks {
    var shortForms = heading.shortForms
    Self.addShortForms(of: text, buffer, analyzer, to: &shortForms)
    let found = aspects(of: text, upTo: Self.opening(of: text), buffer, analyzer)
    return PassageMarks(aspects: heading.aspects | found, shortForms: shortForms)
  }

  private mutating func aspects(
    of text: Span<UInt8>, upTo end: Int, _ buffer: TokenBuffer, _ analyzer: Analyzer
  ) -> AspectReader.Aspects {
    guard isEnglish, end > 0 else { return 0 }
    // A question speaks about what it asks.
    return reader.aspects(of: buffer, upTo: end, isQuestion: text[end - 1] == UInt8(ascii: "?"), analyzer)
  }

  /// Adds the marks of words in capitals beside an opening bracket, singular and plural.
  private static func addShortForms(
    of text: Span<UInt8>, _ buffer: TokenBuffer, _ analyzer: Analyzer, to marks: inout [[UInt8]]
  ) {
    guard holdsBracket(text) else { return }
    for token in buffer.tokens where !token.isCompound {
      let (start, end) = (token.source.lowerBound, token.source.upperBound)
      let isBehind = start > 0 && text[start - 1] == UInt8(ascii: "(")
      guard isBehind || (end + 1 < text.count && text[end] == 0x20 && text[end + 1] == UInt8(ascii: "(")) else {
        continue
      }
      let word = analyzer.word(ofEntry: token.entry)
      guard word.allSatisfy({ 0x61...0x7A ~= $0 }) else { continue }
      func add(_ form: ArraySlice<UInt8>) {
        guard shortFormCounts ~= form.count, isInCapitals(text, start..<min(end, start + form.count)) else { return }
        let mark = PassageMark.brackets(form)
        if !marks.contains(mark) { marks.append(mark) }
      }
      add(word)
      if word.last == UInt8(ascii: "s") { add(word.dropLast()) }
    }
  }

  private static func holdsBracket(_ text: Span<UInt8>) -> Bool {
    var offset = 0
    let bytes = unsafe text.bytes
    while offset + 8 <= text.count {
      // A byte that is "(" is 0 in the difference.
      let difference = ByteBlock(bytes, at: offset).bits ^ 0x2828_2828_2828_2828
      if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 { return true }
      offset += 8
    }
    while offset < text.count {
      if text[offset] == UInt8(ascii: "(") { return true }
      offset += 1
    }
    return false
  }

  /// Whether only capitals, and full stops between them, stand in `range`.
  private static func isInCapitals(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !(0x41...0x5A ~= text[index] || text[index] == UInt8(ascii: ".")) { return false }
    return true
  }

  /// How many bytes the first sentence has: up to `.`, `?` or `!` before white space, or a line's end.
  static func opening(of bytes: Span<UInt8>) -> Int {
    for index in 0..<min(bytes.count, openingByteCount) {
      switch bytes[index] {
      case UInt8(ascii: "\n"): return index
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        let next = index + 1
        if next == bytes.count || bytes[next] == 0x20 || bytes[next] == 0x0A { return next }
      default: continue
      }
    }
    return min(bytes.count, openingByteCount)
  }
}
