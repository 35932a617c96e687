// What counts as a duration, an amount, a number, a person; and that passages which hold what was asked for come first.

import Documents
import InvertedIndex
import Questions
import Testing
import TextAnalysis

@testable import Conversation

@Suite struct EvidenceReaderTests {
  private func kinds(_ text: String) -> Set<EvidenceReader.Kind> {
    let reader = EvidenceReader(text, in: 0..<text.utf8.count)
    return Set(EvidenceReader.Kind.allCases.filter { reader.holds(oneOf: [$0]) })
  }

  @Test(arguments: [
    "It takes two to four hours.", "A 24-hour fast.", "The six-month course.", "It lasts for weeks.", "Half an hour.",
    "It is gone in a day.", "Rest for the rest of that day.", "It works immediately.", "Within 40 min of arrival.",
    "About one week.", "It takes a few minutes.", "Give it 3 wks.", "1½ hours, or ٤٠ minutes",
  ])
  func `a duration is told`(text: String) {
    #expect(kinds(text).contains(.duration))
  }

  @Test(arguments: [
    "Twice a day.", "Every two weeks.", "Once per month.", "She is four years old.", "In these days.", "Each week.",
    "Three times a week.", "A second coat of paint.", "At the age of 12 years of age.", "Two infusions a week.",
  ])
  func `how often, and how old, is no duration`(text: String) {
    #expect(!kinds(text).contains(.duration))
  }

  @Test(arguments: [
    "It costs $400.", "A few hundred dollars.", "€ 12,50", "£3", "Take 0.5 mg.", "Two tablets.", "40mg of salt",
    "Up to 70%.", "Forty percent.", "It is free of charge.", "Two cups of flour.", "250 g",
  ])
  func `an amount is told`(text: String) {
    #expect(kinds(text).contains(.amount))
  }

  @Test(arguments: [
    "It costs a lot of money.", "The price depends.", "Pound the nails in.", "It was in 1997.", "Feel free.",
  ])
  func `money in general is no amount`(text: String) {
    #expect(!kinds(text).contains(.amount))
  }

  @Test(arguments: [
    "Once a week.", "Twice weekly.", "Every month.", "Six of them.", "1,347 articles", "One in ten.", "Three times.",
    "Millions of riders.", "Half of them.", "Every other day.", "At 70 percent.", "A dozen eggs.", "about ٤٠",
  ])
  func `a number or a frequency is told`(text: String) {
    #expect(kinds(text).contains(.number))
  }

  @Test(
    arguments: [
      "In 1997 it rained.", "Known since the 1960s.", "At once.", "One example is rust.",
      "Once the course is over, rest.",
      "Vitamin B12 helps.", "",
    ])
  func `a year, a pronoun or a name with a digit is no number`(text: String) {
    #expect(!kinds(text).contains(.number))
  }

  @Test(arguments: [
    "Ask a doctor.", "The staff will help.", "It was made by Jane Smith.", "Dr. Smith made it.", "A cardiologist.",
    "Most people may.", "See a psychiatrist.",
  ])
  func `a person or a role is told`(text: String) {
    #expect(kinds(text).contains(.person))
  }

  @Test(arguments: ["The chain is dry.", "Rust comes with rain.", "List the parts."])
  func `a thing is no person`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test func `only the range that is asked about is read`() {
    let text = "Wait two hours. Then ride."
    #expect(EvidenceReader(text, in: 0..<15).holds(oneOf: [.duration]))
    #expect(!EvidenceReader(text, in: 16..<26).holds(oneOf: [.duration]))
  }
}

@Suite struct EvidenceMatchTests {
  private typealias Articles = [(file: String, title: String?, passages: [(heading: String?, text: String)])]

  private static let articles: Articles = [
    (
      "wax.md", nil,
      [
        (nil, "Wax on a chain wants patience, and wax on a chain wants care, for wax is a hard master."),
        (nil, "Melt the wax. Then lay the chain in it. After forty minutes it is done."),
        (nil, "Wax for one chain comes to $12, as a rule, in most shops."),
        (nil, "A chain is waxed twice a year. The staff of the club has the wax."),
      ]
    ),
    ("lamps.md", nil, [(nil, "Lamps of many kinds shine for ten hours, and cost 30 dollars.")]),
  ]

  private func shown(_ question: String, without: AnsweringSteps = []) throws -> (text: String, best: String)? {
    var options = AnswerOptions()
    options.without = without
    guard
      let passage = try Library(Self.articles, settings: Settings()).answer(question, options: options).results.first
    else { return nil }
    let bytes = Array(passage.passage.text.utf8)
    return (passage.passage.text, passage.best.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "")
  }

  @Test(arguments: [
    ("how long is a chain in wax", "After forty minutes it is done."),
    ("how much is wax for a chain", "Wax for one chain comes to $12, as a rule, in most shops."),
    ("how often is wax on a chain", "A chain is waxed twice a year."),
    ("who has wax for a chain", "The staff of the club has the wax."),
  ])
  func `the passage with the evidence comes first, and the sentence that holds it is best`(
    question: String, best: String
  ) throws {
    #expect(try shown(question)?.best == best)
  }

  @Test func `without evidence asked for, or with the step left out, the words alone rank`() throws {
    let words = try #require(try shown("wax chain"))
    #expect(words.text.hasPrefix("Wax on a chain"))
    let left = try #require(try shown("how long is a chain in wax", without: .evidence))
    #expect(left.best != "After forty minutes it is done.")
  }

  @Test func `evidence far from the question's words lifts nothing`() throws {
    let library = try Library(Self.articles, settings: Settings())
    let answer = try library.answer("how long is a chain in wax")
    for passage in answer.results {
      let isNear = passage.passage.text.contains("forty")
      #expect((passage.lift.evidence > 0) == isNear, "\(passage.passage.text)")
    }
    #expect(answer.results.contains { $0.lift.evidence > 0 })
  }

  @Test func `what is taken over from the turn before counts as the question's own`() throws {
    let library = try Library(Self.articles, settings: Settings())
    let answers = try library.answers("wax on a chain", "how long?")
    let first = try #require(answers[1].results.first)
    #expect(first.passage.text.contains("forty minutes") && first.lift.evidence > 0)
  }
}
