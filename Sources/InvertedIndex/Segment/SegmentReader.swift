// Opens an index file: is it ours, of this version, whole? Then hands out its sections.

import ByteIO
import Glibc
import TextAnalysis

/// An index file, mapped, and checked: a small one whole, a larger one page by page, as it is read.
final class SegmentReader: Sendable {
  let file: MappedFile
  /// The first four bytes of the SHA-256 of the section table, in hexadecimal: it changes with any byte of any section.
  let fingerprint: String
  /// By `SegmentFormat.Section`, in the order of its cases.
  private let entries: [Entry]
  /// `nil` for a file that was checked whole.
  private let checks: PageChecks?

  /// When what lies behind header and section table is checked.
  enum Checking {
    /// Whole at opening, up to 1 MiB; else by pages.
    case bySize
    /// Each page before it is read first.
    case byPage
    /// Never: so that a test can see what damage does.
    case none
  }

  private struct Entry: Sendable {
    let section: SegmentFormat.Section
    let checksum: UInt32
    let range: Range<Int>
  }

  /// Maps the file; checks magic, versions, length and header, and the sections, or what they are checked by later; O(1) for a file
  /// of more than 1 MiB, but for four bytes of each 4 MiB.
  init(folder: String, checking: Checking = .bySize) throws(IndexError) {
    let path = "\(folder)/\(SegmentFormat.fileName)"
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      guard error.errno == ENOENT || error.errno == ENOTDIR else { throw IndexError(error) }
      throw IndexError.missing(path: path)
    }
    self.file = file
    guard file.byteCount >= SegmentFormat.headerByteCount else { throw IndexError.notAnIndex(path: path) }
    entries = try SegmentReader.table(in: file.bytes, path: path)
    fingerprint = SegmentReader.fingerprint(of: file)
    let isSmall = file.byteCount <= SegmentFormat.checkedWholeByteCount
    let isByPage = checking == .byPage || checking == .bySize && !isSmall
    checks = isByPage ? try SegmentReader.pageChecks(file, entries) : nil
    if checking == .bySize, isSmall { try verifySections() }
  }

  /// The bytes of one section.
  @_lifetime(borrow self)
  func bytes(_ section: SegmentFormat.Section) -> RawSpan {
    let range = entries[Int(section.rawValue) - 1].range
    let file = file
    return unsafe _overrideLifetime(file.bytes.extracting(range), borrowing: self)
  }

  /// How long a section is.
  func byteCount(_ section: SegmentFormat.Section) -> Int {
    entries[Int(section.rawValue) - 1].range.count
  }

  /// The pages that a section lies in: to be touched before the section's bytes are read. They may be used as long as the bytes.
  @inline(__always)
  func pages(_ section: SegmentFormat.Section) -> SectionPages {
    guard let checks else { return .checked }
    return SectionPages(checks, entries[Int(section.rawValue) - 1].range)
  }

  /// Checks all pages of a section that were not checked yet, for what is read whole.
  func touch(_ section: SegmentFormat.Section) throws(IndexError) {
    do throws(MalformedBytes) {
      try pages(section).touch(0..<entries[Int(section.rawValue) - 1].range.count)
    } catch {
      throw damage(section, error)
    }
  }

  /// Checks all pages that were not checked yet: O(bytes), once.
  func touchAll() throws(IndexError) {
    for entry in entries where !entry.section.isOfChecksums { try touch(entry.section) }
  }

  /// How many pages were checked since the file was opened, those of the checksums included; 0 for a file that was checked whole.
  var touchedPageCount: Int { checks?.touchedPageCount ?? 0 }

  /// Checks every section against its checksum and every page against its own, and that there are zeros between; O(bytes).
  func verify() throws(IndexError) {
    try verifySections()
    var checks = checks
    if checks == nil { checks = try SegmentReader.pageChecks(file, entries) }
    guard let checks else { return }
    for entry in entries where !entry.section.isOfChecksums {
      do throws(MalformedBytes) {
        try SectionPages(checks, entry.range).touch(0..<entry.range.count)
      } catch {
        throw damage(entry.section, error)
      }
    }
  }

  private func verifySections() throws(IndexError) {
    let file = file
    var end = SegmentFormat.leadingByteCount
    for entry in entries {
      let gap = file.bytes.extracting(end..<max(end, entry.range.lowerBound))
      let isEmpty = unsafe gap.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0 } }
      guard isEmpty else {
        throw .damaged(path: file.path, section: entry.section.name, offset: end)
      }
      try SegmentReader.verify(entry, in: file)
      end = entry.range.upperBound
    }
  }

  private static func verify(_ entry: Entry, in file: MappedFile) throws(IndexError) {
    guard CRC32C.checksum(file.bytes.extracting(entry.range)) == entry.checksum else {
      throw .damaged(path: file.path, section: entry.section.name, offset: entry.range.lowerBound)
    }
  }

  /// Checks the guards, by their section's checksum, and that what they guard is as large as it must be.
  private static func pageChecks(_ file: MappedFile, _ entries: [Entry]) throws(IndexError) -> PageChecks {
    func range(_ section: SegmentFormat.Section) -> Range<Int> { entries[Int(section.rawValue) - 1].range }
    guard let checks = PageChecks(file, checksums: range(.pageChecksums), guards: range(.guardChecksums)),
      entries.allSatisfy({ $0.section.isOfChecksums || checks.covers($0.range) })
    else { throw .damaged(path: file.path, section: "header", offset: SegmentFormat.headerByteCount) }
    try verify(entries[Int(SegmentFormat.Section.guardChecksums.rawValue) - 1], in: file)
    return checks
  }

  /// Turns a malformed place, in `section` or anywhere in the file, into an error that names the section it lies in.
  func damage(_ section: SegmentFormat.Section, _ malformed: MalformedBytes) -> IndexError {
    guard malformed.isInFile else {
      let start = entries[Int(section.rawValue) - 1].range.lowerBound
      return .damaged(path: file.path, section: section.name, offset: start &+ malformed.offset)
    }
    let entry = entries.first { $0.range.contains(malformed.offset) }
    return .damaged(path: file.path, section: (entry?.section ?? section).name, offset: malformed.offset)
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
        bytes.byteCount >= SegmentFormat.leadingByteCount
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

  private static func fingerprint(of file: MappedFile) -> String {
    let table = file.bytes.extracting(SegmentFormat.headerByteCount..<SegmentFormat.leadingByteCount)
    return SHA256.hex(Array(SHA256.digest(of: Span(_bytes: table))[..<4]))
  }

  private static func headerChecksum(_ bytes: RawSpan) -> UInt32 {
    var crc = CRC32C()
    crc.update(bytes.extracting(0..<28))
    let zero: [UInt8] = [0, 0, 0, 0]
    unsafe crc.update(zero.span.bytes)
    crc.update(bytes.extracting(32..<SegmentFormat.leadingByteCount))
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
