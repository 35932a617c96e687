// How many typing errors lie between two words.
// It counts; what is worth correcting is SpellingCorrector's business.

/// Damerau's distance in its restricted form (optimal string alignment): insertions, deletions, substitutions, and
/// transpositions of neighbours, no part of a word edited twice.
struct EditDistance {
  private var rows: [[Int]] = [[], [], []]

  /// The distance of `left` and `right` in bytes, if it is `limit` or less; O(left · right), less where they differ much.
  mutating func distance(_ left: Span<UInt8>, _ right: Span<UInt8>, atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    for index in rows.indices { rows[index] = Array(0...right.count) }
    for row in 0..<left.count {
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
      let smallest = fill(row, left, right)
      if smallest > limit { return nil }
    }
    let result = rows[2][right.count]
    return result <= limit ? result : nil
  }

  /// Computes the distances of the first `row + 1` bytes of `left` into `rows[2]`; `rows[1]` and `rows[0]` are the two before.
  private mutating func fill(_ row: Int, _ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    rows[2][0] = row + 1
    var smallest = row + 1
    for column in 0..<right.count {
      let substitution = rows[1][column] + (left[row] == right[column] ? 0 : 1)
      var best = min(substitution, rows[1][column + 1] + 1, rows[2][column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, rows[0][column - 1] + 1)
      }
      rows[2][column + 1] = best
      smallest = min(smallest, best)
    }
    return smallest
  }
}
