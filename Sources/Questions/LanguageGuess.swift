// Whether a question is written in another language than the articles: it is then answered by a fixed sentence.
// It errs on the side of the articles' language: a wrong guess would turn a good question away.

/// Recognises questions in other languages by their function words.
struct LanguageGuess: Sendable {
  private let language: String
  private let own: StopList

  /// - Parameters:
  ///   - language: the articles'.
  ///   - own: its function words.
  init(language: String, own: StopList) {
    self.language = language
    self.own = own
  }

  /// Whether `words`, folded, of `text` are another language: two signs of one language or more, and more than there
  /// are of the articles' own. A sign is a distinct function word, or one of `¿`, `¡`, `ñ` for Spanish.
  func isOther(_ words: [[UInt8]], text: String) -> Bool {
    let marks = language == "es" ? 0 : spanishMarks(in: text)
    let distinct = words.indices.filter { !words[..<$0].contains(words[$0]) }.map { words[$0] }
    let strange = distinct.filter { !own.contains($0) }
    let ownCount = distinct.count - strange.count
    // A question of English words is English.
    guard strange.count + marks >= 2, strange.count + marks > ownCount else { return false }
    guard marks > 0 || language != "en" || !strange.allSatisfy(EnglishWords.contains) else { return false }
    return FunctionWords.languages.contains { other in
      guard other != language else { return false }
      let signs = strange.count { FunctionWords.isSign($0, of: other) } + (other == "es" ? marks : 0)
      return signs >= 2 && signs > ownCount
    }
  }

  private func spanishMarks(in text: String) -> Int {
    var marks = 0
    if text.unicodeScalars.contains(where: { $0 == "¿" || $0 == "¡" }) { marks += 2 }
    if text.unicodeScalars.contains(where: { $0 == "ñ" || $0 == "Ñ" }) { marks += 1 }
    return marks
  }
}
