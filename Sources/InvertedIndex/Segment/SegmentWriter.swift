// Writes the index file section by section, with its checksums; the header comes last.

import ByteIO

/// Writes one index file. Sections are begun and ended in the order of `SegmentFormat.Section`.
struct SegmentWriter: ~Copyable {
  private var file: ReplacedFile
  private var entries: [Entry] = []
  private var checksum = CRC32C()
  private var pages = PageChecksumWriter()
  private var current: (section: SegmentFormat.Section, offset: Int)?

  private struct Entry {
    let section: SegmentFormat.Section
    let checksum: UInt32
    let offset: Int
    let byteCount: Int
  }

  init(folder: String) throws(FileError) {
    var file = try ReplacedFile(folder: folder, name: SegmentFormat.fileName)
    let head = [UInt8](repeating: 0, count: SegmentFormat.leadingByteCount)
    try unsafe file.append(head.span.bytes)
    self.file = file
  }

  mutating func begin(_ section: SegmentFormat.Section) throws(FileError) {
    precondition(current == nil, "a section ends before the next begins")
    try appendZeros((SegmentFormat.alignment - file.byteCount % SegmentFormat.alignment) % SegmentFormat.alignment)
    current = (section, file.byteCount)
    checksum = CRC32C()
  }

  mutating func append(_ bytes: [UInt8]) throws(FileError) {
    try unsafe append(bytes.span.bytes)
  }

  mutating func append(_ bytes: RawSpan) throws(FileError) {
    checksum.update(bytes)
    pages.update(bytes)
    try file.append(bytes)
  }

  /// All that waits in `spool`.
  mutating func append(contentsOf spool: SpoolFile) throws(FileError) {
    try spool.forEachPiece { (piece) throws(FileError) in try append(piece) }
  }

  mutating func end() {
    guard let (section, offset) = current else { preconditionFailure("a section ends after it began") }
    entries.append(
      Entry(section: section, checksum: checksum.value, offset: offset, byteCount: file.byteCount - offset))
    current = nil
  }

  /// One section, all at once.
  mutating func write(_ section: SegmentFormat.Section, _ bytes: [UInt8]) throws(FileError) {
    try begin(section)
    try append(bytes)
    end()
  }

  /// One section: `head`, and all that waits in `spool`.
  mutating func write(_ section: SegmentFormat.Section, _ head: [UInt8], _ spool: SpoolFile) throws(FileError) {
    try begin(section)
    try append(head)
    try append(contentsOf: spool)
    end()
  }

  /// Writes the checksums of the pages, header and section table, and puts the file in its place.
  ///
  /// - Returns: The file's size in bytes.
  consuming func commit(analyzerVersion: UInt32) throws(FileError) -> Int {
    try begin(.pageChecksums)
    // After the zeros before the section, which belong to the last page.
    let checksums = pages.finish()
    try append(checksums)
    end()
    try write(.guardChecksums, PageChecksumWriter.guards(of: checksums))
    precondition(entries.map(\.section) == SegmentFormat.Section.allCases, "every section, once, in order")
    let byteCount = file.byteCount
    let head = header(analyzerVersion: analyzerVersion, byteCount: byteCount)
    try unsafe file.overwrite(head.span.bytes, at: 0)
    try file.commit()
    return byteCount
  }

  private func header(analyzerVersion: UInt32, byteCount: Int) -> [UInt8] {
    var table = ByteWriter()
    for entry in entries {
      table.appendFixed(entry.section.rawValue)
      table.appendFixed(entry.checksum)
      table.appendFixed(UInt64(entry.offset))
      table.appendFixed(UInt64(entry.byteCount))
      table.appendFixed(UInt64(0))
    }
    func head(checksum: UInt32) -> ByteWriter {
      var head = ByteWriter()
      head.append(contentsOf: SegmentFormat.magic)
      head.appendFixed(SegmentFormat.version)
      head.appendFixed(analyzerVersion)
      head.appendFixed(UInt64(byteCount))
      head.appendFixed(UInt32(entries.count))
      head.appendFixed(checksum)
      head.pad(to: SegmentFormat.headerByteCount)
      head.append(contentsOf: table.bytes)
      return head
    }
    let unchecked = head(checksum: 0)
    return unsafe head(checksum: CRC32C.checksum(unchecked.bytes.span.bytes)).bytes
  }

  private mutating func appendZeros(_ count: Int) throws(FileError) {
    let zeros = [UInt8](repeating: 0, count: count)
    unsafe pages.update(zeros.span.bytes)
    try unsafe file.append(zeros.span.bytes)
  }
}
