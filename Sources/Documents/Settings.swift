// What the operator decides about a corpus, in `verbatim.yaml`; compiled into the index.

import PhrasePatterns

/// The operator's decisions. The defaults are those of a corpus without a `verbatim.yaml`.
package struct Settings: Hashable, Sendable {
  /// Heads the welcome screen.
  package var title: String?
  /// Words implied in every question, at low weight.
  package var topic: [String] = []
  /// The articles' language, as a Snowball stemmer's ISO 639-1 code.
  package var language = "en"
  /// The language of the program's own sentences in the kiosk: `en` or `es`.
  package var kioskLanguage = "en"
  package var welcome: String?
  /// Who to ask where the articles do not answer.
  package var contact: String?
  package var crisis: Crisis?
  /// What is said instead to who reads Spanish.
  package var spanish = Texts()
  package var layWords: [LayWord] = []
  package var cues: [Cue] = []
  /// Regular-expression-free line patterns to drop: a literal, `^` and `$` anchoring it.
  package var boilerplate: [String] = []
  package var ranking = Ranking()

  package init() {}

  /// The operator's own texts in another language than that of `title`, `welcome`, `contact` and the crisis card; `nil` for one that
  /// is shown as it is.
  package struct Texts: Hashable, Sendable {
    package var title: String?
    package var welcome: String?
    package var contact: String?
    package var card: String?

    package init() {}
  }

  /// These settings with the operator's texts in the language with this ISO 639-1 code, as far as there are any.
  package func spoken(in code: String) -> Settings {
    guard code == "es" else { return self }
    var settings = self
    settings.title = spanish.title ?? title
    settings.welcome = spanish.welcome ?? welcome
    settings.contact = spanish.contact ?? contact
    if let card = spanish.card { settings.crisis?.card = card }
    return settings
  }

  /// The card shown to somebody in danger, and the words that call it up.
  package struct Crisis: Hashable, Sendable {
    package var card: String
    /// Name and date of the clinician who approved the card.
    package var reviewed: String?
    /// The words that call it up, compiled; a list for each `List`, in their order.
    package var patterns = PatternProgram()

    package init(card: String) {
      self.card = card
    }

    /// What the operator's patterns are for.
    package enum List: Int, CaseIterable, Sendable {
      /// What somebody in danger writes: the card is shown, alone.
      case phrases
      /// Questions about the subject: one line above the passages.
      case about
      /// What somebody in despair writes: one line where there is no answer to show.
      case despair
      /// Idioms that only look like the others.
      case not
    }
  }

  /// What people say, and the words the articles use for it, or the one word that it means.
  package struct LayWord: Hashable, Sendable {
    package var say: [String]
    /// Searched besides; empty where `means` is given.
    package var search: [String]
    /// Read instead, whether articles have it or not: "a drink" means alcohol, not what is said of drinking water.
    package var means: String?
    package var because: String?

    package init(say: [String], search: [String] = [], means: String? = nil, because: String? = nil) {
      self.say = say
      self.search = search
      self.means = means
      self.because = because
    }
  }

  /// A form of question, and the words that an answer to it tends to hold.
  package struct Cue: Hashable, Sendable {
    package enum Evidence: String, CaseIterable, Hashable, Sendable {
      case duration, amount, number, person
    }

    package var ask: [String]
    package var prefer: [String]
    package var evidence: Evidence?

    package init(ask: [String], prefer: [String], evidence: Evidence? = nil) {
      self.ask = ask
      self.prefer = prefer
      self.evidence = evidence
    }
  }

  /// BM25F's parameters; all are applied at query time.
  package struct Ranking: Hashable, Sendable {
    /// Term-frequency saturation, > 0.
    package var k1: Float = 1.2
    /// Length normalisation, 0 to 1.
    package var b: Float = 0.75
    /// Field weights, >= 0.
    package var title: Float = 0.5
    package var heading: Float = 1
    package var body: Float = 1

    package init() {}
  }
}
