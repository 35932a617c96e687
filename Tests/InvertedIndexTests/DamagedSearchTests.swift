// Every kind of posting block, damaged byte by byte under pruned search: it may mislead or be refused, never leave its memory.

import ByteIO
import Glibc
import Testing

@testable import InvertedIndex

@Suite struct DamagedSearchTests {
  /// What search reads: no checksum guards it in a large index.
  private static let sections: [SegmentFormat.Section] = [.postings, .terms, .statistics]

  @Test func `the index that is damaged has blocks of every kind`() throws {
    let folder = TemporaryFolder()
    try writeVariedIndex(to: folder.path)
    let segment = try OpenSegment(SegmentReader(folder: folder.path))
    let bytes = segment.segment.bytes(.postings)
    var widths: Set<UInt8> = []
    var kinds: Set<UInt8> = []
    var patched = (passages: false, body: false)
    for term in variedTerms {
      let info = try #require(try segment.termInfo(of: term))
      let list = try PostingList(info, passageCount: segment.statistics.passageCount, in: bytes, .checked)
      for block in 0..<list.blockCount where list.count(ofBlock: block) == BitPacking.blockSize {
        let range = try list.range(ofBlock: block, bytes)
        var cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
        let head = try BlockHead(bytes, at: &cursor)
        widths.insert(head.passages.width)
        if head.passages.width != BlockHead.bitset, head.passages.patches > 0 { patched.passages = true }
        if head.body.patches > 0 { patched.body = true }
        kinds.insert(head.fields & ~BlockHead.positive)
      }
    }
    #expect(widths.contains(BlockHead.bitset))
    #expect(patched.passages && patched.body)
    #expect(kinds.isSuperset(of: [0, 1, 3, 5, 7]), "\(kinds)")
  }

  @Test(arguments: [0xFF, 0x01] as [UInt8])
  func `no changed byte leads a pruned search astray`(mask: UInt8) throws {
    let folder = TemporaryFolder()
    try writeVariedIndex(to: folder.path)
    let path = "\(folder.path)/verbatim.index"
    let good = try SegmentReader(folder: folder.path)
    let whole = try MappedFile(path: path)
    let bytes = whole.bytes.withUnsafeBytes { Array($0) }
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    var refused = 0
    for section in DamagedSearchTests.sections {
      let content = good.bytes(section).withUnsafeBytes { Array($0) }
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: content) })
      for offset in start..<start + content.count {
        try #require(pwrite(descriptor, [bytes[offset] ^ mask], 1, off_t(offset)) == 1)
        if !search(folder.path) { refused += 1 }
        try #require(pwrite(descriptor, [bytes[offset]], 1, off_t(offset)) == 1)
      }
    }
    #expect(refused > 0 && search(folder.path))
  }

  @Test func `table entries of extreme values are refused or harmless`() throws {
    let folder = TemporaryFolder()
    try writeVariedIndex(to: folder.path)
    let segment = try OpenSegment(SegmentReader(folder: folder.path))
    let path = "\(folder.path)/verbatim.index"
    let whole = try MappedFile(path: path)
    let bytes = whole.bytes.withUnsafeBytes { Array($0) }
    let postings = segment.segment.bytes(.postings).withUnsafeBytes { Array($0) }
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: postings) })
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    for term in variedTerms {
      let info = try #require(try segment.termInfo(of: term))
      let blockCount = (info.passageFrequency + 127) / 128
      guard blockCount > 1 else { continue }
      for entry in 0..<3 * blockCount {
        let offset = start + info.postings.lowerBound + BlockImpacts.byteCount + 4 * entry
        for value in [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FF7F, 0xFFFF_FFFE, 0xFFFF_FFFF] as [UInt32] {
          let word = (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
          try #require(pwrite(descriptor, word, 4, off_t(offset)) == 4)
          _ = search(folder.path)
        }
        try #require(pwrite(descriptor, Array(bytes[offset..<offset + 4]), 4, off_t(offset)) == 4)
      }
    }
    #expect(search(folder.path))
  }

  /// Pruned, exhaustive, and block by block; several times with the same memory. False where anything is refused.
  private func search(_ folder: String) -> Bool {
    guard let segment = try? OpenSegment(SegmentReader(folder: folder, checking: .none)) else { return false }
    let count = segment.statistics.passageCount
    let scratch = SearchScratch(segment.statistics, .standard)
    let queries = [variedTerms, [variedTerms[0], variedTerms[3]]].map { terms in
      WeightedQuery(terms: terms.map { WeightedQuery.Term($0) })
    }
    var succeeded = true
    for (number, query) in queries.enumerated() {
      var search = MaxScoreSearch(segment: segment, ranking: .standard, scratch: scratch)
      search.exhaustiveLimit = 0
      search.mostWindow = number == 0 ? 1 : 4096
      do {
        let found = try search.top(number == 0 ? 2 : 20, of: query, filter: nil)
        succeeded = succeeded && found.allSatisfy { Int($0.passage.rawValue) < count }
        search.exhaustiveLimit = .max
        _ = try search.top(3, of: query, filter: nil)
      } catch {
        succeeded = false
      }
    }
    let phrase = WeightedQuery(terms: [.init(variedTerms[0])], phrases: [[variedTerms[0], variedTerms[1]]])
    return succeeded && (try? PassageFilter(phrase, in: segment)) != nil
  }
}

private let variedTerms = ["qxa", "qxb", "qxc", "qxd", "qxe", "qxf", "qxg"].map { Array($0.utf8) }

/// 600 passages: `qxa` in every body, often now and then; `qxb` in long runs; `qxc` in every title of one article; `qxd` in its
/// headings, once or twice; `qxe` in title and some headings; `qxf` here and there, seldom in a heading; `qxg` in every body of the
/// other article, and in some headings, once or twice.
private func writeVariedIndex(to folder: String) throws {
  func body(_ number: Int) -> String {
    var words = ["qxa"]
    if number % 50 == 49 { words += [String](repeating: "qxa", count: 60) }
    if number % 150 < 100 { words.append("qxb") }
    if number % 9 == 0 { words.append("qxd") }
    if number * number % 11 < 4 { words.append("qxf") }
    if number >= 280 { words.append("qxg") }
    return words.joined(separator: " ")
  }
  let titled = (0..<280).map { number -> (heading: String?, text: String) in
    (number % 2 == 0 ? "qxd" : "qxd qxd qxe", body(number))
  }
  let untitled = (280..<600).map { number -> (heading: String?, text: String) in
    (number % 12 == 0 ? "qxe qxf qxg" : number % 12 == 6 ? "qxe qxg qxg" : nil, body(number))
  }
  try writeIndex([SmallArticle("a.md", title: "qxc qxe", titled), SmallArticle("b.md", untitled)], to: folder)
}
