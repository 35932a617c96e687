// What a question wants to know, and which sentences speak of it.

import Testing

@testable import TextAnalysis

@Suite struct QuestionAspectTests {
  private func words(_ text: String) -> FoldedWords {
    FoldedWords(text.split(separator: " ").map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("what causes flat tyres", QuestionAspect.causes), ("what are the signs of a worn chain", .symptoms),
    ("how long does a chain last", .duration), ("how often should i oil it", .frequency),
    ("how many people are affected by it", .occurrence), ("what does a service cost", .cost),
    ("who should not ride", .exclusion), ("who can ride", .eligibility), ("is it safe", .safety),
    ("what is a derailleur", .definition), ("whats the side effect of oil", .sideEffects),
    ("how do they know it is worn", nil), ("i asked what is wrong", nil), ("", nil),
  ])
  func `the words of a question tell what is asked`(question: String, aspect: QuestionAspect?) {
    #expect(QuestionAspect.asked(in: words(question))?.aspect == aspect)
  }

  @Test func `the words that say it are known`() throws {
    let asked = try #require(QuestionAspect.asked(in: words("what are the risk factors for rust")))
    #expect(asked.aspect == .riskFactors && asked.words == 3..<5)
  }

  @Test(arguments: [
    ("a derailleur is a device that moves the chain", QuestionAspect.definition, true),
    ("rust is caused by water", .definition, true), ("take the wheel off first", .definition, false),
    ("water leads to rust", .causes, true), ("it takes 20 minutes", .duration, true),
    ("one in 30 chains", .occurrence, true),
    ("it stands in the shed", .occurrence, false), ("oil it every week", .frequency, true),
  ])
  func `a sentence speaks of what it says`(sentence: String, aspect: QuestionAspect, speaks: Bool) {
    #expect(aspect.isAnswered(by: words(sentence)) == speaks)
  }

  @Test func `a pattern is words, beginnings of words, numbers, or one of several`() {
    let patterns = WordPatterns("one|two wheel*, in # days")
    #expect(patterns.firstMatch(in: words("on two wheels")) == 1..<3)
    #expect(patterns.firstMatch(in: words("in 14 days")) == 0..<3)
    #expect(patterns.firstMatch(in: words("in 7th days")) == 0..<3)
    for text in ["two", "three wheels", "wheel", "in some days", "in 14", "tw wheels", ""] {
      #expect(patterns.firstMatch(in: words(text)) == nil)
    }
  }

  @Test func `a heading may ask two things, and "last" belongs to "how long"`() {
    let words = words("what are the side effects and how long do they last")
    #expect(QuestionAspect.asked(in: words)?.aspect == .sideEffects)
    #expect(QuestionAspect.duration.isAsked(in: words) && QuestionAspect.sideEffects.isAsked(in: words))
    #expect(!QuestionAspect.cost.isAsked(in: words) && !QuestionAspect.definition.isAsked(in: words))
    #expect(QuestionAspect.asked(in: self.words("how long do they last"))?.words == 0..<5)
  }

  @Test func `all occurrences are found, the longest at each place, numbers too`() {
    let words = "take 2 days off and 3 long days off".split(separator: " ").map { Array($0.utf8) }
    #expect(WordPatterns("# days, # days off, days off, off").matches(in: words) == [1..<4, 7..<9])
    #expect(WordPatterns("off, # long|days").firstMatch(in: words) == 3..<4)
    #expect(WordPatterns("# long|days, off").firstMatch(in: words) == 1..<3)
    #expect(WordPatterns("week").matches(in: words).isEmpty && WordPatterns("week").firstMatch(in: words) == nil)
  }
}
