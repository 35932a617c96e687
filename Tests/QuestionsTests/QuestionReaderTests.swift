// What is read out of a question: its form, its content words, and the query they make.

import Documents
import InvertedIndex
import Testing

@testable import Questions

@Suite struct QuestionReaderTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  private func words(_ text: String) throws -> [String] {
    try reader.read(text).words.map { $0.corrected ?? $0.typed }
  }

  @Test(arguments: ["", "  ", "?!", "\n\t", "…", "\u{0}", "\"\"", "😀"])
  func `nothing but punctuation is an empty question`(text: String) throws {
    let question = try reader.read(text)
    #expect(question.form == .empty)
    #expect(question.words.isEmpty && question.expansions.isEmpty)
  }

  @Test(arguments: ["what is it", "and why not?", "how long", "What's that", "could you please tell me"])
  func `function words alone are not understood`(text: String) throws {
    #expect(try reader.read(text).form == .onlyFunctionWords)
  }

  @Test func `function words are dropped and content words kept in order`() throws {
    #expect(try words("Does the nausea of valerian itch?") == ["nausea", "valerian", "itch"])
    #expect(try words("nausea, NAUSEA and Nauseas") == ["nausea"])
    #expect(try words("I can't sleep, don't you itch") == ["sleep", "itch"])
  }

  @Test func `of a long question the sentences that ask are read, and little of the rest`() throws {
    let story = "Hello, I am Ann. I slept badly for years, and then my friend gave me a cup of something before bed. "
    let question = try reader.read(
      story + "It tasted of earth and I did like it. Does valerian help with nausea? Many thanks to you.")
    #expect(question.focusedOn == "Does valerian help with nausea?")
    #expect(question.words.map(\.typed) == ["valerian", "nausea"])
    #expect(question.expansions.filter { $0.reason == .story }.flatMap(\.words).count <= 5)
    let asked = try reader.read(
      story + "I was wondering about valerian and nausea. Many thanks to you and to all of yours.")
    #expect(asked.words.map(\.typed) == ["valerian", "nausea"])
    for text in ["Does valerian help? I am Ann.", story + "It tasted of earth and I did like it, and that is all."] {
      #expect(try reader.read(text).focusedOn == nil)
    }
  }

  @Test func `names in capitals are no function words, unless all is in capitals`() throws {
    #expect(try words("Lost my ID in the US, can it be mended") == ["lost", "id", "us", "mended"])
    #expect(try words("id us it") == [])
    #expect(try words("IS IT IN THE US") == [])
  }

  @Test func `a word of no article is kept and known to be missing`() throws {
    let question = try reader.read("is it safe in pregnancy")
    #expect(question.words.map(\.typed) == ["safe", "pregnancy"])
    #expect(question.words.map(\.passageFrequency) == [0, 0])
    #expect(try reader.read("warm baths").words.map(\.passageFrequency) == [2, 2])
  }

  @Test func `the degree asked for belongs to the form and not to the subject`() throws {
    let question = try reader.read("how fast does it work")
    #expect(question.words.map(\.typed) == ["work"])
    let cue = try #require(question.expansions.first { $0.reason == .cue })
    #expect(cue.covers.isEmpty)
    #expect(cue.terms.first == WeightedQuery.Term(Array("fast".utf8)))
    #expect(question.evidence == [.duration])
    #expect(try words("a fast bath") == ["fast", "bath"])
  }

  @Test func `the operator's cue goes before the general one`() throws {
    let cues = try reader.read("how quickly does it work").expansions.filter { $0.reason == .cue }
    #expect(cues.map(\.words) == [["evenings"]])
  }

  @Test func `what is asked of an illness is searched by its other words and covers nothing`() throws {
    let cues = try reader.read("how is insomnia treated").expansions.filter { $0.reason == .cue }
    #expect(cues.map(\.words) == [["treatment"]])
    #expect(cues.first?.terms.map(\.weight) == [0.8])
    #expect(cues.first?.covers == [])
  }

  @Test func `the "long" of "how long" is not searched`() throws {
    let question = try reader.read("how long does the bath last")
    #expect(question.words.map(\.typed) == ["bath", "last"])
    #expect(question.evidence == [.duration])
    #expect(question.expansions.allSatisfy { $0.terms.allSatisfy { $0.term != Array("long".utf8) } })
  }

  @Test func `only words of the articles are preferred by a cue`() throws {
    let index = try SmallIndex.index()
    for text in ["how long", "how much does it cost", "who should not bathe", "what causes nausea"] {
      for cue in try reader.read(text + " of the bath").expansions where cue.reason == .cue {
        for term in cue.terms { #expect(try index.passageFrequency(of: term.term) > 0 || term.weight == 1) }
      }
    }
  }

  @Test func `the topic is implied once at low weight`() throws {
    let topic = try reader.read("nausea").expansions.filter { $0.reason == .topic }
    #expect(topic.map(\.terms) == [[WeightedQuery.Term(Array("valerian".utf8), weight: 0.2)]])
    #expect(try reader.read("nausea from valerian").expansions.allSatisfy { $0.reason != .topic })
  }

  @Test func `the query has the words first, then the expansions, each term once`() throws {
    let question = try reader.read("is valerian adictive")
    let query = try reader.query(for: question)
    #expect(query.terms.map { String(decoding: $0.term, as: UTF8.self) } == ["valerian", "addict", "depend"])
    #expect(query.terms.map(\.weight) == [1, 1, 0.5])
    #expect(query.phrases.isEmpty && query.articles == nil)
  }

  @Test func `the highest weight of a term wins and its first place is kept`() throws {
    var question = try reader.read("nausea bath")
    let extra = QuestionExpansion(
      reason: .context, expanded: "", covers: [], words: [],
      terms: [.init(Array("bath".utf8), weight: 2), .init(Array("nausea".utf8), weight: 0.5)])
    question.expansions = [extra]
    let query = try reader.query(for: question)
    #expect(query.terms == [.init(Array("nausea".utf8)), .init(Array("bath".utf8), weight: 2)])
  }

  @Test func `a bag of words holds every word once and nothing else`() throws {
    let question = try reader.readAsBagOfWords("How adictive is it, and is it safe?")
    #expect(question.words.map(\.typed) == ["how", "adictive", "is", "it", "and", "safe"])
    #expect(question.expansions.isEmpty && question.words.allSatisfy { $0.corrected == nil })
    #expect(try reader.query(for: question).terms.allSatisfy { $0.weight == 1 })
    #expect(try reader.readAsBagOfWords("...").form == .empty)
  }

  @Test(arguments: ["are you a robot?", "Who are you", "HELLO", "thank you!", "fuck you", "What's your name?"])
  func `talk about the program is small talk`(text: String) throws {
    #expect(try reader.read(text).form == .smallTalk)
  }

  @Test(arguments: [
    "hello, does it cause nausea", "are you a nurse for baths", "is this a treatment", "who are your doctors",
  ])
  func `a question that only begins like small talk is a question`(text: String) throws {
    #expect(try reader.read(text).form == .question)
  }

  @Test(arguments: [
    "¿Cuánto cuesta?", "cuanto cuesta el tratamiento", "efectos secundarios", "es seguro para mi", "quiero ayuda",
    "quels sont les effets secondaires", "wie lange ist das", "quanto custa isso", "tengo depresión y ansiedad",
  ])
  func `another language is recognised and left uncorrected`(text: String) throws {
    let question = try reader.read(text)
    #expect(question.form == .otherLanguage)
    #expect(question.words.isEmpty)
  }

  @Test(arguments: [
    "is it safe to die", "can i go to las vegas", "does the el nino sun help me sleep", "nausea per hour",
    "los angeles",
    "what about my son in the pan", "déjà vu after a bath", "crème de la crème",
  ])
  func `an English question with foreign words is a question`(text: String) throws {
    #expect(try reader.read(text).form == .question)
  }

  @Test func `a long question is cut at a word and says so`() throws {
    let long = String(repeating: "nausea ", count: 1_000)
    let question = try reader.read(long)
    #expect(question.shortenedTo == 3_996)
    #expect(question.text.unicodeScalars.count == question.shortenedTo)
    #expect(question.text.hasSuffix("nausea"))
    #expect(try reader.read("nausea").shortenedTo == nil)
  }

  @Test func `white space and control characters are single spaces`() throws {
    #expect(try reader.read("  a\u{0}\u{1B}[31m bath\n\n\tnow\u{85}").text == "a [31m bath now")
  }

  @Test func `a phrase of function words alone has the meaning the operator gave it`() throws {
    let question = try reader.read("what is it like")
    #expect(question.form == .question)
    #expect(question.words.map(\.typed) == ["like"])
    #expect(question.expansions.first?.words == ["drowsy"])
    #expect(question.expansions.first?.covers == [0])
  }

  @Test func `an index in Spanish takes Spanish questions`() throws {
    var settings = Settings()
    settings.language = "es"
    let spanish = try SmallIndex.questionReader(settings)
    #expect(try spanish.read("cuanto cuesta el tratamiento").form == .question)
  }
}
