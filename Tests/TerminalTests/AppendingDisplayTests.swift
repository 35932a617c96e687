// A line shown by appending alone.

import Terminal
import Testing

@Suite struct AppendingDisplayTests {
  /// What is written as the line becomes each of `lines`.
  private func written(_ lines: [String], prompt: String = "> ", columns: Int = 20) -> [String] {
    var display = AppendingDisplay()
    return lines.map { display.update(prompt: prompt, line: $0, columns: columns) }
  }

  @Test func `what is typed at the end is appended, and what is shown already is not written again`() {
    #expect(written(["", "a", "ab", "ab", "abé"]) == ["> ", "a", "b", "", "é"])
  }

  @Test func `what is rubbed out at the end is rubbed out, column by column`() {
    #expect(written(["ab", "a", ""]) == ["> ab", "\u{8} \u{8}", "\u{8} \u{8}"])
    #expect(written(["a日", "a"]) == ["> a日", "\u{8} \u{8}\u{8} \u{8}"])
  }

  @Test func `any other change begins a new row with the whole line`() {
    #expect(written(["abc", "axc", "another one"]) == ["> abc", "\n> axc", "\n> another one"])
  }

  @Test func `what would have to be rubbed out on the row above begins a new row`() {
    let (long, short) = (String(repeating: "x", count: 18), String(repeating: "x", count: 17))
    #expect(written([long, short]) == ["> " + long, "\n> " + short])
  }

  @Test func `another prompt begins a new row, and so does a row that was ended`() {
    var display = AppendingDisplay()
    #expect(display.update(prompt: "> ", line: "a", columns: 80) == "> a")
    #expect(display.update(prompt: "search: ", line: "a", columns: 80) == "\nsearch: a")
    display.beginRow()
    #expect(display.update(prompt: "> ", line: "a", columns: 80) == "> a")
  }

  @Test func `control characters that were typed are shown, not obeyed`() {
    #expect(written(["\u{1B}[2J\u{7}"]) == ["> \u{FFFD}[2J\u{FFFD}"])
  }
}
