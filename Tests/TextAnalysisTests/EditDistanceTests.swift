// Typing errors are counted as a whole table would count them.

import Testing
import TextAnalysis

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("nasuea", "nausea", 1), ("", "ab", 2), ("abc", "abc", 0), ("abcd", "badc", 2), ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ])
  func `typing errors are counted`(left: String, right: String, distance: Int) {
    var measure = EditDistance()
    #expect(measure.distance(left.utf8.span, right.utf8.span, atMost: 5) == distance)
    #expect(measure.distance(right.utf8.span, left.utf8.span, atMost: distance) == distance)
    if distance > 0 { #expect(measure.distance(left.utf8.span, right.utf8.span, atMost: distance - 1) == nil) }
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xabc", 1), ("abc", "axc", 1), ("abcd", "badc", 2),
    ("kitten", "sitting", 3), ("", "abc", 3),
  ])
  func `counts insertions, deletions, substitutions and swaps`(first: String, second: String, distance: Int) {
    let (a, b) = (Array(first.utf8)[...], Array(second.utf8)[...])
    #expect(EditDistance.isWithin(distance, a, b) && EditDistance.isWithin(distance, b, a))
    #expect(distance == 0 || !EditDistance.isWithin(distance - 1, a, b))
  }
}

extension EditDistanceTests {
  /// The textbook's table, whole.
  private func plainDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { table[row][0] = row }
    for column in 0...right.count { table[0][column] = column }
    for row in 0..<left.count {
      for column in 0..<right.count {
        var best = table[row][column] + (left[row] == right[column] ? 0 : 1)
        best = min(best, table[row][column + 1] + 1, table[row + 1][column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = best
      }
    }
    return table[left.count][right.count]
  }

  @Test func `what is left out of the table changes no distance`() {
    var generator = SeededGenerator(seed: 7)
    var measure = EditDistance()
    for _ in 0..<20_000 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...7, using: &generator)).map { _ in UInt8.random(in: 97...99, using: &generator) }
      }
      let limit = Int.random(in: 0...3, using: &generator)
      let plain = plainDistance(words[0], words[1])
      let (left, right) = (words[0], words[1])
      let found = measure.distance(left.span, right.span, atMost: limit)
      #expect(found == (plain <= limit ? plain : nil), "\(words) at \(limit)")
    }
  }
}
