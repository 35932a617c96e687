// Some passages of the corpus that all blocks of texts are compressed against: small blocks then are hardly larger together.

import ByteIO
import Documents

/// The section `textSample`: pieces of blocks, cut anywhere, that frames may copy from (a dictionary of "raw content", RFC 8878).
///
/// An index must have the same sample as one made anew, or its frames would differ: what is taken over from an old index must
/// have been compressed against the same.
package struct TextSample: Equatable, Sendable {
  /// Each piece is cut to so many bytes. Of 21 MB on illnesses, pieces of 1, 2 and 8 KiB gave blocks that took 1 % more; of 105 MB of RFCs
  /// and manuals the first two took 0.2 % less, the last 0.3 % more.
  package static let pieceByteCount = 4 << 10
  /// Samples of 0, 32, 64, 112 and 224 KiB gave blocks of 8 KiB that took 44.3, 40.3, 39.5, 38.6 and 38.6 % of the RFCs and manuals,
  /// and 37.3, 30.1, 28.1, 27.0 and 26.6 % of the texts on illnesses.
  static let largestByteCount = 112 << 10
  /// Less gains little.
  static let leastByteCount = 16 << 10

  let bytes: [UInt8]

  /// None: what small corpora have.
  package static let none = TextSample([], byteLimit: 0)

  /// How large the sample of articles of so many bytes is to be. Of 1, 2 and 4 MB on illnesses, 16, 64 and 112 KiB gave the least, sample
  /// and blocks together; of 1 MB, 32 KiB gave 2 % more.
  ///
  /// It grows in few steps, so that few additions to a corpus change it.
  package static func byteLimit(ofArticles byteCount: Int) -> Int {
    guard byteCount > 0 else { return 0 }
    let share = (1 << (Int.bitWidth - 1 - byteCount.leadingZeroBitCount)) / 32
    return share < leastByteCount ? 0 : min(share, largestByteCount)
  }

  /// - Parameter pieces: passages that follow one another, of places all over the corpus.
  package init(_ pieces: [[Passage]], byteLimit: Int) {
    var sample = ByteWriter()
    for piece in pieces {
      var records = ByteWriter()
      var previous: Passage?
      for passage in piece where records.count < TextSample.pieceByteCount {
        PassageRecord.append(passage, after: previous, hashDigits: 6, to: &records)
        previous = passage
      }
      let rest = max(0, byteLimit - sample.count)
      sample.append(contentsOf: records.bytes.prefix(min(rest, TextSample.pieceByteCount)))
    }
    bytes = sample.bytes
  }

  /// The sample of an index, whose bytes were checked.
  init(_ index: IndexReader) {
    let segment = index.segment
    bytes = unsafe segment.bytes(.textSample).withUnsafeBytes { unsafe Array($0) }
  }
}
