// The catalogue of the program's own sentences: whole in every language.

import Commands
import Conversation
import Documents
import Questions
import Terminal
import Testing

@Suite struct CatalogueTests {
  /// The names between braces, sorted.
  private static func placeholders(of template: String) -> [String] {
    template.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }.sorted()
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `every sentence is there, clean, on one line`(language: InterfaceLanguage) {
    for sentence in Sentence.allCases {
      let template = language.template(of: sentence)
      #expect(!template.isEmpty && Sanitizer.isClean(template), "\(sentence)")
      #expect(!template.contains("\n") && !template.contains("\t"), "\(sentence)")
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `every language leaves the same places open as English`(language: InterfaceLanguage) {
    let known = Set(Sentence.Placeholder.allCases.map(\.rawValue))
    for sentence in Sentence.allCases {
      let names = Self.placeholders(of: language.template(of: sentence))
      #expect(names == Self.placeholders(of: InterfaceLanguage.english.template(of: sentence)), "\(sentence)")
      #expect(known.isSuperset(of: names), "\(sentence)")
      #expect(Set(names).count == names.count, "\(sentence) names a place twice")
    }
  }

  @Test func `every placeholder is used`() {
    let used = Set(Sentence.allCases.flatMap { Self.placeholders(of: InterfaceLanguage.english.template(of: $0)) })
    #expect(used == Set(Sentence.Placeholder.allCases.map(\.rawValue)))
  }

  @Test func `a sentence longer than a word is said otherwise in another language`() {
    for sentence in Sentence.allCases {
      let (english, spanish) = (
        InterfaceLanguage.english.template(of: sentence), InterfaceLanguage.spanish.template(of: sentence)
      )
      #expect(english != spanish || english.isEmpty, "\(sentence)")
    }
  }

  @Test func `what stands in a place is left as it is, braces and all`() {
    let sentence = Sentences.english[.corrected, [.word: "{typed}", .typed: "{word}"]]
    #expect(sentence == "Showing results for {typed}: no article has {word}.")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `no place is left open where sentences are made`(language: InterfaceLanguage) {
    let sentences = Sentences(language)
    let help = PromptHelp(sentences)
    var made: [String] = []
    for count in [0, 1, 2, 3, 12, 1347] {
      made += [
        sentences.noArticleMentions(["a", "b", "c"], articleCount: count), sentences.articles(count),
        sentences.passages(count), sentences.sameWords(inOtherArticles: max(1, count), at: ["a.md:1#000000"]),
        sentences.sameWords(inOtherArticles: max(1, count), at: []), sentences.shownOf(1, count),
        sentences.listed(1, of: count, from: 1, of: count),
      ]
    }
    for mention in [
      ArticleComparison.Mention(word: "saw", articleCount: 0, having: [], lacking: []),
      .init(word: "saw", articleCount: 1, having: [Sample.article("a.md", title: nil)], lacking: []),
      .init(word: "saw", articleCount: 2, having: [], lacking: [Sample.article("a.md", title: nil)]),
      .init(
        word: "saw", articleCount: 2, having: [],
        lacking: [Sample.article("a.md", title: nil), Sample.article("b.md", title: nil)]),
    ] {
      for count in 1...4 where count >= mention.articleCount {
        made.append(sentences.mention(mention, articleCount: count))
      }
    }
    made += [
      .shortened(toCharacters: 2000), .focused(on: "a"), .phraseNotFound("a"), .sourceNotFound("a"),
      .sourceHasNoAnswer("a"),
      .smallTalk, .reply, .puzzled, .wantsPerson,
    ].map(sentences.notice)
    made += LedgerEntry.Action.allCases.map(sentences.action)
    made += [
      sentences.from(article: "a", section: nil), sentences.from(article: "a", section: "b"), sentences.carried(["a"]),
      sentences.followingOn(from: "a"), sentences.corrected(Correction(from: "a", to: "b")),
      sentences.corrected(Correction(from: "a", to: "b", reason: .misplaced)),
      sentences.corrected(Correction(from: "a", to: "b", reason: .meant)), sentences.named(LineRange(1, 1)),
      sentences.named(LineRange(1, 2)), help.noPassage(7, of: 3), help.unknown("x", suggestion: nil),
      help.unknown("hlep", suggestion: "help"),
      help.status(articleCount: 1, passageCount: 2, modificationTime: 0),
    ]
    made += PromptCommand.names.map(help.wrongArgument)
    made += help.commands.map(\.does) + help.lines(columns: 76) + help.beginnings.map(\.does)
    made += [help.invitation(articleCount: 4), help.noTopic(7, of: 3)]
    for sentence in made { #expect(!sentence.contains("{") && !sentence.contains("}"), "\(sentence)") }
  }

  @Test func `the operator's choice is the language, and English stands behind it`() {
    var settings = Settings()
    #expect(InterfaceLanguage(settings) == .english)
    settings.kioskLanguage = "es"
    #expect(InterfaceLanguage(settings) == .spanish)
    settings.kioskLanguage = "xx"
    #expect(InterfaceLanguage(settings) == .english)
  }

  @Test(arguments: [
    ("ayuda", PromptCommand.help), ("Más", .more), ("mas", .more), ("atras", .back), ("abrir 2", .open(2)),
    (":abrir 2", .open(2)), ("temas", .topics), ("salir", .done), ("adios", .done), ("help", .help),
    (":why 2", .why(2)),
  ])
  func `in Spanish, commands have Spanish names besides`(line: String, command: PromptCommand) {
    #expect(PromptLine(line, language: .spanish) == .command(command))
  }

  @Test func `a Spanish name is a question in English, and no command within a question`() {
    #expect(PromptLine("ayuda") == .question("ayuda"))
    #expect(PromptLine("más sobre el dolor", language: .spanish) == .question("más sobre el dolor"))
  }

  @Test func `every Spanish name of a command differs, and is named in the help`() {
    let names = PromptCommand.plainNames.map { InterfaceLanguage.spanish.word(for: $0) }
    #expect(Set(names).count == names.count)
    let typed = PromptHelp(Sentences(.spanish)).commands.map { String($0.typed.prefix { $0 != " " }) }
    #expect(Set(names).isSubset(of: typed))
    for (name, english) in zip(names, PromptCommand.plainNames) {
      #expect(InterfaceLanguage.spanish.commandName(of: name) == english)
    }
  }
}
