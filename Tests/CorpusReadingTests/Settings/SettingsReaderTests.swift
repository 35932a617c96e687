import Documents
import Glibc
import PhrasePatterns
import Testing

@testable import CorpusReading

/// What `verbatim.yaml` may say, and which line is named where it says something else.
@Suite struct SettingsReaderTests {
  private func read(_ yaml: String) throws -> Settings {
    try SettingsReader.settings(Array(yaml.utf8), path: "verbatim.yaml")
  }

  @Test func `every key is read`() throws {
    let settings = try read(
      """
      title: "Mills: questions"
      topic: [mill, wheel]
      language: de
      kiosk_language: es
      welcome: |
        Come in.
        Sit down.
      contact: Ask us.
      crisis:
        card: Stay here.
        reviewed: by Ann
        words:
          me: [me, "my (son|daughter)"]
        phrases: ["help <me>"]
        about: [being lost]
        despair: [too tired]
        not: [lost keys]
      lay_words:
        - say: [spinner]
          search: [wheel]
          because: children say so
        - say: [a wheelie]
          means: trick
      cues:
        - ask: [how fast]
          prefer: [hours]
          evidence: duration
        - ask: [who]
          evidence: person
      boilerplate: ["^Next$"]
      ranking: {k1: 2, b: 0.5, title: 0, heading: 3, body: 1.5}
      """)
    #expect(settings.title == "Mills: questions")
    #expect(settings.topic == ["mill", "wheel"])
    #expect(settings.language == "de")
    #expect(settings.kioskLanguage == "es")
    #expect(settings.welcome == "Come in.\nSit down.\n")
    #expect(settings.contact == "Ask us.")
    var crisis = Settings.Crisis(card: "Stay here.")
    crisis.reviewed = "by Ann"
    var compiler = PatternCompiler()
    try compiler.define("me", ["me", "my (son|daughter)"])
    for pattern in ["help <me>", "being lost", "too tired", "lost keys"] {
      compiler.beginList()
      try compiler.add(pattern)
    }
    crisis.patterns = try compiler.program()
    #expect(settings.crisis == crisis)
    #expect(
      settings.layWords == [
        .init(say: ["spinner"], search: ["wheel"], because: "children say so"),
        .init(say: ["a wheelie"], means: "trick"),
      ])
    #expect(
      settings.cues == [
        .init(ask: ["how fast"], prefer: ["hours"], evidence: .duration),
        .init(ask: ["who"], prefer: [], evidence: .person),
      ])
    #expect(settings.boilerplate == ["^Next$"])
    #expect(settings.ranking.k1 == 2 && settings.ranking.b == 0.5 && settings.ranking.title == 0)
    #expect(settings.ranking.heading == 3 && settings.ranking.body == 1.5)
  }

  @Test(arguments: ["", "# nothing\n", "title:\ntopic: ~\n"])
  func `what is left out or empty has its default`(yaml: String) throws {
    #expect(try read(yaml) == Settings())
  }

  @Test(arguments: [
    ("title: a\ncolour: red", 2, "unknown key colour in the settings"),
    ("title: [a]", 1, "title must be a text"), ("title: \"  \"", 1, "title may not be blank"),
    ("topic: mill", 1, "topic must be a list"), ("topic:\n  - a\n  - {b: c}", 3, "topic must be a text"),
    ("language: xx", 1, "language xx has no stemmer"), ("\nkiosk_language: de", 2, "kiosk_language must be en or es"),
    ("crisis:\n  phrases: [a]", 2, "crisis needs a card"), ("crisis: card", 1, "crisis must be keys and values"),
    ("crisis:\n  card: a\n  colour: b", 3, "unknown key colour in crisis"),
    ("crisis:\n  card: a\n  words: b", 3, "crisis: words must be names, each with a list of wordings"),
    ("crisis:\n  card: a\n  words:\n    b: [c, (]", 4, "crisis: \"(\" has nothing between two marks"),
    (
      "crisis:\n  card: a\n  phrases:\n    - a\n    - a|b", 5,
      "crisis: \"a|b\" has a | outside of brackets; write (one|two words|three)"
    ),
    ("lay_words:\n  - say: [a]\n    means: b c", 3, "means must be one word"),
    ("lay_words:\n  - say: [a]\n    search: [b]\n    means: c", 2, "a lay word takes search or means, not both"),
    ("lay_words:\n  - say: [a]", 2, "search must name at least one word"),
    ("lay_words:\n  - say: []\n    search: [a]", 2, "say must name at least one word"),
    ("cues:\n  - ask: [a]\n    evidence: weight", 3, "evidence must be one of duration, amount, number, person"),
    ("cues:\n  - ask: [a]", 2, "a cue needs prefer or evidence"),
    ("boilerplate: [a, ^$]", 1, "boilerplate ^$ would match every line"),
    ("ranking:\n  k1: 0", 2, "k1 must be from 0.01 to 100.0"), ("ranking:\n  b: 2", 2, "b must be from 0.0 to 1.0"),
    ("ranking:\n  k1: \"1\"", 2, "k1 must be a number"), ("ranking:\n  k1: nan", 2, "k1 must be a number"),
    ("ranking: {title: 0, heading: 0, body: 0}", 1, "ranking may not weigh every field with 0"),
    ("title: a\ntitle: b", 2, "title occurs a second time"), ("- a", 1, "the settings must be keys and values"),
    ("title: &a b\ncontact: *a", 2, "aliases are not allowed"), ("title: a\n---\ntitle: b", 2, "a second document"),
  ])
  func `what is not allowed is an error with its line`(yaml: String, line: Int, problem: String) {
    #expect(throws: CorpusError.settingsWrong(path: "verbatim.yaml", line: line, problem: problem)) { try read(yaml) }
  }

  @Test(arguments: ["title: [", "title: \"a", "a: b: c", "\tx", "title: \u{1}", "title: a\n b: c"])
  func `what is not YAML is an error`(yaml: String) {
    #expect(throws: CorpusError.self) { try read(yaml) }
  }

  @Test func `depth and size have bounds`() {
    #expect(throws: CorpusError.settingsWrong(path: "verbatim.yaml", line: 1, problem: "nested deeper than 16")) {
      try read("topic: " + String(repeating: "[", count: 100_000))
    }
    #expect(throws: CorpusError.settingsWrong(path: "verbatim.yaml", line: 1, problem: "larger than 1 MiB")) {
      try read(String(repeating: "# x\n", count: 300_000))
    }
  }

  @Test func `a missing file is the defaults, or an error where it was asked for`() throws {
    #expect(try SettingsReader.read(path: "/nowhere/verbatim.yaml", isRequired: false) == Settings())
    #expect(throws: CorpusError.settingsUnreadable(path: "/nowhere/verbatim.yaml", errno: ENOENT)) {
      try SettingsReader.read(path: "/nowhere/verbatim.yaml", isRequired: true)
    }
  }

  @Test func `settings in the corpus are not read through a link, nor from a folder`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("real.yaml", "title: a")
    symlink("real.yaml", "\(corpus.path)/verbatim.yaml")
    let path = "\(corpus.path)/verbatim.yaml"
    #expect(throws: CorpusError.settingsUnreadable(path: path, errno: ELOOP)) {
      try SettingsReader.read(path: path, isRequired: false)
    }
    #expect(try SettingsReader.read(path: path, isRequired: true).title == "a")
    #expect(throws: CorpusError.settingsUnreadable(path: corpus.path, errno: EINVAL)) {
      try SettingsReader.read(path: corpus.path, isRequired: true)
    }
  }
}
