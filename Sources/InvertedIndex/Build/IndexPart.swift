// What one thread made of one stretch of the corpus, but for its postings, which stay with the thread until the end.

import ByteIO
import Documents

/// A part of an index in the making: the records of consecutive articles, their texts and their fields' lengths.
package struct IndexPart: Sendable {
  /// Skipped entries are kept by name up to this many in each part; they are all in the ledger.
  private static let keptSkips = 20

  /// Parts are numbered from 0 in the order of the corpus.
  let number: Int
  /// For each passage, packed.
  var lengths: [UInt32] = []
  /// For each article, its first passage, counted from the part's first.
  var articleStarts: [UInt32] = []
  /// One record for each article.
  var articles = ByteWriter()
  /// Where each record ends.
  var articleEnds: [Int] = []
  var files = ByteWriter()
  var fileCount = 0
  var ledger = ByteWriter()
  var ledgerCount = 0
  var texts = TextBlocks()
  /// The passages of the old index that it consists of, where it is taken over.
  var kept: Range<UInt32>?
  /// Where the frames of its texts lie in the old index; `texts` then holds none.
  var keptFrames = 0..<0
  /// The first of what was skipped in this part.
  package private(set) var skipped: [LedgerEntry] = []
  package private(set) var skippedCount = 0

  init(number: Int) {
    self.number = number
  }

  package var passageCount: Int { lengths.count }

  mutating func add(_ entry: LedgerEntry) {
    LedgerCodec.append(entry, to: &ledger)
    ledgerCount += 1
    guard entry.action == .skipped else { return }
    skippedCount += 1
    if skipped.count < IndexPart.keptSkips { skipped.append(entry) }
  }
}
