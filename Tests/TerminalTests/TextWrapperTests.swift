// Lines that fit, and that still know which bytes they show.

import Terminal
import Testing

@Suite struct TextWrapperTests {
  @Test func `words move to the next line whole`() {
    let lines = TextWrapper(columns: 20).wrapped("The quick brown fox jumps over the lazy dog.")
    #expect(lines == ["The quick brown fox", "jumps over the lazy", "dog."])
  }

  @Test func `a line may be filled to the last column`() {
    #expect(TextWrapper(columns: 9).wrapped("four five six") == ["four five", "six"])
  }

  @Test func `indents stand before the first and the other lines`() {
    let lines = TextWrapper(columns: 16, indent: 2, hangingIndent: 4).wrapped("alpha beta gamma delta")
    #expect(lines == ["  alpha beta", "    gamma delta"])
  }

  @Test func `list items keep their own lines and hang by their markers`() {
    let lines = TextWrapper(columns: 20, indent: 2).wrapped(
      "Bring with you:\n- a list of medicines\n10. something warm to wear")
    #expect(lines == ["  Bring with you:", "  - a list of", "    medicines", "  10. something warm", "      to wear"])
  }

  @Test func `a word wider than the line is cut between graphemes`() {
    #expect(TextWrapper(columns: 8).wrapped("日本語日本語 ok") == ["日本語日", "本語 ok"])
    #expect(TextWrapper(columns: 8).wrapped("abcdefghijk") == ["abcdefgh", "ijk"])
  }

  @Test func `a no-break space does not break`() {
    #expect(TextWrapper(columns: 10).wrapped("take 40\u{A0}mg now") == ["take 40\u{A0}mg", "now"])
  }

  @Test func `an empty text gives no line, an empty line in it an empty one`() {
    #expect(TextWrapper(columns: 20).wrapped("").isEmpty)
    #expect(TextWrapper(columns: 20, indent: 2).wrapped("a\n\nb\n") == ["  a", "", "  b"])
  }

  @Test func `a line may end between ideographs, but begins with no closing sign and ends with no opening one`() {
    #expect(TextWrapper(columns: 12).wrapped("日本語の文章、です。") == ["日本語の文", "章、です。"])
    #expect(TextWrapper(columns: 10).wrapped("日本語で「話す」") == ["日本語で", "「話す」"])
    #expect(TextWrapper(columns: 10).wrapped("see 日本語 now") == ["see 日本語", "now"])
    #expect(TextWrapper(columns: 9).wrapped("see 日本語 now") == ["see 日本", "語 now"])
  }

  /// What texts are made of that terminals and wrappers trip over.
  private static let pool = [
    "a", "word", "é", "e\u{301}", "日本", "「語」", "。", "カー", "👩‍👩‍👧", "👍🏽", "🇺🇸", "กำ", "हिन्दी", "\u{301}", "\u{A0}", "\u{AD}",
    "\u{200D}", "\u{1100}\u{1161}", " ", "  ", "\n", "\t", "antidisestablishmentarianism", "- ", "10. ", "• ",
    "https://a.b/c-d",
  ]

  @Test(arguments: 0..<300)
  func `nothing but white space is lost, no line is too wide, no grapheme is cut`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let text = (0..<80).map { _ in Self.pool.randomElement(using: &random) ?? "" }.joined()
    let columns = Int.random(in: 1...90, using: &random)
    let (indent, hang) = (Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random))
    let bytes = Array(text.utf8)
    let lines = TextWrapper(columns: columns, indent: indent, hangingIndent: hang).lines(of: text)
    let parts = lines.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }

    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 }
    #expect(lines.flatMap { bytes[$0.utf8Range] }.filter { !isBlank($0) } == bytes.filter { !isBlank($0) })
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.utf8Range.upperBound <= $1.utf8Range.lowerBound })

    // Paragraph by paragraph, since a line end is a boundary whatever follows it.
    var boundaries: Set<Int> = []
    var at = 0
    for paragraph in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map({ String(Substring($0)) }) {
      for character in paragraph {
        boundaries.insert(at)
        at += character.utf8.count
      }
      boundaries.insert(at)
      at += 1
    }
    for (line, part) in zip(lines, parts) {
      #expect(boundaries.isSuperset(of: [line.utf8Range.lowerBound, line.utf8Range.upperBound]))
      let room = max(8, columns - line.indent)
      #expect(DisplayWidth.of(part) <= room || part.count == 1, "\(part.debugDescription) in \(room) columns")
    }
  }

  @Test(arguments: 0..<100)
  func `a line is broken only where its next word has no room`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = (0..<40).map { _ in String(repeating: "x", count: Int.random(in: 1...12, using: &random)) }
    let columns = Int.random(in: 12...76, using: &random)
    let lines = TextWrapper(columns: columns).wrapped(words.joined(separator: " "))
    #expect(lines.joined(separator: " ") == words.joined(separator: " "))
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.count + 1 + next.prefix { $0 != " " }.count > columns)
    }
  }
}
