// How a score is taken apart.

import Commands
import Conversation
import InvertedIndex
import Testing

@Suite struct ExplainRendererTests {
  private let renderer = ExplainRenderer(ranking: .standard)

  private func contribution(_ term: String, weight: Float = 1, idf: Float, frequency: Float) -> TermContribution {
    TermContribution(
      term: .init(Array(term.utf8), weight: weight), idf: idf, frequency: frequency,
      score: weight * idf * frequency / (1.2 + frequency))
  }

  @Test func `each term shows the formula with its inputs, and the sum is the score`() {
    let contributions = [
      contribution("rose", idf: 2, frequency: 1.2), contribution("prune", weight: 0.5, idf: 3.5, frequency: 1.2),
      contribution("cat", idf: 5, frequency: 0),
    ]
    let preferred = renderer.lines(of: contributions, score: 2.8125)
    #expect(
      preferred[2...3] == [
        "  title and opening fit the question: 1.88 x 0.50 = 0.94", "  score 2.8125   (k1 1.2, b 0.75)",
      ])
    let lines = renderer.lines(of: contributions, score: 1.875)
    #expect(
      lines == [
        "  rose   idf 2.00 x tf/(k1+tf) 0.50 x weight 1.00 = 1.00",
        "  prune  idf 3.50 x tf/(k1+tf) 0.50 x weight 0.50 = 0.88",
        "  score 1.875   (k1 1.2, b 0.75)",
        "  not in this passage: cat",
      ])
  }

  @Test func `weights stand beside the terms they belong to, and the verdict beside its measures`() {
    var answer = Sample.answer()
    answer.coverage = 0.7
    answer.confidence = 0.456
    answer.query = WeightedQuery(terms: [.init(Array("rose".utf8)), .init(Array("trim".utf8), weight: 0.3)])
    #expect(renderer.queryLine(of: answer) == "  searched: rose trim^0.3")
    #expect(renderer.verdictLine(of: answer) == "  coverage 0.70   confidence 0.46   verdict: answered")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_000, "-12,000")])
  func `large numbers are grouped`(count: Int, text: String) {
    #expect(DecimalText.grouped(count) == text)
  }
}
