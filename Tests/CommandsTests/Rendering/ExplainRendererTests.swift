// How a score is taken apart.

import Commands
import Conversation
import InvertedIndex
import Questions
import Testing

@Suite struct ExplainRendererTests {
  private let renderer = ExplainRenderer(ranking: .standard)

  private func contribution(_ term: String, weight: Float = 1, idf: Float, frequency: Float) -> TermContribution {
    TermContribution(
      term: .init(Array(term.utf8), weight: weight), idf: idf, frequency: frequency,
      score: weight * idf * frequency / (1.2 + frequency))
  }

  @Test func `each term shows the formula with its inputs, each lift its share, and the sum is the score`() {
    let contributions = [
      contribution("rose", idf: 2, frequency: 1.2), contribution("prune", weight: 0.5, idf: 3.5, frequency: 1.2),
      contribution("cat", idf: 5, frequency: 0),
    ]
    let lifted = renderer.lines(
      of: contributions, score: 3.75, lift: Lift(title: 0.25, opening: 0.5, evidence: 0.25))
    #expect(
      lifted[2...5] == [
        "  title names what is asked about: 1.875 x 0.250 = 0.469",
        "  heading or first words speak of what is asked: 1.875 x 0.500 = 0.938",
        "  evidence asked for, near the question's words: 1.875 x 0.250 = 0.469", "  score 3.75   (k1 1.2, b 0.75)",
      ])
    let lines = renderer.lines(of: contributions, score: 1.875, lift: .none)
    #expect(
      lines == [
        "  rose   idf 2.000 x tf/(k1+tf) 0.500 x weight 1.000 = 1.000",
        "  prune  idf 3.500 x tf/(k1+tf) 0.500 x weight 0.500 = 0.875",
        "  score 1.875   (k1 1.2, b 0.75)",
        "  not in this passage: cat",
      ])
  }

  @Test func `every term says why it is searched, and by which weight`() {
    var answer = Sample.answer()
    func term(_ name: String, _ weight: Float = 1) -> WeightedQuery.Term { .init(Array(name.utf8), weight: weight) }
    answer.query = WeightedQuery(terms: [term("prune"), term("rose", 0.5), term("shear", 0.3), term("garden", 0.1)])
    var read = ReadQuestion(text: "how often to prunne", form: .question)
    read.words = [QuestionWord(typed: "prunne", corrected: "prune", term: Array("prune".utf8), passageFrequency: 2)]
    func expansion(_ reason: QuestionExpansion.Reason, _ expanded: String, _ terms: WeightedQuery.Term...)
      -> QuestionExpansion
    {
      QuestionExpansion(reason: reason, expanded: expanded, covers: [], words: [], terms: terms)
    }
    read.expansions = [
      expansion(.context, "", term("rose", 0.5)), expansion(.layWord, "prune", term("shear", 0.2)),
      expansion(.cue, "how often", term("shear", 0.3)), expansion(.topic, "", term("garden", 0.1)),
    ]
    answer.read = read
    #expect(
      renderer.queryLines(of: answer) == [
        "  searched: prune rose^0.5 shear^0.3 garden^0.1",
        "    prune   weight 1.000: \"prunne\", read as \"prune\", of the question",
        "    rose    weight 0.500: from the question before",
        "    shear   weight 0.300: lay word for \"prune\" (0.200);"
          + " an answer to this form of question may hold it for \"how often\"",
        "    garden  weight 0.100: what the articles are about",
      ])
    #expect(renderer.queryLines(of: Sample.answer("q", .crisis)) == [])
  }

  private static let rules: [(Verdict, VerdictRule?, String)] = [
    (.noAnswer, .coverageBelow(0.2, cut: 0.3), "coverage 0.200 is below 0.300"),
    (.partly, .confidenceBelow(0.2, cut: 0.24), "confidence 0.200 is below 0.240"),
    (.noAnswer, .missingBesideSafety("safe"), "the question asks about safety (\"safe\"), and no article has \"cats\""),
    (
      .noAnswer, .missingAbove(0.7, cut: 0.65),
      "words that no article has are 0.700 of the question, more than 0.650"
    ),
    (
      .partly, .missingUpTo(0.5, cut: 0.65),
      "words that no article has are 0.500 of the question, not more than 0.650"
    ),
    (
      .answered, .reached(coverageCut: 0.6, confidenceCut: 0.24),
      "no word is missing, coverage is at least 0.600, confidence at least 0.240"
    ),
    (.partly, .onlyStoodFor, "no article has \"cats\", although other words stand for it"),
    (
      .noAnswer, .missingMeant("alcohol"),
      "the question is about \"alcohol\", as the lay words have it, and no article has that"
    ),
    (
      .partly, .uncombined,
      "the question asks if two things may go together, and none of the first passages puts them together"
    ),
    (.noAnswer, .phraseNowhere, "a quoted phrase stands in no passage"),
    (.crisis, nil, "a phrase of the crisis card's list; nothing was searched"),
    (.notUnderstood, nil, "the question alone; nothing was searched"),
    (.answered, nil, "whether any passage has a word of the question: the baseline"),
  ]

  @Test(arguments: rules.indices) func `the verdict stands with its measures and the rule that decided it`(number: Int)
  {
    let (verdict, rule, sentence) = Self.rules[number]
    var answer = Sample.answer("q", verdict)
    answer.coverage = 0.7
    answer.confidence = 0.456
    answer.missing = ["cats"]
    answer.rule = rule
    #expect(
      renderer.verdictLines(of: answer) == [
        "  coverage 0.700   confidence 0.456   verdict: \(verdict.rawValue)", "  decided by: \(sentence)",
      ])
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_000, "-12,000")])
  func `large numbers are grouped`(count: Int, text: String) {
    #expect(DecimalText.grouped(count) == text)
  }
}
