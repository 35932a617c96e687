// Made-up words by rank, drawn as often as Zipf's law says.

import Glibc

/// A vocabulary whose word of rank r is drawn in proportion to 1 / (r + 1)^`exponent`.
struct Vocabulary {
  static let wordCount = 200_000
  /// About that of English text in its usual ranks.
  static let exponent = 1.02

  private let words: [String]
  /// The chance of a word of this rank or a lower one.
  private let cumulative: [Double]

  init() {
    var sum = 0.0
    var sums: [Double] = []
    for rank in 0..<Vocabulary.wordCount {
      sum += Vocabulary.power(Double(rank + 1))
      sums.append(sum)
    }
    cumulative = sums.map { $0 / sum }
    words = (0..<Vocabulary.wordCount).map(Vocabulary.spelling)
  }

  subscript(_ rank: Int) -> String { words[rank] }

  /// The rank of a word drawn at random; O(log words).
  func draw(_ random: inout RandomNumbers) -> Int {
    let chance = random.unit()
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < chance { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Distinct for each rank: one syllable for the 75 most frequent, then two, then three, in no order.
  private static func spelling(rank: Int) -> String {
    var syllables = 1
    var size = 75
    var place = rank
    while place >= size {
      place -= size
      size *= 75
      syllables += 1
    }
    // 7919 has no factor in common with 75, so that every place is taken once.
    place = place * 7919 % size
    let consonants = Array("bdfghjklmnprstv")
    let vowels = Array("aeiou")
    var word = ""
    for _ in 0..<syllables {
      word.append(consonants[place % 15])
      word.append(vowels[place / 15 % 5])
      place /= 75
    }
    return word
  }

  /// `rank` to the power of −`exponent`.
  private static func power(_ rank: Double) -> Double {
    pow(rank, -exponent)
  }
}
