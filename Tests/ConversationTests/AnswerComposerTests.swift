// What a person is shown: repetitions folded, articles mixed, matches and the best sentence marked.

import Documents
import InvertedIndex
import Testing
import TextAnalysis

@testable import Conversation

@Suite struct AnswerComposerTests {
  private typealias Articles = [(file: String, title: String?, passages: [(heading: String?, text: String)])]

  private func marked(_ passage: AnswerPassage) -> [String] {
    let bytes = Array(passage.passage.text.utf8)
    return passage.matches.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `a near-duplicate of another article folds into the first, with its citation`() throws {
    let library = try Library()
    let results = try library.answer("chain oil every 200 kilometers").results
    let texts = results.filter { $0.passage.text.contains("200 kilometers") }
    #expect(texts.count == 1 && texts.first?.alsoIn.count == 1)
    #expect(
      Set([texts.first?.citation.path.text, texts.first?.alsoIn.first?.path.text]) == ["chain.md", "touring.md"])
  }

  @Test func `grouped by article nothing is folded away`() throws {
    var options = AnswerOptions()
    options.groupByArticle = true
    options.top = 10
    let results = try Library().answer("chain oil every 200 kilometers", options: options).results
    #expect(results.filter { $0.passage.text.contains("200 kilometers") }.count == 2)
  }

  @Test func `at most two passages of one article stand among the first three, and none is lost`() throws {
    let articles: Articles = [
      (
        "saddles.md", nil,
        [
          (nil, "Saddle leather saddle."), (nil, "Saddle springs, saddle rails."),
          (nil, "Saddle covers for one saddle."),
          (nil, "Saddle bags behind a saddle."),
        ]
      ),
      (
        "bars.md", nil,
        [(nil, "Handlebars, unlike what one sits on, are held; still a saddle matters to the posture too.")]
      ),
    ]
    var options = AnswerOptions()
    options.top = 5
    let results = try Library(articles).answer("saddle", options: options).results
    #expect(results.count == 5 && results.map(\.rank) == [1, 2, 3, 4, 5])
    #expect(results.prefix(3).filter { $0.article.path.text == "saddles.md" }.count == 2)
    let deferred = try #require(results.dropFirst(3).first)
    #expect(deferred.score >= results[2].score)
  }

  @Test func `one article alone may fill the first three`() throws {
    let articles: Articles = [
      ("saddles.md", nil, [(nil, "Saddle leather."), (nil, "Saddle springs."), (nil, "Saddle covers.")])
    ]
    #expect(try Library(articles).answer("saddle").results.count == 3)
  }

  @Test func `a passage that holds only the implied topic is not shown`() throws {
    var settings = Settings()
    settings.topic = ["bicycle"]
    let library = try Library(
      [
        ("a.md", "Brakes", [("Pads", "Worn pads squeal when the bicycle stops.")]),
        ("b.md", "Lamps", [("Lamps", "A bicycle shows a white lamp in front.")]),
      ], settings: settings)
    #expect(try library.answer("why do pads squeal").results.map(\.citation.path.text) == ["a.md"])
    var options = AnswerOptions()
    options.groupByArticle = true
    #expect(try library.answer("why do pads squeal", options: options).results.map(\.citation.path.text) == ["a.md"])
  }

  @Test func `the question's words are marked, and what a table searches for them, nothing else`() throws {
    let answer = try Library().answer("squeaky chains")
    let first = try #require(answer.results.first)
    #expect(marked(first) == ["chain", "dry", "links", "noise"])
    let oil = try #require(try Library().answer("oil for chains").results.first)
    #expect(Set(marked(oil)) == ["chain", "oil"])
  }

  @Test func `matches are sorted, disjoint, and lie within the text`() throws {
    for question in ["squeaky chain", "rain brakes oil dust links", "200 kilometers of dust"] {
      for passage in try Library().answer(question).results {
        #expect(zip(passage.matches, passage.matches.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(passage.matches.allSatisfy { !$0.isEmpty && $0.upperBound <= passage.passage.text.utf8.count })
      }
    }
  }

  @Test func `the best sentence holds the most of the question, then the evidence asked for`() throws {
    let library = try Library()
    func best(_ question: String) throws -> String? {
      guard let passage = try library.answer(question).results.first, let range = passage.best else { return nil }
      return String(decoding: Array(passage.passage.text.utf8)[range], as: UTF8.self)
    }
    #expect(try best("dust on links") == "Wipe off what drips, since dust sticks to it and grinds the links.")
    #expect(try best("trailer for children") == "For children a trailer is steadier than a seat behind the saddle.")
  }

  @Test func `of two sentences alike the one with the evidence asked for is best`() throws {
    var settings = Library.settings
    settings.cues = [Settings.Cue(ask: ["how long"], prefer: ["weeks"], evidence: .duration)]
    let articles: Articles = [("wax.md", nil, [(nil, "Wax holds well on links. Wax holds for three weeks.")])]
    let library = try Library(articles, settings: settings)
    #expect(try library.answer("does wax hold").results.first?.best == 0..<24)
    #expect(try library.answer("how long does wax hold").results.first?.best == 25..<51)
  }

  @Test func `two passages on one subject which say different things do not agree`() throws {
    for passage in try Library().answer("cost").results { #expect(passage.alsoIn.isEmpty) }
  }
}

@Suite struct PassageWordsTests {
  private func words(_ text: String) throws -> PassageWords {
    var buffer = TokenBuffer()
    return PassageWords(text, analyzer: try Analyzer(language: "en"), buffer: &buffer)
  }

  @Test func `similarity is the share of common stems`() throws {
    #expect(try words("red bikes").terms.similarity(to: words("the red bike").terms) == 2.0 / 3)
    #expect(try words("red bike").terms.similarity(to: words("blue boat").terms) == 0)
    #expect(try words("a b c a").terms.similarity(to: words("c b a").terms) == 1)
    #expect(try words("").terms.similarity(to: words("").terms) == 1)
  }

  @Test func `a sequence is found one after another only, hyphenated or not`() throws {
    let sequence = try words("dry links").words.map(\.hash)
    func found(_ text: String) throws -> Bool {
      let words = try words(text)
      return words.words.indices.contains { !words.sources(of: sequence, at: $0).isEmpty }
    }
    #expect(try found("its dry links squeak") && found("dry-links"))
    #expect(try !found("dry chain links") && !found("links dry") && !found("dry"))
  }
}
