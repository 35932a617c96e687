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
    for section in SegmentFormat.Section.allCases where section != .text {
      let bytes = reader.bytes(section).withUnsafeBytes { Array($0) }
      #expect(try documentedBytes(of: section.name) == bytes, "\(section.name): \(SHA256.hex(bytes))")
    }
    let directory = reader.bytes(.textDirectory).withUnsafeBytes { Array($0) }
    let byteCount = Int(directory[4]) + Int(directory[5]) << 8
    let packed = reader.bytes(.text)
    var unpacker = Zstandard.Unpacker()
    let block = try unpacker.unpack(packed, 0..<packed.byteCount, byteCount: byteCount)
    #expect(try documentedBytes(of: "text") == block, "text: \(SHA256.hex(block))")
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
