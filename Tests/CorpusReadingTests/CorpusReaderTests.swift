import ByteIO
import CorpusReading
import Documents
import Testing

/// The way from folder to items, and the comparison with what an index holds.
@Suite struct CorpusReaderTests {
  @Test func `articles and skips come in one order of paths`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.pdf", "x")
    try corpus.write("b.md", "Words.")
    try corpus.write("c.xyz", "x")
    try corpus.write("d.jsonl", "{\"id\":\"1\",\"text\":\"Words.\"}\nbad\n")
    try corpus.write("e.html", "<p>Words.")
    try corpus.write("f.exe", "x")
    let paths = try corpus.summary().map { $0.split(separator: ":").first.map(String.init) ?? "" }
    #expect(paths == ["a.pdf", "b.md", "c.xyz", "d.jsonl", "d.jsonl", "e.html", "f.exe"])
  }

  @Test func `an article's digest is that of its bytes`() throws {
    let corpus = try TemporaryCorpus()
    let bytes = Array("Caf\u{E9}.\r\n".utf8)
    try corpus.write("a.txt", bytes: bytes)
    guard case .article(let article, _, _) = try #require(try corpus.items().first) else { return }
    #expect(article.digest == SHA256.digest(of: bytes.span))
  }

  @Test func `a consumer that throws ends the reading`() throws {
    struct Stop: Error {}
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    try corpus.write("b.txt", "Words.")
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    var count = 0
    #expect(throws: Stop.self) {
      try reader.forEachItem { (_: CorpusItem) throws(Stop) in
        count += 1
        throw Stop()
      }
    }
    #expect(count == 1)
  }

  private func held(_ corpus: TemporaryCorpus) throws -> [ArticleDigest] {
    try corpus.items().compactMap { item in
      guard case .article(let article, _, _) = item else { return nil }
      return ArticleDigest(path: article.path, line: article.line, digest: article.digest)
    }
  }

  @Test func `a corpus equals what was read from it, skipped files and lines included`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    try corpus.write("b.txt", "  ")
    try corpus.write("c.jsonl", "bad\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    let held = try held(corpus)
    #expect(held.count == 2)
    #expect(try CorpusReader(folder: corpus.path, settings: Settings()).firstDifference(from: held) == nil)
  }

  @Test func `changed, added and missing articles are found`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    try corpus.write("c.jsonl", "bad\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    let held = try held(corpus)
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    try corpus.write("a.txt", "Other words.")
    #expect(reader.firstDifference(from: held) == .changed(CorpusPath("a.txt"), line: 1))
    try corpus.write("a.txt", "Words.")
    #expect(reader.firstDifference(from: held) == nil)
    try corpus.write("c.jsonl", "{\"id\":\"2\",\"text\":\"New.\"}\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    #expect(reader.firstDifference(from: held) == .added(CorpusPath("c.jsonl"), line: 1))
    try corpus.write("c.jsonl", "")
    #expect(reader.firstDifference(from: held) == .missing(CorpusPath("c.jsonl"), line: 2))
  }
}
