// Questions meant to hurt: each is read, in time, and the next one is read as ever.

import Testing

@testable import Questions

@Suite struct HostileQuestionTests {
  @Test(arguments: [
    "(", "\"", "source:", "\" a", " ", "q", "e\u{301}\u{327}", "a-b-", "\u{202E}\u{200B}", "%s%n%x", "1,", "東",
    "how fast ",
    "addictive hooked rls ", "\u{1F468}\u{200D}", "\u{0}",
  ])
  func `a megabyte of anything is read in time`(piece: String) throws {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let reader = try SmallIndex.questionReader()
    let before = try reader.read("is it adictive")
    let clock = ContinuousClock()
    let start = clock.now
    let question = try reader.read(text)
    _ = try reader.query(for: question)
    // A tenth of a second when optimised; not so here, and other tests run beside this one.
    #expect(clock.now - start < .seconds(5))
    #expect(question.text.unicodeScalars.count <= QuestionText.longest)
    #expect(try reader.read("is it adictive") == before)
  }

  @Test func `a page of unknown words is read in time`() throws {
    let reader = try SmallIndex.questionReader()
    var generator = SeededGenerator(seed: 5)
    let words = (0..<700).map { _ in
      String(decoding: (0..<7).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }, as: UTF8.self)
    }
    let text = words.joined(separator: " ")
    let question = try reader.read(text)
    #expect(question.words.count > 300)
    #expect(try reader.read(text) == question)
  }

  @Test func `any text whatever is read, and read again the same`() throws {
    let reader = try SmallIndex.questionReader()
    let pieces = [
      "how fast", "is it", "adictive", "rls", "\"", "'", "source:", "baths", " ", " ", " ", "-", "nasuea", "¿", "ñ",
      "(", "東京",
      "\u{0}", "é", "treatment-resistant", "will insurance pay", "40mg", ".", "?", "\u{2019}s", "who", "can't",
      "twenty-four",
    ]
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<1_500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text += pieces[Int.random(in: pieces.indices, using: &generator)]
      }
      let question = try reader.read(text)
      #expect(try reader.read(text) == question)
      let query = try reader.query(for: question)
      #expect(Set(query.terms.map(\.term)).count == query.terms.count)
      #expect(Set(question.words.map(\.term)).count == question.words.count)
      #expect(question.form != .question || !question.words.isEmpty)
      for expansion in question.expansions {
        #expect(expansion.covers.allSatisfy(question.words.indices.contains))
      }
    }
  }
}

/// A small generator with a fixed seed (SplitMix64): the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
