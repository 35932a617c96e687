// The pages of one section, as its readers see them: touched before a byte of them is read.

import ByteIO
import Synchronization

/// A section's place in a file that is checked page by page; or nothing to do, in one that was checked whole.
///
/// It is handed on beside the section's bytes, and like them may be used only as long as the `SegmentReader` it is from: readers that
/// stand in inner loops hold it, and counting references there would cost more than the checks.
///
/// Safety: the pointers are those of a `PageChecks` that the `SegmentReader` owns.
@safe struct SectionPages: @unchecked Sendable {
  /// `nil` where nothing is left to check.
  private let bits: UnsafeMutablePointer<Atomic<UInt64>>?
  private let checks: Unmanaged<PageChecks>?
  /// Where the section begins in the file, and how long it is.
  private let start: Int
  private let byteCount: Int

  /// Of a section that was checked, or of bytes that are in no file.
  static let checked = SectionPages()

  private init() {
    unsafe bits = nil
    unsafe checks = nil
    start = 0
    byteCount = 0
  }

  /// - Precondition: `section` is covered by the pages of `checks`.
  init(_ checks: PageChecks, _ section: Range<Int>) {
    unsafe bits = checks.bits
    unsafe self.checks = .passUnretained(checks)
    start = section.lowerBound
    byteCount = section.count
  }

  /// Checks the pages of `range`, which counts from the section's beginning, that were not checked yet. A few instructions where
  /// all were.
  ///
  /// - Throws: `MalformedBytes` for a page that is not as it was written, and for a range that leaves the section.
  @inline(__always)
  func touch(_ range: Range<Int>) throws(MalformedBytes) {
    guard let bits = unsafe bits else { return }
    guard range.lowerBound >= 0, range.upperBound <= byteCount else {
      throw MalformedBytes(offset: max(0, range.lowerBound))
    }
    let first = SectionPages.page(start &+ range.lowerBound)
    let isChecked = unsafe bits[first &>> 6].load(ordering: .relaxed) &>> UInt64(first & 63) & 1 == 1
    if isChecked, first == SectionPages.page(start &+ range.upperBound &- 1) { return }
    try check(range)
  }

  /// As `touch`, of one byte.
  @inline(__always)
  func touch(at offset: Int) throws(MalformedBytes) {
    try touch(offset..<offset &+ 1)
  }

  /// Whether nothing is left to check of `range`, which lies in the section; no, if finding out would take long.
  @inline(__always)
  func isChecked(_ range: Range<Int>) -> Bool {
    guard let bits = unsafe bits else { return true }
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= byteCount else { return false }
    let first = SectionPages.page(start &+ range.lowerBound)
    let last = SectionPages.page(start &+ range.upperBound &- 1)
    guard last &- first < 64 * 16 else { return false }
    for word in first &>> 6...last &>> 6 {
      var wanted = UInt64.max
      if word == first &>> 6 { wanted &= .max &<< UInt64(first & 63) }
      if word == last &>> 6 { wanted &= .max &>> UInt64(63 &- last & 63) }
      if unsafe bits[word].load(ordering: .relaxed) & wanted != wanted { return false }
    }
    return true
  }

  /// The page of a place in the file.
  @inline(__always)
  private static func page(_ offset: Int) -> Int {
    offset &>> SegmentFormat.pageByteCount.trailingZeroBitCount
  }

  @inline(never)
  private func check(_ range: Range<Int>) throws(MalformedBytes) {
    guard !range.isEmpty, let checks = unsafe checks else { return }
    let inFile = start + range.lowerBound..<start + range.upperBound
    try unsafe checks.takeUnretainedValue().check(inFile, sectionStart: start)
  }
}
