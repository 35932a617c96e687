// Which files an index must be made from anew, and which it has already: stretch by stretch between the corpus's cuts.

import CorpusReading
import Documents
import InvertedIndex

/// The way through a corpus: stretches to be read, and stretches that the old index goes on with.
struct UpdatePlan {
  enum Step {
    case read(CorpusListing)
    /// Files of the old index, by number, with what lies beside them and is no article.
    case keep(Range<Int>, skipped: [LedgerEntry], byteCount: Int)
  }

  /// A step of kept files holds about so many bytes of articles: several threads can share them.
  private static let keptByteCount = 8 << 20

  private(set) var steps: [Step] = []
  /// Files of the old index that are not kept.
  private(set) var removed: [Range<Int>] = []
  /// Of articles that are taken over.
  private(set) var keptByteCount = 0
  private(set) var keptFileCount = 0
  private(set) var readByteCount = 0
  private var sameIsSkipped = false
  /// At least half of the articles' bytes are taken over.
  var isWorthwhile: Bool { keptByteCount >= readByteCount }
  /// Nothing is to be read and nothing was taken away.
  var isCurrent: Bool {
    guard removed.isEmpty, sameIsSkipped else { return false }
    return steps.allSatisfy { step in
      if case .keep = step { true } else { false }
    }
  }

  /// Reads everything.
  init(_ listing: CorpusListing) {
    steps = [.read(listing)]
  }

  /// Keeps each stretch whose files are all as they were.
  ///
  /// - Parameter digest: of a file's bytes; `nil` where it cannot be read. Asked for files that have the size they had.
  init(_ listing: CorpusListing, updating old: OldIndex, digest: (CorpusFile) -> [UInt8]?) throws {
    var oldStretches: [CorpusPath: Range<Int>] = [:]
    for range in CorpusPieces.stretches(of: old.files.map { ($0.path, $0.byteCount) }) {
      oldStretches[old.files[range.lowerBound].path] = range
    }
    // A file that could not be read then may have made a cut: where is not known.
    let listed = Set(listing.skipped)
    let unread = old.skippedFiles.filter {
      $0.line == nil && CorpusPieces.mayHoldArticles($0.path) && !listed.contains($0)
    }
    var kept: [Range<Int>] = []
    var building = Builder(listing)
    for range in CorpusPieces.stretches(of: listing.files.map { ($0.path, $0.byteCount) }) {
      let files = listing.files[range]
      if let candidate = oldStretches[listing.files[range.lowerBound].path], candidate.count == range.count,
        zip(files, old.files[candidate]).allSatisfy({ $0.path == $1.path && $0.byteCount == $1.byteCount }),
        !UpdatePlan.hasUnread(unread, candidate, old), try old.hasOwnBlocks(candidate),
        zip(files, old.files[candidate]).allSatisfy({ digest($0) == $1.digest })
      {
        kept.append(candidate)
        keptByteCount += files.reduce(0) { $0 + $1.byteCount }
        keptFileCount += files.count
        building.keep(range, as: candidate)
      } else {
        readByteCount += files.reduce(0) { $0 + $1.byteCount }
        building.read(range)
      }
    }
    steps = building.finish()
    sameIsSkipped = listing.skipped == old.skippedFiles
    removed = UpdatePlan.gaps(of: kept, upTo: old.files.count)
  }

  /// Whether a file that was not read lay in an old stretch.
  private static func hasUnread(_ unread: [LedgerEntry], _ range: Range<Int>, _ old: OldIndex) -> Bool {
    if unread.isEmpty { return false }
    let first = old.files[range.lowerBound].path
    let end = range.upperBound < old.files.count ? old.files[range.upperBound].path : nil
    return unread.contains { entry in first < entry.path && end.map { entry.path < $0 } ?? true }
  }

  /// What lies between rising ranges.
  private static func gaps(of ranges: [Range<Int>], upTo end: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = 0
    for range in ranges + [end..<end] {
      if start < range.lowerBound { gaps.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    return gaps
  }

  /// Joins neighbouring stretches of one kind, and gives each step the skipped entries before the next.
  private struct Builder {
    private let listing: CorpusListing
    private var skipped: ArraySlice<LedgerEntry>
    private var steps: [Step] = []
    private var reading: Range<Int>?
    private var keeping: (listed: Range<Int>, old: Range<Int>, byteCount: Int)?

    init(_ listing: CorpusListing) {
      self.listing = listing
      skipped = listing.skipped[...]
    }

    mutating func read(_ range: Range<Int>) {
      endKeeping()
      reading = (reading?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    mutating func keep(_ range: Range<Int>, as old: Range<Int>) {
      endReading()
      let byteCount = listing.files[range].reduce(0) { $0 + $1.byteCount }
      if let before = keeping {
        if before.old.upperBound == old.lowerBound, before.byteCount < UpdatePlan.keptByteCount {
          keeping = (
            before.listed.lowerBound..<range.upperBound, before.old.lowerBound..<old.upperBound,
            before.byteCount + byteCount
          )
          return
        }
        endKeeping()
      }
      keeping = (range, old, byteCount)
    }

    mutating func finish() -> [Step] {
      endReading()
      endKeeping()
      if !skipped.isEmpty { steps.append(.read(CorpusListing(files: [], skipped: Array(skipped)))) }
      return steps
    }

    private mutating func endReading() {
      guard let range = reading else { return }
      reading = nil
      steps.append(
        .read(CorpusListing(files: Array(listing.files[range]), skipped: takeSkipped(before: range.upperBound))))
    }

    private mutating func endKeeping() {
      guard let (listed, old, byteCount) = keeping else { return }
      keeping = nil
      steps.append(.keep(old, skipped: takeSkipped(before: listed.upperBound), byteCount: byteCount))
    }

    /// The entries up to the file at `index` of the listing; all that are left, for its end.
    private mutating func takeSkipped(before index: Int) -> [LedgerEntry] {
      let end = index < listing.files.count ? listing.files[index].path : nil
      let taken = skipped.prefix { entry in end.map { entry.path < $0 } ?? true }
      skipped = skipped.dropFirst(taken.count)
      return Array(taken)
    }
  }
}
