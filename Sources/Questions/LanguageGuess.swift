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
  /// are of the articles' own; or nothing but signs that are no English words ("hola", "me duele"). A sign is a distinct function
  /// word, a word patients ask with, or one of `¿`, `¡`, `ñ` for Spanish.
  func isOther(_ words: [[UInt8]], text: String) -> Bool {
    let marks = language == "es" ? 0 : spanishMarks(in: text)
    let distinct = words.indices.filter { !words[..<$0].contains(words[$0]) }.map { words[$0] }
    let strange = distinct.filter { !own.contains($0) }
    // A question of English words is English.
    guard !strange.isEmpty, marks > 0 || language != "en" || !strange.allSatisfy(EnglishWords.contains) else {
      return false
    }
    return FunctionWords.languages.contains { other in
      guard other != language else { return false }
      let ownCount = distinct.count { own.contains($0) && !FunctionWords.isShared($0, of: other) }
      let found = strange.filter { FunctionWords.isSign($0, of: other) }
      let signs = found.count + (other == "es" ? marks : 0)
      if signs >= 2, signs > ownCount { return true }
      return ownCount == 0 && found.count == strange.count && found.allSatisfy(isTelling)
    }
  }

  /// Whether `word` alone tells its language.
  private func isTelling(_ word: [UInt8]) -> Bool {
    word.count >= Self.leastTellingLetters && !(language == "en" && EnglishWords.contains(word))
  }

  private static let leastTellingLetters = 4

  private func spanishMarks(in text: String) -> Int {
    var marks = 0
    if text.unicodeScalars.contains(where: { $0 == "¿" || $0 == "¡" }) { marks += 2 }
    if text.unicodeScalars.contains(where: { $0 == "ñ" || $0 == "Ñ" }) { marks += 1 }
    return marks
  }
}
