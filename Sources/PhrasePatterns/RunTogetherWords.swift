// Words written without spaces, or with spaces in the wrong places: "killmyself", "k i l l  m y s e l f", "kil lmyself".

import TextAnalysis

/// Reads a text once more with its spaces where the program's words end.
struct RunTogetherWords {
  /// The words, and for each the range of words of the text that it was read from.
  private(set) var text = FoldedText()
  private(set) var origins: [Range<Int>] = []
  /// The text could be read otherwise at all.
  private(set) var isOther = false

  /// Longer words than this are noise.
  private static let longest = 80
  /// Two words that are one: at least so long.
  private static let shortestJoined = 5
  private static let shortestSplit = 5

  /// - Parameter isWord: for each word of `folded`, whether it is one of the program's or of the language, so that no
  ///   space is missing in it.
  init(_ folded: FoldedText, forms: WordForms, isWord: (Int) -> Bool) {
    var index = 0
    while index < folded.words.count {
      if let end = Self.endOfSpelledOut(from: index, in: folded) {
        if !append(folded, index..<end, forms: forms, isSpelledOut: true) { copy(index..<end, of: folded) }
        index = end
        continue
      }
      let length = folded.words[index].count
      if !isWord(index), length >= Self.shortestSplit, length <= Self.longest,
        append(folded, index..<index + 1, forms: forms, isSpelledOut: false)
      {
        index += 1
        continue
      }
      if index + 1 < folded.words.count,
        appendJoined(folded, index, forms: forms, areWords: isWord(index) && isWord(index + 1))
      {
        index += 2
        continue
      }
      copy(index..<index + 1, of: folded)
      index += 1
    }
  }

  private mutating func copy(_ range: Range<Int>, of folded: FoldedText) {
    for index in range {
      text.append(folded.word(index), after: folded.breaks[index])
      origins.append(index..<index + 1)
    }
  }

  /// Where a run of single letters ends that begins at `start`; `nil` for fewer than four.
  private static func endOfSpelledOut(from start: Int, in folded: FoldedText) -> Int? {
    var end = start
    while end < folded.words.count, folded.words[end].count == 1, end - start < longest { end += 1 }
    return end - start >= 4 ? end : nil
  }

  /// - Parameter areWords: neither has a space missing; together they may still be one word ("over dose").
  private mutating func appendJoined(
    _ folded: FoldedText, _ index: Int, forms: WordForms, areWords: Bool
  ) -> Bool {
    let letters = folded.letters[folded.words[index].lowerBound..<folded.words[index + 1].upperBound]
    guard letters.count <= Self.longest, letters.count >= Self.shortestJoined else { return false }
    if forms.has(letters) {
      text.append(letters, after: folded.breaks[index])
      origins.append(index..<index + 2)
      isOther = true
      return true
    }
    return !areWords && append(folded, index..<index + 2, forms: forms, isSpelledOut: false)
  }

  /// Appends the letters of `range` as words of the program, if they are such.
  private mutating func append(
    _ folded: FoldedText, _ range: Range<Int>, forms: WordForms, isSpelledOut: Bool
  ) -> Bool {
    let letters = folded.letters[
      folded.words[range.lowerBound].lowerBound..<folded.words[range.upperBound - 1].upperBound]
    guard let parts = Self.parts(of: letters, forms: forms),
      isSpelledOut || parts.count > 1
    else { return false }
    var stop = folded.breaks[range.lowerBound]
    for part in parts {
      let full =
        part.count <= Self.longestContraction ? Contractions.full(String(decoding: letters[part], as: UTF8.self)) : nil
      for word in full.map({ WordList($0).words }) ?? [Array(letters[part])] {
        text.append(word, after: stop)
        origins.append(range)
        stop = .none
      }
    }
    isOther = true
    return true
  }

  private static let longestContraction = 6
  /// In shorter words, what looks like a contraction is chance.
  private static let leastForContractions = 9

  private static func isWord(_ letters: ArraySlice<UInt8>, isLong: Bool, _ forms: WordForms) -> Bool {
    if forms.has(letters) { return true }
    return isLong && 2...longestContraction ~= letters.count
      && Contractions.full(String(decoding: letters, as: UTF8.self)) != nil
  }

  /// Cuts `letters` into words of the program, as few as can be; letters before the first and behind the last may be
  /// any, where nine letters and two words are left. O(letters × longest word).
  private static func parts(of letters: ArraySlice<UInt8>, forms: WordForms) -> [Range<Int>]? {
    let start = letters.startIndex
    let count = letters.count
    // For each place, the fewest words that end there, and where the last of them begins.
    var best = [Int](repeating: Int.max, count: count + 1)
    var from = [Int](repeating: 0, count: count + 1)
    best[0] = 0
    let isLong = count >= 14
    for end in 1...count {
      for begin in max(0, end - 14)..<end where end - begin > 1 || letters[start + begin] == UInt8(ascii: "i") {
        let before = best[begin] < Int.max ? best[begin] : isLong && begin <= 10 ? begin * 2 : Int.max
        guard before < Int.max,
          isWord(letters[(start + begin)..<(start + end)], isLong: count >= leastForContractions, forms)
        else { continue }
        // Of two ways, the one whose last word is shorter: "wanna die", not "wan nadie".
        if before + 1 <= best[end] {
          best[end] = before + 1
          from[end] = begin
        }
      }
    }
    var end = count
    if best[end] == Int.max, isLong { end = (max(9, count - 10)..<count).last { best[$0] < Int.max } ?? count }
    guard best[end] < Int.max else { return nil }
    var parts: [Range<Int>] = end < count ? [(start + end)..<(start + count)] : []
    while end > 0, best[end] > 0, best[end] < Int.max {
      parts.append((start + from[end])..<(start + end))
      end = from[end]
    }
    if end > 0 { parts.append(start..<(start + end)) }
    return parts.reversed()
  }
}
