// From a question to its answer, over an index of its own: verdicts, coverage, crisis, options.

import Documents
import InvertedIndex
import Testing

@testable import Conversation

@Suite struct DialogueTests {
  private let library: Library

  init() throws {
    library = try Library()
  }

  @Test func `a question the articles answer is answered, with its passage first`() throws {
    let answer = try library.answer("how long do brake pads last")
    #expect(answer.verdict == .answered)
    #expect(answer.results.first?.article.path.text == "brakes.md")
    #expect(answer.results.first?.passage.heading == "How long do brake pads last?")
    #expect(answer.results.map(\.rank) == Array(1...answer.results.count))
    #expect(answer.coverage > 0.9 && answer.confidence > 0.3 && answer.missing.isEmpty)
  }

  @Test func `a question about something else is no answer and shows nothing`() throws {
    let answer = try library.answer("does the moon have volcanoes")
    #expect(answer.verdict == .noAnswer)
    #expect(answer.results.isEmpty && answer.missing == ["moon", "volcanoes"])
    #expect(answer.coverage == 0)
  }

  @Test func `one word that no article has makes it part of an answer, and is named`() throws {
    let answer = try library.answer("oil chain kilometers dust zanzibar")
    #expect(answer.verdict == .partly)
    #expect(answer.missing == ["zanzibar"] && !answer.results.isEmpty)
  }

  @Test func `a question of safety with an unknown word is never answered by what is safe otherwise`() throws {
    let answer = try library.answer("are disc brakes with clean straight rotor safe in zanzibar")
    #expect(answer.coverage > Verdict.leastFullCoverage)
    #expect(answer.verdict == .noAnswer && answer.missing == ["zanzibar"] && answer.results.isEmpty)
    #expect(try library.answer("are disc brakes safe in rain").verdict == .answered)
  }

  @Test func `an unknown word which is most of the question leaves no answer`() throws {
    #expect(try library.answer("chain zanzibar").verdict == .noAnswer)
  }

  @Test(arguments: [
    (0.29, 0.9, 0, false, Verdict.noAnswer), (0.3, 0.9, 0, false, .partly), (0.59, 0.9, 0, false, .partly),
    (0.6, 0.9, 0, false, .answered),
    (1, 0.44, 0, false, .partly), (1, 0.45, 0, false, .answered), (0.7, 0.9, 0.3, false, .partly),
    (0.7, 0.9, 0.3, true, .noAnswer), (0.34, 0.9, 0.66, false, .noAnswer),
    (1, 0.9, 0, true, .answered),
  ])
  func `the verdict follows its cuts`(
    coverage: Double, confidence: Double, missing: Double, asksForSafety: Bool, verdict: Verdict
  ) {
    func decided(_ confidence: Double, hasSubject: Bool, namesMissing: Bool, asksForLeave: Bool = false) -> Verdict {
      Verdict.decided(
        coverage: coverage, confidence: confidence, hasSubject: hasSubject, asksForLeave: asksForLeave,
        missingShare: missing,
        namesMissing: namesMissing, safetyWord: asksForSafety ? "safe" : nil
      ).verdict
    }
    #expect(decided(confidence, hasSubject: false, namesMissing: missing > 0) == verdict)
    if confidence > 0.5 { #expect(decided(0.24, hasSubject: true, namesMissing: missing > 0) == verdict) }
    if confidence > 0.5, verdict == .answered {
      #expect(decided(0.34, hasSubject: true, namesMissing: false, asksForLeave: true) == .partly)
      #expect(decided(0.35, hasSubject: true, namesMissing: false, asksForLeave: true) == .answered)
    }
    // A word that is named although another stands for it keeps the answer from being a whole one.
    #expect(decided(confidence, hasSubject: false, namesMissing: true) == (verdict == .answered ? .partly : verdict))
  }

  @Test func `a lay word counts as covered by each of its entries, all words of an entry together`() throws {
    let answer = try library.answer("squeaky chain")
    #expect(answer.verdict == .answered && answer.missing.isEmpty)
    #expect(answer.results.first?.passage.heading == "Dry chains")
    #expect(answer.alsoSearched.contains { $0.word == "squeaky" })
  }

  @Test(arguments: [("", Verdict.empty), ("  ?! ", .empty), ("what is it", .notUnderstood)])
  func `what holds no content word has a verdict of its own`(question: String, verdict: Verdict) throws {
    let answer = try library.answer(question)
    #expect(answer.verdict == verdict)
    #expect(answer.results.isEmpty && answer.coverage == 0 && answer.confidence == 0)
  }

  @Test func `words of danger bring the card alone`() throws {
    let answer = try library.answer("how long do brake pads last, i want to die")
    #expect(answer.verdict == .crisis && answer.crisis)
    #expect(answer.results.isEmpty && answer.retrieved.isEmpty && answer.query.terms.isEmpty)
  }

  @Test func `danger behind the limit of a question is still seen`() throws {
    let paste = String(repeating: "brake pads and chains and oil. ", count: 2_000)
    #expect(try library.answer(paste + "I WANT TO DIE").verdict == .crisis)
  }

  @Test func `a question about the subject keeps its answer and gets the line`() throws {
    let answer = try library.answer("how long do brake pads last, and do they bring dark thoughts")
    #expect(answer.crisis && answer.verdict != .crisis)
  }

  @Test func `the verdict does not depend on how many passages are shown, nor on how`() throws {
    for question in ["how long do brake pads last", "rain", "oil chain kilometers dust zanzibar", "moon volcanoes"] {
      let answers = try [1, 3, 10].flatMap { top in
        try [false, true].map { isGrouped in
          var options = AnswerOptions()
          options.top = top
          options.groupByArticle = isGrouped
          return try library.answer(question, options: options)
        }
      }
      #expect(Set(answers.map(\.verdict)).count == 1 && Set(answers.map(\.coverage)).count == 1, "\(question)")
      #expect(Set(answers.map(\.confidence)).count == 1, "\(question)")
    }
  }

  @Test func `what was retrieved is given whatever the verdict, and only where it is wanted`() throws {
    var options = AnswerOptions()
    options.wantsRetrieved = true
    options.top = 50
    let answer = try library.answer("chain zanzibar", options: options)
    #expect(answer.verdict == .noAnswer && answer.results.isEmpty && !answer.retrieved.isEmpty)
    #expect(zip(answer.retrieved, answer.retrieved.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(try library.answer("chain", options: AnswerOptions()).retrieved.isEmpty)
    options.top = 1
    #expect(try library.answer("chain zanzibar", options: options).retrieved.count == 1)
  }

  @Test func `grouped by article, each article is there once, by its best passage`() throws {
    var options = AnswerOptions()
    options.top = 50
    options.groupByArticle = true
    let results = try library.answer("chain oil rain cost", options: options).results
    #expect(results.count == 3 && Set(results.map(\.article.path)).count == 3)
    options.wantsRetrieved = true
    let retrieved = try library.answer("chain oil rain cost", options: options).retrieved
    #expect(retrieved.map(\.passage) == results.map(\.id))
  }

  @Test func `a bag of words is searched as it is, with no card and no context`() throws {
    var options = AnswerOptions()
    options.bagOfWords = true
    let answers = try library.answers("i want to die of oil", "and for chains", options: options)
    #expect(answers.map(\.verdict) == [.answered, .answered])
    #expect(answers.allSatisfy { !$0.crisis && $0.carried.isEmpty && $0.alsoSearched.isEmpty && !$0.results.isEmpty })
    #expect(answers[1].query.terms.allSatisfy { $0.weight == 1 } && answers[1].query.terms.count == 3)
  }

  @Test func `the same question gets the same answer`() throws {
    let first = try library.answer("squeaky chain in the rain")
    let second = try library.answer("squeaky chain in the rain")
    #expect(first.results.map(\.citation) == second.results.map(\.citation) && first.confidence == second.confidence)
  }

  @Test func `a quoted phrase that a passage holds is answered by it, however little it says of the subject`() throws {
    for phrase in ["\"second year\"", "\"ten minutes\"", "\"to repair\""] {
      let answer = try library.answer(phrase)
      #expect(answer.verdict == .answered && answer.results.count == 1, "\(phrase)")
    }
  }

  @Test func `a quoted phrase that stands nowhere is named`() throws {
    let answer = try library.answer("\"rim chain\" oil")
    #expect(answer.verdict == .noAnswer && answer.notices == [.phraseNotFound("rim chain")])
  }

  @Test func `an article that is not there is named`() throws {
    let answer = try library.answer("oil source:nowhere")
    #expect(answer.verdict == .noAnswer && answer.notices == [.sourceNotFound("nowhere")])
  }

  @Test(arguments: ["is it safe", "is it safe then?", "is it dangerous"])
  func `a question without a subject is about what was refused before it`(question: String) throws {
    var dialogue = try Dialogue(index: library.index)
    #expect(try dialogue.answer("I am pregnant", options: .init()).verdict == .noAnswer)
    let answer = try dialogue.answer(question, options: .init())
    #expect(answer.verdict != .answered && answer.missing.contains("pregnant"))
    #expect(answer.carriedFrom == "I am pregnant")
    // What names a subject of its own is about that.
    let other = try dialogue.answer("oil the chain", options: .init())
    #expect(other.verdict == .answered && other.missing.isEmpty)
    #expect(!(try dialogue.answer(question, options: .init()).missing.contains("pregnant")))
  }
}
