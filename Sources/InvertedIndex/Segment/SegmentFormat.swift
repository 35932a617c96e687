// The numbers of the index file: magic, version, header and section table. Index/FORMAT.md explains each.

/// The layout of `verbatim.index`. All integers are little-endian.
package enum SegmentFormat {
  /// The file's name within the index folder.
  package static let fileName = "verbatim.index"
  /// The lock file's name within the index folder; it stays, empty.
  package static let lockName = "verbatim.lock"
  /// The first eight bytes of the file.
  package static let magic = Array("VERBATIM".utf8)
  /// Raised with every change to the layout. History: 1 (2026-11) the first; 2 (2026-11) blocks with
  /// patches, bitsets and impacts, lengths a byte each; 3 (2026-11) checksums of pages; 4 (2026-11) a
  /// sample that texts are compressed against; 5 (2026-11) crisis patterns compiled; 6 (2026-11) lay words
  /// that mean another.
  package static let version: UInt32 = 7
  /// The header's size in bytes.
  package static let headerByteCount = 64
  /// The size in bytes of one entry of the section table, which follows the header.
  package static let tableEntryByteCount = 32
  /// Sections begin at multiples of this many bytes.
  package static let alignment = 64
  /// Where the first section may begin: header and section table end there.
  package static let leadingByteCount = headerByteCount + Section.allCases.count * tableEntryByteCount
  /// A file of at most this many bytes is checked whole when it is opened; a larger one page by page, as they are read.
  package static let checkedWholeByteCount = 1 << 20
  /// A page has this many bytes: as many as the kernel reads at least, so that no check brings in what would not come anyway.
  /// Larger ones would make the checksums fewer, but those are checked by blocks themselves, and so need not be few.
  package static let pageByteCount = 1 << 12

  /// The sections, in the order of the file; every file holds each once.
  package enum Section: UInt32, CaseIterable, Sendable {
    case statistics = 1
    case settings = 2
    case files = 3
    case articles = 4
    case articleStarts = 5
    case lengths = 6
    case terms = 7
    case postings = 8
    case positions = 9
    case words = 10
    case textDirectory = 11
    case textSample = 12
    case text = 13
    case ledger = 14
    case layPhrases = 15
    case layWords = 16
    case pageChecksums = 17
    case guardChecksums = 18

    /// It is for checking the others.
    package var isOfChecksums: Bool { self == .pageChecksums || self == .guardChecksums }
    /// The name used in error messages and in Index/FORMAT.md.
    package var name: String { "\(self)" }
  }
}
