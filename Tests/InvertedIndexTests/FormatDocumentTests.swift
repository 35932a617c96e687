import ByteIO
import Documents
import Glibc
import Testing

@testable import InvertedIndex

/// Index/FORMAT.md says what the code does: its numbers, its sections, and the bytes of its worked example.
@Suite struct FormatDocumentTests {
  private let text: String

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    text = String(decoding: try readFile("/\(root)/Index/FORMAT.md"), as: UTF8.self)
  }

  @Test func `the document names the version, the header and every section with its number`() {
    #expect(text.contains("Version \(SegmentFormat.version)"))
    #expect(text.contains("\(SegmentFormat.headerByteCount) bytes"))
    #expect(text.contains("\(SegmentFormat.tableEntryByteCount) bytes"))
    for section in SegmentFormat.Section.allCases {
      #expect(text.contains("| \(section.rawValue) | `\(section.name)` |"), "section \(section.name)")
    }
    let rows = text.split(separator: "\n").filter {
      $0.hasPrefix("| ") && $0.contains(" | `") && $0.dropFirst(2).first?.isNumber == true
    }
    #expect(rows.count == SegmentFormat.Section.allCases.count)
  }

  @Test func `the worked example's bytes are those that are written`() throws {
    let folder = TemporaryFolder()
    try writeExample(to: folder.path)
    let reader = try SegmentReader(folder: folder.path)
    let compressed: [SegmentFormat.Section] = [.text, .pageChecksums, .guardChecksums]
    for section in SegmentFormat.Section.allCases where !compressed.contains(section) {
      let bytes = reader.bytes(section).withUnsafeBytes { Array($0) }
      #expect(try documentedBytes(of: section.name) == bytes, "\(section.name): \(SHA256.hex(bytes))")
    }
    let directory = reader.bytes(.textDirectory).withUnsafeBytes { Array($0) }
    let byteCount = Int(directory[4]) + Int(directory[5]) << 8
    let packed = reader.bytes(.text)
    var unpacker = Zstandard.Unpacker()
    let block = try unpacker.unpack(
      packed, 0..<packed.byteCount, byteCount: byteCount, sample: reader.bytes(.textSample))
    #expect(try documentedBytes(of: "text") == block, "text: \(SHA256.hex(block))")
  }

  @Test func `the worked example's pages and guards have the checksums that the document says`() throws {
    let folder = TemporaryFolder()
    try writeExample(to: folder.path)
    let file = try readFile("\(folder.path)/\(SegmentFormat.fileName)")
    let reader = try SegmentReader(folder: folder.path)
    let checksums = reader.bytes(.pageChecksums).withUnsafeBytes { Array($0) }
    #expect(text.contains("from byte \(SegmentFormat.leadingByteCount)"))
    #expect(text.contains("section table of \(SegmentFormat.Section.allCases.count) entries"))
    let layWords = reader.bytes(.layWords).byteCount
    let table = file[SegmentFormat.headerByteCount..<SegmentFormat.leadingByteCount]
    let offsets = table.indices.filter { ($0 - SegmentFormat.headerByteCount) % SegmentFormat.tableEntryByteCount == 8 }
    let starts = offsets.map { offset in (0..<8).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) } }
    // The page has the zeros behind the last section before it, too.
    #expect(starts[16] == (starts[15] + layWords + 63) / 64 * 64)
    #expect(checksums == checksum(of: file[SegmentFormat.leadingByteCount..<starts[16]]))
    #expect(reader.bytes(.guardChecksums).withUnsafeBytes { Array($0) } == checksum(of: checksums[...]))
  }

  /// Little-endian.
  private func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let checksum = CRC32C.checksum(bytes.span.bytes)
    return (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (8 * $0)) }
  }

  /// One article, one passage: the example of the document.
  private func writeExample(to folder: String) throws {
    var article = Article(path: CorpusPath("tea.md"), title: "Tea")
    article.digest = [0xaa, 0xbb]
    var builder = try IndexBuilder(settings: Settings())
    let passage = Passage(section: 0, heading: "Brewing", text: "Brew the tea hot. Drink tea.", lines: LineRange(3, 3))
    try builder.add(article, passages: [passage])
    builder.add(SourceFile(path: article.path, byteCount: 40, digest: [0xaa, 0xbb]))
    builder.add([LedgerEntry(path: article.path, line: 5, action: .navigationRemoved, detail: "Next")])
    _ = try builder.finish(folder: folder)
  }

  /// The hexadecimal bytes in the code block under `### name`; what follows `;` on a line is a remark.
  private func documentedBytes(of name: String) throws -> [UInt8] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "### `\(name)`" }.drop { $0 != "```text" }.dropFirst().prefix { $0 != "```" }
    let words = lines.flatMap {
      ($0.split(separator: ";", omittingEmptySubsequences: false).first ?? "").split(separator: " ")
    }
    return try words.map { try #require(UInt8($0, radix: 16), "\($0) is no byte") }
  }
}

/// All bytes of a file.
private func readFile(_ path: String) throws -> [UInt8] {
  let file = try MappedFile(path: path)
  return file.bytes.withUnsafeBytes { Array($0) }
}
