// A large index is checked page by page, when a page is first read: damage is an error, never an answer.

import ByteIO
import Glibc
import Testing

@testable import InvertedIndex

@Suite struct PageCheckTests {
  /// Those that have pages of their own.
  private static let sections: [SegmentFormat.Section] = [
    .files, .articles, .lengths, .terms, .postings, .positions, .words, .textSample, .text, .ledger,
  ]

  @Test(arguments: sections)
  func `what opening does not read is not checked by it, but by the first question that reads it`(
    section: SegmentFormat.Section
  ) throws {
    let right = try LargeIndex().reader().answers()
    let index = try LargeIndex()
    try index.damage(LargeIndex.places(in: section))
    let reader = try index.reader()
    var answered = 0
    for (found, expected) in zip(reader.answers(), right) {
      switch found.answer {
      case .success(let answer):
        #expect(answer == (try expected.answer.get()))
        #expect(found.section != section)
        answered += 1
      case .failure(let error):
        expectDamage(error, in: section)
      }
    }
    // Other sections can be read.
    #expect(answered >= 5)
    #expect(throws: IndexError.self) { try reader.verify() }
  }

  @Test(arguments: [SegmentFormat.Section.articleStarts, .textDirectory, .layPhrases, .layWords])
  func `damage is said to be in the section that was read, though others share the page`(
    section: SegmentFormat.Section
  ) throws {
    let index = try LargeIndex()
    try index.damage(LargeIndex.places(in: section))
    let found = try #require(try index.reader().answers().first { $0.section == section })
    guard case .failure(let error) = found.answer else {
      Issue.record("an answer from damaged \(section)")
      return
    }
    expectDamage(error, in: section)
  }

  @Test func `damaged settings and statistics keep an index from being opened`() throws {
    let index = try LargeIndex()
    for section in [SegmentFormat.Section.statistics, .settings] {
      let place = LargeIndex.range(section).lowerBound
      try index.damage([place])
      #expect(throws: IndexError.self) { _ = try index.reader() }
      try index.repair([place])
    }
    #expect(throws: Never.self) { try index.reader().verify() }
  }

  @Test func `no changed byte anywhere in a large index changes an answer`() throws {
    let index = try LargeIndex()
    let right = try index.reader().answers().map { try $0.answer.get() }
    let covered = LargeIndex.range(.pageChecksums).lowerBound
    var refused = 0
    // Pages of all sections before the ledger, and the few behind it; seven times a prime apart, now here, now there in a page.
    let places = Array(stride(from: 64, to: LargeIndex.range(.ledger).lowerBound, by: 7 * 1031))
    for place in places + Array(covered - 200..<LargeIndex.bytes.count).filter({ $0 % 97 == 0 }) {
      try index.damage([place])
      do {
        for (answer, expected) in zip(try index.reader().answers(), right) {
          switch answer.answer {
          case .success(let answer): #expect(answer == expected, "byte \(place)")
          case .failure(let error):
            refused += 1
            expectDamage(error)
          }
        }
      } catch {
        refused += 1
        expectDamage(error)
      }
      try index.repair([place])
    }
    #expect(refused > places.count / 2)
  }

  @Test func `damaged checksums are found before they are believed, and only where they are needed`() throws {
    let index = try LargeIndex()
    let right = try index.reader().answers()
    // The second block has the pages of the ledger's end.
    let place = LargeIndex.range(.pageChecksums).lowerBound + SegmentFormat.pageByteCount + 3
    try index.damage([place])
    for (found, expected) in zip(try index.reader().answers(), right) {
      let behind: [SegmentFormat.Section] = [.ledger, .layPhrases, .layWords]
      switch found.answer {
      case .success(let answer): #expect(answer == (try expected.answer.get()))
      case .failure(let error):
        #expect(behind.contains(found.section))
        expectDamage(error, in: .pageChecksums)
      }
    }
    try index.repair([place])
    try index.damage([LargeIndex.range(.guardChecksums).lowerBound])
    let error = #expect(throws: IndexError.self) { _ = try index.reader() }
    expectDamage(try #require(error), in: .guardChecksums)
  }

  @Test func `a check of everything holds the pages to their checksums, too`() throws {
    let index = try LargeIndex()
    // A wrong checksum of a page, with every checksum above it made to fit.
    var bytes = LargeIndex.bytes
    let checksums = LargeIndex.range(.pageChecksums)
    let guards = LargeIndex.range(.guardChecksums)
    let page = LargeIndex.places(in: .text)[0] / SegmentFormat.pageByteCount
    bytes[checksums.lowerBound + 4 * page] ^= 1
    func seal(_ range: Range<Int>, at offset: Int) {
      let checksum = checksum(of: Array(bytes[range]))
      for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * place)) }
    }
    func entry(_ section: SegmentFormat.Section) -> Int {
      SegmentFormat.headerByteCount + SegmentFormat.tableEntryByteCount * (Int(section.rawValue) - 1)
    }
    seal(checksums.lowerBound..<checksums.lowerBound + SegmentFormat.pageByteCount, at: guards.lowerBound)
    seal(checksums, at: entry(.pageChecksums) + 4)
    seal(guards, at: entry(.guardChecksums) + 4)
    for place in 28..<32 { bytes[place] = 0 }
    seal(0..<SegmentFormat.leadingByteCount, at: 28)
    try index.write(bytes, at: 0)
    let reader = try index.reader()
    #expect(throws: IndexError.self) { try reader.verify() }
  }

  @Test func `the same pages are checked, each once, however many threads touch them first`() async throws {
    let index = try LargeIndex()
    let alone = try index.reader()
    #expect(alone.touchedPageCount > 0 && alone.touchedPageCount < 20)
    let right = try alone.answers().map { try $0.answer.get() }
    let count = alone.touchedPageCount
    #expect(try alone.answers().map { try $0.answer.get() } == right)
    #expect(alone.touchedPageCount == count)
    let shared = try index.reader()
    let found = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 { group.addTask { try shared.answers().map { try $0.answer.get() } } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found.count == 6 && found.allSatisfy { $0 == right })
    #expect(shared.touchedPageCount == count)
  }

  @Test func `a small index is checked whole when it is opened`() throws {
    let folder = TemporaryFolder()
    try writeIndex([SmallArticle("a.md", [(nil, "Oil the chain.")])], to: folder.path)
    let path = "\(folder.path)/\(SegmentFormat.fileName)"
    let good = try content(of: path)
    #expect(try IndexReader(folder: folder.path).touchedPageCount == 0)
    let file = open(path, O_WRONLY)
    defer { close(file) }
    for offset in [SegmentFormat.leadingByteCount, good.count - 1] {
      try #require(pwrite(file, [~good[offset]], 1, off_t(offset)) == 1)
      #expect(throws: IndexError.self) { _ = try IndexReader(folder: folder.path) }
      try #require(pwrite(file, [good[offset]], 1, off_t(offset)) == 1)
    }
  }

  private func content(of path: String) throws -> [UInt8] {
    let file = try MappedFile(path: path)
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  private func checksum(of bytes: [UInt8]) -> UInt32 {
    CRC32C.checksum(bytes.span.bytes)
  }

  private func expectDamage(_ error: any Error, in section: SegmentFormat.Section? = nil) {
    guard case .damaged(_, let name, let offset)? = error as? IndexError else {
      // What is no index of ours, or of another version, is said so by the first bytes.
      #expect(section == nil && error is IndexError, "\(error)")
      return
    }
    #expect(section == nil || name == section?.name)
    if let section { #expect(LargeIndex.range(section).contains(offset)) }
  }
}
