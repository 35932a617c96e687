// What a person reads.

import Commands
import Conversation
import Documents
import Questions
import Terminal
import Testing

@Suite struct TextRendererTests {
  private let renderer = TextRenderer(
    facts: CorpusFacts(
      articleCount: 4, contact: "Please ask the gardener.", crisisCard: "Stop.\n\nCall the warden: 555.\n"))

  private func text(_ answer: Answer) -> String {
    renderer.lines(of: answer).joined(separator: "\n")
  }

  @Test func `passages stand at the margin, each followed by its citation`() {
    let answer = Sample.answer(results: [
      Sample.passage(alsoIn: ["beds/hedges.md:9#77af02", "tools.md:3#00ff11"]),
      Sample.passage(
        rank: 2, path: "tools.md", title: nil, heading: nil, text: "A sharp blade.", line: 3, hash: "00ff11"),
    ])
    #expect(
      text(answer) == """
        Prune in late winter.
        - before buds open
        - on a dry day
          beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
          Much the same words stand in two other articles: beds/hedges.md:9#77af02, tools.md:3#00ff11.

        A sharp blade.
          tools.md:3#00ff11
        """)
  }

  @Test(arguments: [
    (["a.md:1#000000"], "Much the same words stand in another article: a.md:1#000000."),
    (
      ["a.md:1#000000", "a.md:9#000001"], "Much the same words stand in another article: a.md:1#000000, a.md:9#000001."
    ),
    (
      ["a.jsonl:1#000000", "a.jsonl:9#000001"],
      "Much the same words stand in two other articles: a.jsonl:1#000000, a.jsonl:9#000001."
    ),
  ])
  func `articles are counted, not their passages`(alsoIn: [String], sentence: String) {
    #expect(renderer.lines(of: Sample.passage(alsoIn: alsoIn)).last == "  \(sentence)")
  }

  @Test func `of a word typed for another, no absence is claimed`() {
    #expect(Sentences.english.corrected(Correction(from: "efects", to: "effects")).contains("no article has"))
    let misplaced = Sentences.english.corrected(Correction(from: "dose", to: "does", reason: .misplaced))
    #expect(misplaced == "Showing results for \"does\", not \"dose\".")
    let meant = Sentences.english.corrected(Correction(from: "a drink", to: "alcohol", reason: .meant))
    #expect(meant == "\"a drink\" is read as \"alcohol\".")
    #expect(Sentences.english.alsoSearched([Expansion(word: "can i", searched: ["avoid"], isForm: true)]) == nil)
  }

  @Test func `every change made to the question is said before the passages`() {
    var answer = Sample.answer(results: [Sample.passage(text: "Prune.")])
    answer.notices = [.shortened(toCharacters: 2000)]
    answer.carried = ["roses"]
    answer.carriedFrom = "how do I keep roses?"
    answer.corrected = [Correction(from: "prunne", to: "prune")]
    answer.alsoSearched = [
      Expansion(word: "prune", searched: ["trim", "cut"]), Expansion(word: "", searched: ["garden"]),
    ]
    #expect(
      text(answer) == """
          Your question is long: only its first 2,000 characters were read.
          Following on from: how do I keep roses?
          Showing results for "prune": no article has "prunne".
          Also searched: trim, cut (for "prune"); garden (from the rest of your question).

        Prune.
          beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
        """)
  }

  @Test func `what two tables search for one word is named once`() {
    var answer = Sample.answer(results: [Sample.passage(text: "Prune.")])
    answer.alsoSearched = [
      Expansion(word: "prune", searched: ["trim", "cut"]), Expansion(word: "prune", searched: ["cut", "shears"]),
    ]
    #expect(text(answer).hasPrefix("  Also searched: trim, cut, shears (for \"prune\").\n"))
  }

  @Test func `a missing word is named, and who to ask`() {
    var answer = Sample.answer("is it safe for cats or dogs", .noAnswer)
    answer.missing = ["cats", "dogs"]
    #expect(
      text(answer)
        == "  I cannot answer that. None of the 4 articles mentions \"cats\" or \"dogs\". Please ask the gardener.")
  }

  @Test func `where there is no answer, that is said first, and then what was searched`() {
    var answer = Sample.answer("is it safe for cats", .noAnswer)
    answer.missing = ["cats"]
    answer.alsoSearched = [Expansion(word: "safe", searched: ["risk"])]
    let lines = renderer.lines(of: answer)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("  I cannot answer that."))
    #expect(lines[1] == "  Also searched: risk (for \"safe\").")
  }

  @Test func `where no word is missing, no absence is claimed`() {
    #expect(
      text(Sample.answer("q", .noAnswer))
        == "  I cannot answer that. No passage holds enough of your question's words together. Please ask the gardener."
    )
  }

  @Test func `a part of an answer is called one`() {
    var answer = Sample.answer("q", .partly, results: [Sample.passage(text: "Prune.")])
    #expect(
      renderer.preamble(of: answer) == ["  These passages cover your question only in part. The closest passages:"])
    answer.missing = ["cats"]
    #expect(renderer.preamble(of: answer) == ["  None of the 4 articles mentions \"cats\". The closest passages:"])
  }

  @Test func `the crisis card stands alone, its lines kept`() {
    var answer = Sample.answer("q", .crisis, results: [])
    answer.crisis = true
    #expect(renderer.lines(of: answer) == ["  Stop.", "", "  Call the warden: 555."])
  }

  @Test func `a question about the subject has the card as one line above its passages`() {
    var answer = Sample.answer(results: [Sample.passage(text: "Prune.")])
    answer.crisis = true
    #expect(renderer.lines(of: answer).prefix(3) == ["  Stop. Call the warden: 555.", "", "Prune."])
  }

  @Test func `without a card, a member of staff is named`() {
    let bare = TextRenderer(facts: CorpusFacts(articleCount: 1))
    #expect(bare.lines(of: Sample.answer("q", .crisis)) == ["  Tell a member of staff now."])
  }

  @Test func `talk about the program gets its one sentence`() {
    var answer = Sample.answer("are you a robot", .notUnderstood)
    #expect(text(answer) == "  I need a word to look up. Please say what your question is about.")
    answer.notices = [.smallTalk]
    #expect(text(answer) == "  I look up passages in articles. I do not chat.")
  }

  @Test(arguments: [Verdict.noAnswer, .crisis, .notUnderstood, .otherLanguage, .empty])
  func `no verdict without passages leaves the reader without a line`(verdict: Verdict) {
    #expect(!renderer.lines(of: Sample.answer("q", verdict)).joined().isEmpty)
  }

  @Test func `on a terminal lines fit, and matches are underlined across the break`() {
    let terminal = TextRenderer(facts: CorpusFacts(articleCount: 4), columns: 20, style: TerminalStyle(decorates: true))
    let passage = Sample.passage(
      title: nil, heading: nil, text: "Never prune in the late summer months.", matches: ["prune", "late summer"])
    #expect(
      terminal.lines(of: passage) == [
        "Never \u{1B}[4mprune\u{1B}[0m in the", "\u{1B}[4mlate summer\u{1B}[0m months.",
        "\u{1B}[2m  beds/roses.md:12#0\u{1B}[0m", "\u{1B}[2m    a1b2c\u{1B}[0m",
      ])
    let broken = Sample.passage(
      title: nil, heading: nil, text: "Never prune in late summer months.", matches: ["late summer"])
    #expect(
      terminal.lines(of: broken).prefix(2) == [
        "Never prune in \u{1B}[4mlate\u{1B}[0m", "\u{1B}[4msummer\u{1B}[0m months.",
      ])
  }

  @Test func `the sentence that answers is bold, unless it is all there is`() {
    let terminal = TextRenderer(facts: CorpusFacts(articleCount: 4), style: TerminalStyle(decorates: true))
    let text = "Roses climb. Prune roses late. Then rest."
    func line(_ best: String) -> String? {
      terminal.lines(
        of: Sample.passage(title: nil, heading: nil, text: text, matches: ["Prune", "Then"], best: best)
      ).first
    }
    #expect(
      line("Prune roses late.")
        == "Roses climb. \u{1B}[1;4mPrune\u{1B}[0m\u{1B}[1m roses late.\u{1B}[0m \u{1B}[4mThen\u{1B}[0m rest.")
    #expect(line(text) == "Roses climb. \u{1B}[4mPrune\u{1B}[0m roses late. \u{1B}[4mThen\u{1B}[0m rest.")
  }

  @Test func `a refusal says nothing of the turn before, unless the question had no words of its own`() {
    var answer = Sample.answer("and for cats?", .noAnswer)
    answer.missing = ["cats"]
    answer.carried = ["roses"]
    answer.carriedFrom = "how do I keep roses"
    answer.alsoSearched = [
      Expansion(word: "how often", searched: ["weekly"]), Expansion(word: "cats", searched: ["kittens"]),
    ]
    var read = ReadQuestion(text: "and for cats?", form: .question)
    read.words = [QuestionWord(typed: "cats", term: Array("cat".utf8), passageFrequency: 0)]
    read.expansions = [
      QuestionExpansion(reason: .context, expanded: "how often", covers: [], words: ["weekly"], terms: [])
    ]
    answer.read = read
    #expect(
      renderer.preamble(of: answer).dropFirst() == ["  Also searched: kittens (for \"cats\")."])
    answer.read?.words = []
    #expect(renderer.preamble(of: answer).contains("  Following on from: how do I keep roses."))
    answer.verdict = .partly
    #expect(renderer.preamble(of: answer).contains("  Following on from: how do I keep roses."))
  }

  @Test func `nothing an article or a question holds reaches the terminal as a command`() {
    let evil = "x\u{1B}]0;title\u{7}\u{9B}2J\u{202E}"
    var answer = Sample.answer(
      evil, .partly, results: [Sample.passage(path: "a\nb\u{1B}c.md", title: evil, heading: evil, text: evil)])
    answer.missing = [evil]
    answer.carried = [evil]
    answer.carriedFrom = evil
    answer.corrected = [Correction(from: evil, to: evil)]
    answer.alsoSearched = [Expansion(word: evil, searched: [evil])]
    answer.notices = [.phraseNotFound(evil), .sourceNotFound(evil)]
    let lines = renderer.lines(of: answer)
    #expect(lines.allSatisfy { Sanitizer.isClean($0) && !$0.contains("\n") })
    #expect(
      RecordRenderer.record(of: answer, in: RecordContext(id: evil, fingerprint: "0")).compact.allSatisfy {
        !$0.isNewline
      })
    #expect(Sanitizer.isClean(RecordRenderer.record(of: answer, in: RecordContext(id: evil, fingerprint: "0")).pretty))
    #expect(
      TableRenderer.rows(of: answer, id: evil).allSatisfy {
        Sanitizer.isClean($0) && $0.split(separator: "\t").count == 7
      })
  }
}
