// When there are escape sequences, and when there is not one.

import Terminal
import Testing

@Suite struct TerminalStyleTests {
  private func decorates(_ choice: ColorChoice, isTerminal: Bool, _ variables: [String: String]) -> Bool {
    TerminalStyle(choice: choice, isTerminal: isTerminal) { variables[$0] }.decorates
  }

  @Test func `a terminal is decorated unless the environment says no`() {
    #expect(decorates(.auto, isTerminal: true, ["TERM": "xterm"]))
    #expect(decorates(.auto, isTerminal: true, ["TERM": "xterm", "NO_COLOR": ""]))
    #expect(!decorates(.auto, isTerminal: true, ["TERM": "xterm", "NO_COLOR": "1"]))
    #expect(!decorates(.auto, isTerminal: true, ["TERM": "dumb"]))
    #expect(!decorates(.auto, isTerminal: true, [:]))
    #expect(!decorates(.auto, isTerminal: false, ["TERM": "xterm"]))
  }

  @Test func `always and never are obeyed`() {
    #expect(decorates(.always, isTerminal: false, ["TERM": "dumb", "NO_COLOR": "1"]))
    #expect(!decorates(.never, isTerminal: true, ["TERM": "xterm"]))
  }

  @Test func `plain text stays as it is`() {
    #expect(TerminalStyle.plain.bold("word") == "word")
    #expect(TerminalStyle(decorates: true).bold("word") == "\u{1B}[1mword\u{1B}[0m")
    #expect(TerminalStyle(decorates: true).bold("").isEmpty)
  }
}
