import Documents
import Glibc
import Testing

@testable import CorpusReading

/// However a corpus is cut, its items are the same, and the cuts depend on nothing but the articles beside them.
@Suite struct CorpusPiecesTests {
  /// A `.jsonl` file of more than one piece, with blank lines, bad lines and an id that comes again far behind.
  private func lines(_ count: Int) -> String {
    (0..<count).map { number in
      switch number % 50 {
      case 17: "   "
      case 23: "no object"
      case 31 where number > 100: #"{"id": "7", "text": "The same id as an early line."}"#
      default:
        #"{"id": "\#(number)", "text": "Line \#(number) says \#(String(repeating: "a word or two ", count: 20))."}"#
      }
    }.joined(separator: "\n")
  }

  private func reader(_ corpus: TemporaryCorpus) throws -> CorpusReader {
    try CorpusReader(folder: corpus.path, settings: Settings())
  }

  private func items(_ corpus: TemporaryCorpus) throws -> (items: [PieceItem], pieces: Int) {
    let reader = try reader(corpus)
    let pieces = CorpusPieces(reader, reader.list())
    var found: [PieceItem] = []
    var count = 0
    while let piece = pieces.next() {
      count += 1
      reader.forEachItem(of: piece) { found.append($0) }
    }
    return (found, count)
  }

  private func describe(_ item: CorpusItem) -> String {
    switch item {
    case .article(let article, let passages, let ledger):
      "\(article.path.text):\(article.line) \(passages.map(\.text)) \(ledger.count)"
    case .skipped(let entry): "\(entry.path.text):\(entry.line ?? 0) skipped: \(entry.detail)"
    }
  }

  @Test func `the pieces of a large file of lines hold what the file holds`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.md", "# Chains\n\nOil the chain every month.\n")
    try corpus.write("b.jsonl", lines(6000))
    try corpus.write("c.txt", "Pump the tyres every week, more often in the winter.\n")
    try corpus.write("d.png", "no article")
    let (found, pieces) = try items(corpus)
    #expect(pieces > 4)
    var expected: [String] = []
    try reader(corpus).forEachItem { expected.append(describe($0)) }
    #expect(found.compactMap { if case .item(let item) = $0 { describe(item) } else { nil } } == expected)
    #expect(expected.count { $0.contains("occurs a second time") } == 118)
    let files = found.compactMap { if case .file(let file) = $0 { file } else { nil } }
    #expect(files.map(\.path.text) == ["a.md", "b.jsonl", "c.txt"])
    for (file, listed) in zip(files, try reader(corpus).list().files) {
      #expect(try file.digest == reader(corpus).digest(of: listed))
    }
  }

  @Test func `what is added in front of a file of lines moves its cuts only there`() throws {
    func cuts(_ text: String) throws -> [String] {
      let corpus = try TemporaryCorpus()
      try corpus.write("b.jsonl", text)
      var found: [String] = []
      var last = ""
      for item in try items(corpus).items {
        if case .item(.article(let article, _, _)) = item { last = article.identifier ?? "" }
        if case .cut = item { found.append(last) }
      }
      return found
    }
    let before = try cuts(lines(12_000))
    let after = try cuts(#"{"id": "new", "text": "One line more, in front of all others."}"# + "\n" + lines(12_000))
    #expect(before.count > 3)
    #expect(after.filter { $0 != "new" } == before)
  }

  @Test func `a file that goes before it is read is skipped, whatever its size`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.md", "# Chains\n\nOil the chain every month.\n")
    try corpus.write("b.jsonl", lines(3000))
    let reader = try reader(corpus)
    let pieces = CorpusPieces(reader, reader.list())
    #expect(unlink("\(corpus.path)/b.jsonl") == 0)
    var found: [String] = []
    while let piece = pieces.next() {
      reader.forEachItem(of: piece) { if case .item(let item) = $0 { found.append(describe(item)) } }
    }
    #expect(found.count == 2 && found[1].hasPrefix("b.jsonl:0 skipped: unreadable"))
  }
}
