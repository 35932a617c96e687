// What damage does where no checksum stands guard: it may mislead, not crash. With checksums of pages it does not mislead.

import ByteIO
import Documents
import Glibc
import Testing

@testable import InvertedIndex

@Suite struct DamageTests {
  /// A term of a whole block of postings and a tail, a phrase, headings, lay words, two articles.
  private func writeSmallIndex(to folder: String) throws {
    var settings = Settings()
    settings.layWords = [
      .init(say: ["two wheels", "bike"], search: ["bicycle"], because: nil),
      .init(say: ["bike"], search: ["chain"], because: nil),
    ]
    let passages = (0..<130).map { (heading: $0 < 3 ? "Chains" : nil, text: $0 < 3 ? "Oil the chain \($0)." : "Oil.") }
    try writeIndex(
      [
        SmallArticle("bicycles.md", title: "Keeping a bicycle", passages),
        SmallArticle("walking.txt", [(nil, "Walking needs no chain.")]),
      ], settings: settings, sample: smallSample((0..<6).map { "Oil the chain \($0). Oil." }), to: folder)
  }

  @Test func `no changed byte of an index that was not checked crashes a reader`() throws {
    let folder = TemporaryFolder()
    try writeSmallIndex(to: folder.path)
    let path = "\(folder.path)/verbatim.index"
    let good = try bytes(of: path)
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    var refused = 0
    for offset in good.indices {
      for mask in [0xFF, 0x40, 0x01] as [UInt8] {
        try change(offset, to: good[offset] ^ mask, in: descriptor)
        if !readEverything(in: folder.path) { refused += 1 }
      }
      try change(offset, to: good[offset], in: descriptor)
    }
    #expect(refused > 0 && readEverything(in: folder.path))
  }

  @Test func `no changed byte of an index that is checked by pages changes an answer`() throws {
    let folder = TemporaryFolder()
    try writeSmallIndex(to: folder.path)
    let path = "\(folder.path)/verbatim.index"
    let good = try bytes(of: path)
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    let query = WeightedQuery(terms: [.init(Array("chain".utf8)), .init(Array("oil".utf8))])
    func answer() throws -> String {
      let index = try IndexReader(SegmentReader(folder: folder.path, checking: .byPage))
      let found = try index.top(3, of: query, ranking: .standard)
      return "\(found) \(try found.map { try index.citation(of: $0.passage) }) \(index.settings)"
    }
    let right = try answer()
    for offset in good.indices.filter({ $0 % 5 == 0 || $0 < SegmentFormat.leadingByteCount }) {
      try change(offset, to: good[offset] ^ 0x10, in: descriptor)
      if let found = try? answer() { #expect(found == right, "byte \(offset)") }
      try change(offset, to: good[offset], in: descriptor)
    }
    #expect(try answer() == right)
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = try MappedFile(path: path)
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  private func change(_ offset: Int, to byte: UInt8, in descriptor: Int32) throws {
    try #require(pwrite(descriptor, [byte], 1, off_t(offset)) == 1)
  }

  /// Asks an index that was not checked for all it has. False where anything is refused.
  private func readEverything(in folder: String) -> Bool {
    guard let index = try? IndexReader(SegmentReader(folder: folder, checking: .none)) else { return false }
    func term(_ text: String) -> [UInt8] { Array(text.utf8) }
    let terms = ["oil", "chain", "bicycl", "walk"].map { WeightedQuery.Term(term($0)) }
    let last = UInt32(index.statistics.passageCount - 1)
    let queries = [
      WeightedQuery(terms: terms), WeightedQuery(terms: terms, phrases: [[term("the"), term("chain")]]),
      WeightedQuery(terms: terms, articles: (0..<UInt32(index.statistics.articleCount)).prefix(3).map(ArticleID.init)),
    ]
    var steps: [() throws -> Void] = queries.map { query in
      { _ = try index.top(3, of: query, ranking: RankingParameters(index.settings.ranking)) }
    }
    for id in [0, last / 2, last].map({ PassageID($0) }) {
      steps.append { _ = try index.explain(id, for: queries[0], ranking: .standard) }
      steps.append { _ = try index.contains(term("oil"), in: id) }
      steps.append { _ = try index.citation(of: id) }
      steps.append { _ = try index.passages(of: index.passage(id).article) }
    }
    steps += [
      { try index.forEachWord { _, _ in } }, { _ = try index.hasWord(term("chain")) },
      { _ = try index.article(ArticleID(0)) }, { _ = try index.files() }, { _ = try index.ledger() },
      { _ = try index.longestLayPhrase() }, { _ = try index.layWords() }, { _ = try index.hasLayWord(term("bike")) },
      { _ = try index.layRows(saying: [term("bike")]) },
    ]
    // Each on its own: what one refuses, another may still be asked for.
    return steps.map { (try? $0()) != nil }.allSatisfy { $0 }
  }
}
