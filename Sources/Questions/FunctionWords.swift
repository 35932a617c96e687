// Function words of languages other than English, and a few words patients of a clinic ask with.
// Enough to recognise a language, not to read it. All are folded; words that are English too are left out.

import TextAnalysis

/// The most frequent words of some languages.
enum FunctionWords {
  /// The languages there are words for, in the order they are tried.
  static let languages = ["es", "pt", "fr", "it", "de"]

  /// The function words of `language`, folded; empty for a language that is not in `languages`.
  static func of(_ language: String) -> Set<[UInt8]> {
    Set(functionWords(of: language)?.words ?? [])
  }

  /// Whether `word`, folded, is a function word of `language`, or a word that patients ask with in it.
  static func isSign(_ word: [UInt8], of language: String) -> Bool {
    functionWords(of: language)?.contains(word) == true || clinicWords(of: language)?.contains(word) == true
  }

  /// Whether `word` is a function word of `language` and of English: it speaks for neither.
  static func isShared(_ word: [UInt8], of language: String) -> Bool {
    shared.first { $0.language == language }?.words.contains(word) == true
  }

  private static let shared: [(language: String, words: WordList)] = [
    ("es", WordList("me no a he has son tan")), ("pt", WordList("me no a as do")), ("fr", WordList("me a on as")),
    ("it", WordList("me no a i")), ("de", WordList("in so an am was will")),
  ]

  private static func functionWords(of language: String) -> WordList? {
    functionWords.first { $0.language == language }?.words
  }

  private static func clinicWords(of language: String) -> WordList? {
    clinicWords.first { $0.language == language }?.words
  }

  private static let functionWords: [(language: String, words: WordList)] = [
    (
      "es",
      WordList(
        """
        el la los las una unos unas del que y para por con es son esta estan estar ser como cuando cuanto cuanta cuantos \
        cuantas cual cuales donde quien porque puedo puede pueden tengo tiene tienen mi mis su sus lo le pero muy mas este \
        esto eso sobre hay si soy eres algo alguien usted estoy estas estamos fue era hace nada todo todos nunca siempre \
        tambien entonces aqui alli cada otra otro despues antes hoy ahora ni sin ella ellos nosotros
        """)
    ),
    (
      "pt",
      WordList(
        """
        os as uma umas uns que para por com nao sao esta ser como quando quanto quanta qual onde quem porque posso pode \
        tenho tem meu minha seu sua mas muito mais este isto isso sobre se eu voce
        """)
    ),
    (
      "fr",
      WordList(
        """
        le les une est sont que qui dans pour avec sur pas je vous nous il elle ils mon ma mes son sa ses ce cette ces \
        comment quel quelle quels quelles combien quand pourquoi puis peut peux suis ai avoir etre fait faire plus tres \
        mais ou du au aux et
        """)
    ),
    (
      "it",
      WordList(
        """
        il gli una che per con non sono essere come quando quanto quanta quale dove chi perche posso puo ho ha mio mia suo \
        sua ma molto piu questo questa questi su io lei
        """)
    ),
    (
      "de",
      WordList(
        """
        der das und ist nicht ein eine einen wie ich mit fur auf dem den von zu bei kann konnen sind sein wird wer wann \
        warum wo welche welcher wieviel viel mein meine ihr ihre sie er es wir oder aber auch noch nach uber
        """)
    ),
  ]

  private static let clinicWords: [(language: String, words: WordList)] = [
    (
      "es",
      WordList(
        """
        quiero necesito debo hacer efectos secundarios tratamiento depresion ansiedad ayuda cuesta dolor embarazo \
        embarazada seguro medicina medicamento tiempo dura funciona sirve duele peligroso peligrosa riesgos precio cita \
        muchas gracias hola siento vida entiendo entender ayudame ayudeme ayudar medico doctora enfermera pastillas \
        inyeccion pagar cura curar tristeza triste deprimido deprimida miedo duelen cabeza mareo mareos alergia alergico \
        alergica beber comer tomar tomo dormir manejar conducir casa trabajo manana noche semana semanas meses veces primera \
        terapia sesion sesiones ketamina paciente pacientes peligro riesgo buenos buenas dias tardes noches adios favor \
        disculpe perdon hablo habla espanol ingles hijo hija esposo esposa efecto cuestan puedes podemos quiere quisiera \
        gustaria saber decir dime llamo nombre funcionan
        """)
    ),
    (
      "pt",
      WordList(
        """
        quero preciso efeitos colaterais tratamento depressao ansiedade ajuda custa dor gravidez seguro remedio tempo dura \
        funciona obrigado obrigada ola
        """)
    ),
    (
      "fr",
      WordList(
        """
        effets secondaires traitement anxiete aide coute douleur grossesse enceinte medicament temps marche \
        dangereux prix merci bonjour
        """)
    ),
    (
      "it",
      WordList(
        """
        voglio devo effetti collaterali trattamento depressione ansia aiuto costa dolore gravidanza sicuro medicina tempo \
        dura funziona grazie ciao
        """)
    ),
    (
      "de",
      WordList(
        """
        nebenwirkungen behandlung angst hilfe kostet schmerzen schwanger schwangerschaft sicher medikament lange wirkt \
        danke hallo
        """)
    ),
  ]
}
