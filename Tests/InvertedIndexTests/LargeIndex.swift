import ByteIO
import Documents
import Glibc
import Testing

@testable import InvertedIndex

/// An index of more than 1 MiB, which is checked page by page: 300 articles of eight passages in made-up words, two lay words, and a
/// ledger of 5 MiB, so that there are two blocks of page checksums.
struct LargeIndex {
  /// The file as it was written, made once.
  static let bytes: [UInt8] = {
    let folder = TemporaryFolder()
    guard (try? write(to: folder.path)) != nil, let file = try? MappedFile(path: path(in: folder.path)) else {
      return []
    }
    return file.bytes.withUnsafeBytes { Array($0) }
  }()

  let folder = TemporaryFolder()
  private let descriptor: Int32

  /// A copy of the test's own.
  init() throws {
    descriptor = open(LargeIndex.path(in: folder.path), O_RDWR | O_CREAT, 0o644)
    try #require(LargeIndex.bytes.count > 5 * SegmentFormat.checkedWholeByteCount)
    try write(LargeIndex.bytes, at: 0)
  }

  func reader() throws -> IndexReader {
    try IndexReader(folder: folder.path)
  }

  /// Changes the bytes at `offsets`, every bit of them.
  func damage(_ offsets: [Int]) throws {
    for offset in offsets { try write([~LargeIndex.bytes[offset]], at: offset) }
  }

  /// Undoes `damage`.
  func repair(_ offsets: [Int]) throws {
    for offset in offsets { try write([LargeIndex.bytes[offset]], at: offset) }
  }

  func write(_ bytes: [UInt8], at offset: Int) throws {
    try #require(pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count)
  }

  /// Where a section lies in the file.
  static func range(_ section: SegmentFormat.Section) -> Range<Int> {
    let entry = SegmentFormat.headerByteCount + SegmentFormat.tableEntryByteCount * (Int(section.rawValue) - 1)
    func word(_ offset: Int) -> Int { (0..<8).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) } }
    return word(entry + 8)..<word(entry + 8) + word(entry + 16)
  }

  /// One place on every page that is a section's alone; its middle for a section that has no such page.
  static func places(in section: SegmentFormat.Section) -> [Int] {
    let range = range(section)
    let size = SegmentFormat.pageByteCount
    let places = Array(
      stride(from: (range.lowerBound + size - 1) / size * size, through: range.upperBound - size, by: size))
    return places.isEmpty ? [(range.lowerBound + range.upperBound) / 2] : places.map { $0 + 7 }
  }

  /// A word of the articles: the lower the number, the more often it occurs.
  static func word(_ number: Int) -> String {
    let letters = (0..<4).map { (place: Int) -> UInt8 in UInt8(97 + 3 * (number >> (3 * place) & 7) + place % 3) }
    return String(decoding: letters, as: UTF8.self) + "q"
  }

  private static func path(in folder: String) -> String {
    "\(folder)/\(SegmentFormat.fileName)"
  }

  private static func write(to folder: String) throws {
    var settings = Settings()
    settings.layWords = [.init(say: ["two wheels"], search: ["bicycle"], because: nil)]
    let texts = (0..<900).map { "\(word($0)) \(word(7 * $0 % 3000)) \(word(11 * $0 % 3000))" }
    let pieces = stride(from: 0, to: texts.count, by: 100).map { start in
      texts[start..<start + 100].map { Passage(section: 0, heading: nil, text: $0, lines: LineRange(1, 1)) }
    }
    var builder = try IndexBuilder(settings: settings, sample: TextSample(pieces, byteLimit: 1 << 16))
    var state: UInt64 = 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for number in 0..<300 {
      var article = Article(path: CorpusPath("article-\(number).md"), title: word(random(3000)))
      article.digest = (0..<32).map { _ in UInt8(random(256)) }
      let passages = (0..<8).map { index in
        let words = (0..<30).map { _ in word(random(1 + random(3000))) }
        return Passage(
          section: index / 2, heading: word(random(40)), text: words.joined(separator: " "),
          lines: LineRange(index + 1, index + 1))
      }
      try builder.add(article, passages: passages)
      builder.add(SourceFile(path: article.path, byteCount: 10, digest: article.digest))
    }
    let detail = String(repeating: "x", count: 5 * SegmentFormat.checkedWholeByteCount)
    builder.add([LedgerEntry(path: CorpusPath("article-0.md"), line: nil, action: .skipped, detail: detail)])
    _ = try builder.finish(folder: folder)
  }
}

extension IndexReader {
  /// What one kind of question after another is answered, and an error where it is not, by the section that is read for it.
  func answers() -> [(section: SegmentFormat.Section, answer: Result<String, any Error>)] {
    func term(_ number: Int) -> [UInt8] { Array(LargeIndex.word(number).utf8) }
    func query(_ numbers: [Int]) -> WeightedQuery {
      WeightedQuery(terms: numbers.map { WeightedQuery.Term(term($0)) })
    }
    var phrase = query([0, 1])
    phrase.phrases = [[term(0), term(1)]]
    let few = query([0, 1, 500])
    let steps: [(SegmentFormat.Section, () throws -> String)] = [
      (.terms, { "\(try (0..<3000).filter { $0 % 97 == 0 }.map { try self.passageFrequency(of: term($0)) })" }),
      (.postings, { "\(try self.top(5, of: few, ranking: .standard))" }),
      (.lengths, { "\(try self.explain(PassageID(1200), for: few, ranking: .standard))" }),
      (.positions, { "\(try self.top(5, of: phrase, ranking: .standard))" }),
      (.articles, { try self.article(ArticleID(150)).title ?? "" }),
      (.articleStarts, { "\(try self.passages(of: ArticleID(150)))" }),
      (.textDirectory, { try self.passage(PassageID(1200)).passage.text }),
      (.text, { try self.passage(PassageID(600)).passage.text }),
      (.files, { "\(try self.files().map(\.path))" }),
      (.words, { "\(try self.hasWord(term(77))) \(try self.hasWord(term(2000)))" }),
      (.ledger, { "\(try self.ledger().count)" }),
      (.layPhrases, { "\(try self.longestLayPhrase())" }),
      (.layWords, { "\(try self.hasLayWord(Array("wheels".utf8)))" }),
    ]
    return steps.map { step in (step.0, Result(catching: step.1)) }
  }
}
