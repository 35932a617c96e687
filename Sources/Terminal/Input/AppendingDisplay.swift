// A line being typed, shown without ever being drawn anew: for screen readers and braille, which follow what is appended.

/// What to write so that a line can be followed by ear: what was typed is appended, what was rubbed out at the end is rubbed out, and
/// any other change begins a new row with the whole line. The cursor is always at the end.
package struct AppendingDisplay: Sendable {
  /// What the row being written holds; `nil` at the beginning of one.
  private var shown: (prompt: String, line: String)?

  package init() {}

  /// Says that the next update begins on a fresh row.
  package mutating func beginRow() {
    shown = nil
  }

  /// What to write for `line` to be read after `prompt`; empty where that is shown already.
  ///
  /// - Parameter columns: of the terminal, >= 1.
  package mutating func update(prompt: String, line: String, columns: Int) -> String {
    let line = Sanitizer.cleanLine(line)
    defer { shown = (prompt, line) }
    guard let shown else { return prompt + line }
    if shown.prompt.utf8.elementsEqual(prompt.utf8) {
      if line.utf8.starts(with: shown.line.utf8) {
        return String(Substring(line.utf8.dropFirst(shown.line.utf8.count)))
      }
      if shown.line.utf8.starts(with: line.utf8) {
        let (before, after) = (DisplayWidth.of(prompt + shown.line), DisplayWidth.of(prompt + line))
        // A backspace does not lead from a row to the one above.
        if after / columns == before / columns {
          return Array(repeating: "\u{8} \u{8}", count: max(0, before - after)).joined()
        }
      }
    }
    return "\n" + prompt + line
  }
}
