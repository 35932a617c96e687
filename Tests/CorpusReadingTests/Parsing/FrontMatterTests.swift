import Documents
import Testing

@testable import CorpusReading

/// The facts above an article, and what happens to those that cannot be read.
@Suite struct FrontMatterTests {
  @Test(arguments: [ArticleFormat.markdown, .plainText])
  func `all facts are read, and lines count from the file's beginning`(format: ArticleFormat) {
    let text = ReadText(
      """
      ---
      title: "The mill: a story"
      author: [Ann Bee, Cee Dee]
      date: 2020-01-02
      url: https://x.example
      source: an old book
      license: CC0
      reviewed: by nobody yet
      mood: {any: thing}
      ---

      Words.
      """, as: format)
    #expect(text.article.title == "The mill: a story")
    #expect(text.article.author == "Ann Bee, Cee Dee")
    #expect(text.article.date == "2020-01-02")
    #expect(text.article.url == "https://x.example")
    #expect(text.article.source == "an old book")
    #expect(text.article.license == "CC0")
    #expect(text.article.reviewed == "by nobody yet")
    #expect(text.texts == ["Words."])
    #expect(text.passages.map(\.lines) == [LineRange(12, 12)])
    #expect(text.ledger.isEmpty)
  }

  @Test(arguments: [
    ("title: [open", 3), ("a: &x 1\ntitle: *x", 3), ("- a\n- b: c", 2), ("title: \"a", 3), ("t: a\nt: b", 3),
  ])
  func `broken front matter is entered with its line, and the article read without it`(yaml: String, line: Int) {
    let text = ReadText("---\n\(yaml)\n---\nWords.\n", as: .markdown)
    #expect(text.article.title == nil)
    #expect(text.texts == ["Words."])
    #expect(text.ledger.map(\.action) == [.frontMatterIgnored])
    #expect(text.ledger.map(\.line) == [line])
  }

  @Test func `an empty title is none`() {
    #expect(ReadText("---\ntitle: \"\"\n---\nWords.\n", as: .plainText).article.title == nil)
  }

  @Test func `a rule at the beginning is no front matter`() {
    #expect(ReadText("---\nWords.\n", as: .plainText).texts == ["Words."])
    #expect(ReadText("---\n\nWords.\n\n---\n\nMore.\n", as: .markdown).texts == ["Words.\nMore."])
  }

  @Test func `depth has a bound`() {
    let text = ReadText("---\ntitle: \(String(repeating: "[", count: 10_000))\n---\nWords.\n", as: .plainText)
    #expect(text.details(.frontMatterIgnored) == ["nested deeper than 16"])
  }
}
