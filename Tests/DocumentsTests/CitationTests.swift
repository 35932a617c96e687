import Documents
import Testing

/// `PATH:LINE#HASH` there and back, and nothing else.
@Suite struct CitationTests {
  @Test(arguments: ["side-effects.md:24#d2c4a1", "a/b c.txt:1#0123456789abcdef", "odd:7#x.md:9#77af02"])
  func `a citation comes back as it was written`(text: String) throws {
    #expect(try #require(Citation(text)).description == text)
  }

  @Test(arguments: [
    "", "side-effects.md", "side-effects.md:24", "side-effects.md#d2c4a1", ":24#d2c4a1", "a.md:0#d2c4a1",
    "a.md:x#d2c4a1", "a.md:24#d2c4", "a.md:24#D2C4A1", "a.md:24#d2c4zz",
  ])
  func `what is no citation is refused`(text: String) {
    #expect(Citation(text) == nil)
  }

  @Test func `paths are ordered by their bytes`() {
    let paths = ["b.md", "a/z.md", "a.md", "B.md", "a-b.md"].map { CorpusPath($0) }
    #expect(paths.sorted().map(\.text) == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md"])
  }

  @Test(arguments: [
    ("a/b.c.md", "b.c", "md"), ("noext", "noext", ""), (".hidden", ".hidden", ""), ("X.HTML", "X", "html"),
  ])
  func `a path has a stem and an extension`(path: String, stem: String, fileExtension: String) {
    #expect(CorpusPath(path).stem == stem)
    #expect(CorpusPath(path).fileExtension == fileExtension)
  }
}

/// Text that remembers its lines.
@Suite struct SourceTextTests {
  @Test func `a range of the text gives the lines it came from`() {
    let text = SourceText(
      text: "one two three",
      marks: [.init(utf8Offset: 0, line: 4), .init(utf8Offset: 4, line: 5), .init(utf8Offset: 8, line: 9)])
    #expect(text.lines == LineRange(4, 9))
    #expect(text.lines(of: 0..<3) == LineRange(4, 4))
    #expect(text.lines(of: 0..<5) == LineRange(4, 5))
    #expect(text.lines(of: 8..<13) == LineRange(9, 9))
    #expect(text.lines(of: 13..<13) == LineRange(9, 9))
  }
}
