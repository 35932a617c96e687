// How many typing errors lie between two words.
// It counts; what is worth correcting, and what counts as the same word, is decided by whoever asks.

/// Damerau's distance in its restricted form (optimal string alignment): insertions, deletions, substitutions, and
/// transpositions of neighbours, no part of a word edited twice (Damerau, "A technique for computer detection and
/// correction of spelling errors", CACM 7(3), 1964).
///
/// Kept and used again from word to word: a lexicon of 30,000 words is searched without allocating.
package struct EditDistance {
  /// Three rows of distances: two before the last, the last before, and the one being filled.
  private var rows: [UInt8]
  private let width: Int

  /// - Parameter longest: the most bytes of a word, less than 128; a longer one is at no distance.
  package init(longest: Int = 64) {
    width = longest + 1
    rows = [UInt8](repeating: 0, count: 3 * width)
  }

  /// The distance of `left` and `right` in bytes, if it is `limit` or less; O(left · limit).
  package mutating func distance(_ left: Span<UInt8>, _ right: Span<UInt8>, atMost limit: Int) -> Int? {
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

  /// Whether at most `limit` typing errors turn `first` into `second`, words of up to 126 bytes.
  ///
  /// `isWithin(1, "mysefl", "myself")` is true: a swap is one error.
  package static func isWithin(_ limit: Int, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    var measure = EditDistance(longest: min(126, max(first.count, second.count)))
    return measure.distance(first.span, second.span, atMost: limit) != nil
  }
}
