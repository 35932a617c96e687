// Of passages with the same words, those are preferred that are about what was asked.

import InvertedIndex
import Testing

@testable import Conversation

@Suite struct PreferenceTests {
  /// The answer that `question` finds first.
  private func first(_ question: String, in library: Library) throws -> AnswerPassage? {
    var dialogue = try Dialogue(index: library.index)
    return try dialogue.answer(question, options: AnswerOptions()).results.first
  }

  private func library() throws -> Library {
    // Others about other things: in three articles alone every word is common.
    let others = (0..<12).map { number -> (heading: String?, text: String) in
      (nil, "One of the causes of wear is part \(number), which wants grease and a new seal now and then.")
    }
    return try Library([
      (
        "chains.md", "Chain rust",
        [
          (
            nil, "Chain rust is brown. It comes with the rain, and goes with a brush and some oil on a cloth."
          ),
          (nil, "Water and salt lead to chain rust. The chain of a bicycle that stands outside all winter suffers."),
          (nil, "Signs of chain rust are a red dust and a squeak. Look at the links one after another."),
        ]
      ),
      ("wear.md", "Wear", others),
      (
        "saddles.md", "Saddles",
        [
          (
            nil,
            "Causes of a sore back are a low saddle and, some say, chain rust. Raise the saddle a little, and look again in a week or two."
          )
        ]
      ),
    ])
  }

  @Test func `the passage that opens with what was asked comes first, of the article that is about it`() throws {
    let library = try library()
    #expect(try first("what causes chain rust", in: library)?.passage.text.hasPrefix("Water and salt") == true)
    #expect(try first("what are the signs of chain rust", in: library)?.passage.text.hasPrefix("Signs of") == true)
    #expect(try first("what is chain rust", in: library)?.article.name == "Chain rust")
  }

  @Test func `plain words alone are ranked by the words alone`() throws {
    let library = try library()
    for bagOfWords in [true, false] {
      var dialogue = try Dialogue(index: library.index)
      var options = AnswerOptions()
      options.bagOfWords = bagOfWords
      let answer = try dialogue.answer("what causes chain rust", options: options)
      let first = try #require(answer.results.first)
      let sum = try library.index.explain(first.id, for: answer.query, ranking: .standard).reduce(Float(0)) {
        $0 + $1.score
      }
      #expect((first.score == sum) == bagOfWords)
    }
  }

  @Test(arguments: [
    "what causes chain rust", "how long is chain rust brown", "rust", "who has a sore back", "signs of it",
  ])
  func `the terms' sum times what lifts it is the score, bit for bit`(question: String) throws {
    let library = try library()
    var dialogue = try Dialogue(index: library.index)
    var options = AnswerOptions()
    options.top = 20
    let answer = try dialogue.answer(question, options: options)
    for passage in answer.results {
      let terms = try library.index.explain(passage.id, for: answer.query, ranking: .standard)
      #expect(terms.reduce(Float(0)) { $0 + $1.score } * passage.lift.factor == passage.score)
    }
  }

  @Test func `scores fall with rank, whatever is preferred`() throws {
    let library = try Library()
    var dialogue = try Dialogue(index: library.index)
    var options = AnswerOptions()
    options.top = 20
    options.wantsRetrieved = true
    var count = 0
    for question in [
      "what is a saddle", "how often should I oil the chain", "why do brakes squeal", "is the helmet safe",
    ] {
      let hits = try dialogue.answer(question, options: options).retrieved
      #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
      count += hits.count
      dialogue.reset()
    }
    #expect(count > 4)
  }
}

/// A quotation that nobody wrote.
@Suite struct QuotedQuestionTests {
  @Test func `a question about a quotation that is nowhere is refused; a run lists what its words find`() throws {
    let library = try Library()
    var dialogue = try Dialogue(index: library.index)
    let question = "how long do \"brake pads of gold\" last"
    let answer = try dialogue.answer(question, options: AnswerOptions())
    #expect(answer.verdict == .noAnswer && answer.results.isEmpty)
    #expect(answer.notices == [.phraseNotFound("brake pads of gold")])
    var options = AnswerOptions()
    options.wantsRetrieved = true
    #expect(try !dialogue.answer(question, options: options).retrieved.isEmpty)
  }

  @Test(arguments: ["\"brake pads of gold\"", "how is \"brake pads of gold\""])
  func `a quotation alone must be there as it is written`(question: String) throws {
    let library = try Library()
    var dialogue = try Dialogue(index: library.index)
    let answer = try dialogue.answer(question, options: AnswerOptions())
    #expect(answer.verdict == .noAnswer && answer.results.isEmpty)
    #expect(answer.notices == [.phraseNotFound("brake pads of gold")])
  }
}
