import Testing

@testable import Conversation

/// Folding does not depend on which of its two ways a text takes.
@Suite struct CrisisTextTests {
  @Test func `a plain text and the same with an invisible character fold alike`() {
    let samples = [
      "I can't do this ANYMORE", "do not, don t; don't `quote'", "k1ll 2 42", "i am my self any more", "", "...",
      "wanna-gonna_cannot", "A1B2 3c\tnew\nline",
    ]
    for text in samples + (32..<127).map({ String(UnicodeScalar(UInt8($0))) + "a" }) {
      let plain = CrisisText(text)
      let other = CrisisText(text + "\u{200B}")
      #expect(plain.letters == other.letters, "\(text)")
      #expect(plain.words == other.words, "\(text)")
    }
  }

  @Test func `contractions are one word however they are written`() {
    for text in ["I can't", "i cant", "I can not", "i cannot", "I CAN\u{2019}T"] {
      #expect(CrisisText(text).letters == Array("icant".utf8), "\(text)")
    }
    #expect(CrisisText("I am, I'm, i m").letters == Array("imimim".utf8))
    #expect(CrisisText("wanna go").words.count == 3)
  }
}
