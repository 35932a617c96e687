// What is searched besides the words of a question, and which of them it covers.

import InvertedIndex
import Testing

@testable import Questions

@Suite struct ExpansionTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  private func expansions(_ text: String, _ reason: QuestionExpansion.Reason) throws -> [QuestionExpansion] {
    try reader.read(text).expansions.filter { $0.reason == reason }
  }

  private func terms(_ expansion: QuestionExpansion?) -> [String] {
    (expansion?.terms ?? []).map { String(decoding: $0.term, as: UTF8.self) }
  }

  @Test func `a lay word is searched as the articles' word, at half weight`() throws {
    let found = try expansions("is it addictive", .layWord)
    #expect(found.count == 1)
    #expect(found.first?.words == ["dependence"])
    #expect(found.first?.terms.map(\.weight) == [0.5])
    #expect(found.first?.covers == [0])
  }

  @Test func `a lay phrase may hold function words and must stand together`() throws {
    let found = try expansions("Will Insurance pay for baths?", .layWord)
    #expect(found.first?.expanded == "will insurance pay")
    #expect(found.first?.covers == [0, 1])
    #expect(try expansions("will the insurance pay", .layWord).isEmpty)
  }

  @Test func `only words that some article has are searched for a lay word`() throws {
    #expect(try expansions("will i throw up", .layWord).map(\.words) == [["nausea"]])
    #expect(try expansions("queasy nausea", .layWord).isEmpty)
  }

  @Test func `an apostrophe left out changes nothing`() throws {
    #expect(try expansions("it didnt help", .layWord).count == 1)
    #expect(try expansions("it didn’t help", .layWord).count == 1)
  }

  @Test func `a hyphenated target is searched whole and in parts`() throws {
    let found = try expansions("it didn't help", .layWord).first
    #expect(terms(found) == ["treatmentresist", "treatment", "resist"])
  }

  @Test func `a short form is searched as its long form`() throws {
    let found = try expansions("valerian and rls", .acronym)
    #expect(found.first?.words == ["restless legs syndrome"])
    #expect(found.first?.covers == [1])
    #expect(found.first?.terms.map(\.weight) == [0.5])
    #expect(found.dropFirst().allSatisfy { $0.covers.isEmpty && $0.words.isEmpty })
    #expect(Set(found.flatMap(terms)) == ["restless", "leg", "syndrom"])
  }

  @Test func `a long form is searched as its short form`() throws {
    let found = try expansions("help for restless legs syndrome", .acronym)
    #expect(found.map(\.words) == [["RLS"]])
    #expect(terms(found.first) == ["rls"])
    #expect(found.first?.covers == [0, 1, 2])
  }

  @Test func `a long form that never stands without its short one is not searched besides`() throws {
    #expect(try expansions("SPA water", .acronym).isEmpty)
  }

  @Test func `a hyphenated word is searched as one too`() throws {
    let found = try expansions("treatment-resistant insomnia", .acronym)
    #expect(found.map(terms) == [["treatmentresist"]])
    #expect(found.first?.covers == [0, 1])
    #expect(found.first?.words == [])
  }

  @Test func `a hyphen too many, a space too many, and one too few are got over`() throws {
    #expect(try expansions("is there an e-mail", .acronym).map(terms) == [["email"]])
    #expect(try expansions("anti depressants", .acronym).map(\.words) == [["antidepressants"]])
    #expect(try expansions("sideeffects", .acronym).map(\.words) == [["side effects"]])
  }

  @Test func `expansions are never corrected`() throws {
    var settings = SmallIndex.settings()
    settings.layWords = [.init(say: ["shivers"], search: ["nasuea"])]
    #expect(try SmallIndex.questionReader(settings).read("shivers").expansions.allSatisfy { $0.reason == .topic })
  }

  @Test func `covered places exist and weights are positive`() throws {
    for text in [
      "is it addictive", "rls side effects", "how fast will insurance pay", "who should not use treatment-resistant",
    ] {
      let question = try reader.read(text)
      for expansion in question.expansions {
        #expect(expansion.covers.allSatisfy(question.words.indices.contains))
        #expect(expansion.terms.allSatisfy { $0.weight > 0 })
        #expect(!expansion.terms.isEmpty)
      }
    }
  }
}
