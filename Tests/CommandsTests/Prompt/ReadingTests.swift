// How a reader goes from passage to section to topic, and back.

import Commands
import Conversation
import InvertedIndex
import Terminal
import Testing

@Suite struct ReadingTests {
  private let library = SampleLibrary()

  /// What each of `lines` brought.
  private func shown(
    _ lines: String..., audience: PromptAudience = .patient, style: TerminalStyle = .plain
  ) throws -> [String] {
    let console = SampleConsole(lines)
    console.style = style
    var session = PromptSession(library: library, console: console, audience: audience)
    #expect(try session.run() == 0)
    return console.shown.dropFirst().map { $0.joined(separator: "\n") }
  }

  /// Passage 1 stands in section 0, passages 2 and 3 in section 1, passage 4 in section 2.
  private func giveRoses(results: Int = 4) {
    var answer = Sample.answer(
      "roses",
      results: (1...results).map { rank in
        Sample.passage(
          rank: rank, heading: "Heading \(rank)", text: "Roses want sun. They grow.", matches: ["Roses", "sun"],
          best: "Roses want sun.", alsoIn: rank == 1 ? ["a.md:1#0a1b2c", "b.md:2#0a1b2c"] : [])
      })
    answer.query = WeightedQuery(terms: [.init(Array("rose".utf8))])
    library.answers["roses"] = answer
  }

  @Test func `a patient sees one passage, where it is from in words, and what to read next`() throws {
    giveRoses()
    #expect(
      try shown("roses")[0] == """
        1 of 3   Heading 1

        | Roses want sun. They grow.

          Words of the question here: roses, sun.
          From "Keeping roses", section "Heading 1".
          Much the same words stand in two other articles.

          more  next passage      open  read the whole section

          Also in the articles (type the letter):
            a  How to prune
            b  Pests
            c  In winter

        """)
  }

  @Test func `where text may be decorated, nothing stands in the margin`() throws {
    giveRoses()
    let answer = try shown("roses", style: TerminalStyle(decorates: true))[0]
    #expect(answer.contains("\n  \u{1B}[1;4mRoses\u{1B}[0m"))
    #expect(!answer.contains(">") && !answer.contains("Words of the question"))
  }

  @Test func `a letter turns to its heading, whose section is then not offered again`() throws {
    giveRoses()
    let screens = try shown("roses", "b")
    #expect(
      screens[1] == """
        Pests

          Roses want sun.

          Prune in late winter.
          - before buds open

          From "Keeping roses".

          more  next section      back  go back

          Also in the articles (type the letter):
            a  In winter
            b  How to prune
            c  When to prune

        """)
    #expect(library.asked == ["roses", "Pests"])
    #expect(library.options.last?.allowsOperators == false)
  }

  @Test func `a letter that offers nothing is a question`() throws {
    #expect(try shown("a").count == 1)
    #expect(library.asked == ["a"])
    _ = try shown("roses", "c")
    #expect(library.asked == ["a", "roses", "c"])
  }

  @Test func `a heading about danger brings the card above its section`() throws {
    giveRoses()
    var danger = Sample.answer("Pests", .crisis)
    danger.crisis = true
    library.answers["Pests"] = danger
    #expect(try shown("roses", "b")[1].hasPrefix("  Tell a member of staff now.\n\nPests\n"))
  }

  @Test func `where there is no answer, the nearest topics are offered, to staff too; in a crisis none`() throws {
    var none = Sample.answer("cats", .noAnswer)
    none.query = WeightedQuery(terms: [.init(Array("cat".utf8))])
    library.answers["cats"] = none
    for audience in [PromptAudience.patient, .staff] {
      #expect(
        try shown("cats", audience: audience)[0].hasSuffix(
          """
          The articles do cover (type the letter):
              a  Pests
              b  Soil
              c  When to prune

          """))
    }
    for verdict in [Verdict.crisis, .otherLanguage] {
      var answer = Sample.answer("help", verdict)
      answer.crisis = verdict == .crisis
      library.answers["cats"] = answer
      #expect(try !shown("cats")[0].contains("type the letter"))
    }
  }

  @Test func `a number opens a topic after the topics, and a passage after an answer`() throws {
    giveRoses()
    let screens = try shown("roses", "topics", "2", "back", "9", "open 1", "back", "roses", "2")
    #expect(screens[1].contains("\n  1  Soil\n  2  When to prune\n"))
    #expect(screens[2].hasPrefix("When to prune\n"))
    #expect(screens[3] == screens[1])
    #expect(screens[4] == "  There is no topic 9; there are 2.")
    #expect(screens[5].hasPrefix("Soil\n"))
    #expect(screens[8].hasPrefix("2 of 3   Heading 2"))
  }

  @Test func `more in a section is the next section, back goes back to the passage`() throws {
    giveRoses()
    let screens = try shown("roses", "2", "open", "more", "more", "more", "more", "back", "back")
    #expect(screens[1].hasPrefix("2 of 3"))
    #expect(screens[2].hasPrefix("When to prune\n"))
    #expect(screens[3].hasPrefix("How to prune\n") && screens[5].hasPrefix("In winter\n"))
    #expect(!screens[5].contains("more  next section"))
    #expect(screens[6] == "  That was the last section of the article.")
    #expect(screens[7].hasPrefix("2 of 3   Heading 2"))
    #expect(screens[8].hasPrefix("1 of 3   Heading 1"))
  }

  @Test func `patients get the commands for everyone only, in help and by Tab`() throws {
    #expect(try !shown("help")[0].contains(":why"))
    #expect(try shown("help", audience: .staff)[0].contains(":why"))
    #expect(PromptCompleter(library: library, audience: .patient).candidates(line: ":h", wordStart: 0) == [":help"])
  }

  @Test func `headings alike are offered once`() {
    func topic(_ section: UInt32, _ heading: String, _ subject: String) -> Topic {
      Topic(
        heading: heading, passage: PassageID(section), article: ArticleID(section), section: 0,
        subject: Set(subject.split(separator: " ").map { Array($0.utf8) }))
    }
    let fast = topic(1, "How fast does it work?", "fast work")
    let quick = topic(2, "Does it work fast, and how?", "fast work")
    let works = topic(3, "How does it work?", "work")
    let bare = topic(4, "It", "")
    let other = topic(5, "What is it?", "")
    #expect(Topic.unread([fast, quick, works, bare, other], besides: [], limit: 5) == [fast, works, bare, other])
    #expect(Topic.unread([quick, works], besides: [fast], limit: 1) == [works])
    #expect(Topic.alternating([fast], [quick, works, bare]) == [fast, quick, works, bare])
  }
}
