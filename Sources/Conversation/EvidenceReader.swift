// Whether a sentence holds a duration, an amount, a number, or names people. English words; digits in any language.

import Questions
import TextAnalysis

/// Tells whether words hold the kind of fact that a form of question asks for.
enum EvidenceReader {
  private static let durations = WordList(
    """
    second seconds minute minutes hour hours day days week weeks month months year years immediately \
    immediate overnight
    """)
  private static let amounts = WordList(
    """
    dollar dollars euro euros pound pounds cent cents usd eur price cost costs mg milligram milligrams ml \
    gram grams
    """)
  private static let numbers = WordList(
    """
    one two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred thousand \
    percent half once twice daily weekly monthly every
    """)
  private static let people = WordList(
    """
    people person patients patient adults adult children women men doctor doctors nurse staff candidates \
    candidate anyone those who
    """)

  /// Whether `words`, which stand in `text`, hold one of the kinds of `evidence`.
  static func holds(
    _ text: String, _ words: ArraySlice<PassageWords.Word>, oneOf evidence: [ReadQuestion.Evidence]
  ) -> Bool {
    let forms = words.map { word in
      let start = text.utf8.index(text.startIndex, offsetBy: word.source.lowerBound)
      return String(text[start..<text.utf8.index(start, offsetBy: word.source.count)]).lowercased()
    }
    let hasDigit = forms.contains { $0.utf8.contains { 0x30...0x39 ~= $0 } }
    return evidence.contains { kind in
      switch kind {
      case .duration: forms.contains(where: durations.contains)
      case .amount: hasDigit && forms.contains(where: amounts.contains) || forms.contains(where: { $0.hasPrefix("$") })
      case .number: hasDigit || forms.contains(where: numbers.contains)
      case .person: forms.contains(where: people.contains)
      }
    }
  }
}
