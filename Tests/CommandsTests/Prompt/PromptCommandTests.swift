// What is a command, and what only looks like one.

import Commands
import Testing

@Suite struct PromptCommandTests {
  @Test(arguments: [
    ("help", PromptCommand.help), ("  HELP ", .help), (":help", .help), ("more", .more), (":back", .back),
    ("open", .open(nil)),
    ("open 2", .open(2)), (":open 12", .open(12)), ("3", .show(3)), (":why", .why(nil)), (":cite 1", .cite(1)),
    (":raw 2", .raw(2)),
    (":all", .all), (":quit", .done), ("done", .done), ("new", .new), ("topics", .topics), ("sources", .sources),
    (":copy", .copy(nil)), (":edit 2", .edit(2)), (":set", .set(nil)),
    (":set Links OFF", .set(.turned("links", on: false))),
    (":set golden my  file.tsv", .set(.golden("my file.tsv"))),
    (":wrong 2 expect a.md:3", .wrong(2, expected: "a.md:3")),
    (":wrong expect missing=cat", .wrong(nil, expected: "missing=cat")),
    (":history", .history), (":compare oil", .compare("oil")),
    ("tell me more", .more), ("Tell me more.", .more), ("next", .more), ("what else?", .more), ("go back", .back),
    (":COMPARE  Side   effects 2 ", .compare("Side effects 2")),
  ])
  func `a whole line is a command`(line: String, command: PromptCommand) {
    #expect(PromptLine(line) == .command(command))
  }

  @Test(arguments: [
    "help with sleep", "more about roses", "open wound", "open 2 more", "new treatments", "why", "cite 1", "all",
    "history", "quit smoking", "exit wound", "compare oil",
    ":)", ": help", "how?", "3 days", "2.5", "-1", "٣", "help me", "done?",
  ])
  func `what only begins like a command is a question`(line: String) {
    #expect(PromptLine(line) == .question(line))
  }

  @Test(arguments: [
    ("cite 2", PromptCommand.cite(2)), ("Why 1", .why(1)), (" raw  1 ", .raw(1)), ("copy 12", .copy(12)),
    ("edit 3", .edit(3)), ("wrong 1 expect a.md:3", .wrong(1, expected: "a.md:3")),
  ])
  func `staff need no colon before a command with the number of a passage, patients ask`(
    line: String, command: PromptCommand
  ) {
    #expect(PromptLine(line, audience: .staff) == .command(command))
    #expect(PromptLine(line, audience: .patient) == .question(line))
  }

  @Test(arguments: [
    "why does it work", "why", "why 2 doses", "cite two", "raw milk", "copy", "wrong 1 dose", "wrong expect a.md:3",
    "compare driving", "compare 2", "all 2", "2 cite", "why 2?",
  ])
  func `a question of staff that only contains such words stays one`(line: String) {
    #expect(PromptLine(line, audience: .staff) == .question(line))
  }

  @Test func `wrong and a number alone is told how it is typed`() {
    #expect(PromptLine("wrong 1", audience: .staff) == .wrongArgument(name: "wrong"))
  }

  @Test(arguments: ["", "   ", "\t"])
  func `an empty line is nothing`(line: String) {
    #expect(PromptLine(line) == .empty)
  }

  @Test(arguments: [
    (":hlep", "help"), (":histroy", "history"), (":h", "help"), (":sorces", "sources"), (":qiut", "quit"),
    (":wyh", "why"), (":copmare", "compare"),
    (":zzz", nil), (":pomegranate", nil), (":x", nil),
  ])
  func `an unknown command suggests the nearest, and is not searched`(line: String, suggestion: String?) {
    #expect(PromptLine(line) == .unknown(name: String(line.dropFirst()), suggestion: suggestion))
  }

  @Test(arguments: [
    ":open two", ":help 2", ":why 1 2", ":new day", ":cite 99999999999999999999", ":compare",
    ":wrong", ":wrong 1", ":wrong 1 a.md:3", ":wrong expect", ":set links", ":set links maybe", ":set zebra on",
    ":copy that",
  ])
  func `a command that cannot take what follows it says so`(line: String) {
    let name = line.dropFirst().prefix { $0 != " " }
    #expect(PromptLine(line) == .wrongArgument(name: String(name)))
  }

  @Test func `a number is a passage with a colon too, and a lone q is left over from a page`() {
    #expect(PromptLine(":2") == .command(.show(2)) && PromptLine("2") == .command(.show(2)))
    #expect(PromptLine(":q") == .command(.done))
    #expect(PromptLine("q") == .empty && PromptLine(" Q ") == .empty)
    #expect(PromptLine("q fever") == .question("q fever") && PromptLine(":2 days") == .question(":2 days"))
  }
}
