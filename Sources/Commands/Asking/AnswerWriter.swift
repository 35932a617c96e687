// Writes answers to standard output in the form that was asked for.

import Conversation
import Documents
import Glibc
import InvertedIndex
import Terminal

/// Renders answers one after another.
final class AnswerWriter {
  private let request: AskRequest
  private let index: IndexReader
  private let output = OutputWriter(descriptor: STDOUT_FILENO)
  private let text: TextRenderer
  private let explain: ExplainRenderer
  private var isFirst = true

  init(request: AskRequest, index: IndexReader) {
    self.request = request
    self.index = index
    let isTerminal = StandardStreams.isTerminal(STDOUT_FILENO)
    let style = TerminalStyle(choice: request.color, isTerminal: isTerminal) { name in
      getenv(name).map { String(cString: $0) }
    }
    text = TextRenderer(
      facts: CorpusFacts(settings: index.settings, articleCount: index.statistics.articleCount),
      columns: isTerminal ? TerminalSize(descriptor: STDOUT_FILENO).textColumns : nil, style: style)
    let ranking = request.isBagOfWords ? RankingParameters.standard : RankingParameters(index.settings.ranking)
    explain = ExplainRenderer(ranking: ranking)
  }

  func write(_ answer: Answer, id: String) throws {
    guard !request.isQuiet else { return }
    switch request.format {
    case .text: try writeText(answer)
    case .json: try output.writeLine(record(of: answer, id: id).pretty)
    case .jsonl:
      try output.writeLine(record(of: answer, id: id).compact)
      try output.flush()
    case .tsv:
      if isFirst { try output.writeLine(TableRenderer.header) }
      for row in TableRenderer.rows(of: answer, id: id) { try output.writeLine(row) }
    case .trec: try writeRun(answer, id: id)
    }
    isFirst = false
  }

  func finish() throws {
    if request.format == .tsv, isFirst, !request.isQuiet { try output.writeLine(TableRenderer.header) }
    try output.flush()
  }

  private func record(of answer: Answer, id: String) -> JSONValue {
    RecordRenderer.record(
      of: answer,
      in: RecordContext(id: id, fingerprint: index.fingerprint, stale: request.failsWhenStale ? false : nil))
  }

  private func writeText(_ answer: Answer) throws {
    if !isFirst { try output.writeLine("") }
    if request.explains {
      try writeExplained(answer)
    } else {
      for line in text.lines(of: answer) { try output.writeLine(line) }
    }
    try output.flush()
  }

  private func writeExplained(_ answer: Answer) throws {
    var blocks = [text.preamble(of: answer) + explain.queryLines(of: answer) + explain.verdictLines(of: answer)]
    for passage in answer.results {
      let contributions = try index.explain(
        passage.id, for: answer.query,
        ranking: request.isBagOfWords ? .standard : RankingParameters(index.settings.ranking))
      blocks.append(
        text.lines(of: passage) + explain.lines(of: contributions, score: passage.score, lift: passage.lift))
    }
    for line in blocks.joined(separator: [""]) { try output.writeLine(line) }
  }

  private func writeRun(_ answer: Answer, id: String) throws {
    let byArticle = request.grouping == .article
    let lines = try RunRenderer.lines(of: answer, id: id) { passage throws(IndexError) in
      guard byArticle else { return RunRenderer.name(of: try self.index.citation(of: passage)) }
      return RunRenderer.name(of: try self.index.article(self.index.article(of: passage)))
    }
    for line in lines { try output.writeLine(line) }
  }
}
