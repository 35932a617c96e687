// A wrong answer becomes a golden question.

import Commands
import Conversation
import Glibc
import InvertedIndex
import Terminal
import Testing

@Suite struct WrongAnswerTests {
  private let library = SampleLibrary()
  private let path: String

  init() throws {
    var template = Array("/tmp/verbatim-golden-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template))
    path = String(cString: folder) + "/golden.tsv"
    library.answers["roses"] = Sample.answer("roses", results: [Sample.passage(rank: 1), Sample.passage(rank: 2)])
    var carried = Sample.answer("and in winter?", .noAnswer)
    carried.carried = ["rose"]
    carried.missing = ["winter"]
    library.answers["and in winter?"] = carried
  }

  private func say(_ lines: String...) throws -> [String] {
    var desk = StaffDesk()
    desk.golden = path
    let console = SampleConsole(lines)
    console.size = TerminalSize(columns: 200, rows: 50)
    var session = PromptSession(library: library, console: console, desk: desk)
    _ = try session.run()
    return console.shown.dropFirst().map { $0.joined(separator: " ").split { $0 == " " }.joined(separator: " ") }
  }

  private func rows() throws -> [String] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let input = InputLines(descriptor: descriptor)
    var rows: [String] = []
    while let line = try input.next() { rows.append(line.text) }
    return rows
  }

  @Test func `wrong adds a question with the words of the passage on that line, under the next id`() throws {
    let said = try say(
      "roses", ":wrong 1 expect beds/roses.md:10", ":wrong expect Corpus/beds/roses.md:9#0a1b2c", "and in winter?",
      ":wrong expect missing=winter", ":wrong expect crisis")
    #expect(said[1] == "Added to \(path) as g-0001 (fails now). Run: verbatim eval \(path)")
    #expect(said[4].contains("g-0003 (right now)"))
    #expect(
      try rows() == [
        "id\tquestion\tcontext\texpected",
        "g-0001\troses\t\tbeds/roses.md::Prune in late winter. - before buds open",
        "g-0002\troses\t\tbeds/roses.md::Roses want sun.",
        "g-0003\tand in winter?\troses\tmissing=winter",
        "g-0004\tand in winter?\troses\tcrisis",
      ])
    #expect(try GoldenQuestionParser.questions(in: rows()).count == 4)
  }

  @Test func `what cannot be expected is not written`() throws {
    let said = try say(
      ":wrong expect crisis", "roses", ":wrong 7 expect crisis", ":wrong expect zebras.md:1",
      ":wrong expect beds/roses.md",
      ":wrong expect beds/roses.md:99")
    #expect(said[0].hasPrefix("Ask a question first, or type topics "))
    #expect(said[2] == "There is no passage 7; the last answer has 2.")
    for refusal in said[3...] { #expect(refusal.hasPrefix("No article has a passage at ")) }
    #expect(try rows().isEmpty)
  }

  @Test func `a file that holds something else is left alone, one without a last line end is continued`() throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    let begun = "id\tquestion\tcontext\texpected\ng-0041\tcats\t\tno_answer"
    #expect(write(descriptor, begun, begun.utf8.count) == begun.utf8.count)
    _ = try say("roses", ":wrong expect no_answer")
    #expect(try rows().dropFirst() == ["g-0041\tcats\t\tno_answer", "g-0042\troses\t\tno_answer"])
    #expect(write(descriptor, "a shopping list\n", 16) == 16)
    let before = try rows()
    #expect(try say("roses", ":wrong expect no_answer")[1].hasPrefix("\(path):4: there are 1 columns"))
    #expect(try rows() == before)
    close(descriptor)
  }
}
