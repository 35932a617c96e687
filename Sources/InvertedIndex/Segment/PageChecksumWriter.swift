// Checksums of an index file's pages, made while it is written.

import ByteIO

/// Takes the bytes of a file behind header and section table, in their order, and makes the section `pageChecksums`.
///
/// Page *k* is the bytes from *k* · 4096 to before (*k* + 1) · 4096 of the file; the first begins behind the section table, which is
/// written last and has the header's checksum. The last ends where `pageChecksums` begins.
struct PageChecksumWriter {
  private var checksums = ByteWriter()
  private var checksum = CRC32C()
  private var byteCount = SegmentFormat.leadingByteCount

  mutating func update(_ bytes: RawSpan) {
    var start = 0
    while start < bytes.byteCount {
      let left = SegmentFormat.pageByteCount - byteCount % SegmentFormat.pageByteCount
      let end = min(bytes.byteCount, start + left)
      checksum.update(bytes.extracting(start..<end))
      byteCount += end - start
      start = end
      if byteCount % SegmentFormat.pageByteCount == 0 { endPage() }
    }
  }

  /// Ends the last page.
  ///
  /// - Returns: Four bytes for each page.
  mutating func finish() -> [UInt8] {
    if byteCount % SegmentFormat.pageByteCount > 0 { endPage() }
    return checksums.bytes
  }

  /// The section `guardChecksums`: of each 4,096 bytes of `pageChecksums`, and of the rest, the checksum.
  static func guards(of checksums: [UInt8]) -> [UInt8] {
    var guards = ByteWriter()
    let bytes = unsafe checksums.span.bytes
    for start in stride(from: 0, to: checksums.count, by: SegmentFormat.pageByteCount) {
      let end = min(checksums.count, start + SegmentFormat.pageByteCount)
      guards.appendFixed(CRC32C.checksum(bytes.extracting(start..<end)))
    }
    return guards.bytes
  }

  private mutating func endPage() {
    checksums.appendFixed(checksum.value)
    checksum = CRC32C()
  }
}
