import Documents
import Testing

@testable import CorpusReading

/// Markdown's mark-up goes, its words and their lines stay.
@Suite struct MarkdownTests {
  @Test func `the first heading is the title, the others head their sections`() {
    let text = ReadText("# Mills\n\nSome words.\n\n## Wheels\n\nOther words.\n", as: .markdown)
    #expect(text.article.title == "Mills")
    #expect(text.headings == [nil, "Wheels"])
    #expect(text.passages.map(\.lines) == [LineRange(3, 3), LineRange(7, 7)])
  }

  @Test func `beside a title in front matter another first heading heads its section`() {
    let same = ReadText("---\ntitle: Mills\n---\n# Mills\n\nWords.\n", as: .markdown)
    #expect(same.headings == [nil])
    let other = ReadText("---\ntitle: Mills\n---\n# Wheels\n\nWords.\n", as: .markdown)
    #expect(other.article.title == "Mills")
    #expect(other.headings == ["Wheels"])
  }

  @Test func `inline mark-up goes and what it says stays`() {
    let text = ReadText(
      "A *soft* and **strong** `word` in [a link](http://x.example), <b>raw</b> ~~gone~~ &amp; done.", as: .markdown)
    #expect(text.texts == ["A soft and strong word in a link, raw gone & done."])
  }

  @Test func `soft and hard breaks are spaces, and the lines of all are kept`() {
    let text = ReadText("\n\nOne\ntwo\\\nthree  \nfour\n", as: .markdown)
    #expect(text.texts == ["One two three four"])
    #expect(text.passages.map(\.lines) == [LineRange(3, 6)])
  }

  @Test func `items are lines of their own, nested ones too`() {
    let text = ReadText("Bring:\n\n- a dog\n  on a lead\n- food:\n  1. bread\n  2. cheese\n", as: .markdown)
    #expect(text.texts == ["Bring:\na dog on a lead\nfood:\nbread\ncheese"])
    #expect(text.passages.map(\.lines) == [LineRange(1, 7)])
  }

  @Test func `a table's rows are lines`() {
    let text = ReadText("| Day | Hours |\n|---|---|\n| Monday | 9 to 5 |\n", as: .markdown)
    #expect(text.texts == ["Day Hours\nMonday 9 to 5"])
    #expect(text.passages.map(\.lines) == [LineRange(1, 3)])
  }

  @Test func `code keeps its lines`() {
    let text = ReadText("```\nfirst\nsecond\n```\n", as: .markdown)
    #expect(text.texts == ["first\nsecond"])
    #expect(text.passages.map(\.lines) == [LineRange(2, 3)])
  }

  @Test func `an image's words are a caption, not text`() {
    let text = ReadText("Words. ![a wheel in snow](wheel.png)\n", as: .markdown)
    #expect(text.texts == ["Words."])
    #expect(text.details(.captionRemoved) == ["a wheel in snow"])
  }

  @Test func `a block of HTML is read as HTML, on its own lines`() {
    let text = ReadText("Words.\n\n<div>\n<p>More &lt;words&gt;</p>\n</div>\n<script>no()</script>\n", as: .markdown)
    #expect(text.texts == ["Words.\nMore <words>"])
    #expect(text.passages.map(\.lines) == [LineRange(1, 4)])
  }

  @Test func `references to dangerous characters give none`() {
    let text = ReadText("a&#8238;b&#27;c&nbsp;d", as: .markdown)
    #expect(text.texts == ["abc d"])
    #expect(text.details(.charactersRemoved).count == 2)
  }

  @Test func `a paragraph after reference definitions keeps its line`() {
    let text = ReadText("[a]: http://x.example\n\nWords [a].\n", as: .markdown)
    #expect(text.passages.map(\.lines) == [LineRange(3, 3)])
  }

  @Test func `what would take all memory or quadratic time is refused`() {
    func reason(_ text: String) -> [String] { ReadText(text, as: .markdown).details(.skipped) }
    #expect(reason(String(repeating: "*a* ", count: 800_000)) == ["Markdown of more than 1500000 marks"])
    #expect(reason(String(repeating: "> ", count: 1_600_000)) == ["Markdown of more than 1500000 marks"])
    #expect(reason(String(repeating: "|", count: 1002)) == ["a Markdown table of more than 1000 columns"])
    let wide = String(repeating: "|a", count: 900) + "\n" + String(repeating: "|-", count: 900) + "\n"
    #expect(
      reason(wide + String(repeating: "|x\n", count: 2000)) == ["Markdown tables of more than 1000000 cells"])
    #expect(reason(wide + "|x\n") == [])
    #expect(
      ReadText(String(repeating: "a\n", count: 1_000_000), as: .plainText).details(.skipped) == [
        "more than 1000000 lines"
      ])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["> ", "- ", "[", "*a _b ", "`a", "![", "<div>", "1. ", "\\", "&amp;"])
  func `mark-up without end is read in bounded time`(piece: String) {
    let text = String(repeating: piece, count: 50_000)
    #expect(!ReadText("Words.\n\n\(text)\n", as: .markdown).ledger.contains { $0.action == .skipped })
  }
}
