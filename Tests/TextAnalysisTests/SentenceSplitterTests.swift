// Where sentences end, and where they only seem to.

import Testing
import TextAnalysis

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter().ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `sentences end at their marks`() {
    #expect(sentences("It rains. Does it? It does! Yes") == ["It rains.", "Does it?", "It does!", "Yes"])
    #expect(sentences("  \n ") == [])
    #expect(sentences("") == [])
  }

  @Test func `closing quotes and brackets belong to the sentence they close`() {
    #expect(sentences("“Stay.” She stayed. (He left.) So?") == ["“Stay.”", "She stayed.", "(He left.)", "So?"])
    #expect(sentences("\"Really?\" he asked. No.") == ["\"Really?\" he asked.", "No."])
  }

  @Test func `abbreviations, initials and decimals end nothing`() {
    #expect(
      sentences("Dr. Owl gave 2.5 grams. Then J. R. Fox came.") == ["Dr. Owl gave 2.5 grams.", "Then J. R. Fox came."])
    #expect(
      sentences("Fruit, e.g. Apples, vs. Pears. See no. 5 there.")
        == ["Fruit, e.g. Apples, vs. Pears.", "See no. 5 there."])
    #expect(sentences("She said no. They left.") == ["She said no.", "They left."])
    #expect(sentences("At 5 p.m. The owl woke.") == ["At 5 p.m.", "The owl woke."])
    #expect(sentences("The U.S. Mint opened. The end.") == ["The U.S. Mint opened.", "The end."])
    #expect(sentences("He came from the U.S. The owl did not.") == ["He came from the U.S.", "The owl did not."])
  }

  @Test func `an ellipsis ends a sentence only before a new one`() {
    #expect(sentences("Well... maybe. Well… Maybe.") == ["Well... maybe.", "Well…", "Maybe."])
  }

  @Test func `a newline always ends a sentence`() {
    #expect(sentences("First item\nsecond item\n\n- third") == ["First item", "second item", "- third"])
  }

  @Test func `ideographic full stops need no space`() {
    #expect(sentences("雨です。晴れ！") == ["雨です。", "晴れ！"])
  }

  @Test func `ranges are sorted, disjoint, and leave out nothing but white space`() {
    let alphabet = Array("ab. .!?…\n\"'”) (A1。é,".unicodeScalars)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<30 { view.append(alphabet[Int.random(in: alphabet.indices, using: &generator)]) }
      let text = String(view)
      let bytes = Array(text.utf8)
      var end = 0
      for range in SentenceSplitter().ranges(in: text) {
        #expect(range.lowerBound >= end && !range.isEmpty)
        #expect(bytes[end..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x0A })
        #expect(String(validating: bytes[range], as: UTF8.self) != nil)
        end = range.upperBound
      }
      #expect(bytes[end...].allSatisfy { $0 == 0x20 || $0 == 0x0A })
    }
  }
}
