// Whether a word is English: a search in the front-coded list, nothing decoded before it is asked for.
// The list is SCOWL's American one; other spellings are turned into American ones by whoever asks.

import TextAnalysis

/// The list of English words.
package enum EnglishWords {
  /// Whether `word`, small letters a to z, is in the list; single letters never are. O(log words).
  package static func contains(_ word: [UInt8]) -> Bool {
    guard word.count >= 2, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return false }
    let list = EnglishWordList.frontCoded
    return unsafe contains(word, in: UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount).span)
  }

  /// Whether a word of the list with the same first letter is one typing error away from `word`; O(words with that letter).
  static func hasNeighbor(of word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    let list = EnglishWordList.frontCoded
    let bytes = unsafe UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount).span
    var current: [UInt8] = []
    var offset = startOfBlock(for: [first], in: bytes)
    while offset < bytes.count {
      decode(at: &offset, of: bytes, into: &current)
      guard let letter = current.first, letter <= first else { return false }
      guard letter == first, abs(current.count - word.count) <= 1 else { continue }
      if EditDistance.isWithin(1, word[...], current[...]) { return true }
    }
    return false
  }

  /// Every word of the list, in byte order; O(words). For tests.
  static func all() -> [[UInt8]] {
    let list = EnglishWordList.frontCoded
    let bytes = unsafe UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount).span
    var words: [[UInt8]] = []
    var current: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      decode(at: &offset, of: bytes, into: &current)
      words.append(current)
    }
    return words
  }

  /// Walks one block, knowing of each word only how many bytes of `word` it begins with: while the words are smaller, one that
  /// shares more than that with its forerunner is smaller too, and one that shares less is greater.
  private static func contains(_ word: [UInt8], in bytes: Span<UInt8>) -> Bool {
    var offset = startOfBlock(for: word, in: bytes)
    var matched = 0
    while offset < bytes.count {
      let shared = Int(bytes[offset]) - Int(UInt8(ascii: "A"))
      if shared < matched { return false }
      offset += 1
      if shared == matched {
        let order = compare(bytes, at: offset, with: word, from: matched)
        if order.isAfter { return false }
        matched = order.common
        if matched == word.count { return true }
      }
      while offset < bytes.count, bytes[offset] >= UInt8(ascii: "a") { offset += 1 }
    }
    return false
  }

  /// How the letters at `offset` compare with `word` from `start` on: how many bytes of `word` are matched then, and whether they
  /// come after it.
  private static func compare(_ bytes: Span<UInt8>, at offset: Int, with word: [UInt8], from start: Int)
    -> (common: Int, isAfter: Bool)
  {
    var common = start
    var place = offset
    while place < bytes.count, bytes[place] >= UInt8(ascii: "a") {
      guard common < word.count, bytes[place] == word[common] else {
        return (common, common == word.count || bytes[place] > word[common])
      }
      common += 1
      place += 1
    }
    return (common, false)
  }

  /// The last whole word that does not follow `word`, found by halving the bytes; 0 where all follow it.
  private static func startOfBlock(for word: [UInt8], in bytes: Span<UInt8>) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = low + (high - low) / 2
      var start = middle
      while start < high, bytes[start] != UInt8(ascii: "A") { start += 1 }
      guard start < high, start > low else {
        high = middle
        continue
      }
      if compare(bytes, at: start + 1, with: word, from: 0).isAfter { high = middle } else { low = start }
    }
    return low
  }

  /// Reads one word at `offset`, which holds a capital, and moves past it.
  private static func decode(at offset: inout Int, of bytes: Span<UInt8>, into word: inout [UInt8]) {
    let shared = Int(bytes[offset]) - Int(UInt8(ascii: "A"))
    word.removeLast(word.count - min(word.count, shared))
    offset += 1
    while offset < bytes.count, bytes[offset] >= UInt8(ascii: "a") {
      word.append(bytes[offset])
      offset += 1
    }
  }
}
