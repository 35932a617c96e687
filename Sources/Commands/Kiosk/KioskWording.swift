// The language that a visit is held in: the operator's, until the person asks for another.

import Terminal

/// The kiosk's sentences; one for all that speaks during a visit.
package final class KioskWording {
  package private(set) var sentences: Sentences

  package init(_ language: InterfaceLanguage) {
    sentences = Sentences(language)
  }

  /// Takes the language that `line` asks for; false where it asks for none. Capitals and accents do not matter.
  package func take(languageNamedBy line: String) -> Bool {
    guard let language = Self.language(namedBy: line), language != sentences.language else { return false }
    sentences = Sentences(language)
    return true
  }

  private static func language(namedBy line: String) -> InterfaceLanguage? {
    let words = line.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else { return nil }
    switch words[0].drop(while: { $0 == ":" }) {
    case "english", "inglés", "ingles": return .english
    case "español", "espanol", "spanish": return .spanish
    default: return nil
    }
  }

  /// `Still there? This screen clears in 20 seconds. Press Enter to stay.`
  package func stillThere(seconds: Int) -> String {
    seconds == 1 ? sentences[.stillThereOneSecond] : sentences[.stillThere, [.seconds: String(seconds)]]
  }
}
