// Opens an index file: is it ours, of this version, whole? Then hands out its sections.

import ByteIO
import Glibc
import TextAnalysis

/// An index file, mapped and checked.
final class SegmentReader: Sendable {
  let file: MappedFile
  /// The first four bytes of the SHA-256 of the section table, in hexadecimal: it changes with any byte of any section.
  let fingerprint: String
  /// By `SegmentFormat.Section`, in the order of its cases.
  private let entries: [Entry]

  private struct Entry: Sendable {
    let section: SegmentFormat.Section
    let checksum: UInt32
    let range: Range<Int>
  }

  /// Maps the file; checks magic, versions, length and header, and the sections: in a large file only the small ones and
  /// the settings, which are read whole anyway.
  ///
  /// - Parameter checksSections: false leaves the sections unread, so that a test can see what damage does.
  init(folder: String, checksSections: Bool = true) throws(IndexError) {
    let path = "\(folder)/\(SegmentFormat.fileName)"
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      guard error.errno == ENOENT || error.errno == ENOTDIR else { throw IndexError(error) }
      throw IndexError.missing(path: path)
    }
    self.file = file
    let bytes = file.bytes
    guard bytes.byteCount >= SegmentFormat.headerByteCount else { throw IndexError.notAnIndex(path: path) }
    entries = try SegmentReader.table(in: bytes, path: path)
    let table = bytes.extracting(SegmentFormat.headerByteCount..<SegmentReader.leadingByteCount)
    let digest = SHA256.digest(of: Span(_bytes: table))
    fingerprint = SHA256.hex(Array(digest[..<4]))
    if checksSections { try verifyAtOpening() }
  }

  /// The bytes of one section.
  @_lifetime(borrow self)
  func bytes(_ section: SegmentFormat.Section) -> RawSpan {
    let range = entries[Int(section.rawValue) - 1].range
    let file = file
    return unsafe _overrideLifetime(file.bytes.extracting(range), borrowing: self)
  }

  /// Checks every section against its checksum, and that there are zeros between; O(bytes).
  func verify() throws(IndexError) {
    let file = file
    var end = Self.leadingByteCount
    for entry in entries {
      let gap = file.bytes.extracting(end..<max(end, entry.range.lowerBound))
      let isEmpty = unsafe gap.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0 } }
      guard isEmpty else {
        throw .damaged(path: file.path, section: entry.section.name, offset: end)
      }
      try verify(entry)
      end = entry.range.upperBound
    }
  }

  private func verifyAtOpening() throws(IndexError) {
    if file.byteCount <= SegmentFormat.checkedWholeByteCount { return try verify() }
    for entry in entries
    where entry.section == .settings || entry.range.count <= SegmentFormat.checkedSectionByteCount {
      try verify(entry)
    }
  }

  private func verify(_ entry: Entry) throws(IndexError) {
    let file = file
    guard CRC32C.checksum(file.bytes.extracting(entry.range)) == entry.checksum else {
      throw .damaged(path: file.path, section: entry.section.name, offset: entry.range.lowerBound)
    }
  }

  /// Turns a malformed place in `section` into an error that names it.
  func damage(_ section: SegmentFormat.Section, _ malformed: MalformedBytes) -> IndexError {
    let start = entries[Int(section.rawValue) - 1].range.lowerBound
    return .damaged(path: file.path, section: section.name, offset: start + malformed.offset)
  }

  private static var leadingByteCount: Int {
    SegmentFormat.headerByteCount + SegmentFormat.Section.allCases.count * SegmentFormat.tableEntryByteCount
  }

  private static func table(in bytes: RawSpan, path: String) throws(IndexError) -> [Entry] {
    do {
      var cursor = ByteCursor(bytes)
      guard try cursor.readBytes(bytes, count: SegmentFormat.magic.count) == SegmentFormat.magic else {
        throw IndexError.notAnIndex(path: path)
      }
      let version = try cursor.readUInt32(bytes)
      guard version == SegmentFormat.version else {
        throw IndexError.otherVersion(path: path, found: version, expected: SegmentFormat.version)
      }
      let analyzerVersion = try cursor.readUInt32(bytes)
      let byteCount = try cursor.readUInt64(bytes)
      let sectionCount = try cursor.readUInt32(bytes)
      let checksum = try cursor.readUInt32(bytes)
      guard byteCount == UInt64(bytes.byteCount), sectionCount == UInt32(SegmentFormat.Section.allCases.count),
        bytes.byteCount >= leadingByteCount
      else { throw IndexError.damaged(path: path, section: "header", offset: 16) }
      guard headerChecksum(bytes) == checksum else {
        throw IndexError.damaged(path: path, section: "header", offset: 28)
      }
      guard analyzerVersion == Analyzer.version else {
        throw IndexError.otherVersion(path: path, found: analyzerVersion, expected: Analyzer.version)
      }
      return try entries(in: bytes, path: path)
    } catch let error as IndexError {
      throw error
    } catch let error as MalformedBytes {
      throw .damaged(path: path, section: "header", offset: error.offset)
    } catch {
      throw .notAnIndex(path: path)
    }
  }

  private static func headerChecksum(_ bytes: RawSpan) -> UInt32 {
    var crc = CRC32C()
    crc.update(bytes.extracting(0..<28))
    let zero: [UInt8] = [0, 0, 0, 0]
    unsafe crc.update(zero.span.bytes)
    crc.update(bytes.extracting(32..<leadingByteCount))
    return crc.value
  }

  private static func entries(in bytes: RawSpan, path: String) throws -> [Entry] {
    var cursor = ByteCursor(bytes)
    try cursor.skip(SegmentFormat.headerByteCount)
    return try SegmentFormat.Section.allCases.map { section in
      let entryOffset = cursor.offset
      let id = try cursor.readUInt32(bytes)
      let checksum = try cursor.readUInt32(bytes)
      let offset = try cursor.readUInt64(bytes)
      let byteCount = try cursor.readUInt64(bytes)
      try cursor.skip(8)
      let size = UInt64(bytes.byteCount)
      guard id == section.rawValue, offset <= size, byteCount <= size - offset else {
        throw IndexError.damaged(path: path, section: "header", offset: entryOffset)
      }
      return Entry(section: section, checksum: checksum, range: Int(offset)..<Int(offset + byteCount))
    }
  }
}
