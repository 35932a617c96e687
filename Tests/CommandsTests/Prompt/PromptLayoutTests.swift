// The layouts for people who listen, and for low vision.

import Commands
import Conversation
import Documents
import InvertedIndex
import Terminal
import Testing

@Suite struct PromptLayoutTests {
  private let library = SampleLibrary()

  private func transcript(
    _ lines: String..., layout: PromptLayout, audience: PromptAudience = .patient, columns: Int = 60,
    language: InterfaceLanguage = .english
  ) throws -> String {
    let console = SampleConsole(lines)
    console.size = TerminalSize(columns: columns, rows: 24)
    console.style = TerminalStyle(decorates: true)
    var session = PromptSession(
      library: library, console: console, audience: audience, language: language, layout: layout)
    #expect(try session.run() == 0)
    return console.text
  }

  private func giveRoses() {
    var answer = Sample.answer(
      "roses",
      results: (1...3).map { rank in
        Sample.passage(
          rank: rank, path: "beds/bed\(rank).md", heading: "Heading \(rank)",
          text: "Text \(rank) – “cut” at 40\u{A0}°C…\n• an item", matches: ["cut"],
          alsoIn: rank == 1 ? ["a.md:1#000000"] : [])
      })
    answer.query = WeightedQuery(terms: [.init(Array("rose".utf8))])
    answer.coverage = 0.9
    library.answers["roses"] = answer
  }

  // MARK: - Spoken

  @Test func `in speech an answer says which it is and where it is from, and then its words`() throws {
    giveRoses()
    #expect(
      try transcript("roses", layout: .spoken).hasPrefix(
        """
        Answer 1 of 3. From the article "Keeping roses", section
        "Heading 1".

        Text 1 - "cut" at 40 °C...
        - an item

        Much the same words stand in another article.

        more: next passage
        """))
  }

  @Test func `in speech staff hear the file and the line, and the other answers one by one`() throws {
    giveRoses()
    let text = try transcript("roses", layout: .spoken, audience: .staff)
    #expect(text.contains("\nFile beds/bed1.md, lines 12-14.\n"))
    #expect(text.contains("\nAnswer 2: Heading 2. File beds/bed2.md, lines 12-14.\nAnswer 3: Heading 3. "))
  }

  @Test(arguments: PromptAudience.allCases, InterfaceLanguage.allCases)
  func `in speech there are letters, digits, plain punctuation and signs of the articles, and nothing else`(
    audience: PromptAudience, language: InterfaceLanguage
  ) throws {
    giveRoses()
    let text = try transcript(
      "help", "roses", "more", "open", "back", "sources", "topics", "1", "cats", ":why 1", ":cite 1", ":raw 1", ":hlep",
      ":all",
      layout: .spoken, audience: audience, language: language)
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      #expect(scalar.properties.isAlphabetic || scalar == "°" || scalar == "¿", "\(scalar)")
    }
    #expect(!text.contains("\u{1B}") && !text.contains("\t"))
    for line in text.split(separator: "\n") {
      #expect(!line.hasPrefix(" ") && DisplayWidth.of(line) <= 60 && !line.contains("  "), "\(line)")
    }
  }

  @Test func `typographic signs become plain ones, and signs with a meaning stay`() {
    #expect(SpokenText.plain("“a” ‘b’ – c — d… • e\u{A0}f\u{200B}") == "\"a\" 'b' - c - d... - e f")
    #expect(SpokenText.plain("½ µg ± 3 °C, naïve, 日本") == "½ µg ± 3 °C, naïve, 日本")
    #expect(SpokenText.lines(["  aaaa… bbbb…"], columns: 8) == ["aaaa...", "bbbb..."])
  }

  // MARK: - Large

  @Test func `large text stands in a narrow column within wide margins, the question above its answer`() throws {
    giveRoses()
    let text = try transcript("roses", layout: .large, columns: 80)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "            \u{1B}[1mYou asked: roses\u{1B}[0m")
    #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix(String(repeating: " ", count: 12)) })
    #expect(!text.contains("\u{1B}[2m"))
  }

  @Test(arguments: [(0, 44, 12), (20, 20, 2), (40, 36, 2), (60, 44, 8), (80, 44, 12), (200, 44, 12)])
  func `the large column fits any terminal of 24 columns or more`(columns: Int, text: Int, margin: Int) {
    let size = TerminalSize(columns: columns, rows: 24)
    #expect(PromptLayout.large.columns(in: size) == text && PromptLayout.large.margin(in: size) == margin)
    #expect(PromptLayout.standard.columns(in: size) == size.textColumns)
  }

  // MARK: - Which

  @Test func `the options choose a layout, and ACCESSIBLE chooses the spoken one`() {
    func layout(_ isPlain: Bool, _ isLarge: Bool, _ accessible: String?) -> PromptLayout {
      PromptLayout(isPlain: isPlain, isLarge: isLarge) { $0 == "ACCESSIBLE" ? accessible : nil }
    }
    #expect(layout(false, false, nil) == .standard && layout(false, false, "") == .standard)
    #expect(layout(false, false, "0") == .standard && layout(false, true, nil) == .large)
    #expect(layout(true, false, nil) == .spoken && layout(false, false, "1") == .spoken)
    #expect(layout(false, true, "1") == .spoken)
  }
}
