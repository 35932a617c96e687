// Runs the patterns over a text. What a find means is its caller's affair.

/// Finds compiled patterns in texts, however badly they are typed.
///
/// A pattern runs over all places of a stretch of 63 words at once, a bit a place, as Parabix runs regular expressions over
/// characters (Cameron et al., "Bitwise data parallel regular expression matching", PACT 2014): a word is an AND with the words of its
/// class and a shift, a gap an OR of shifts. Most patterns end at their first word.
package struct PatternMatcher {
  private let program: PatternProgram
  private let forms: WordForms

  /// O(letters of the program).
  ///
  /// - Parameter isKnown: whether letters are a word of the language; then they are not taken for an error.
  package init(_ program: PatternProgram, isKnown: @escaping (ArraySlice<UInt8>) -> Bool) {
    self.program = program
    forms = WordForms(program, isKnown: isKnown)
  }

  /// A text, read for any number of lists.
  package struct Reading {
    fileprivate let plain: Stretch
    /// The text with its spaces elsewhere, where that makes words of the program.
    fileprivate let respaced: (stretch: Stretch, origins: [Range<Int>])?

    /// How many words the text has.
    package var wordCount: Int { plain.text.folded.words.count }

    /// The letters of a word, folded.
    package func word(_ index: Int) -> ArraySlice<UInt8> { plain.text.folded.word(index) }
  }

  /// A text, and the window over it where one holds it whole.
  fileprivate struct Stretch {
    let text: ReadText
    let window: TextWindow?

    init(_ text: ReadText, _ program: PatternProgram) {
      self.text = text
      let count = text.folded.words.count
      guard count <= TextWindow.mostWords else {
        window = nil
        return
      }
      var window = TextWindow(classCount: program.classCount)
      window.move(to: 0..<count, of: text, program)
      self.window = window
    }
  }

  /// Reads `text`; O(bytes × words of the program).
  package func read(_ text: String) -> Reading {
    let read = ReadText(FoldedText(text), forms: forms)
    let plain = Stretch(read, program)
    let other = RunTogetherWords(read.folded, forms: forms, isWord: read.isWord)
    guard other.isOther else { return Reading(plain: plain, respaced: nil) }
    return Reading(plain: plain, respaced: (Stretch(ReadText(other.text, forms: forms), program), other.origins))
  }

  /// Where a pattern of list `number` stands: ranges of words, in no order. O(words × units of the list).
  ///
  /// - Parameter isLongest: of matches with one beginning the longest, else the shortest.
  package func matches(ofList number: Int, in reading: Reading, isLongest: Bool) -> [Range<Int>] {
    guard program.lists.indices.contains(number), !program.lists[number].isEmpty else { return [] }
    var found = matches(program.lists[number], in: reading.plain, isLongest)
    guard let (stretch, origins) = reading.respaced else { return found }
    for match in matches(program.lists[number], in: stretch, isLongest) {
      let words = stretch.text.folded.words
      let letterCount = words[match.upperBound - 1].upperBound - words[match.lowerBound].lowerBound
      guard letterCount >= Self.leastLetters else { continue }
      found.append(origins[match.lowerBound].lowerBound..<origins[match.upperBound - 1].upperBound)
    }
    return found
  }

  /// With spaces elsewhere than typed, only what has so many letters is believed.
  private static let leastLetters = 9

  private func matches(_ list: [UInt16], in stretch: Stretch, _ isLongest: Bool) -> [Range<Int>] {
    let count = stretch.text.folded.words.count
    if let window = stretch.window { return matches(list, from: window.words, in: window, startingAt: 0, isLongest) }
    var found: [Range<Int>] = []
    var window = TextWindow(classCount: program.classCount)
    var start = 0
    while true {
      let range = start..<min(count, start + TextWindow.mostWords)
      window.move(to: range, of: stretch.text, program)
      let isLast = range.upperBound == count
      let starts = isLast ? window.words : (1 << UInt64(TextWindow.step)) - 1
      found += matches(list, from: starts, in: window, startingAt: start, isLongest)
      if isLast { return found }
      start += TextWindow.step
    }
  }

  /// All places at once; those of a pattern that is found, one by one.
  private func matches(
    _ list: [UInt16], from starts: UInt64, in window: TextWindow, startingAt first: Int, _ isLongest: Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for pattern in list where window.advance(starts, over: program, at: Int(pattern), isExact: false) != 0 {
      var rest = starts
      while rest != 0 {
        let start = rest.trailingZeroBitCount
        rest &= rest - 1
        let ends = window.advance(1 << UInt64(start), over: program, at: Int(pattern), isExact: true)
        guard ends != 0 else { continue }
        let end = isLongest ? 63 - ends.leadingZeroBitCount : ends.trailingZeroBitCount
        if end > start { found.append((first + start)..<(first + end)) }
      }
    }
    return found
  }
}
