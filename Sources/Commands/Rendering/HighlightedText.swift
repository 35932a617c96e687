// Wrapped text with some of its words picked out. The text is clean already.

import Terminal

/// Lays out a cleaned text for a terminal.
struct HighlightedText {
  /// Cleaned.
  let text: String
  /// Sorted, disjoint byte ranges of `text`.
  let matches: [Range<Int>]

  init(_ text: String, matches: [Range<Int>] = []) {
    // A tab as wide as a space, one byte for one: the ranges stay.
    self.text = text.contains("\t") ? String(text.map { $0 == "\t" ? " " : $0 }) : text
    self.matches = matches
  }

  /// The lines of the text; without a wrapper the text's own.
  func lines(wrapper: TextWrapper?, style: TerminalStyle) -> [String] {
    let bytes = Array(text.utf8)
    let wrapped = wrapper?.lines(of: text) ?? ownLines
    var next = matches[...]
    return wrapped.map { line in
      let content = decorated(line.utf8Range, of: bytes, matches: &next, style: style)
      return content.isEmpty ? "" : String(repeating: " ", count: line.indent) + content
    }
  }

  /// The lines as the text has them, white space and all.
  private var ownLines: [WrappedLine] {
    var start = 0
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      defer { start += line.count + 1 }
      return WrappedLine(indent: 0, utf8Range: start..<start + line.count)
    }
  }

  /// One line's bytes, its matches in bold. Matches that end on this line are used up.
  private func decorated(
    _ range: Range<Int>, of bytes: [UInt8], matches: inout ArraySlice<Range<Int>>, style: TerminalStyle
  ) -> String {
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    guard style.decorates else { return part(range) }
    var result = ""
    var at = range.lowerBound
    while let match = matches.first, match.lowerBound < range.upperBound {
      let shown = match.clamped(to: at..<range.upperBound)
      if !shown.isEmpty {
        result += part(at..<shown.lowerBound) + style.bold(part(shown))
        at = shown.upperBound
      }
      if match.upperBound > range.upperBound { break }
      matches.removeFirst()
    }
    return result + part(at..<range.upperBound)
  }
}
