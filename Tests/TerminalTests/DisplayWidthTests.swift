// Columns, as terminals count them.

import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ａ", 2), ("👍", 2), ("👩‍👩‍👧", 2),
    ("🇺🇸", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("\u{200B}", 0), ("a\u{200D}b", 2), ("“x” – …", 7), ("\u{FFFD}", 1),
  ])
  func `a text takes the columns of its clusters`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `an unknown size is 80 by 24, and text keeps between 20 and 76 columns`() {
    #expect(TerminalSize(columns: 0, rows: 0) == TerminalSize(columns: 80, rows: 24))
    #expect([1, 40, 80, 200].map { TerminalSize(columns: $0, rows: 24).textColumns } == [20, 40, 76, 76])
  }
}
