// Wrapped text with some of its words picked out. The text is clean already.

import Terminal

/// Lays out a cleaned text for a terminal: the sentence that answers in bold, the question's words underlined.
struct HighlightedText {
  /// Cleaned.
  let text: String
  /// Sorted, disjoint byte ranges of `text`.
  let matches: [Range<Int>]
  /// A byte range of `text`; `nil` where it is the whole text, of which nothing need stand out.
  let best: Range<Int>?

  init(_ text: String, matches: [Range<Int>] = [], best: Range<Int>? = nil) {
    // A tab as wide as a space, one byte for one: the ranges stay.
    self.text = text.contains("\t") ? String(text.map { $0 == "\t" ? " " : $0 }) : text
    self.matches = matches
    self.best = best == 0..<text.utf8.count ? nil : best
  }

  /// The lines of the text; without a wrapper the text's own.
  ///
  /// - Parameter mark: stands in the margin of the lines with the sentence that answers, where nothing may be decorated; as wide as
  ///   the wrapper's indent, or narrower.
  func lines(wrapper: TextWrapper?, style: TerminalStyle, mark: String? = nil) -> [String] {
    let bytes = Array(text.utf8)
    let wrapped = wrapper?.lines(of: text) ?? ownLines
    var next = matches[...]
    return wrapped.map { line in
      while let match = next.first, match.upperBound <= line.utf8Range.lowerBound { next.removeFirst() }
      let content = decorated(line.utf8Range, of: bytes, matches: next, style: style)
      let margin = !style.decorates && best.map(line.utf8Range.overlaps) == true ? mark ?? "" : ""
      return content.isEmpty ? "" : margin + String(repeating: " ", count: line.indent - margin.count) + content
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

  /// One line's bytes, decorated.
  ///
  /// - Parameter matches: from the first on that reaches into the line.
  private func decorated(
    _ range: Range<Int>, of bytes: [UInt8], matches: ArraySlice<Range<Int>>, style: TerminalStyle
  ) -> String {
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    guard style.decorates else { return part(range) }
    var result = ""
    /// What is bold of `range`, and the rest as it is; underlined where it matches.
    func add(_ range: Range<Int>, isMatch: Bool) {
      let bold = best?.clamped(to: range) ?? range.lowerBound..<range.lowerBound
      for (piece, isBold) in [
        (range.lowerBound..<bold.lowerBound, false), (bold, true), (bold.upperBound..<range.upperBound, false),
      ] where !piece.isEmpty {
        let text = part(piece)
        result += isMatch ? style.underlined(text, isBold: isBold) : isBold ? style.bold(text) : text
      }
    }
    var at = range.lowerBound
    for match in matches {
      guard match.lowerBound < range.upperBound else { break }
      let shown = match.clamped(to: at..<range.upperBound)
      add(at..<shown.lowerBound, isMatch: false)
      add(shown, isMatch: true)
      at = shown.upperBound
    }
    add(at..<range.upperBound, isMatch: false)
    return result
  }
}
