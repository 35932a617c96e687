// Conversations, line by line.

import Commands
import Conversation
import Documents
import InvertedIndex
import Terminal
import Testing

@Suite struct PromptSessionTests {
  private let library = SampleLibrary()

  /// What is shown in answer to `lines`, after the welcome.
  private func transcript(_ lines: String...) throws -> String {
    let console = SampleConsole(lines)
    var session = PromptSession(library: library, console: console, audience: .staff)
    #expect(try session.run() == 0)
    return console.text
  }

  private func giveRoses(results: Int = 5) {
    var answer = Sample.answer(
      "roses",
      results: (1...results).map { rank in
        Sample.passage(
          rank: rank, path: "beds/\(rank == 1 ? "roses" : "bed\(rank)").md", heading: "Heading \(rank)",
          text: "Text \(rank).")
      })
    answer.matchingPassageCount = 40
    answer.matchingArticleCount = 3
    answer.query = WeightedQuery(terms: [.init(Array("rose".utf8))])
    answer.coverage = 0.9
    library.answers["roses"] = answer
  }

  @Test func `an answer is its first passage in full, and a list of the others`() throws {
    giveRoses()
    #expect(
      try transcript("roses") == """
        1 of 3   Heading 1

          Text 1.

          beds/roses.md:12#0a1b2c  "Keeping roses", Heading 1

         2  beds/bed2.md:12   Heading 2
         3  beds/bed3.md:12   Heading 3
        3 of 40 passages, from 3 of 4 articles.  more  shows the
        next.

        """)
  }

  @Test func `more and back step through the passages, a number goes to one`() throws {
    giveRoses(results: 4)
    let console = SampleConsole(["roses", "more", "more", "more", "more", "back", "1", "back", "9"])
    var session = PromptSession(library: library, console: console, audience: .staff)
    _ = try session.run()
    #expect(
      console.shown.dropFirst(2).map { $0[0] } == [
        "2 of 3   Heading 2", "3 of 3   Heading 3", "4 of 4   Heading 4", "  That was the last passage.",
        "3 of 4   Heading 3",
        "1 of 4   Heading 1", "  This is the first passage.", "  There is no passage 9; the last answer has 4.",
      ])
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "  These passages cover your question only in part."),
    (.spanish, "  Estos pasajes tratan su pregunta solo en parte."),
  ])
  func `every further passage of a partial answer says that it is one`(language: InterfaceLanguage, said: String) throws
  {
    giveRoses(results: 4)
    for audience in [PromptAudience.staff, .patient] {
      for verdict in [Verdict.partly, .answered] {
        library.answers["roses"]?.verdict = verdict
        let console = SampleConsole(["roses", ":more", ":more", ":more", ":back", ":1"])
        var session = PromptSession(library: library, console: console, audience: audience, language: language)
        _ = try session.run()
        for shown in console.shown.dropFirst(2) {
          #expect((shown[0] == said) == (verdict == .partly) && shown.contains(said) == (verdict == .partly))
        }
      }
    }
  }

  @Test func `a reply leaves the answer before it standing`() throws {
    giveRoses(results: 4)
    var reply = Sample.answer("ok", .notUnderstood)
    reply.notices = [.reply]
    library.answers["ok"] = reply
    #expect(try transcript("roses", "ok", "more").contains("2 of 3   Heading 2"))
    #expect(try transcript("ok", "more").contains("  The last answer has no passages."))
  }

  @Test func `all lists every passage that was found`() throws {
    giveRoses()
    let text = try transcript("roses", ":all")
    #expect(text.contains(" 5  beds/bed5.md:12   Heading 5\n5 of 40 passages, from 3 of 4 articles.\n"))
  }

  @Test func `commands about passages need an answer with passages`() throws {
    for line in ["open 1", "more", "back", "next", "1", ":cite", "988"] {
      #expect(
        try transcript(line) == "  Ask a question first, or type  topics  to see what the\n    articles cover.",
        "\(line)")
    }
    #expect(
      try transcript("cats", "more").hasSuffix(
        "  The last answer has no passages. Type a question, or\n    topics  to see what the articles cover."))
  }

  @Test func `a number that only the crisis card has brings the card`() throws {
    giveRoses(results: 4)
    library.settings.crisis = Settings.Crisis(card: "Call or text 988, day 4 or night.")
    let card = "  Call or text 988, day 4 or night.\n"
    for lines in [["988"], ["cats", "988"], ["roses", ":988"], ["topics", "988"]] {
      for audience in [PromptAudience.staff, .patient] {
        let console = SampleConsole(lines)
        var session = PromptSession(library: library, console: console, audience: audience)
        _ = try session.run()
        #expect(try #require(console.shown.last).joined(separator: "\n").hasPrefix(card), "\(lines)")
      }
    }
    #expect(try transcript("roses", "98").hasSuffix("  There is no passage 98; the last answer has 4."))
    #expect(try transcript("roses", "4").contains("4 of 4   Heading 4"))
    #expect(try !transcript("4").contains(card))
  }

  @Test func `open shows the section with its lines in the file`() throws {
    giveRoses()
    #expect(
      try transcript("roses", ":open 1").hasSuffix(
        """
        --- beds/roses.md, lines 9-10 ------------------------------
        Keeping roses, Soil

         9  Roses want sun.

        10> Prune in late winter.
            - before buds open

        """))
  }

  @Test func `staff may ask why, cite, and see the raw lines`() throws {
    giveRoses()
    let text = try transcript("roses", ":why", ":cite 2", ":raw 1")
    #expect(
      text.contains(
        """
          rose  idf 2.000 x tf/(k1+tf) 0.500 x weight 1.000 = 1.000
          score 7.31   (k1 1.2, b 0.75)

        """))
    #expect(text.contains("  coverage 0.900   confidence 0.000   verdict: answered"))
    #expect(
      text.contains(
        """
        "Text 2." — "Heading 2", beds/bed2.md:12#0a1b2c (index
          4be1d7c0)
          Corpus/beds/bed2.md:12

        """))
    #expect(
      text.hasSuffix(
        """
        --- beds/roses.md, lines 12-14 -----------------------------
        12  Prune in late winter. - before buds open
        13  \u{FFFD}[1m- on a dry day
          line 12: list split into its items: 2 items

        """))
  }

  @Test func `why of an answer without passages tells how its verdict came about`() throws {
    var answer = Sample.answer("cats", .noAnswer)
    answer.missing = ["cats"]
    answer.rule = .coverageBelow(0, cut: 0.3)
    answer.query = WeightedQuery(terms: [.init(Array("cat".utf8))])
    library.answers["cats"] = answer
    let text = try transcript("cats", ":why")
    #expect(text.contains("\n  searched: cat\n"))
    #expect(text.contains("  coverage 0.000   confidence 0.000   verdict: no_answer\n"))
    #expect(text.contains("  decided by: coverage 0.000 is below 0.300\n"))
  }

  @Test func `an unknown command is not searched, an empty line shows nothing`() throws {
    #expect(try transcript("", "  ", ":hlep") == "  There is no command :hlep. Did you mean :help?")
    #expect(library.asked.isEmpty)
  }

  @Test func `new forgets the conversation`() throws {
    giveRoses()
    #expect(
      try transcript("roses", "new", ":history", "more").hasSuffix(
        "  The questions before are forgotten.\n  No question yet.\n  Ask a question first, or type  topics  to see what the\n    articles cover."
      ))
    #expect(library.resetCount == 1)
  }

  @Test func `a replaced index ends the conversation held on the old one, and says so`() throws {
    library.refreshes = [true, false, true]
    #expect(
      try transcript("cats", "dogs", "birds", ":history").hasSuffix(
        """

          The articles have been updated; the questions before are
            forgotten.
          I cannot answer that. No passage holds enough of your
            question's words together.

          The articles do cover (type the letter):
            a  Soil
            b  When to prune

          birds
        """))
  }

  @Test func `the history is the questions, not the commands`() throws {
    giveRoses()
    #expect(try transcript("roses", "more", "cats\u{7}", ":history").hasSuffix("\n  roses\n  cats\u{FFFD}"))
  }

  @Test func `leaving gives 0, a signal its number`() throws {
    for line in ["done", ":quit", "DONE"] {
      let console = SampleConsole([line, "never asked"])
      var session = PromptSession(library: library, console: console, audience: .staff)
      #expect(try session.run() == 0)
      #expect(console.events.count == 1)
    }
    let console = SampleConsole([])
    console.events = [.ended(signal: 15)]
    var session = PromptSession(library: library, console: console, audience: .staff)
    #expect(try session.run() == 143)
    console.outcome = .ended(signal: 1)
    #expect(try session.run() == 129)
  }

  @Test func `the welcome tells what is there, in the operator's words`() throws {
    library.settings.title = "Garden\u{1B}s"
    library.settings.welcome = "Ask away.\nNothing is kept.\n"
    let console = SampleConsole([])
    var session = PromptSession(library: library, console: console, audience: .staff)
    _ = try session.run()
    let lines = try #require(console.shown.first)
    #expect(lines.prefix(4) == ["Garden\u{FFFD}s", "", "Ask away.", "Nothing is kept."])
    #expect(lines.dropFirst(4).joined(separator: " ").hasPrefix("4 articles, 1,086 passages, index of 19"))
  }

  @Test(arguments: [1, 20, 40, 60, 76, 200])
  func `whatever the width, lines fit`(columns: Int) throws {
    giveRoses()
    let console = SampleConsole(["roses", "help", "sources", "topics", "open", ":why", "cats", ":hlep"])
    console.size = TerminalSize(columns: columns, rows: 24)
    var session = PromptSession(library: library, console: console, audience: .staff)
    _ = try session.run()
    let limit = max(20, min(76, columns))
    #expect(console.shown.joined().filter { DisplayWidth.of($0) > limit } == [])
    #expect(console.shown.count == 9)
  }

  @Test func `sources and topics show the articles`() throws {
    #expect(
      try transcript("sources", "topics") == """
        Keeping roses
          beds/roses.md, 12 passages
          A. Gardener; 2024-05-01

        Shown: 1 of 4 articles.

        Keeping roses
          1  Soil
          2  When to prune

        Shown: 1 of 4 articles.

          Type a number to read about it.

        """)
  }
}
