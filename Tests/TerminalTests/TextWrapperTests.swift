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

  @Test(arguments: 0..<100)
  func `nothing but white space is lost, no line is too wide, no grapheme is cut`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pool = ["a", "word", "é", "e\u{301}", "日本", "👩‍👩‍👧", " ", "  ", "\n", "\t", "antidisestablishmentarianism", "- "]
    let text = (0..<80).map { _ in pool.randomElement(using: &random) ?? "" }.joined()
    let columns = Int.random(in: 12...40, using: &random)
    let bytes = Array(text.utf8)
    let lines = TextWrapper(columns: columns, indent: 2).lines(of: text)
    let parts = lines.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\n" || scalar == "\t" }
    let kept = parts.joined().unicodeScalars.filter { !isBlank($0) }
    #expect(Array(kept) == text.unicodeScalars.filter { !isBlank($0) })
    #expect(zip(lines, parts).allSatisfy { $0.indent + DisplayWidth.of($1) <= columns })
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.utf8Range.upperBound <= $1.utf8Range.lowerBound })
    #expect(parts.reduce(0) { $0 + $1.count } == parts.joined(separator: " ").count - max(0, parts.count - 1))
  }
}
