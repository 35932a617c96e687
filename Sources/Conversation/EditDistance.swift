// How many typing errors lie between two words. Decides nothing about what counts as the same word.

/// The optimal string alignment form of the Damerau-Levenshtein distance: insertions, deletions, substitutions, and
/// swaps of neighbours, no part edited twice (Damerau, "A technique for computer detection and correction of spelling
/// errors", CACM 7(3), 1964).
enum EditDistance {
  /// Whether at most `limit` typing errors turn `first` into `second`; O(length²) bytes compared.
  ///
  /// `isWithin(1, "mysefl", "myself")` is true: a swap is one error.
  static func isWithin(_ limit: Int, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    guard abs(first.count - second.count) <= limit else { return false }
    let left = Array(first)
    let right = Array(second)
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in 0..<left.count {
      row[0] = i + 1
      for j in 0..<right.count {
        let substituted = last[j] + (left[i] == right[j] ? 0 : 1)
        row[j + 1] = min(substituted, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      guard (row.min() ?? 0) <= limit else { return false }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit
  }
}
