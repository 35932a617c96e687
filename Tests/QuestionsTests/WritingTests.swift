// One thing written in two ways: numbers and their words, British and American spelling, with both sides in the articles.

import Documents
import InvertedIndex
import Testing

@testable import Questions

@Suite struct WritingTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test(arguments: [
    ("40 dollars", "forty dollars"), ("behaviour in the bath", "behavior in the bath"), ("2 baths", "two baths"),
    ("six baths", "6 baths"), ("anaesthesia", "anesthesia"), ("colour of the tea", "color of the tea"),
    ("e-mail", "e\u{2010}mail"), ("don’t bathe", "don't bathe"), ("NAUSEA", "nausea"), ("Valériane", "valeriane"),
  ])
  func `two ways to write it are one question`(one: String, other: String) throws {
    let (left, right) = (try reader.read(one), try reader.read(other))
    #expect(left.words.map(\.term) == right.words.map(\.term))
    #expect(try reader.query(for: left) == reader.query(for: right))
  }

  @Test(arguments: [("40 dollars", 2), ("behaviour", 1), ("what is RLS", 1), ("Restless Legs Syndrome", 3)])
  func `the articles have it as they write it`(text: String, count: Int) throws {
    let words = try reader.read(text).words
    #expect(words.count == count && words.allSatisfy { $0.passageFrequency > 0 })
  }

  @Test(arguments: ["41 dollars", "behaviourist"])
  func `another number or word is another`(text: String) throws {
    #expect(try reader.read(text).words.contains { $0.passageFrequency == 0 })
  }
}
