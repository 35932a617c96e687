// Terms of a text as numbers: compared by the hundred for one answer, where arrays of bytes would each be allocated.

/// The different terms of a text, by their hashes (`PassageWords.hash`).
struct TermSet: Hashable {
  /// Sorted, each once.
  private let hashes: [UInt64]

  /// O(n log n) for n hashes, which may repeat.
  init(_ hashes: [UInt64]) {
    var sorted = hashes
    sorted.sort()
    var count = 0
    for hash in sorted where count == 0 || sorted[count - 1] != hash {
      sorted[count] = hash
      count += 1
    }
    sorted.removeLast(sorted.count - count)
    self.hashes = sorted
  }

  var count: Int { hashes.count }

  /// O(log n).
  func contains(_ hash: UInt64) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  /// How many both have; O(n).
  func sharedCount(with other: TermSet) -> Int {
    var count = 0
    var left = 0
    var right = 0
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        count += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }

  /// 0 to 1: the terms both have, of the terms either has (Jaccard); 1 for two without terms.
  func similarity(to other: TermSet) -> Double {
    let shared = sharedCount(with: other)
    let all = count + other.count - shared
    return all == 0 ? 1 : Double(shared) / Double(all)
  }
}
