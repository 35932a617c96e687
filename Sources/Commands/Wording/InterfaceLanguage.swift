// The languages that the program itself speaks. The articles' words are never translated.

import Documents

/// A language of the program's own sentences, by its ISO 639-1 code: `kiosk_language` of `verbatim.yaml`, `chat --language`.
package enum InterfaceLanguage: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case spanish = "es"

  /// The language that the operator chose: `kiosk_language`.
  package init(_ settings: Settings) {
    self = InterfaceLanguage(rawValue: settings.kioskLanguage) ?? .english
  }

  /// The template of `sentence`: a `{name}` in it is a placeholder, a `Sentence.Placeholder`.
  package func template(of sentence: Sentence) -> String {
    switch self {
    case .english: EnglishSentences.template(of: sentence)
    case .spanish: SpanishSentences.template(of: sentence)
    }
  }
}
