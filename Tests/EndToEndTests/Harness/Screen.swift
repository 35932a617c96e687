// What stands on a terminal's screen after what was written to it: enough of one for GNU Readline and for lines of text.
// Every character is taken to be one column wide; nothing scrolls away.

/// A screen without a lower end.
struct Screen {
  private let columns: Int
  private var rows: [[[UInt8]]] = [[]]
  private var row = 0
  private var column = 0

  init(columns: Int, showing bytes: [UInt8]) {
    self.columns = columns
    var output = TerminalOutput()
    for byte in bytes {
      switch output.read(byte) {
      case .text(let byte): put(byte)
      case .control(let byte): control(byte)
      case .sequence(let parameters, let final): sequence(parameters, final)
      case .other, nil: break
      }
    }
  }

  /// The lines, without blanks at their ends.
  var lines: [String] {
    rows.map { row in
      let end = row.lastIndex { $0 != [0x20] && $0 != [] }.map { $0 + 1 } ?? 0
      return String(decoding: row[..<end].flatMap { $0.isEmpty ? [0x20] : $0 }, as: UTF8.self)
    }
  }

  /// The line that the cursor stands in.
  var cursorLine: String { lines[row] }

  private mutating func put(_ byte: UInt8) {
    if byte & 0xC0 == 0x80, column > 0 {
      rows[row][column - 1].append(byte)
      return
    }
    if column == columns {
      column = 0
      down(1)
    }
    while rows[row].count <= column { rows[row].append([]) }
    rows[row][column] = [byte]
    column += 1
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: column = max(0, column - 1)
    case 0x0A: down(1)
    case 0x0D: column = 0
    default: break
    }
  }

  private mutating func sequence(_ parameters: [Int], _ final: UInt8) {
    let count = max(1, parameters.first ?? 1)
    switch final {
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): down(count)
    case UInt8(ascii: "C"): column = min(columns - 1, column + count)
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "K"): if column < rows[row].count { rows[row].removeSubrange(column...) }
    case UInt8(ascii: "J"):
      if column < rows[row].count { rows[row].removeSubrange(column...) }
      rows.removeSubrange((row + 1)...)
    case UInt8(ascii: "P"):
      if column < rows[row].count { rows[row].removeSubrange(column..<min(rows[row].count, column + count)) }
    case UInt8(ascii: "@"):
      if column < rows[row].count { rows[row].insert(contentsOf: repeatElement([], count: count), at: column) }
    default: break
    }
  }

  private mutating func down(_ count: Int) {
    row += count
    while rows.count <= row { rows.append([]) }
  }
}
