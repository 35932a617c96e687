// Which places of a corpus stand for all of it: chosen by paths and sizes alone, before anything is read.

import ByteIO
import Documents

/// Places all over a corpus, the likelier the more bytes a file has; the same files give the same places.
///
/// A change to one file seldom changes the choice: a file is chosen by the hash of its path, and by its size only in steps of
/// powers of two.
struct CorpusSample {
  /// A larger file has a place for each so many bytes.
  static let stretchByteCount = 1 << 16
  /// In a large `.jsonl` file a cut is looked for in so many bytes, and text behind it in as many; there is a cut in 256 KiB.
  static let longestSearch = 1 << 22

  /// Places in one file.
  struct Places {
    let file: CorpusFile
    /// In the order of choice, each the number of a stretch of the file.
    var stretches: [Int]
  }

  private struct Candidate {
    /// The lower the sooner.
    let rank: UInt64
    let file: Int
    let stretch: Int
  }

  /// The best, in the order of choice.
  private var candidates: [Candidate] = []
  private let files: [CorpusFile]

  /// - Parameter count: so many places, if the files have.
  init(of files: [CorpusFile], count: Int) {
    self.files = files
    for (number, file) in files.enumerated() {
      let size = CorpusSample.powerOfTwo(upTo: file.byteCount)
      for stretch in 0..<max(1, size / CorpusSample.stretchByteCount) {
        let hash = CorpusSample.hash(file.path, stretch)
        // The least of all hashes divided by weights falls on each with a chance like its weight.
        let rank = hash >> UInt64(min(size, CorpusSample.stretchByteCount).trailingZeroBitCount)
        insert(Candidate(rank: rank, file: number, stretch: stretch), count: count)
      }
    }
  }

  /// The places by file, and for each place in the order of choice its file, as an index of these.
  func places() -> (files: [Places], order: [Int]) {
    var indices: [Int: Int] = [:]
    var places: [Places] = []
    var order: [Int] = []
    for candidate in candidates {
      let index = indices[candidate.file] ?? places.count
      if index == places.count { places.append(Places(file: files[candidate.file], stretches: [])) }
      indices[candidate.file] = index
      places[index].stretches.append(candidate.stretch)
      order.append(index)
    }
    return (places, order)
  }

  private mutating func insert(_ candidate: Candidate, count: Int) {
    if candidates.count >= count {
      guard let last = candidates.last, candidate.rank < last.rank else { return }
      candidates.removeLast()
    }
    // Equal ranks stay in the order of the corpus, which the paths give.
    let place = candidates.firstIndex { candidate.rank < $0.rank } ?? candidates.count
    candidates.insert(candidate, at: place)
  }

  private static func hash(_ path: CorpusPath, _ stretch: Int) -> UInt64 {
    if stretch == 0 { return StableHash.hash(path.bytes.span) }
    var key = ByteWriter(capacity: path.bytes.count + 8)
    key.append(contentsOf: path.bytes)
    key.appendFixed(UInt64(stretch))
    return StableHash.hash(key.bytes.span)
  }

  /// The greatest power of two that is not above `count`; 1 for 0.
  private static func powerOfTwo(upTo count: Int) -> Int {
    count > 0 ? 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount) : 1
  }
}
