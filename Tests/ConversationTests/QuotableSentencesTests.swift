// A sentence shown alone keeps what denies it and what it depends on.

import Testing

@testable import Conversation

@Suite struct QuotableSentencesTests {
  /// What is shown with the sentence that begins with `start`.
  private func shown(_ start: String, of text: String) -> String? {
    let sentences = QuotableSentences(text)
    let bytes = Array(text.utf8)
    let number = sentences.ranges.firstIndex { bytes[$0].starts(with: Array(start.utf8)) }
    return number.map { String(decoding: bytes[sentences.quotable($0)], as: UTF8.self) }
  }

  @Test func `a sentence that is whole stands alone`() {
    let text = "Wax is dear. Oil is cheap, unless it rains. Both help."
    #expect(shown("Wax", of: text) == "Wax is dear.")
    #expect(shown("Oil", of: text) == "Oil is cheap, unless it rains.")
    #expect(shown("Both", of: text) == "Both help.")
  }

  @Test func `an item keeps a lead-in that denies or limits it, and needs no other`() {
    let denied = "Do not ride if:\nthe chain is dry\na brake squeals"
    #expect(shown("a brake", of: denied) == denied)
    #expect(shown("the chain", of: denied) == "Do not ride if:\nthe chain is dry")
    #expect(shown("a brake", of: "Take with you:\na pump\na brake shoe") == "a brake shoe")
    #expect(shown("a brake", of: "Rain is near. Avoid:\na brake shoe") == "Avoid:\na brake shoe")
  }

  @Test func `a lead-in is shown with its items, which say what it says`() {
    let text = "You may ride if you have:\na lamp\nno fever"
    #expect(shown("You may", of: text) == text)
  }

  @Test(arguments: [
    "Unless it rains.", "Except on gravel.", "But not at night.", "Only on dry roads.", "Not on ice.",
    "And never downhill.", "Until spring.", "Without a load.", "If not, walk.",
  ])
  func `a fragment and the sentence it limits are shown together`(fragment: String) {
    let text = "Wax is dear. Slick tyres are safe. \(fragment) Both help."
    #expect(shown("Slick", of: text) == "Slick tyres are safe. \(fragment)")
    #expect(shown(fragment, of: text)?.hasSuffix("Slick tyres are safe. \(fragment)") == !fragment.hasPrefix("If"))
    #expect(shown("Both", of: text) == "Both help.")
  }

  @Test func `what only goes on is shown with what it goes on from, not the other way round`() {
    let text = "Do not oil the rim. Or the pads. Both slip."
    #expect(shown("Or", of: text) == "Do not oil the rim. Or the pads.")
    #expect(shown("Do not", of: text) == "Do not oil the rim.")
  }

  @Test func `a line that goes on with the line above is one sentence with it`() {
    let text = "It is not\nsafe to ride\nwithout a lamp. Good night."
    #expect(shown("safe", of: text) == "It is not\nsafe to ride\nwithout a lamp.")
    #expect(shown("It is", of: text) == "It is not\nsafe to ride\nwithout a lamp.")
  }

  @Test(arguments: ["", " ", "\n\n", ":", "a\n:", "…", "é\nb", "Not.\nNot.\nNot."])
  func `ranges lie within any text`(text: String) {
    let sentences = QuotableSentences(text)
    for number in sentences.ranges.indices {
      let range = sentences.quotable(number)
      #expect(range.lowerBound >= 0 && range.upperBound <= text.utf8.count && !range.isEmpty)
      #expect(range.contains(sentences.ranges[number].lowerBound))
    }
  }
}
