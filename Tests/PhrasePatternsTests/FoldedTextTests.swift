import Testing

@testable import PhrasePatterns

/// Words of a text, and where its sentences and clauses end.
@Suite struct FoldedTextTests {
  private func words(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.words.map { String(decoding: folded.letters[$0], as: UTF8.self) }
  }

  private func breaks(_ text: String) -> [FoldedText.Break] {
    FoldedText(text).breaks
  }

  @Test(arguments: ["can't", "cant", "can\u{2019}t", "CANNOT", "can not", "can t", "c\u{200B}an't"])
  func `a contraction is read in full however it is written`(text: String) {
    #expect(words(text) == ["can", "not"])
  }

  @Test func `what stands for other words is those words`() {
    #expect(words("I'm, im; I am") == ["i", "am", "i", "am", "i", "am"])
    #expect(words("wanna go") == ["want", "to", "go"])
    #expect(words("I'll they're who'd we've") == ["i", "will", "they", "are", "who", "would", "we", "have"])
    #expect(words("ill were wed") == ["ill", "were", "wed"])
    #expect(words("my self any more") == ["myself", "anymore"])
    #expect(words("my self-harm") == ["my", "self", "harm"])
  }

  @Test func `look-alikes, accents and wide letters are plain letters, amounts stay`() {
    #expect(words("k1ll mys3lf") == ["kill", "myself"])
    #expect(words("w\u{E0}nt \u{FF4B}ill M\u{C1}S") == ["want", "kill", "mas"])
    #expect(words("2 42 100mg") == ["2", "42", "100mg"])
  }

  @Test func `sentences end at a stop, a mark or an empty line`() {
    #expect(breaks("one two. three") == [.sentence, .none, .sentence])
    #expect(breaks("one! two? three") == [.sentence, .sentence, .sentence])
    #expect(breaks("one\ntwo\n\nthree") == [.sentence, .none, .sentence])
  }

  @Test func `commas, dashes and dots of hesitation end a clause only`() {
    #expect(breaks("one, two") == [.sentence, .clause])
    #expect(breaks("one - two") == [.sentence, .clause])
    #expect(breaks("one... two") == [.sentence, .clause])
    #expect(breaks("one \u{1F614} two") == [.sentence, .clause])
    #expect(breaks("self-harm") == [.sentence, .none])
    #expect(breaks("a.m. bee") == [.sentence, .none, .none])
  }

  @Test func `every word has letters of its own and a break`() {
    for text in ["", "...", "don't-wanna_cannot 3c\tnew", "''''", "'ll 've", "x'll", "i'd've"] {
      let folded = FoldedText(text)
      #expect(folded.words.count == folded.breaks.count, "\(text)")
      var end = 0
      for word in folded.words {
        #expect(word.lowerBound == end && !word.isEmpty, "\(text)")
        end = word.upperBound
      }
      #expect(end == folded.letters.count, "\(text)")
    }
  }
}
