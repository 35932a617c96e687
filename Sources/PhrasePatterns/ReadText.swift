// A text whose words have been looked up among those of the patterns.

import TextAnalysis

/// Folded words, and what each may stand for.
struct ReadText {
  /// What a word of the text may stand for.
  struct Reading {
    /// Words of the program.
    let numbers: [Int]
    /// A word of the program or of the language, as it stands.
    let isOrdinary: Bool
    let isFiller: Bool
    let joinsClauses: Bool
  }

  let folded: FoldedText
  private(set) var readings: [Reading] = []
  /// By word of the text, its place in `readings`.
  private(set) var reading: [Int] = []

  /// Words that only add force, and may stand between those of a pattern.
  private static let fillers = WordList(
    """
    just really so badly fucking fuckin fkn freaking bloody actually literally simply honestly even fully please damn \
    goddamn totally completely kinda genuinely truly still like lowkey
    """)

  /// Words that begin a clause where nobody puts a comma.
  private static let joints = WordList(
    """
    and but so because or then pls please help though lol tbh anyway cause since if honestly ok okay hi hello hey sorry y \
    pero porque que
    """)

  /// Looks up each word; a long text's words once each. O(words × words of the program).
  init(_ folded: FoldedText, forms: WordForms) {
    self.folded = folded
    // In an ordinary question hardly a word comes twice, and the table would cost more than it saves.
    let isLong = folded.words.count > 100
    var known: [ArraySlice<UInt8>: Int] = [:]
    reading.reserveCapacity(folded.words.count)
    for index in folded.words.indices {
      let word = folded.word(index)
      if isLong, let number = known[word] {
        reading.append(number)
        continue
      }
      if isLong { known[word] = readings.count }
      reading.append(readings.count)
      let (numbers, isOrdinary) = forms.numbers(word)
      readings.append(
        Reading(
          numbers: numbers, isOrdinary: isOrdinary, isFiller: Self.fillers.contains(word),
          joinsClauses: Self.joints.contains(word)))
    }
  }

  /// The word is a word of the program, perhaps with an error, or one of the language.
  func isWord(_ index: Int) -> Bool {
    readings[reading[index]].isOrdinary || !readings[reading[index]].numbers.isEmpty
  }
}
