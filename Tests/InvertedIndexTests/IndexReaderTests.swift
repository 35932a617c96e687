import ByteIO
import Documents
import Glibc
import InvertedIndex
import PhrasePatterns
import Testing

/// What went into an index comes out of it; what is damaged is refused.
@Suite struct IndexReaderTests {
  private let articles = [
    SmallArticle(
      "bicycles.md", title: "Keeping a bicycle",
      [
        ("Chains", "Oil the chain every month. A dry chain squeaks and wears the gears."),
        ("Chains", "Wipe the chain before you oil it."),
        ("Tyres", "Pump the tyres to forty pounds."),
      ]),
    SmallArticle("walking.txt", [(nil, "Walking needs no chain, no tyres and no oil.")]),
  ]

  @Test func `passages, articles, words and counts come back`() throws {
    let folder = TemporaryFolder()
    let written = try writeIndex(articles, to: folder.path)
    let index = try IndexReader(folder: folder.path)
    #expect(index.statistics == written)
    #expect(index.statistics.articleCount == 2)
    #expect(index.statistics.passageCount == 4)
    let third = try index.passage(PassageID(2))
    #expect(third.passage.text == "Pump the tyres to forty pounds.")
    #expect(third.passage.heading == "Tyres")
    #expect(third.passage.section == 1)
    #expect(third.passage.lines == LineRange(3, 3))
    #expect(try index.article(third.article).title == "Keeping a bicycle")
    #expect(try index.article(ArticleID(1)).title == nil)
    #expect(try index.passages(of: ArticleID(1)) == 3..<4)
    #expect(try index.hasWord(Array("squeaks".utf8)))
    #expect(try !index.hasWord(Array("squeak".utf8)))
    #expect(try index.passageFrequency(of: Array("chain".utf8)) == 3)
    #expect(try index.contains(Array("chain".utf8), in: PassageID(3)))
    #expect(try !index.contains(Array("chain".utf8), in: PassageID(2)))
    #expect(try index.ledger().map(\.detail) == ["Next", "Next"])
    #expect(try index.files().map(\.path.text) == ["bicycles.md", "walking.txt"])
    var words: [String: Int] = [:]
    try index.forEachWord { word, occurrences in
      words[String(decoding: (0..<word.count).map { word[$0] }, as: UTF8.self)] = occurrences
    }
    #expect(words["chain"] == 4)
    #expect(words["bicycle"] == 1)
  }

  @Test func `settings come back whole`() throws {
    var settings = Settings()
    settings.title = "Bicycles"
    settings.topic = ["bicycle"]
    settings.welcome = "Hello."
    var crisis = Settings.Crisis(card: "Tell a member of staff now.")
    crisis.patterns = try PatternProgram([["want to die"], [], [], ["dying to know"]])
    settings.crisis = crisis
    settings.layWords = [.init(say: ["bike"], search: ["bicycle"], because: "people say bike")]
    settings.cues = [.init(ask: ["how long"], prefer: ["hours"], evidence: .duration)]
    settings.boilerplate = ["^Next$"]
    settings.ranking.k1 = 0.9
    let folder = TemporaryFolder()
    try writeIndex(articles, settings: settings, to: folder.path)
    #expect(try IndexReader(folder: folder.path).settings == settings)
  }

  @Test func `the same corpus gives the same bytes and fingerprint, another gives others`() throws {
    let (one, two, other) = (TemporaryFolder(), TemporaryFolder(), TemporaryFolder())
    try writeIndex(articles, to: one.path)
    try writeIndex(articles, to: two.path)
    try writeIndex(articles.reversed(), to: other.path)
    #expect(try bytes(in: one) == bytes(in: two))
    let fingerprint = try IndexReader(folder: one.path).fingerprint
    #expect(try IndexReader(folder: two.path).fingerprint == fingerprint)
    #expect(try IndexReader(folder: other.path).fingerprint != fingerprint)
    #expect(fingerprint.count == 8)
  }

  @Test func `a citation names path, line and hash, and passages on one line get different hashes`() throws {
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let index = try IndexReader(folder: folder.path)
    let text = "Walking needs no chain, no tyres and no oil."
    let hash = String(SHA256.hex(SHA256.digest(of: text.utf8.span)).prefix(6))
    #expect(try index.citation(of: PassageID(3)).description == "walking.txt:1#\(hash)")
  }

  @Test func `no index, no index file, and another file are told apart`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/verbatim.index"
    #expect(throws: IndexError.missing(path: path)) { _ = try IndexReader(folder: folder.path) }
    try write(Array("# An article, not an index, though longer than a header of sixty-four bytes.".utf8), to: path)
    #expect(throws: IndexError.notAnIndex(path: path)) { _ = try IndexReader(folder: folder.path) }
  }

  @Test func `every changed byte of a small index is refused`() throws {
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let good = try bytes(in: folder)
    let path = "\(folder.path)/verbatim.index"
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 0x41
      try write(bad, to: path)
      // Padding between sections carries nothing: it may change without harm.
      guard (try? IndexReader(folder: folder.path)) != nil else { continue }
      #expect(good[offset] == 0, "byte \(offset) changed unnoticed")
    }
  }

  @Test func `every truncation of a small index is refused`() throws {
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let good = try bytes(in: folder)
    let path = "\(folder.path)/verbatim.index"
    for length in stride(from: 0, to: good.count, by: 13) {
      try write(Array(good[..<length]), to: path)
      #expect(throws: IndexError.self) { _ = try IndexReader(folder: folder.path) }
    }
  }

  @Test func `a second writer is told of the first, and touches nothing`() throws {
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let before = try bytes(in: folder)
    let lock = try lockOnceFree("\(folder.path)/verbatim.lock")
    #expect(throws: IndexError.locked(path: "\(folder.path)/verbatim.lock")) {
      try writeIndex(articles.reversed(), to: folder.path)
    }
    #expect(access("\(folder.path)/verbatim.index.tmp", F_OK) != 0)
    #expect(try bytes(in: folder) == before)
    withExtendedLifetime(lock) {}
  }

  @Test func `a phrase that more rows of lay words hold than can be counted is refused`() throws {
    var settings = Settings()
    settings.layWords = (0..<300).map { .init(say: ["bike"], search: ["bicycle \($0)"], because: nil) }
    let folder = TemporaryFolder()
    #expect(throws: IndexError.self) { try writeIndex(articles, settings: settings, to: folder.path) }
    settings.layWords.removeLast(45)
    try writeIndex(articles, settings: settings, to: folder.path)
    #expect(try IndexReader(folder: folder.path).layRows(saying: [Array("bike".utf8)]).count == 255)
  }

  @Test func `a corpus without articles gives an index that answers nothing`() throws {
    let folder = TemporaryFolder()
    try writeIndex([], to: folder.path)
    let index = try IndexReader(folder: folder.path)
    let query = WeightedQuery(terms: [.init(Array("chain".utf8))])
    #expect(try index.top(10, of: query, ranking: .standard).isEmpty)
  }

  private func bytes(in folder: TemporaryFolder) throws -> [UInt8] {
    let file = try MappedFile(path: "\(folder.path)/verbatim.index")
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    #expect(fclose(file) == 0)
  }
}
