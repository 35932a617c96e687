import CorpusReading
import Documents
import Glibc
import InvertedIndex
import Testing

@testable import Commands

/// An index brought up to date is, byte for byte, the one that is made anew.
@Suite struct IndexUpdateTests {
  @discardableResult
  private func index(
    _ corpus: ChangingCorpus, into name: String, settings: Settings = Settings(), threads: Int = 2,
    isFull: Bool = false,
    reorders: Bool = false
  ) throws -> IndexUpdate.Result? {
    let reader = try CorpusReader(folder: corpus.folder("Corpus"), settings: settings)
    let update = IndexUpdate(
      reader, settings, folder: corpus.folder(name), try IndexResources(mebibytes: 32, threads: threads),
      IndexProgress())
    let result = try update.run(isFull: isFull, reorders: reorders)
    try CorpusOrigin(corpus: corpus.folder("Corpus"), config: "none").write(to: corpus.folder(name))
    return result
  }

  private func expectSame(_ corpus: ChangingCorpus, _ what: String) throws {
    try index(corpus, into: "Full", threads: 1, isFull: true)
    #expect(try corpus.bytes("Updated/verbatim.index") == corpus.bytes("Full/verbatim.index"), "\(what)")
  }

  @Test(arguments: 0..<5)
  func `after any change, an update gives the bytes of an index made anew`(seed: Int) throws {
    let corpus = try ChangingCorpus(seed: UInt64(seed), fileCount: 40)
    try index(corpus, into: "Updated")
    var kept = 0
    for _ in 0..<4 {
      var changes: [String] = []
      for _ in 0...seed { changes.append(try corpus.change()) }
      kept += try index(corpus, into: "Updated", threads: 1 + seed % 2)?.keptFileCount ?? 0
      try expectSame(corpus, changes.joined(separator: ", "))
    }
    // Else nothing would be tested.
    #expect(kept > 40)
  }

  @Test func `files of many lines are read anew beside others that are kept`() throws {
    let corpus = try ChangingCorpus(seed: 99, fileCount: 40)
    try corpus.write("5large.jsonl", corpus.content(of: "5large.jsonl", paragraphs: 2500))
    try index(corpus, into: "Updated")
    try corpus.write("7new.txt", corpus.content(of: "7new.txt"))
    let first = try #require(try index(corpus, into: "Updated"))
    #expect(first.keptFileCount > 1)
    try expectSame(corpus, "a file beside a large one")
    try corpus.write("5large.jsonl", corpus.content(of: "5large.jsonl", paragraphs: 2400))
    try index(corpus, into: "Updated")
    try expectSame(corpus, "a large file")
  }

  /// The sample of an index, and that of an index of the corpus as it is.
  private func isSampleCurrent(_ corpus: ChangingCorpus) throws -> Bool {
    let reader = try CorpusReader(folder: corpus.folder("Corpus"), settings: Settings())
    let byteLimit = TextSample.byteLimit(ofArticles: reader.list().files.reduce(0) { $0 + $1.byteCount })
    let pieces = reader.sample(of: reader.list(), byteCount: byteLimit, pieceByteCount: TextSample.pieceByteCount)
    let sample = TextSample(pieces, byteLimit: byteLimit)
    try #require(sample != .none)
    return try OldIndex(IndexReader(folder: corpus.folder("Updated"))).sample == sample
  }

  @Test func `a change that leaves the sample of texts keeps other files; one that changes it does not`() throws {
    let corpus = try ChangingCorpus(seed: 12, fileCount: 20)
    // Names that make cuts between the files.
    let names = (0..<30).map { "large\($0).md" }
    for name in names { try corpus.write(name, corpus.content(of: name, paragraphs: 160)) }
    try index(corpus, into: "Updated")
    var kept: [Bool: Int] = [:]
    for name in names where kept.count < 2 {
      try corpus.write(name, corpus.content(of: name, paragraphs: 160))
      let isCurrent = try isSampleCurrent(corpus)
      if kept[isCurrent] != nil, isCurrent { continue }
      kept[isCurrent] = try #require(try index(corpus, into: "Updated")).keptFileCount
      try expectSame(corpus, "\(name), \(isCurrent)")
    }
    #expect(kept[false] == 0)
    #expect(try #require(kept[true]) > 10)
  }

  @Test func `a reordered index holds the same, is made alike by any threads, and goes stale as any other`() throws {
    let corpus = try ChangingCorpus(seed: 11, fileCount: 80)
    try index(corpus, into: "Plain")
    try index(corpus, into: "Updated", threads: 1, reorders: true)
    try index(corpus, into: "Other", threads: 2, reorders: true)
    #expect(try corpus.bytes("Updated/verbatim.index") == corpus.bytes("Other/verbatim.index"))
    let plain = try IndexReader(folder: corpus.folder("Plain"))
    let other = try IndexReader(folder: corpus.folder("Other"))
    #expect(try other.files() != plain.files())
    #expect(try Set(other.files()) == Set(plain.files()))
    #expect(other.statistics.passageCount == plain.statistics.passageCount)
    #expect(other.statistics.termCount == plain.statistics.termCount)
    #expect(try index(corpus, into: "Updated") == nil)
    #expect(try index(corpus, into: "Updated", reorders: true) == nil)
    try corpus.write("0new.txt", Array("One more article.\n".utf8))
    #expect(try index(corpus, into: "Updated")?.keptFileCount == 0)
    try expectSame(corpus, "after reordering")
  }

  @Test func `nothing changed: nothing is written`() throws {
    let corpus = try ChangingCorpus(seed: 3, fileCount: 20)
    try index(corpus, into: "Updated")
    #expect(try index(corpus, into: "Updated") == nil)
    #expect(try index(corpus, into: "Updated", isFull: true)?.keptFileCount == 0)
  }

  @Test func `settings that do not touch the articles keep them; others do not`() throws {
    let corpus = try ChangingCorpus(seed: 4, fileCount: 30)
    try index(corpus, into: "Updated")
    var settings = Settings()
    settings.title = "Another title"
    #expect(try index(corpus, into: "Updated", settings: settings)?.keptFileCount == 30)
    settings.boilerplate = ["w1"]
    #expect(try index(corpus, into: "Updated", settings: settings)?.keptFileCount == 0)
    settings.language = "de"
    #expect(try index(corpus, into: "Updated", settings: settings)?.keptFileCount == 0)
  }

  @Test func `an index that is damaged, or was made by other rules, is made anew`() throws {
    let corpus = try ChangingCorpus(seed: 5, fileCount: 30)
    try index(corpus, into: "Updated")
    var bytes = try corpus.bytes("Updated/verbatim.index")
    bytes[bytes.count / 2] ^= 1
    try overwrite(corpus.folder("Updated/verbatim.index"), bytes)
    #expect(try index(corpus, into: "Updated")?.keptFileCount == 0)
    try expectSame(corpus, "damage")
    try overwrite(corpus.folder("Updated/verbatim.origin"), Array("corpus ../Corpus\nrules 0\n".utf8))
    try corpus.write("new.txt", Array("One more article.\n".utf8))
    #expect(try index(corpus, into: "Updated")?.keptFileCount == 0)
  }

  private func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let file = open(path, O_WRONLY | O_TRUNC)
    try #require(file >= 0)
    defer { close(file) }
    #expect(bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == bytes.count)
  }
}
