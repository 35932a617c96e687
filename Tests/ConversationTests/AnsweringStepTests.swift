// Each step that can be left out changes an answer when it is.

import Documents
import InvertedIndex
import Questions
import Testing

@testable import Conversation

@Suite struct AnsweringStepTests {
  private let library: Library

  init() throws {
    var settings = Library.settings
    settings.layWords.append(Settings.LayWord(say: ["bike"], search: ["bicycle"]))
    settings.cues = [Settings.Cue(ask: ["how much"], prefer: ["dollars"])]
    library = try Library(settings: settings)
  }

  private static let letter = """
    My brother and I rode all of last summer and it was lovely, and then in autumn the saddle broke and we had to walk \
    with panniers. How long do brake pads last?
    """

  private static let talks: [(AnsweringSteps, [String])] = [
    (.stopList, ["what does oil do with the dust"]),
    (.lightWords, ["can I stay at home in rain"]),
    (.spelling, ["braek pads"]),
    (.layWords, ["a bike rim"]),
    (.acronyms, ["mud guards"]),
    (.cues, ["how much is a chain"]),
    (.longQuestions, [letter]),
    (.preference, ["how long do brake pads last"]),
    (.evidence, ["how long do brake pads last"]),
    (.confidence, ["warm"]),
    (.context, ["brake pads", "and for rain?"]),
    (.changeOfSubject, ["how long do brake pads last", "how low on the rack do panniers hang beside the saddle"]),
  ]

  private func last(of talk: [String], without: AnsweringSteps) throws -> Answer {
    var dialogue = try Dialogue(index: library.index)
    var options = AnswerOptions()
    options.without = without
    var answer: Answer?
    for question in talk { answer = try dialogue.answer(question, options: options) }
    return try #require(answer)
  }

  @Test(arguments: talks.indices) func `leaving a step out changes what it does, and nothing changes the rest`(
    number: Int
  ) throws {
    let (step, talk) = Self.talks[number]
    let usual = try last(of: talk, without: [])
    let changed = try last(of: talk, without: step)
    #expect(
      usual.query.terms != changed.query.terms || usual.results.map(\.score) != changed.results.map(\.score)
        || usual.verdict != changed.verdict, "\(talk)")
    #expect(try last(of: talk, without: []).results.map(\.score) == usual.results.map(\.score))
  }

  @Test func `each step is tried`() {
    #expect(Set(Self.talks.map(\.0)) == Set(AnsweringSteps.named.map(\.step)))
  }

  @Test func `each step has a name, and a name that is none is refused`() {
    for (name, step) in AnsweringSteps.named { #expect(AnsweringSteps(names: name) == step) }
    #expect(AnsweringSteps(names: "spelling,cues") == [.spelling, .cues])
    for names in ["speling", "", ",", "cues,"] { #expect(AnsweringSteps(names: names) == nil) }
    #expect(Set(AnsweringSteps.named.map(\.name)).count == AnsweringSteps.named.count)
    #expect(Set(AnsweringSteps.named.map(\.step)).count == AnsweringSteps.named.count)
  }
}
