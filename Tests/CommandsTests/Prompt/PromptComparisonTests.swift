// How `:compare` looks.

import Commands
import Conversation
import Terminal
import Testing

@Suite struct PromptComparisonTests {
  private let library = SampleLibrary()

  private func transcript(_ line: String) throws -> String {
    let console = SampleConsole([line])
    var session = PromptSession(library: library, console: console)
    _ = try session.run()
    return console.text
  }

  @Test func `compare shows the sentence of each article, and which articles have the words`() throws {
    let roses = Sample.passage(text: "Prune in late winter. Do not prune in frost.", matches: ["prune"])
    let tools = Sample.passage(path: "tools.md", title: nil, heading: nil)
    var comparison = ArticleComparison()
    comparison.entries = [
      ArticleComparison.Entry(
        article: roses.article, citation: roses.citation, passage: roses.passage, sentence: 22..<44, matches: [29..<34]),
      ArticleComparison.Entry(
        article: tools.article, citation: tools.citation, passage: tools.passage, sentence: nil, matches: []),
    ]
    comparison.articleCount = 3
    let (rose, tool) = (roses.article, tools.article)
    comparison.mentions = [
      .init(word: "prune", articleCount: 2, having: [rose, tool], lacking: [rose, tool]),
      .init(word: "frost", articleCount: 1, having: [rose], lacking: [tool]),
      .init(word: "saw", articleCount: 3, having: [], lacking: [tool]),
      .init(word: "cats", articleCount: 0, having: [], lacking: [rose]),
      .init(word: "the", articleCount: 4, having: [rose], lacking: []),
    ]
    library.comparisons["prune frost"] = comparison
    #expect(
      try transcript(":compare  prune frost ") == """
          beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
            "Do not prune in frost."

          tools.md:12#0a1b2c

          Shown: 2 of 3 articles.
          2 of 4 articles mention "prune"; beds/roses.md and
            tools.md do not.
          Only beds/roses.md mentions "frost".
          3 of 4 articles mention "saw"; tools.md does not.
          None of the 4 articles mentions "cats".
          All 4 articles mention "the".

        """)
    #expect(try transcript(":compare") == "  :compare takes words, such as :compare oil.")
    #expect(
      try transcript(":compare ?") == "  I need a word to look up. Please say what your question is\n    about.\n")
    #expect(library.asked.isEmpty)
  }
}
