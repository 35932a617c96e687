// English number words as digits, so that "forty" and "40" are one term.
// Ordinals stay words: "second" is also a time, and "first" seldom a number.

/// The cardinal numbers that are one word.
enum NumberWords {
  private static let values: [[UInt8]: Int] = {
    let units: [(String, Int)] = [
      ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
      ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
      ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20),
      ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
      ("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ]
    return Dictionary(uniqueKeysWithValues: units.map { (Array($0.0.utf8), $0.1) })
  }()

  /// What the words begin with; a test holds it to them.
  static let starts = LetterPairs("bi ei el fi fo hu mi ni on se si te th tw ze")
  static var startsOfValues: LetterPairs { LetterPairs(values.keys) }

  /// The digits for `word`, folded: "forty" → `40`, "twenty-four" → `24`; `nil` where it is no number.
  static func digits(for word: [UInt8]) -> [UInt8]? {
    guard 3...17 ~= word.count, starts.contains(word[0], word[1]) else { return nil }
    if let number = values[word] { return Array(String(number).utf8) }
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), let tens = values[Array(word[..<hyphen])],
      let ones = values[Array(word[(hyphen + 1)...])], 20...90 ~= tens, 1...9 ~= ones
    else { return nil }
    return Array(String(tens + ones).utf8)
  }
}
