// Negations and conditions are told, however their apostrophes are written.

import Testing

@testable import TextAnalysis

@Suite struct RestrictingWordsTests {
  @Test(arguments: ["not", "never", "don't", "isn\u{2019}t", "cannot", "without", "nor"])
  func `what denies is a negation`(word: String) {
    #expect(RestrictingWords.isNegation(Array(word.utf8)) && RestrictingWords.restricts(Array(word.utf8)))
  }

  @Test(arguments: ["unless", "if", "only", "except", "until", "avoid", "whenever"])
  func `what sets a condition or warns off restricts, and denies nothing`(word: String) {
    #expect(RestrictingWords.restricts(Array(word.utf8)) && !RestrictingWords.isNegation(Array(word.utf8)))
  }

  @Test(arguments: ["", "n't", "knot", "ifs", "lonely", "want"]) func `other words do not`(word: String) {
    #expect(RestrictingWords.restricts(Array(word.utf8)) == (word == "n't"))
  }

  @Test func `a text restricts if one of its words does, in capitals too`() {
    #expect(RestrictingWords.restricts(text: "Do NOT ride if:") && RestrictingWords.restricts(text: "we can\u{2019}t"))
    #expect(!RestrictingWords.restricts(text: "Knots are typical:") && !RestrictingWords.restricts(text: ""))
  }

  @Test func `every word that is listed is found`() {
    #expect(RestrictingWords.all.count > 30 && RestrictingWords.all.allSatisfy(RestrictingWords.restricts))
  }
}
