// How much of a passage has to be shown with one of its sentences, so that nothing that denies or limits it is cut away.

import TextAnalysis

/// The sentences of one text, and what may be shown of it alone.
///
/// A sentence is shown whole, never a part of it. Four kinds are not whole by themselves:
/// - the lead-in of a list: its items say what it says;
/// - an item of a list whose lead-in denies or limits it: "Do not take it if you:" above "are pregnant";
/// - a fragment that limits the sentence before: "It is safe. Unless you are pregnant." and the fragment itself;
/// - a line that goes on with the sentence of the line above.
struct QuotableSentences {
  /// As `SentenceSplitter` gives them.
  let ranges: [Range<Int>]
  private let bytes: [UInt8]
  /// Of each sentence: it begins on a line of its own.
  private let startsLine: [Bool]

  /// Cuts `text`; O(bytes).
  init(_ text: String) {
    ranges = SentenceSplitter().ranges(in: text)
    bytes = Array(text.utf8)
    var startsLine: [Bool] = []
    for (number, range) in ranges.enumerated() {
      let gap = number == 0 ? 0..<range.lowerBound : ranges[number - 1].upperBound..<range.lowerBound
      startsLine.append(number == 0 || bytes[gap].contains(UInt8(ascii: "\n")))
    }
    self.startsLine = startsLine
  }

  /// What is to be shown where sentence `number` is, in bytes: the sentence, and what stands beside it and limits it.
  func quotable(_ number: Int) -> Range<Int> {
    var first = number
    var last = number
    while first > 0, goesOn(first) || isFragment(first) { first -= 1 }
    while last + 1 < ranges.count, goesOn(last + 1) || limitsSentenceBefore(last + 1) { last += 1 }
    if endsWithColon(last), last + 1 < ranges.count, startsLine[last + 1] {
      last = ranges.indices.first { $0 > last + 1 && endsWithColon($0) }.map { $0 - 1 } ?? ranges.count - 1
    }
    if let lead = leadIn(of: first) { first = lead }
    return ranges[first].lowerBound..<ranges[last].upperBound
  }

  // MARK: - Lists

  /// The lead-in of the list that sentence `number` is an item of, where it restricts what the items say: the last line above that
  /// ends with a colon. `nil` where there is none.
  private func leadIn(of number: Int) -> Int? {
    guard let line = (0...number).last(where: { startsLine[$0] }), let end = (0..<line).last(where: endsWithColon)
    else { return nil }
    var lead = end
    while lead > 0, goesOn(lead) || isFragment(lead) { lead -= 1 }
    return (lead...end).contains { words(of: $0).contains(where: RestrictingWords.restricts) } ? lead : nil
  }

  // MARK: - Fragments

  /// What a sentence begins with that only goes on with the one before.
  private static let connectives = WordList("or nor and but not neither unless except only until without")
  /// What such a sentence begins with where it takes something back of the one before.
  private static let limits = WordList("unless except not only until without provided")
  /// Behind these only a negation or a limit does: "But not at night." takes back, "But first rest." does not.
  private static let joiners = WordList("but and or if")

  private func isFragment(_ number: Int) -> Bool {
    words(of: number, atMost: 1).contains { Self.connectives.contains($0) }
  }

  private func limitsSentenceBefore(_ number: Int) -> Bool {
    let words = words(of: number, atMost: 3)
    guard let first = words.first else { return false }
    if Self.limits.contains(first) { return true }
    return Self.joiners.contains(first)
      && words.dropFirst().contains { RestrictingWords.isNegation($0) || Self.limits.contains($0) }
  }

  /// Whether sentence `number` is a line that goes on with the one above: that one has no end, and this begins small.
  private func goesOn(_ number: Int) -> Bool {
    guard number > 0, startsLine[number], bytes[ranges[number].lowerBound] &- 0x61 < 26 else { return false }
    let end = bytes[ranges[number - 1].upperBound - 1]
    return (end == UInt8(ascii: ",") || Self.isWordByte(end)) && !isInList(number)
  }

  /// Whether some line above ends with a colon: what follows are items, which have no ends.
  private func isInList(_ number: Int) -> Bool {
    (0..<number).contains(where: endsWithColon)
  }

  private func endsWithColon(_ number: Int) -> Bool {
    bytes[ranges[number].upperBound - 1] == UInt8(ascii: ":")
  }

  // MARK: - Words

  /// The first words of a sentence, in small ASCII letters, with their apostrophes.
  private func words(of number: Int, atMost most: Int = .max) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in bytes[ranges[number]] {
      if Self.isWordByte(byte) {
        word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if !word.isEmpty {
        words.append(word)
        word.removeAll()
        if words.count == most { return words }
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Letters, digits, apostrophes, and every byte of what is not ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || 0x30...0x39 ~= byte || byte >= 0x80 || byte == UInt8(ascii: "'")
  }
}
