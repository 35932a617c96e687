// How far an answer is one: what a missing word, a word that stands for another, and a slip do to the verdict.

import Documents
import InvertedIndex
import Testing

@testable import Conversation

@Suite struct VerdictTests {
  private let library: Library

  init() throws {
    var settings = Library.settings
    settings.topic = ["bicycle"]
    settings.layWords.append(Settings.LayWord(say: ["shimano", "campagnolo"], search: ["brakes"]))
    settings.layWords.append(Settings.LayWord(say: ["the wet", "wet"], means: "flood"))
    library = try Library(settings: settings)
  }

  @Test(arguments: [
    "does this stuff cause a noise with dry links, or what",
    "would my husband notice that disc brakes are safe in rain",
    "I'm dying to know how long brake pads last", "how long do brake pads probably last anyway",
  ])
  func `light words do not keep a question from being answered`(question: String) throws {
    let answer = try library.answer(question)
    #expect(answer.verdict == .answered)
    #expect(answer.missing.isEmpty && !answer.results.isEmpty)
  }

  @Test(arguments: [
    ("are disc brakes safe on ice", "ice"), ("is oil dangerous for babies", "babies"),
    ("is it safe to eat chain oil", "eat"),
    ("are disc brakes safe with Teflon", "teflon"),
  ])
  func `a question for harm with a missing word shows nothing`(question: String, word: String) throws {
    let answer = try library.answer(question)
    #expect(answer.verdict == .noAnswer && answer.results.isEmpty)
    #expect(answer.missing.contains(word))
  }

  @Test(arguments: ["can I use chain oil with shimano", "is chain oil safe with Shimano"])
  func `what goes together is named although another word stands for it`(question: String) throws {
    let answer = try library.answer(question)
    #expect(answer.verdict != .answered)
    #expect(answer.missing == ["shimano"])
  }

  @Test(arguments: ["can I use disc brakes in the wet", "how long do wet brakes last"])
  func `a question about what a word means is refused where no article has that`(question: String) throws {
    let answer = try library.answer(question)
    #expect(answer.verdict == .noAnswer && answer.missing == ["flood"] && answer.results.isEmpty)
    #expect(answer.rule == .missingMeant("flood"))
    #expect(answer.corrected.contains { $0.to == "flood" && $0.reason == .meant })
  }

  @Test func `two things are together only where a passage puts them together`() throws {
    let apart = try library.answer("can I use disc brakes with pads")
    #expect(apart.verdict == .partly && apart.rule == .uncombined && apart.missing.isEmpty)
    let together = try library.answer("can I use chain oil with links")
    #expect(together.rule != .uncombined)
  }

  @Test func `a word that another stands for is no missing one elsewhere`() throws {
    let answer = try library.answer("how good are campagnolo in rain")
    #expect(answer.missing.isEmpty && answer.verdict == .answered)
  }

  @Test func `a real word that may be a slip is answered in part, and named`() throws {
    let answer = try library.answer("how long do break pads last")
    #expect(answer.verdict == .partly && answer.missing == ["break"])
    #expect(answer.alsoSearched.contains { $0.word == "break" && $0.searched == ["brake"] })
    #expect(answer.corrected.isEmpty)
    #expect(answer.results.first?.citation.path.text == "brakes.md")
  }

  @Test func `light words alone ask for nothing`() throws {
    #expect(try library.answer("is everything okay with somebody").verdict == .notUnderstood)
  }
}
