import ByteIO
import CorpusReading
import Documents
import Testing

/// `.jsonl` files line by line: good lines are articles, bad ones are named.
@Suite struct JSONLinesTests {
  private func articles(_ text: String) throws -> (articles: [Article], texts: [[String]], skips: [String]) {
    let corpus = try TemporaryCorpus()
    try corpus.write("c.jsonl", text)
    var articles: [Article] = []
    var texts: [[String]] = []
    var skips: [String] = []
    for item in try corpus.items() {
      switch item {
      case .article(let article, let passages, _):
        articles.append(article)
        texts.append(passages.map(\.text))
        #expect(passages.allSatisfy { $0.lines == LineRange(article.line, article.line) })
      case .skipped(let entry): skips.append("\(entry.line ?? 0): \(entry.detail)")
      }
    }
    return (articles, texts, skips)
  }

  @Test func `an object is an article on its line`() throws {
    let line =
      #"{"id": "x1", "title": "Mills", "text": "Old \u00e9 \ud83d\ude00 \"words\".", "url": "http://x.example"}"#
    let (articles, texts, skips) = try articles("\n\(line)\r\n")
    #expect(articles.map(\.identifier) == ["x1"])
    #expect(articles.map(\.title) == ["Mills"])
    #expect(articles.map(\.url) == ["http://x.example"])
    #expect(articles.map(\.line) == [2])
    #expect(articles.map(\.digest) == [SHA256.digest(of: line.utf8.span)])
    #expect(texts == [["Old é 😀 \"words\"."]])
    #expect(skips.isEmpty)
  }

  @Test func `the other names of the fields do as well, and other values are passed over`() throws {
    let (articles, texts, _) = try articles(
      #"{"_id": 7, "title": "", "meta": {"a": [1, {"b": null}, true, -2.5e3], "c": {}}, "contents": "Words."}"#)
    #expect(articles.map(\.identifier) == ["7"])
    #expect(articles.map(\.title) == [nil])
    #expect(texts == [["Words."]])
  }

  @Test func `line breaks in the text part paragraphs`() throws {
    let text = "\(paragraph("mill"))\\n\\n\(paragraph("barn"))"
    #expect(try articles("{\"id\":\"a\",\"text\":\"\(text)\"}").texts == [[paragraph("mill"), paragraph("barn")]])
  }

  @Test(arguments: [
    ("{\"id\":\"a\",\"text\":\"x\"", "a comma or the object's end"), ("[1]", "an object"),
    ("{\"id\":\"a\",\"text\":\"x\"} y", "the end of the line"), ("{\"id\":\"a\",\"text\":nul}", "null"),
    ("{'id':1}", "a string"), ("{\"id\":\"a\",\"text\":\"x\",}", "a string"),
    ("{\"a\":01}", "a comma or the object's end"),
    ("{\"a\":\"\\x\"}", "an escape"), ("{\"a\":\"\u{1}\"}", "the string's end"), ("{\"a\":[1 2]}", "a comma or an end"),
    ("{\"a\":\"\\u12g4\"}", "four hexadecimal digits"),
  ])
  func `a line that is not JSON is named with what was expected`(line: String, expected: String) throws {
    let (articles, _, skips) = try articles("\(line)\n{\"id\":\"b\",\"text\":\"Words.\"}\n")
    #expect(skips.count == 1)
    #expect(skips.first?.hasPrefix("1: not a JSON object: \(expected) expected") == true, "\(skips)")
    #expect(articles.map(\.line) == [2])
  }

  @Test func `lines without id or text, and repeated ids, are named`() throws {
    let (articles, _, skips) = try articles(
      #"""
      {"text": "Words."}
      {"id": "a", "text": "Words."}
      {"id": "b", "text": ""}
      {"id": "a", "text": "Other words."}
      {"id": "c", "text": "  \n "}
      """#)
    #expect(articles.map(\.identifier) == ["a"])
    #expect(skips == ["1: no id", "3: no text", "4: the id a occurs a second time", "5: no text"])
  }

  @Test func `nesting without end is refused`() throws {
    let (_, _, skips) = try articles("{\"a\":" + String(repeating: "[", count: 100_000))
    #expect(skips.first?.contains("nesting of at most 512") == true)
  }

  @Test func `a lone surrogate becomes the replacement character`() throws {
    #expect(try articles(#"{"id":"a","text":"x\ud800y"}"#).texts == [["x\u{FFFD}y"]])
  }

  @Test func `a line of megabytes is read, and one over the limit ends the file`() throws {
    let corpus = try TemporaryCorpus()
    let long = String(repeating: "word ", count: 400_000)
    try corpus.write("a.jsonl", "{\"id\":\"a\",\"text\":\"\(long)\"}\n")
    try corpus.writeSparse("b.jsonl", byteCount: 1 << 33)
    let items = try corpus.items()
    #expect(items.count == 2)
    guard case .article(_, let passages, _) = items[0], case .skipped(let entry) = items[1] else {
      Issue.record("an article and a skip expected")
      return
    }
    #expect(passages.map(\.text).joined(separator: " ").utf8.count == 1_999_999)
    #expect(entry.detail == "over 64 MiB; the lines from here on are not read")
  }
}
