// What staff look behind a passage with.

import Conversation
import Documents
import InvertedIndex
import Terminal

extension PromptSession {
  /// How the passage came by its score; of an answer without passages, how it came by its verdict.
  mutating func why(_ number: Int?) throws -> [String] {
    if let answer, answer.results.isEmpty { return explained(answer, []) + [""] }
    return try with(number) { session, passage in
      guard let answer = session.answer else { return [] }
      let contributions = try session.library.explain(passage.id, for: answer.query)
      let renderer = ExplainRenderer(ranking: session.library.ranking)
      return session.explained(
        answer, renderer.lines(of: contributions, score: passage.score, lift: passage.lift)) + [""]
    }
  }

  private func explained(_ answer: Answer, _ score: [String]) -> [String] {
    let renderer = ExplainRenderer(ranking: library.ranking)
    let lines = renderer.queryLines(of: answer) + score + renderer.verdictLines(of: answer)
    return lines.flatMap { line in
      let indent = line.prefix { $0 == " " }.count
      return TextWrapper(columns: view.columns, indent: indent, hangingIndent: indent + 4).wrapped(line)
    }
  }

  func raw(_ passage: AnswerPassage) throws -> [String] {
    let path = passage.article.path
    let lines = passage.passage.lines
    let ledger = try library.ledger(of: path, lines: lines)
    return view.raw(passage, source: library.sourceLines(of: path, lines: lines), ledger: ledger) + [""]
  }
}
