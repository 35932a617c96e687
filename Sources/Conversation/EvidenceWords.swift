// A sentence cut into the words and numbers that evidence is made of. It knows where they stand, and no question.

import TextAnalysis

/// One word or number of a sentence, as evidence is read from it.
///
/// Unlike a `Token` it keeps function words ("a", "every") and signs ("$", "%"), and cuts "24-hour" and "40mg" in two.
struct EvidenceWord {
  /// Lowercase; of a number its digits, commas and points: `1,000`.
  let text: String
  let isNumeral: Bool
  /// It begins with a capital letter, A to Z.
  let isCapital: Bool
  /// A currency sign stands before it: `$400`.
  let isMoney: Bool
  /// `%` stands after it.
  let isPercent: Bool

  /// The words of `bytes`, which are UTF-8, in reading order; O(bytes).
  static func words(of bytes: ArraySlice<UInt8>) -> [EvidenceWord] {
    var words: [EvidenceWord] = []
    var index = bytes.startIndex
    var isMoney = false
    while index < bytes.endIndex {
      let start = index
      let kind = kind(of: bytes, at: &index)
      guard kind == .digit || kind == .letter else {
        // "$ 400" is money too.
        isMoney = kind == .currency || (isMoney && kind == .space)
        continue
      }
      let isNumeral = kind == .digit
      var end = index
      while index < bytes.endIndex {
        let next = Self.kind(of: bytes, at: &index)
        guard next == .digit || (isNumeral ? next == .pointInNumber : next == .letter || next == .apostrophe) else {
          break
        }
        // A comma or point belongs to a number only between digits.
        if next != .pointInNumber { end = index }
      }
      index = end
      words.append(
        EvidenceWord(
          text: text(of: bytes[start..<end]), isNumeral: isNumeral, isCapital: bytes[start] &- 0x41 < 26,
          isMoney: isMoney, isPercent: isNumeral && end < bytes.endIndex && bytes[end] == UInt8(ascii: "%")))
      isMoney = false
    }
    return words
  }

  private enum Kind {
    case digit, letter, apostrophe, pointInNumber, currency, space, other
  }

  /// What stands at `index`; moves it past that.
  private static func kind(of bytes: ArraySlice<UInt8>, at index: inout Int) -> Kind {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      switch byte {
      case 0x30...0x39: return .digit
      case 0x41...0x5A, 0x61...0x7A: return .letter
      case UInt8(ascii: "'"): return .apostrophe
      case UInt8(ascii: ","), UInt8(ascii: "."): return .pointInNumber
      case UInt8(ascii: "$"): return .currency
      case UInt8(ascii: " "): return .space
      default: return .other
      }
    }
    let count = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let end = min(bytes.endIndex, index + count)
    let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first ?? " "
    index = end
    if scalar == "\u{2019}" { return .apostrophe }
    if scalar.properties.numericType == .decimal { return .digit }
    if scalar.properties.isAlphabetic { return .letter }
    return scalar.properties.generalCategory == .currencySymbol ? .currency : .other
  }

  /// In small letters.
  private static func text(of word: ArraySlice<UInt8>) -> String {
    let text = String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    return word.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
  }
}
