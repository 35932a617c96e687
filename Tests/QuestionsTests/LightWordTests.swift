// Words of general meaning, and figures of speech: what a question is not about.

import Documents
import InvertedIndex
import Testing

@testable import Questions

@Suite struct LightWordTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  private func words(_ text: String) throws -> [String] {
    try reader.read(text).words.map { $0.corrected ?? $0.typed }
  }

  @Test(arguments: [
    "does this stuff cause nausea", "can nausea happen to somebody", "what kinda nausea does everybody basically get",
    "will my husband probably notice nausea", "is there honestly any chance of nausea whatsoever",
    "do people maintain, gain or suffer nausea", "who experiences nausea", "will nausea be mentioned",
    "I was sorta wondering whether nausea occurs", "whats the deal with nausea",
  ])
  func `light words that no article has are passed over`(text: String) throws {
    #expect(try words(text).contains("nausea"))
    #expect(try reader.read(text).words.allSatisfy { $0.passageFrequency > 0 || $0.typed == "whatsoever" })
  }

  @Test(arguments: [
    "eat", "drink", "alcohol", "pregnant", "breastfeeding", "children", "son", "daughter", "kids", "smoke",
    "sex",
    "lose", "worsen", "increase", "hurt", "harm", "damage", "trigger", "kill", "prevent", "mix", "combine", "prepare",
    "swim",
    "weight", "liver", "phone", "sunday", "refund", "grandmother", "teenager", "daily", "back pain", "lithium",
  ])
  func `what a question may be about is never light`(word: String) throws {
    for part in word.split(separator: " ").filter({ $0 != "back" }) {
      #expect(!LightWords.contains(Array(part.utf8)))
      #expect(!StopList(language: "en").contains(Array(part.utf8)))
    }
    #expect(try reader.read("is valerian ok with \(word)").words.contains { $0.passageFrequency == 0 })
  }

  @Test func `a light word that an article has is searched at a low weight`() throws {
    let question = try reader.read("does anybody notice dizziness when nothing works")
    let light = question.words.filter(\.isLight).map(\.typed)
    #expect(light == ["notice", "nothing"])
    let query = try reader.query(for: question)
    for (word, term) in zip(question.words, query.terms) { #expect(word.isLight ? term.weight < 1 : term.weight == 1) }
  }

  @Test func `a rare light word tells no more than a common one`() {
    let common = LightWords.weight(idf: 0.5)
    #expect(common == 0.5)
    let rare = LightWords.weight(idf: 7)
    #expect(rare > 0 && rare * 7 < 0.5 * 2.4)
  }

  @Test(arguments: ["what's the deal with this stuff", "is everything okay", "tell me whatever"])
  func `light words alone are not understood`(text: String) throws {
    #expect(try reader.read(text).form == .onlyFunctionWords)
  }

  @Test func `what the operator gave a meaning is not light`() throws {
    var settings = SmallIndex.settings()
    settings.layWords.append(Settings.LayWord(say: ["messed up", "weird"], search: ["dizziness"]))
    let reader = try SmallIndex.questionReader(settings)
    let weird = try reader.read("will I feel weird")
    #expect(weird.words.contains { $0.typed == "weird" && !$0.isLight })
    let phrase = try reader.read("will I be messed up")
    #expect(phrase.expansions.contains { $0.reason == .layWord && $0.expanded == "messed up" })
    #expect(phrase.words.count == 1)
    // Several words have the meaning together, so that each of them weighs less.
    #expect(phrase.words.map(\.isLight) == [true])
    #expect(phrase.expansions.first?.covers == [0])
  }

  @Test func `help and work weigh in full where an article has them, and nothing where none has`() throws {
    let reads = try reader.read("does it work, or help with nausea")
    #expect(reads.words.map(\.typed) == ["work", "nausea"])
    #expect(reads.words.allSatisfy { !$0.isLight })
  }

  @Test func `a light word in quotation marks is searched as it stands`() throws {
    let question = try reader.read("\"most people notice\"")
    #expect(question.words.map(\.typed) == ["most", "people", "notice"])
    #expect(question.words.allSatisfy { !$0.isLight })
  }

  @Test func `a misspelt light word is set right and then passed over`() throws {
    let question = try reader.read("does somebdy get nausea")
    #expect(question.corrections == [SpellingCorrection(typed: "somebdy", corrected: "somebody")])
    #expect(question.words.map(\.typed) == ["nausea"])
  }

  @Test func `a corrected word is neither light nor a function word where those steps are left out`() throws {
    let text = "does somebdy get nausea wiht tea"
    let typed = { try self.reader.read(text, without: $0).words.map { $0.corrected ?? $0.typed } }
    #expect(try typed([]) == ["nausea", "tea"])
    #expect(try typed(.lightWords) == ["somebody", "nausea", "tea"])
    #expect(try typed([.stopList, .lightWords]).contains("with"))
  }

  @Test(arguments: [
    "I'm dying to know about nausea", "I'm scared to death of nausea", "not gonna lie, nausea?",
    "to make a long story short, nausea", "my boss will kill me if there is nausea", "I'm dead tired, nausea",
    "it's costing me an arm and a leg already, nausea", "what the hell about nausea", "I'm worried sick about nausea",
    "I would kill for nausea", "I'm sick and tired of nausea", "nausea is killing me",
  ])
  func `a figure of speech is not searched`(text: String) throws {
    #expect(try words(text) == ["nausea"])
  }

  @Test(arguments: [
    ("is valerian dying out", "dying"), ("can valerian kill", "kill"), ("does my arm hurt", "arm"),
    ("death and valerian", "death"),
    ("sick of the tea or sick from it", "sick"), ("has valerian a pain in the neck for an effect", "pain"),
    ("is urine bloody with valerian", "bloody"), ("I almost died from valerian", "died"),
  ])
  func `the words of figures of speech mean what they say elsewhere`(text: String, word: String) throws {
    #expect(try words(text).contains(word))
  }

  @Test func `a lay word within a figure of speech means nothing, a lay phrase does`() throws {
    var settings = SmallIndex.settings()
    settings.layWords.append(Settings.LayWord(say: ["worried", "rule me out"], search: ["doctor"]))
    let reader = try SmallIndex.questionReader(settings)
    #expect(try reader.read("I'm worried sick about nausea").expansions.allSatisfy { $0.reason != .layWord })
    #expect(try reader.read("I'm worried about nausea").expansions.contains { $0.reason == .layWord })
    #expect(try reader.read("will nausea rule me out").expansions.contains { $0.expanded == "rule me out" })
  }

  @Test func `each of two words in one row is covered`() throws {
    let question = try reader.read("will I throw up or be queasy")
    let rows = question.expansions.filter { $0.reason == .layWord }
    #expect(rows.map(\.expanded) == ["throw up", "queasy"])
    #expect(Set(rows.flatMap(\.covers)) == Set(question.words.indices))
  }
}
