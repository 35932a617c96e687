// Strings and what to write for them, written down in the program and searched where they stand, as a word list is.

/// Pairs `from>to` in one string of the program's own, a space between two.
///
/// As arrays of bytes, the pairs of British spelling took a tenth of a question's instructions to make (callgrind).
struct WordPairs: Sendable {
  private let text: StaticString
  /// Three of each pair: where it begins, where its second side begins, and where it ends.
  private let places: [UInt16]

  /// - Parameter text: pairs, a space between two; no side empty.
  init(_ text: StaticString) {
    self.text = text
    places = text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var places: [UInt16] = []
      var (start, middle) = (0, 0)
      for index in 0...bytes.count {
        if index == bytes.count || bytes[index] == UInt8(ascii: " ") {
          precondition(start + 1 < middle && middle < index, "a pair has two sides")
          places += [UInt16(start), UInt16(middle), UInt16(index)]
          start = index + 1
        } else if bytes[index] == UInt8(ascii: ">") {
          middle = index + 1
        }
      }
      return places
    }
  }

  /// What stands for `word`; `nil` where it is in no pair. O(pairs).
  func replacement(for word: [UInt8]) -> [UInt8]? {
    let span = word.span
    var result: [UInt8]?
    guard let first = word.first else { return nil }
    forEach(beginningIn: Self.letters(in: [first])) { from, to in
      if from.count == span.count, span.holds(from, at: 0) { result = to.array }
      return result == nil
    }
    return result
  }

  /// Changes the first ending that `word` has.
  func replaceEnding(of word: inout [UInt8]) {
    let original = word
    let span = original.span
    forEach { from, to in
      guard span.hasSuffix(from) else { return true }
      word.replaceSubrange((original.count - from.count)..., with: to.array)
      return false
    }
  }

  /// Changes the first occurrence of each part, in the order of the pairs.
  func replaceParts(of word: inout [UInt8]) {
    var letters = Self.letters(in: word)
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      for place in stride(from: 0, to: places.count, by: 3) where letters & firstLetter(place, bytes) != 0 {
        let sides = sides(place)
        guard let start = Self.firstOffset(of: bytes.extracting(sides.from), in: word.span) else { continue }
        word.replaceSubrange(start..<(start + sides.from.count), with: bytes.extracting(sides.to).array)
        letters = Self.letters(in: word)
      }
    }
  }

  /// All pairs, in order.
  var all: [(from: [UInt8], to: [UInt8])] {
    var all: [(from: [UInt8], to: [UInt8])] = []
    forEach { from, to in
      all.append((from.array, to.array))
      return true
    }
    return all
  }

  private static func letters(in word: [UInt8]) -> UInt32 {
    word.reduce(0) { $0 | letter($1) }
  }

  private static func letter(_ byte: UInt8) -> UInt32 {
    1 << UInt32(byte & 31)
  }

  private static func firstOffset(of part: Span<UInt8>, in word: Span<UInt8>) -> Int? {
    guard word.count >= part.count else { return nil }
    for start in 0...(word.count - part.count) where word[start] == part[0] && word.holds(part, at: start) {
      return start
    }
    return nil
  }

  /// Calls `body` with each pair whose first letter is one of `letters`, a bit for each, until it returns false.
  private func forEach(
    beginningIn letters: UInt32 = .max, _ body: (_ from: Span<UInt8>, _ to: Span<UInt8>) -> Bool
  ) {
    text.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      for place in stride(from: 0, to: places.count, by: 3) where letters & firstLetter(place, bytes) != 0 {
        let sides = sides(place)
        if !body(bytes.extracting(sides.from), bytes.extracting(sides.to)) { return }
      }
    }
  }

  private func firstLetter(_ place: Int, _ bytes: Span<UInt8>) -> UInt32 {
    Self.letter(bytes[Int(places[place])])
  }

  /// Where the sides of a pair stand.
  private func sides(_ place: Int) -> (from: Range<Int>, to: Range<Int>) {
    let (start, middle, end) = (Int(places[place]), Int(places[place + 1]), Int(places[place + 2]))
    return (start..<(middle - 1), middle..<end)
  }
}
