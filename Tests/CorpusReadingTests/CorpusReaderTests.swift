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

  @Test func `a file's digest is that of its bytes, whatever it holds`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    try corpus.write("c.jsonl", "bad\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    let files = reader.list().files
    #expect(files.map(\.path.text) == ["a.txt", "c.jsonl"])
    #expect(reader.digest(of: files[0]) == SHA256.digest(of: "Words.".utf8.span))
    let before = reader.digest(of: files[1])
    try corpus.write("c.jsonl", "worse\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    #expect(before != nil && reader.digest(of: files[1]) != before)
  }

  @Test func `a file that has gone has no digest`() throws {
    let corpus = try TemporaryCorpus()
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    #expect(
      reader.digest(of: CorpusFile(path: CorpusPath("gone.txt"), byteCount: 3, modificationTime: 0, changeTime: 0))
        == nil)
  }

  @Test func `reading a file gives the digest of the file, whatever was read of it`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    try corpus.write("b.md", "")
    try corpus.write("c.jsonl", "bad\n{\"id\":\"1\",\"text\":\"Words.\"}\n")
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    for file in reader.list().files {
      var digest: [UInt8]?
      reader.forEachItem(of: file, digest: &digest) { _ in }
      #expect(digest != nil && digest == reader.digest(of: file))
    }
    var digest: [UInt8]? = []
    let gone = CorpusFile(path: CorpusPath("gone.txt"), byteCount: 3, modificationTime: 0, changeTime: 0)
    reader.forEachItem(of: gone, digest: &digest) { _ in }
    #expect(digest == nil)
  }

  @Test(arguments: [0, 5, 7])
  func `a file that has not the size it was listed with is read whole`(listed: Int) throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Words.")
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    var texts: [String] = []
    reader.forEachItem(of: CorpusFile(path: CorpusPath("a.txt"), byteCount: listed, modificationTime: 0, changeTime: 0))
    { item in
      if case .article(_, let passages, _) = item { texts += passages.map(\.text) }
    }
    #expect(texts == ["Words."])
  }

  @Test func `files read by several threads at once give what one thread reads`() async throws {
    let corpus = try TemporaryCorpus()
    for number in 0..<48 {
      let line = number % 2 == 0 ? "Some ~~struck~~ words, a ~tilde~ too.\n\n" : "*Other* words, | with | bars.\n\n"
      try corpus.write("\(number).md", "# Title\n\n" + String(repeating: line, count: 40 * number))
    }
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    let files = reader.list().files
    let passages = { @Sendable (file: CorpusFile) in
      var passages: [Passage] = []
      reader.forEachItem(of: file) { if case .article(_, let more, _) = $0 { passages += more } }
      return passages
    }
    let together = await withTaskGroup(of: (Int, [Passage]).self) { group in
      for (number, file) in files.enumerated() { group.addTask { (number, passages(file)) } }
      var results = [[Passage]](repeating: [], count: files.count)
      for await (number, result) in group { results[number] = result }
      return results
    }
    #expect(together == files.map(passages))
  }
}
