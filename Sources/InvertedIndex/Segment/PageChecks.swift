// Which pages of an index file were checked, and checking one that was not.

import ByteIO
import Glibc
import Synchronization

/// The state of the checks of one mapped file: a bit for each page, and one for each block of checksums. Any number of threads may use
/// it: two that touch a page at once both check it.
///
/// Safety: a bit is set after the page it stands for was found right, and never cleared. The file's bytes do not change, so that a
/// bit makes nothing known but itself, and needs no order among other memory. The bits live as long as this object.
@safe final class PageChecks: @unchecked Sendable {
  /// One word for 64 pages, then for 64 blocks of checksums; zeroed by the system where it can, so that what is never touched costs
  /// nothing.
  let bits: UnsafeMutablePointer<Atomic<UInt64>>
  private let file: MappedFile
  private let pageCount: Int
  private let wordCount: Int
  /// Where in the file the two sections lie.
  private let checksums: Range<Int>
  private let guards: Range<Int>

  /// - Returns: `nil` where the sections are not of the sizes they must be.
  init?(_ file: MappedFile, checksums: Range<Int>, guards: Range<Int>) {
    let pageByteCount = SegmentFormat.pageByteCount
    pageCount = (checksums.lowerBound + pageByteCount - 1) / pageByteCount
    let blockCount = (checksums.count + pageByteCount - 1) / pageByteCount
    guard checksums.count == 4 * pageCount, guards.count == 4 * blockCount else { return nil }
    wordCount = (pageCount + blockCount + 63) / 64
    guard let memory = unsafe calloc(max(1, wordCount), 8) else {
      preconditionFailure("there is memory for the checks")
    }
    unsafe bits = memory.bindMemory(to: Atomic<UInt64>.self, capacity: max(1, wordCount))
    self.file = file
    self.checksums = checksums
    self.guards = guards
  }

  deinit {
    unsafe free(bits)
  }

  /// Whether a part of the file has page checksums.
  func covers(_ range: Range<Int>) -> Bool {
    SegmentFormat.leadingByteCount <= range.lowerBound && range.upperBound <= checksums.lowerBound
  }

  var touchedPageCount: Int {
    (0..<wordCount).reduce(0) { unsafe $0 + bits[$1].load(ordering: .relaxed).nonzeroBitCount }
  }

  /// Checks the pages of `range`, of the file and covered, that were not checked yet.
  ///
  /// - Parameter start: Where the section begins that is read: an error is not placed before it.
  /// - Throws: `MalformedBytes`, placed in the file, for the first page that is not as it was written.
  func check(_ range: Range<Int>, sectionStart start: Int) throws(MalformedBytes) {
    let pageByteCount = SegmentFormat.pageByteCount
    let file = file
    for page in range.lowerBound / pageByteCount..<(range.upperBound + pageByteCount - 1) / pageByteCount
    where !isChecked(page) {
      let first = max(SegmentFormat.leadingByteCount, page * pageByteCount)
      let end = min((page + 1) * pageByteCount, checksums.lowerBound)
      guard try CRC32C.checksum(file.bytes.extracting(first..<end)) == checksum(ofPage: page) else {
        throw MalformedBytes(fileOffset: max(first, start))
      }
      setChecked(page)
    }
  }

  /// What the page's checksum must be, out of a block that is right.
  private func checksum(ofPage page: Int) throws(MalformedBytes) -> UInt32 {
    let file = file
    let block = 4 * page / SegmentFormat.pageByteCount
    if !isChecked(pageCount + block) {
      let start = checksums.lowerBound + block * SegmentFormat.pageByteCount
      let end = min(checksums.upperBound, start + SegmentFormat.pageByteCount)
      guard CRC32C.checksum(file.bytes.extracting(start..<end)) == word(guards.lowerBound + 4 * block) else {
        throw MalformedBytes(fileOffset: start)
      }
      setChecked(pageCount + block)
    }
    return word(checksums.lowerBound + 4 * page)
  }

  /// The little-endian integer at `offset` of the file.
  private func word(_ offset: Int) -> UInt32 {
    let file = file
    let bytes = file.bytes.extracting(offset..<offset + 4)
    return unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self))
  }

  private func isChecked(_ number: Int) -> Bool {
    unsafe bits[number / 64].load(ordering: .relaxed) >> UInt64(number % 64) & 1 == 1
  }

  private func setChecked(_ number: Int) {
    unsafe bits[number / 64].bitwiseOr(1 << UInt64(number % 64), ordering: .relaxed)
  }
}
