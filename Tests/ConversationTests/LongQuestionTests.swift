// Worried paragraphs: what is asked, what the story adds, and what of the story no article mentions.

import Documents
import InvertedIndex
import Testing

@testable import Conversation

@Suite struct LongQuestionTests {
  private let library: Library

  init() throws {
    var settings = Library.settings
    settings.topic = ["bicycle"]
    library = try Library(settings: settings)
  }

  private static let story =
    "Hello, I hope that you can help me with this. My neighbor gave me her old one last spring and I have been on it "
    + "every single day since then, in all kinds of weather. "

  @Test func `of a paragraph what asks is looked up and reported`() throws {
    let answer = try library.answer(
      Self.story + "How long do brake pads last? Thank you so much for reading all of this.")
    #expect(answer.notices.contains(.focused(on: "How long do brake pads last?")))
    #expect(answer.verdict == .answered && answer.missing.isEmpty)
    #expect(answer.results.first?.citation.path.text == "brakes.md")
  }

  @Test func `what asks names no subject, so the story does`() throws {
    let answer = try library.answer(
      "The chain on it makes a noise at each turn and I hear it all day long when I go out to work and back again, it is a dry old "
        + "thing that nobody ever looked after. Can you help with that?")
    #expect(answer.alsoSearched.contains { $0.word.isEmpty && $0.searched.contains("chain") })
    #expect(answer.results.first?.citation.path.text == "chain.md")
  }

  @Test(arguments: ["Are disc brakes safe for me?", "Can I have it?", "Is it dangerous?"])
  func `a question for harm is not answered past what somebody says of themselves`(asked: String) throws {
    let answer = try library.answer(Self.story + "I have epilepsy and I take valproate at night. " + asked)
    #expect(answer.verdict != .answered)
    #expect(answer.missing.contains("epilepsy") && answer.missing.contains("valproate"))
  }

  @Test func `what somebody says of themselves does not matter to what is asked of a thing`() throws {
    let answer = try library.answer(Self.story + "I have epilepsy and a zebra. How long do brake pads last?")
    #expect(answer.missing.isEmpty && answer.verdict == .answered)
  }

  @Test func `a short question is read whole`() throws {
    let answer = try library.answer("I have a zebra. How long do brake pads last?")
    #expect(answer.notices.isEmpty && answer.missing == ["zebra"])
  }
}
