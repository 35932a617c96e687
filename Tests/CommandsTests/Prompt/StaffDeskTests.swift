// What staff do with a passage besides reading it: copy, open, say that it is wrong; and what they set.

import ByteIO
import Commands
import Conversation
import Glibc
import InvertedIndex
import Terminal
import Testing

@Suite struct StaffDeskTests {
  private let library = SampleLibrary()

  init() {
    var answer = Sample.answer(
      "roses",
      results: [Sample.passage(rank: 1, path: "-beds.md"), Sample.passage(rank: 2, path: "tools.md", text: "Saw.")])
    answer.query = WeightedQuery(terms: [.init(Array("rose".utf8))])
    library.answers["roses"] = answer
  }

  private func console(
    _ lines: String..., desk: StaffDesk = StaffDesk(), decorates: Bool = true,
    ending: ForegroundProgram.Ending = .status(0)
  ) throws -> SampleConsole {
    let console = SampleConsole(lines)
    console.style = TerminalStyle(decorates: decorates)
    console.ending = ending
    var session = PromptSession(library: library, console: console, desk: desk)
    session.callBack()
    _ = try session.run()
    return console
  }

  /// What the last line typed brought, without escape sequences of style.
  private func last(_ console: SampleConsole) -> String {
    (console.shown.last ?? []).joined(separator: "\n").replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
  }

  @Test func `copy hands a passage and its citation to the clipboard, on one line, and only when asked`() throws {
    let console = try console("roses", ":copy 2")
    #expect(console.copied == ["\"Saw.\" — \"When to prune\", tools.md:12#0a1b2c (index 4be1d7c0)"])
    #expect(last(console).hasPrefix("  Passage 2 and its citation were handed to the"))
    #expect(try self.console("roses", ":cite 2", "open").copied.isEmpty)
    let plain = try self.console("roses", ":copy", decorates: false)
    #expect(plain.copied.isEmpty && last(plain) == "  This terminal takes no text for a clipboard.")
  }

  @Test func `edit opens the file at the passage's line, and says why it cannot`() throws {
    var desk = StaffDesk()
    #expect(try last(console("roses", ":edit")).hasPrefix("  Set the variable EDITOR"))
    desk.editor = ["vi", "-e"]
    #expect(try console("roses", ":edit", desk: desk).commands == [["vi", "-e", "+12", "Corpus/-beds.md"]])
    #expect(try last(console("roses", ":edit 2", desk: desk)) == "  The file is not at hand.")
    let failed = try console("roses", ":edit 1", desk: desk, ending: .failed(errno: ENOENT))
    #expect(last(failed) == "  Cannot run vi: No such file or directory.")
  }

  @Test func `the desk is read from the environment`() {
    let desk = StaffDesk { ["VISUAL": "", "EDITOR": "code -w", "HOME": "/home/ada", "TERM": "foot"][$0] }
    #expect(desk.editor == ["code", "-w"] && desk.takesLinks)
    #expect(desk.history?.path == "/home/ada/.local/state/verbatim/history")
    let other = StaffDesk { ["VISUAL": "emacs", "EDITOR": "vi", "XDG_STATE_HOME": "/state", "HOME": "/h"][$0] }
    #expect(other.editor == ["emacs"] && other.history?.path == "/state/verbatim/history" && !other.takesLinks)
    #expect(StaffDesk { _ in nil }.history == nil)
  }

  @Test func `citations are links where the terminal takes them, until they are turned off`() throws {
    var desk = StaffDesk()
    desk.takesLinks = true
    desk.host = "green house"
    let address = "file://green%20house/garden/Corpus/tools.md"
    let shown = try console("roses", ":set links off", "roses", desk: desk).shown.map { $0.joined(separator: "\n") }
    #expect(shown[1].contains("\u{1B}]8;;\(address)\u{1B}\\tools.md:12\u{1B}]8;;\u{1B}\\"))
    #expect(shown[1].contains("/garden/Corpus/-beds.md\u{1B}\\-beds.md:12#0a1b2c\u{1B}]8;;\u{1B}\\"))
    #expect(shown[2].contains("links off") && !shown[3].contains("\u{1B}]8"))
    #expect(try !console("roses", desk: desk, decorates: false).shown[1].joined().contains("\u{1B}"))
    #expect(try last(console(":set links on", desk: desk, decorates: false)).contains("No links are written here"))
  }

  @Test func `set shows and changes what is set; list off shows one passage, suggestions on offers headings`() throws {
    let console = try console(":set", ":set list off", "roses", ":set list on", "roses", ":set suggestions on", "roses")
    let shown = console.shown.map { $0.joined(separator: "\n") }
    #expect(shown[1].contains("list on") && shown[1].contains("golden golden.tsv"))
    #expect(!shown[3].contains("\n 2  ") && shown[3].contains("more  next passage"))
    #expect(shown[5].contains("\n 2  ") && !shown[5].contains("type the letter"))
    #expect(shown[7].contains("\n 2  ") && shown[7].contains("type the letter"))
  }
}
