import Documents
import Testing

@testable import CorpusReading

/// The sample of a corpus depends on its articles alone, and seldom on any one of them.
@Suite struct CorpusSampleTests {
  private func sample(_ corpus: TemporaryCorpus, byteCount: Int = 40_000) throws -> [[Passage]] {
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    return reader.sample(of: reader.list(), byteCount: byteCount, pieceByteCount: 4096)
  }

  /// Paragraphs that are all different.
  private func text(_ name: String, paragraphs: Int) -> String {
    (0..<paragraphs).map { "Paragraph \($0) of \(name) says \(String(repeating: "something on \(name) ", count: 20))." }
      .joined(separator: "\n\n")
  }

  private func lines(_ count: Int, _ word: String) -> String {
    (0..<count).map { #"{"id": "\#(word)\#($0)", "text": "\#(text("\(word) \($0)", paragraphs: 1))"}"# }
      .joined(separator: "\n")
  }

  private func byteCount(_ pieces: [[Passage]]) -> Int {
    pieces.reduce(0) { $0 + $1.reduce(0) { $0 + $1.text.utf8.count } }
  }

  @Test func `it has about as many bytes as are wanted, if the corpus has`() throws {
    let corpus = try TemporaryCorpus()
    #expect(try sample(corpus).isEmpty)
    for number in 0..<100 { try corpus.write("a\(number).md", text("a\(number)", paragraphs: 20)) }
    let pieces = try sample(corpus)
    #expect((10...14).contains(pieces.count))
    #expect((40_000...50_000).contains(byteCount(pieces)))
    #expect(Set(pieces).count == pieces.count)
    #expect(try sample(corpus, byteCount: 0).isEmpty)
    let small = try TemporaryCorpus()
    try small.write("a.md", "One paragraph of some words, as articles have.\n")
    try small.write("b.md", "# Only a heading\n")
    try small.write("c.jsonl", "no object\n")
    #expect(try sample(small).map { $0.map(\.text) } == [["One paragraph of some words, as articles have."]])
  }

  @Test func `a change to a file that is not in it leaves it, a new text in one that is does not`() throws {
    let corpus = try TemporaryCorpus()
    for number in 0..<60 { try corpus.write("a\(number).txt", text("a\(number)", paragraphs: 8)) }
    let before = try sample(corpus)
    var changes = 0
    for number in 0..<60 {
      try corpus.write("a\(number).txt", text("b\(number)", paragraphs: 8))
      let isIn = before.contains { $0.contains { $0.text.contains("on a\(number) ") } }
      #expect(try (sample(corpus) != before) == isIn, "a\(number).txt")
      changes += isIn ? 1 : 0
      try corpus.write("a\(number).txt", text("a\(number)", paragraphs: 8))
    }
    #expect((8...20).contains(changes))
    #expect(try sample(corpus) == before)
  }

  @Test func `a large file has many places, which a change elsewhere in it does not move`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("large.txt", text("large", paragraphs: 3000))
    let before = try sample(corpus)
    #expect(before.count >= 8)
    try corpus.write("large.txt", "A paragraph that was not there.\n\n" + text("large", paragraphs: 3000))
    let after = try sample(corpus)
    #expect(before.map { $0.map(\.text) } == after.map { $0.map(\.text) })
  }

  @Test func `a large file of lines has many places, which a line before seldom moves`() throws {
    let corpus = try TemporaryCorpus()
    let content = lines(12_000, "a")
    try corpus.write("large.jsonl", content)
    let before = try sample(corpus)
    #expect(before.count >= 8)
    try corpus.write("large.jsonl", lines(1, "new") + "\n" + content + "\n" + lines(1, "last"))
    let after = try sample(corpus)
    #expect(after.map { $0.map(\.text) } == before.map { $0.map(\.text) })
  }
}
