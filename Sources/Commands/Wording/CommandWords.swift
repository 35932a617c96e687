// What the prompt's commands are called in each language. Staff's commands have one name in all.

extension InterfaceLanguage {
  /// What everyone's commands are called, by their English names. English needs no table.
  private static let spanishWords = [
    ("help", "ayuda"), ("more", "más"), ("back", "atrás"), ("open", "abrir"), ("sources", "fuentes"),
    ("topics", "temas"), ("new", "nuevo"), ("done", "salir"),
  ]
  /// What else people type for them.
  private static let spanishSynonyms = [
    ("done", "adiós"), ("done", "terminar"), ("done", "fin"), ("more", "siguiente"), ("back", "anterior"),
  ]

  /// The word to type for the command whose English name is `name`.
  package func word(for name: String) -> String {
    switch self {
    case .english: name
    case .spanish: Self.spanishWords.first { $0.0 == name }?.1 ?? name
    }
  }

  /// The English name of the command that `word`, typed in this language, stands for; `nil` where it is none of this language's
  /// own words. `word` is in lower case; its accents may be missing.
  package func commandName(of word: String) -> String? {
    switch self {
    case .english: nil
    case .spanish:
      (Self.spanishWords + Self.spanishSynonyms).first { $0.1 == word || $0.1.withoutSpanishAccents == word }?.0
    }
  }
}

extension String {
  fileprivate var withoutSpanishAccents: String {
    let plain: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ñ": "n"]
    return String(map { plain[$0] ?? $0 })
  }
}
