// Whether a question is written in another language than the articles: it is then answered by a fixed sentence.
// It errs on the side of the articles' language: a wrong guess would turn a good question away.

/// Recognises questions in other languages by their function words.
struct LanguageGuess: Sendable {
  private let own: StopList
  private let others: [Set<[UInt8]>]
  private let isSpanishForeign: Bool

  /// - Parameter language: the articles'.
  init(language: String) {
    own = StopList(language: language)
    others = FunctionWords.languages.filter { $0 != language }.map(FunctionWords.signs)
    isSpanishForeign = language != "es"
  }

  /// Whether `words`, folded, of `text` are another language: two signs of one language or more, and more than there
  /// are of the articles' own. A sign is a distinct function word, or one of `¿`, `¡`, `ñ` for Spanish.
  func isOther(_ words: [[UInt8]], text: String) -> Bool {
    let distinct = Set(words)
    let ownCount = distinct.count(where: own.contains)
    let marks = isSpanishForeign && !others.isEmpty ? spanishMarks(in: text) : 0
    for (index, list) in others.enumerated() {
      let signs = distinct.count { list.contains($0) && !own.contains($0) } + (index == 0 ? marks : 0)
      if signs >= 2, signs > ownCount { return true }
    }
    return false
  }

  private func spanishMarks(in text: String) -> Int {
    var marks = 0
    if text.unicodeScalars.contains(where: { $0 == "¿" || $0 == "¡" }) { marks += 2 }
    if text.unicodeScalars.contains(where: { $0 == "ñ" || $0 == "Ñ" }) { marks += 1 }
    return marks
  }
}
