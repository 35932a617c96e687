// What trec_eval and spreadsheets read.

import Commands
import Conversation
import Documents
import InvertedIndex
import Testing

@Suite struct RunRendererTests {
  private func answer(_ scores: [Float]) -> Answer {
    var answer = Sample.answer("q", .noAnswer)
    answer.retrieved = scores.enumerated().map {
      ScoredPassage(passage: PassageID(UInt32($0.offset)), score: $0.element)
    }
    return answer
  }

  @Test func `whatever the verdict, what was retrieved is listed`() {
    let lines = RunRenderer.lines(of: answer([7.31, 2.5]), id: "q 1") { "p\($0.rawValue)" }
    #expect(lines == ["q%201 Q0 p0 1 7.31 verbatim", "q%201 Q0 p1 2 2.5 verbatim"])
  }

  @Test func `equal scores are told apart, so that sorting by score keeps the ranks`() {
    let lines = RunRenderer.lines(of: answer([3, 3, 3, 2.9999998, 1]), id: "1") { "p\($0.rawValue)" }
    let scores = lines.compactMap { Float($0.split(separator: " ")[4]) }
    #expect(scores.count == 5)
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 })
    #expect(scores.first == 3 && scores.last == 1)
  }

  @Test func `an article is listed once, at its best passage`() {
    let lines = RunRenderer.lines(of: answer([3, 2, 1]), id: "1") { $0.rawValue < 2 ? "a" : "b" }
    #expect(lines == ["1 Q0 a 1 3.0 verbatim", "1 Q0 b 2 1.0 verbatim"])
  }

  @Test func `the crisis card is no run`() {
    var crisis = answer([1])
    crisis.verdict = .crisis
    #expect(RunRenderer.lines(of: crisis, id: "1") { _ in "p" }.isEmpty)
  }

  @Test func `white space in names is percent-encoded`() {
    #expect(
      RunRenderer.name(of: Citation(path: CorpusPath("my notes\t50%.md"), line: 3, hash: "abcdef"))
        == "my%20notes%0950%.md:3#abcdef")
    #expect(RunRenderer.name(of: Sample.article("a.jsonl", title: nil, identifier: "doc\u{A0}1")) == "doc%C2%A01")
    #expect(RunRenderer.name(of: Sample.article("a b.md", title: "T")) == "a%20b.md")
  }

  @Test func `a table row has the header's fields, and tabs and newlines only between them`() {
    let passage = Sample.passage(title: "Keeping\troses", heading: nil)
    #expect(
      TableRenderer.rows(of: Sample.answer(results: [passage]), id: "3") == [
        "3\t1\t7.31\tbeds/roses.md:12#0a1b2c\tKeeping roses\t\tPrune in late winter. - before buds open - on a dry day"
      ])
    #expect(TableRenderer.header.split(separator: "\t").count == 7)
    #expect(TableRenderer.rows(of: Sample.answer("q", .noAnswer), id: "3").isEmpty)
  }
}
