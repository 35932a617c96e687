// Which passages hold the same words together: computed from the sentence that answers, its numbers and its negations.

import Documents
import InvertedIndex
import Testing
import TextAnalysis

@testable import Conversation

@Suite struct AgreementTests {
  private let agreement: Agreement

  init() throws {
    agreement = Agreement(analyzer: try Analyzer(language: "en"))
  }

  private func agrees(_ other: String, with shown: String) -> Bool {
    agreement.holds(agreement.statement(other), wordsOf: agreement.statement(shown))
  }

  private let shown = "Wax on a dry chain lasts 200 kilometers in summer."

  @Test(
    arguments: [
      "Wax on a dry chain lasts 200 kilometers in summer.",
      "In summer, dry wax lasts a chain for 200 kilometers, as a rule.",
    ])
  func `most of the words and the same numbers are enough`(other: String) {
    #expect(agrees(other, with: shown))
  }

  @Test(arguments: [
    "Wax on a dry chain lasts 400 kilometers in summer.", "Wax on a dry chain does not last 200 kilometers in summer.",
    "Wax on a dry chain never lasts 200 kilometers in summer.", "Wax on a dry chain lasts kilometers in summer.",
    "Wax on a dry chain lasts 200 kilometers in summer, unless it rains.",
    "Wax on a dry chain lasts 200 kilometers only in summer.",
    "Wax can't last 200 kilometers on a dry chain in summer.",
    "Wax on a dry chain lasts 200 hours in summer, kilometers or not.", "Chains last.", "",
  ])
  func `another number, a negation or a condition is no agreement`(other: String) {
    #expect(!agrees(other, with: shown))
    #expect(!agrees(shown, with: other))
  }

  @Test(arguments: [
    ("A higher saddle makes hills and long tours safe.", "A lower saddle makes hills and long tours safe."),
    ("Riding downhill in rain on slick tyres is safe.", "Riding downhill in rain on slick tyres is unsafe."),
    ("Oil the chain before each long ride.", "Oil the chain after each long ride."),
  ])
  func `opposites are no agreement`(one: String, other: String) {
    #expect(!agrees(one, with: other) && !agrees(other, with: one))
    #expect(agrees(one, with: one) && agrees(other, with: other))
  }

  @Test func `two short sentences are not compared`() {
    #expect(!agrees("Oil the chain.", with: "Oil the chain."))
  }

  @Test func `numbers in words and in digits are the same number`() {
    #expect(agrees("Wax lasts forty long days on a clean chain.", with: "On a clean chain wax lasts 40 long days."))
  }

  // MARK: - In answers

  private typealias Articles = [(file: String, title: String?, passages: [(heading: String?, text: String)])]

  private func library(_ texts: String...) throws -> Library {
    let articles: Articles = texts.enumerated().map { ("a\($0.offset).md", nil, [(nil, $0.element)]) }
    return try Library(articles, settings: Settings())
  }

  @Test func `a repetition that differs by a negation or a number is shown by itself, and counts for nothing`() throws {
    let text = "Ride a bicycle with a loose saddle over long gravel roads, and keep the pump near for the whole tour"
    for other in ["Do not ride", "Never ride", "Ride 40 times"] {
      let library = try library(text + ".", "\(other)\(text.dropFirst(4)).")
      let results = try library.answer("ride with a loose saddle").results
      #expect(results.count == 2 && results.allSatisfy { $0.alsoIn.isEmpty }, "\(other)")
    }
    let same = try library(text + ".", "\(text) too.").answer("ride with a loose saddle").results
    #expect(same.count == 1 && same[0].alsoIn.map(\.path.text) == ["a1.md"])
  }

  @Test func `the sentence that answers is compared, not the passage around it`() throws {
    let results = try library(
      "A wet leather saddle dries best in the shade near a wall. Tents, stoves and maps are another matter altogether.",
      "Lamps shine, and bells ring out. In the shade near a wall a wet leather saddle dries best. Mudguards rattle on."
    ).answer("how does a wet leather saddle dry").results
    #expect(results.count == 2 && results.map(\.alsoIn.count) == [1, 1])
  }
}
