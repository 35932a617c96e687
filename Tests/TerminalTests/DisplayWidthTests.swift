// Columns, as terminals count them.

import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ａ", 2), ("👍", 2), ("👩‍👩‍👧", 2),
    ("🇺🇸", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("\u{200B}", 0), ("a\u{200D}b", 2), ("“x” – …", 7), ("\u{FFFD}", 1),
    // Thai sara am and Indic vowel signs take a column of their own, marks above and below none.
    ("กำ", 2), ("ก้", 1), ("नि", 2), ("हिन्दी", 5), ("👍🏽", 2), ("🏽", 2), ("❤️‍🔥", 2), ("👩🏽‍⚕️", 2), ("🇺", 1), ("각", 2),
    ("\u{1100}\u{1161}\u{11A8}", 2), ("1\u{FE0F}\u{20E3}", 2), ("⌚", 2), ("\u{301}", 0), ("・", 2), ("ﾊ", 1),
  ])
  func `a text takes the columns of its clusters`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `a scalar is wide where Unicode says so, and a mark takes no column`() {
    let wide = EastAsianWidth.wide
    #expect(wide.count == 121)
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // What is unassigned in the tables of either version tells nothing.
      guard scalar.properties.generalCategory != .unassigned, let age = scalar.properties.age, age <= (15, 0) else {
        continue
      }
      let columns = DisplayWidth.of(scalar)
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator:
        if columns != 0 { Issue.record("U+\(String(value, radix: 16)) takes \(columns) columns, not 0") }
      case .format:
        if columns != (value == 0xAD ? 1 : 0) { Issue.record("U+\(String(value, radix: 16)) takes \(columns) columns") }
      default:
        let expected = wide.contains { $0.contains(value) } ? 2 : 1
        if columns != expected {
          Issue.record("U+\(String(value, radix: 16)) takes \(columns) columns, not \(expected)")
        }
      }
    }
  }

  @Test func `an unknown size is 80 by 24, and text keeps between 20 and 76 columns`() {
    #expect(TerminalSize(columns: 0, rows: 0) == TerminalSize(columns: 80, rows: 24))
    #expect([1, 40, 80, 200].map { TerminalSize(columns: $0, rows: 24).textColumns } == [20, 40, 76, 76])
  }
}
