// What each article says with some words: sentences, and who has the words at all.

import Documents
import InvertedIndex
import Testing

@testable import Conversation

@Suite struct ArticleComparisonTests {
  private typealias Articles = [(file: String, title: String?, passages: [(heading: String?, text: String)])]

  private func comparison(_ words: String, in library: Library, limit: Int = 20) throws -> ArticleComparison {
    try ArticleComparer(index: library.index).comparison(of: words, limit: limit)
  }

  private func sentence(_ entry: ArticleComparison.Entry) -> String? {
    entry.sentence.map { String(decoding: Array(entry.passage.text.utf8)[$0], as: UTF8.self) }
  }

  @Test func `each article that has a word is there by its sentence, with the citation of its passage`() throws {
    let library = try Library()
    let comparison = try comparison("oiling", in: library)
    #expect(comparison.entries.map(\.article.path.text) == ["chain.md", "touring.md"])
    #expect(
      comparison.entries.map(sentence) == [
        "A chain wants oil every 200 kilometers.", "On tour a chain wants oil every 200 kilometers too.",
      ])
    for entry in comparison.entries {
      #expect(entry.citation.path == entry.article.path && entry.citation.line == entry.passage.lines.first)
      #expect(!entry.matches.isEmpty)
    }
    let mention = try #require(comparison.mentions.first)
    #expect(comparison.mentions.count == 1 && mention.word == "oiling" && mention.articleCount == 2)
    #expect(mention.lacking.map(\.path.text) == ["brakes.md"])
  }

  @Test func `of several words, the article and the sentence with the most of them come first`() throws {
    let comparison = try comparison("rain and wool", in: try Library())
    #expect(comparison.entries.map(\.article.path.text) == ["touring.md", "brakes.md"])
    #expect(sentence(comparison.entries[0])?.contains("wool") == true)
    #expect(comparison.mentions.map(\.word) == ["rain", "wool"])
    #expect(comparison.mentions.map(\.articleCount) == [2, 1])
  }

  @Test func `a word that no article has is lacking everywhere, and no other is looked up for it`() throws {
    let comparison = try comparison("squeaky helmet", in: try Library())
    #expect(comparison.entries.isEmpty && comparison.articleCount == 0)
    #expect(comparison.mentions.map(\.articleCount) == [0, 0])
  }

  @Test func `a word that only a heading has gives the article without a sentence`() throws {
    let library = try Library([("a.md", nil, [("Pumps", "Fill them well.")]), ("b.md", nil, [(nil, "Other things.")])])
    let comparison = try comparison("pump", in: library)
    #expect(comparison.entries.count == 1 && comparison.entries[0].sentence == nil)
    #expect(comparison.entries[0].passage.heading == "Pumps")
  }

  @Test func `the sentence is one of the whole article's, and keeps its negation`() throws {
    let library = try Library([
      (
        "a.md", nil,
        [
          (nil, "Saddle, saddle, saddle. Leather is dear."),
          (nil, "Never do this:\nleave a leather saddle in rain\npaint it"),
        ]
      )
    ])
    let comparison = try comparison("leather saddle", in: library)
    #expect(sentence(comparison.entries[0]) == "Never do this:\nleave a leather saddle in rain")
  }

  @Test func `no more than the limit are shown, and all are counted`() throws {
    let articles: Articles = (0..<30).map { ("a\($0).md", nil, [(nil, "Wheel number \($0) turns.")]) }
    let library = try Library(articles, settings: Settings())
    let comparison = try comparison("wheel", in: library, limit: 4)
    #expect(comparison.entries.map(\.article.path.text) == ["a0.md", "a1.md", "a2.md", "a3.md"])
    #expect(comparison.articleCount == 30 && comparison.mentions[0].articleCount == 30)
    #expect(comparison.mentions[0].lacking.isEmpty && comparison.mentions[0].having.count == 5)
  }

  @Test func `function words count only where there is nothing else`() throws {
    let library = try Library()
    #expect(try comparison("the oil", in: library).mentions.map(\.word) == ["oil"])
    #expect(try comparison("the", in: library).mentions.map(\.word) == ["the"])
    #expect(try comparison("?!", in: library).mentions.isEmpty)
  }
}
