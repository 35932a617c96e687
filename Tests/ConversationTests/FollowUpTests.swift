// What a turn takes over from the one before, and what it does not.

import Documents
import InvertedIndex
import Testing

@testable import Conversation

@Suite struct FollowUpTests {
  private let library: Library

  init() throws {
    library = try Library()
  }

  @Test(arguments: [
    "and for chains?", "what about chains?", "how about chains", "but chains", "chains", "even for chains",
  ])
  func `an elliptical turn carries the words of the answered one before`(turn: String) throws {
    let answers = try library.answers("what does oil do with dust", turn)
    #expect(answers[0].verdict == .answered && answers[0].carried.isEmpty)
    #expect(answers[1].carried == ["oil"] || answers[1].carried == ["oil", "dust"], "\(answers[1].carried)")
    #expect(answers[1].carriedFrom == "what does oil do with dust")
    let carried = answers[1].query.terms.filter { String(decoding: $0.term, as: UTF8.self) == "oil" }
    #expect(carried.map(\.weight) == [FollowUp.weight])
  }

  @Test func `a full question that a passage covers carries nothing`() throws {
    let answers = try library.answers("how long do brake pads last", "does rain keep the rider at home")
    #expect(answers[1].carried.isEmpty && answers[1].carriedFrom == nil)
  }

  @Test func `a new condition replaces the old one behind the same kind of word`() throws {
    let answers = try library.answers("does oil drip with dust", "and with rain?")
    #expect(answers[1].carried.contains("oil") && !answers[1].carried.contains("dust"))
  }

  @Test func `a correction drops the end of the question before and keeps the rest`() throws {
    let answers = try library.answers("brake pads for rain", "no, I meant for hills")
    #expect(answers[1].carried == ["brake", "pads"])
    #expect(answers[1].query.terms.contains { String(decoding: $0.term, as: UTF8.self) == "hill" && $0.weight == 1 })
    #expect(!answers[1].query.terms.contains { String(decoding: $0.term, as: UTF8.self) == "meant" })
    #expect(answers[1].question == "no, I meant for hills")
  }

  @Test func `nothing is carried out of an unanswered turn, which leaves the last answered one standing`() throws {
    let answers = try library.answers("what does oil do with dust", "moon volcanoes of zanzibar", "and for chains?")
    #expect(answers[1].verdict == .noAnswer)
    #expect(answers[2].carriedFrom == "what does oil do with dust")
    #expect(!answers[2].carried.contains("moon") && answers[2].carried.contains("oil"))
    #expect(try library.answers("moon volcanoes", "and for chains?")[1].carried.isEmpty)
  }

  @Test func `nothing is carried over the card, and a correction of it corrects nothing`() throws {
    let answers = try library.answers("what does oil do with dust", "i want to die", "no, I meant the rain")
    #expect(answers[2].carried.isEmpty)
  }

  @Test func `a new conversation begins with nothing`() throws {
    var dialogue = try Dialogue(index: library.index)
    _ = try dialogue.answer("what does oil do with dust", options: AnswerOptions())
    dialogue.reset()
    #expect(try dialogue.answer("and for chains?", options: AnswerOptions()).carried.isEmpty)
  }

  @Test func `a turn of function words alone is answered from what it carries`() throws {
    let answers = try library.answers("what does oil do with dust", "why")
    #expect(answers[1].verdict == .answered && answers[1].carried == ["oil", "dust"])
    #expect(try library.answer("why").verdict == .notUnderstood)
  }

  @Test func `over many turns, what was said long ago weighs less and is forgotten at last`() throws {
    let turns = ["and for links?", "and for cassettes?", "and for wool?", "and for mudguards?", "and for luggage?"]
    var dialogue = try Dialogue(index: library.index)
    _ = try dialogue.answer("brake pads", options: AnswerOptions())
    var weights: [Float] = []
    for turn in turns + turns + turns {
      let answer = try dialogue.answer(turn, options: AnswerOptions())
      weights.append(answer.query.terms.first { String(decoding: $0.term, as: UTF8.self) == "pad" }?.weight ?? 0)
    }
    #expect(weights[0] > 0 && weights.last == 0, "\(weights)")
    for (earlier, later) in zip(weights, weights.dropFirst()) { #expect(later <= earlier, "\(weights)") }
  }

  @Test func `a full question on another subject leaves the one before, also after many turns on it`() throws {
    var dialogue = try Dialogue(index: library.index)
    for turn in ["how does rain wear brake pads down", "and the rotor?", "what do pads cost", "are they safe in rain"] {
      _ = try dialogue.answer(turn, options: AnswerOptions())
    }
    let answer = try dialogue.answer("how low on the rack do panniers hang beside the saddle", options: AnswerOptions())
    #expect(answer.carriedFrom == nil && answer.results.first?.passage.heading == "Luggage")
  }

  @Test func `a thing named alone takes the place of the subject of the question before`() throws {
    let replaced = try library.answers("how long do pads wear", "and rotors?")[1]
    #expect(replaced.carriedFrom != nil && !replaced.carried.contains("pads"), "\(replaced.carried)")
    // Where there is an object, that is replaced.
    let object = try library.answers("does oil grind links", "and dust?")[1]
    #expect(object.carried.contains("oil") && !object.carried.contains("links"), "\(object.carried)")
  }

  @Test func `coverage is of the turn's own words, whatever is carried`() throws {
    let answers = try library.answers("what does oil do with dust", "and for zanzibar?")
    #expect(answers[1].verdict == .noAnswer && answers[1].coverage == 0 && answers[1].missing == ["zanzibar"])
  }

  @Test func `a word that every passage about the subject has asks for nothing`() throws {
    let passages: [(heading: String?, text: String)] = [
      (nil, "After the treatment the saddle dries for an hour."), (nil, "Leather is treated with wax."),
      (nil, "The treatment keeps water out."), (nil, "Sweat is salty."),
      (nil, "Rails are steel."), (nil, "Noses wear."),
    ]
    var settings = Library.settings
    let undeclared = try Library([("saddle.md", "Saddles", passages)], settings: settings)
    settings.topic = ["saddle"]
    let declared = try Library([("saddle.md", "Saddles", passages)], settings: settings)
    #expect(try !undeclared.answer("what comes after my treatment").alsoSearched.isEmpty)
    #expect(try declared.answer("what comes after my treatment").alsoSearched.isEmpty)
  }

  @Test func `where the articles declare a subject, "it" is that subject`() throws {
    var settings = Library.settings
    settings.topic = ["chain"]
    let declared = try Library(settings: settings)
    #expect(try declared.answers("brake pads in wet hills", "does it make a noise")[1].carried.isEmpty)
    #expect(!(try library.answers("brake pads in wet hills", "does it make a noise")[1].carried.isEmpty))
  }

  @Test func `a question of form alone is about the declared subject, unless a turn went before`() throws {
    var settings = Library.settings
    settings.topic = ["chain"]
    settings.cues = [Settings.Cue(ask: ["how often"], prefer: ["week"])]
    let declared = try Library(settings: settings)
    let answer = try declared.answer("how often")
    #expect(answer.results.first?.passage.heading == "Cost" && answer.results.first?.article.path.text == "chain.md")
    #expect(try declared.answers("brake pads", "no, I meant how often")[1].results.isEmpty == false)
    #expect(try declared.answers("brake pads in hills", "how often")[1].carried.isEmpty == false)
    #expect(try declared.answer("why").verdict == .notUnderstood)
    settings.topic = []
    #expect(try Library(settings: settings).answer("how often").verdict == .notUnderstood)
  }

  @Test func `"them" is what was said before, though the articles have a declared subject`() throws {
    var settings = Library.settings
    settings.topic = ["chain"]
    let declared = try Library(settings: settings)
    let answers = try declared.answers("what do panniers hang on", "are children steadier than them")
    #expect(answers[1].carried.contains("panniers"))
    let each = try declared.answers("what do brake pads cost", "how long does each one last")
    #expect(each[1].carried.contains("brake") && !each[1].query.terms.contains { $0.term == Array("1".utf8) })
  }

  @Test func `a turn of words that nearly all passages have still takes over what was asked before`() throws {
    var settings = Library.settings
    settings.topic = ["chain"]
    let passages = (0..<60).map { (heading: String?.none, text: "A chain is part \($0) of a bicycle.") }
    let many = Library.bicycles + [(file: "parts.md", title: "Parts of a chain", passages: passages)]
    let answers = try Library(many, settings: settings).answers("what do rotors cost", "and chains?")
    let carried = answers[1].query.terms.first { $0.term == Array("cost".utf8) }
    #expect(try #require(carried).weight > 0.3)
  }
}
