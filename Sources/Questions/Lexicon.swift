// The words a misspelt word may have meant, in memory, made when the first one is met.
// It finds the nearest; whether a word needs correcting is decided before it is asked.

import InvertedIndex
import TextAnalysis

/// The words of the articles, and some others, ready to be compared with a misspelt one.
struct Lexicon {
  /// Words, one after another.
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// Which of the 26 letters a word holds: words whose letters differ too much are not looked at.
  private var letters: [UInt32] = []
  private var occurrences: [UInt32] = []

  /// All words a to z of three letters and more in the articles of `index`, and `others`; O(words).
  init(index: IndexReader, others: [[UInt8]]) throws(IndexError) {
    var lexicon = Lexicon()
    try index.forEachWord { word, occurrences in lexicon.append(word, occurrences: occurrences) }
    for word in others { lexicon.append(word.span, occurrences: 0) }
    self = lexicon
  }

  private init() {}

  /// The word nearest to `word`, at most `limit` errors away: the fewest errors, then the same first letter, then the
  /// more frequent, then the first in byte order; `nil` where there is none. O(words).
  func nearest(to word: [UInt8], atMost limit: Int) -> [UInt8]? {
    var measure = EditDistance()
    let own = Lexicon.letters(of: word.span)
    var best: (index: Int, distance: Int, isOther: Bool)?
    var reach = limit
    for index in letters.indices where (letters[index] ^ own).nonzeroBitCount <= 2 * reach {
      let range = Int(starts[index])..<Int(starts[index + 1])
      guard abs(range.count - word.count) <= reach,
        let distance = measure.distance(word.span, bytes.span.extracting(range), atMost: reach)
      else { continue }
      let isOther = bytes[range.lowerBound] != word[0]
      if let current = best, !isBetter(index, distance, isOther, than: current) { continue }
      best = (index, distance, isOther)
      reach = distance
    }
    return best.map { Array(bytes[Int(starts[$0.index])..<Int(starts[$0.index + 1])]) }
  }

  private func isBetter(
    _ index: Int, _ distance: Int, _ isOther: Bool, than best: (index: Int, distance: Int, isOther: Bool)
  ) -> Bool {
    if distance != best.distance { return distance < best.distance }
    if isOther != best.isOther { return !isOther }
    if occurrences[index] != occurrences[best.index] { return occurrences[index] > occurrences[best.index] }
    let left = bytes[Int(starts[index])..<Int(starts[index + 1])]
    return left.lexicographicallyPrecedes(bytes[Int(starts[best.index])..<Int(starts[best.index + 1])])
  }

  private mutating func append(_ word: Span<UInt8>, occurrences count: Int) {
    guard word.count >= 3 else { return }
    for index in word.indices where word[index] &- 0x61 >= 26 { return }
    for index in word.indices { bytes.append(word[index]) }
    starts.append(UInt32(clamping: bytes.count))
    letters.append(Lexicon.letters(of: word))
    occurrences.append(UInt32(clamping: count))
  }

  private static func letters(of word: Span<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    for index in word.indices { letters |= 1 << UInt32((word[index] &- 0x61) & 31) }
    return letters
  }
}
