import Documents
import Testing

@testable import CorpusReading

/// Web pages as browsers read them, without what is not the article.
@Suite struct HTMLTests {
  @Test func `facts come from the head, text from the body`() {
    let text = ReadText(
      """
      <!doctype html><html><head><title>Mills &amp; wheels</title><meta name="author" content="Ann Bee">
      <meta property="article:published_time" content="2020-01-02"><link rel=canonical href="https://x.example/m">
      <style>p {}</style></head>
      <body><p>Some <b>bold</b>
      words.</p></body></html>
      """, as: .html)
    #expect(text.article.title == "Mills & wheels")
    #expect(text.article.author == "Ann Bee")
    #expect(text.article.date == "2020-01-02")
    #expect(text.article.url == "https://x.example/m")
    #expect(text.texts == ["Some bold words."])
    #expect(text.passages.map(\.lines) == [LineRange(4, 5)])
  }

  @Test func `a single h1 is the title without the site's name`() {
    let text = ReadText("<title>Mills | Site</title><h1>Mills</h1><p>Words.</p>", as: .html)
    #expect(text.article.title == "Mills")
    #expect(text.headings == [nil])
  }

  @Test func `headings, lists and tables keep their form without end tags`() {
    let text = ReadText(
      "<h2>Hours</h2><p>Open:<ul><li>Monday<li>Friday</ul><h2>Prices</h2><table><tr><td>Child<td>1<tr><td>Adult<td>2</table>",
      as: .html)
    #expect(text.texts == ["Open:\nMonday\nFriday", "Child 1\nAdult 2"])
    #expect(text.headings == ["Hours", "Prices"])
  }

  @Test(arguments: ["nav", "footer", "aside"])
  func `menus are left out and entered`(tag: String) {
    let text = ReadText("<\(tag)><a>Home</a> <a>Blog</a></\(tag)><p>Words.", as: .html)
    #expect(text.texts == ["Words."])
    #expect(text.details(.navigationRemoved) == ["Home Blog"])
  }

  @Test func `captions are left out and entered`() {
    let text = ReadText("<p>Words.<figure><img alt='a wheel'><figcaption>The wheel</figcaption></figure>", as: .html)
    #expect(text.texts == ["Words."])
    #expect(text.details(.captionRemoved) == ["a wheel", "The wheel"])
  }

  @Test func `scripts and hidden parts are no text`() {
    let text = ReadText(
      "<script>if (a < b) '<p>no'</script><p>Words.<div hidden>no</div><button>no</button><template>no</template>",
      as: .html)
    #expect(text.texts == ["Words."])
  }

  @Test func `two breaks in a row part paragraphs, one is a space`() {
    #expect(ReadText("One<br>two<br><br>three", as: .html).texts == ["One two\nthree"])
  }

  @Test func `references to dangerous characters give none`() {
    #expect(ReadText("<p>a&#x202E;b&#27;c&nbsp;d&lt;e", as: .html).texts == ["abc d<e"])
  }

  @Test func `a million open elements are refused before they cost anything`() {
    let text = ReadText(String(repeating: "<div>", count: 1_000_000), as: .html)
    #expect(text.details(.skipped) == ["HTML nested deeper than 512"])
  }

  @Test func `a tag with very many attributes is refused`() {
    let attributes = (0..<10_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(ReadText("<p \(attributes)>Words.", as: .html).details(.skipped).first?.contains("attributes") == true)
  }

  @Test func `formatting that would be opened again in every paragraph is refused`() {
    let open = (0..<200).map { "<font size=\($0)>" }.joined()
    let page = open + String(repeating: "<p>x", count: 20_000)
    #expect(ReadText(page, as: .html).details(.skipped).first?.contains("elements") == true)
  }

  @Test(arguments: ["<p>a", "<li>a", "<tr><td>a", "<dt>a<dd>b", "<option>a", "<a name=x>b", "<br>", "<p><span>a</p>"])
  func `left-out end tags are no nesting`(piece: String) {
    let page = "<table>" + String(repeating: piece, count: 3000)
    #expect(ReadText(page + "</table><p>Words.", as: .html).details(.skipped).isEmpty)
  }
}
