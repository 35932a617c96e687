// English number words as digits, so that "forty" and "40" are one term.
// Ordinals stay words: "second" is also a time, and "first" seldom a number.

/// The cardinal numbers that are one word.
enum NumberWords {
  private static func value(of word: ArraySlice<UInt8>) -> Int? {
    switch String(decoding: word, as: UTF8.self) {
    case "zero": 0
    case "one": 1
    case "two": 2
    case "three": 3
    case "four": 4
    case "five": 5
    case "six": 6
    case "seven": 7
    case "eight": 8
    case "nine": 9
    case "ten": 10
    case "eleven": 11
    case "twelve": 12
    case "thirteen": 13
    case "fourteen": 14
    case "fifteen": 15
    case "sixteen": 16
    case "seventeen": 17
    case "eighteen": 18
    case "nineteen": 19
    case "twenty": 20
    case "thirty": 30
    case "forty": 40
    case "fifty": 50
    case "sixty": 60
    case "seventy": 70
    case "eighty": 80
    case "ninety": 90
    case "hundred": 100
    case "thousand": 1000
    case "million": 1_000_000
    case "billion": 1_000_000_000
    default: nil
    }
  }

  /// What the words begin with.
  private static let starts = LetterPairs("bi ei el fi fo hu mi ni on se si te th tw ze")

  /// The digits for `word`, folded: "forty" → `40`, "twenty-four" → `24`; `nil` where it is no number.
  static func digits(for word: [UInt8]) -> [UInt8]? {
    guard 3...17 ~= word.count, starts.contains(word[0], word[1]) else { return nil }
    if let number = value(of: word[...]) { return Array(String(number).utf8) }
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), let tens = value(of: word[..<hyphen]),
      let ones = value(of: word[(hyphen + 1)...]), 20...90 ~= tens, 1...9 ~= ones
    else { return nil }
    return Array(String(tens + ones).utf8)
  }
}
