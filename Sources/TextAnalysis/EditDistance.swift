// How many typing errors lie between two words.
// It counts; what is worth correcting is SpellingCorrector's business.

/// Damerau's distance in its restricted form (optimal string alignment): insertions, deletions, substitutions, and
/// transpositions of neighbours, no part of a word edited twice.
///
/// Kept and used again from word to word: a lexicon of 30,000 words is searched without allocating.
struct EditDistance {
  /// Three rows of distances: two before the last, the last before, and the one being filled.
  private var rows: [UInt8]
  private let width: Int

  /// - Parameter longest: the most bytes of a word, less than 128; a longer one is at no distance.
  init(longest: Int = 64) {
    width = longest + 1
    rows = [UInt8](repeating: 0, count: 3 * width)
  }

  /// The distance of `left` and `right` in bytes, if it is `limit` or less; O(left · limit).
  mutating func distance(_ left: Span<UInt8>, _ right: Span<UInt8>, atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit, max(left.count, right.count) < width else { return nil }
    var older = 0
    var old = width
    var new = 2 * width
    for column in 0...right.count { rows[new + column] = UInt8(column) }
    for row in 0..<left.count {
      (older, old, new) = (old, new, older)
      // Beyond the diagonal by more than `limit`, no distance can be `limit` or less.
      let first = max(0, row - limit)
      let last = min(right.count, row + limit + 1)
      rows[new + first] = first == 0 ? UInt8(row + 1) : 127
      var smallest = rows[new + first]
      for column in first..<max(first, last) {
        let isSame = left[row] == right[column]
        var best = rows[old + column] &+ (isSame ? 0 : 1)
        if column < row + limit || row == 0 { best = min(best, rows[old + column + 1] &+ 1) }
        best = min(best, rows[new + column] &+ 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, rows[older + column - 1] &+ 1)
        }
        rows[new + column + 1] = best
        smallest = min(smallest, best)
      }
      if Int(smallest) > limit { return nil }
    }
    let result = Int(rows[new + right.count])
    return result <= limit ? result : nil
  }
}
