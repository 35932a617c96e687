// Real words typed for others: searched besides, never instead; and what goes together with the subject.

import Documents
import InvertedIndex
import Testing

@testable import Questions

@Suite struct ConfusedWordTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  private func slips(_ text: String) throws -> [QuestionExpansion] {
    try reader.read(text).expansions.filter { $0.reason == .spelling }
  }

  @Test(arguments: [
    ("how quickly does it clam the evenings", "clam", "calm"), ("is it a bats", "bats", ""),
    ("who are the nruse", "nruse", ""),
    ("the side affects", "affects", "effects"), ("what about restless peep", "peep", ""),
    ("does it clams", "clams", "calms"),
  ])
  func `swapped letters and words that sound alike are searched besides`(text: String, typed: String, meant: String)
    throws
  {
    let found = try slips(text)
    guard !meant.isEmpty else {
      #expect(found.isEmpty)
      return
    }
    let question = try reader.read(text)
    #expect(found.map(\.expanded) == [typed] && found.map(\.words) == [[meant]])
    #expect(question.corrections.isEmpty)
    let word = try #require(question.words.first { $0.typed == typed })
    #expect(word.passageFrequency == 0)
    #expect(found[0].terms.allSatisfy { $0.weight < 1 })
    #expect(found[0].covers.map { question.words[$0].typed } == [typed])
  }

  @Test(arguments: [
    ("cud it cause nausea", "could"), ("wen does nausea come", "when"), ("witch is rare", "which"),
    ("wood it cause nausea", "would"), ("weather it causes nausea", "whether"),
  ])
  func `a real word written by ear for a function word is told by what comes next`(text: String, meant: String) throws {
    #expect(try reader.read(text).corrections.map(\.corrected) == [meant])
  }

  @Test(arguments: ["the witch is rare", "bad weather is rare", "the clothes I wear do itch", "nausea of wood"])
  func `where it is in its place it stays`(text: String) throws {
    #expect(try reader.read(text).corrections.isEmpty)
  }

  @Test(arguments: [
    "wine", "liver", "beer", "hose", "warn", "dollar", "ease", "bath", "days", "hungry",
  ])
  func `other real words are what they are`(word: String) throws {
    #expect(try slips("is it good for the \(word)").isEmpty)
  }

  @Test(arguments: ["does Clam have it", "does CLAM have it", "is \"clam\" covered"])
  func `names and quoted words are what they are`(text: String) throws {
    #expect(try slips(text).isEmpty)
  }

  @Test func `a word the operator knows is what it is`() throws {
    var settings = SmallIndex.settings()
    settings.layWords.append(Settings.LayWord(say: ["clam"], search: ["bath"]))
    let question = try SmallIndex.questionReader(settings).read("does it clam")
    #expect(question.expansions.allSatisfy { $0.reason != .spelling })
  }

  @Test func `words of one group are found from each other`() {
    func others(_ word: String) -> [String] {
      ConfusedWords.soundingLike(Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(others("hart") == ["heart"] && others("heart") == ["hart"])
    #expect(others("vain") == ["vein", "vane"])
    #expect(others("nausea").isEmpty && others("").isEmpty && others(",").isEmpty)
  }

  @Test(arguments: [
    ("how fast dose it work", "dose", "does"), ("what is the right does of valerian", "does", "dose"),
  ])
  func `does and dose are told apart by what stands beside them, and said`(text: String, typed: String, meant: String)
    throws
  {
    let question = try reader.read(text)
    #expect(question.corrections == [SpellingCorrection(typed: typed, corrected: meant, reason: .misplaced)])
  }

  @Test(arguments: [
    "what is the dose", "how does it work", "is the dose it takes high", "does it work", "a dose of valerian",
  ])
  func `does and dose in their places stay`(text: String) throws {
    #expect(try reader.read(text).corrections.isEmpty)
  }

  @Test(arguments: [
    ("can I take it with sertraline", ["sertraline"]), ("is it safe while on lithium", ["lithium"]),
    ("can I mix alcohol and valerian", ["alcohol", "and", "valerian"]),
    ("does it interact with warfarin", ["warfarin"]),
    ("does it help with nausea", []), ("what is valerian", []), ("is it ok with milk for the evenings", ["milk"]),
    ("with", []),
  ])
  func `what goes together with the subject is known`(text: String, together: [String]) {
    let words = text.lowercased().split(separator: " ").map { Array($0.utf8) }
    #expect(Combination.tokens(in: words).map { String(decoding: words[$0], as: UTF8.self) } == together)
  }

  @Test func `only content words are kept of what goes together`() throws {
    let question = try reader.read("can I have valerian with my antidepressants")
    #expect(question.combinedWords.map { question.words[$0].typed } == ["antidepressants"])
  }
}
