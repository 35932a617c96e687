// A sentence that changes every second, on a terminal.

/// Shows the warning before the screen clears: one in the place of the other, or, where the terminal cannot do that, a few below
/// one another.
struct CountdownDisplay {
  /// Whether one takes the place of the other.
  let moves: Bool
  private let writer: OutputWriter
  /// How many rows the last one took; 0 before the first.
  private var rows = 0

  init(writer: OutputWriter, moves: Bool) {
    self.writer = writer
    self.moves = moves
  }

  /// - Parameter seconds: how many are left: without moving, only the first sentence and every fifth second is written.
  mutating func show(_ sentence: String, seconds: Int) {
    let columns = TerminalSize(descriptor: writer.descriptor).textColumns
    let lines = TextWrapper(columns: columns, indent: 2).wrapped(sentence)
    if moves {
      let text = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n")
      write(beginning + text + "\u{1B}[J")
    } else if rows == 0 || seconds % 5 == 0 {
      write(lines.joined(separator: "\n") + "\n")
    }
    rows = lines.count
  }

  /// Takes it away, and leaves the cursor where it began.
  func wipe() {
    if moves { write(beginning + "\u{1B}[J") }
  }

  /// Moves the cursor to where the last one began.
  private var beginning: String {
    rows > 1 ? "\r\u{1B}[\(rows - 1)A" : "\r"
  }

  private func write(_ text: String) {
    // A terminal that is gone is found out when its next key is read.
    try? writer.write(text)
    try? writer.flush()
  }
}
