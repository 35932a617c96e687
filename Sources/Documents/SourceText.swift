// Cleaned text that still knows the lines of the file it came from.

/// Lines of a source file, from 1, both ends included.
package struct LineRange: Hashable, Sendable {
  package let first: Int
  package let last: Int

  /// - Precondition: `1 <= first <= last`.
  package init(_ first: Int, _ last: Int) {
    precondition(1 <= first && first <= last, "a line range runs forward from line 1, not \(first) to \(last)")
    self.first = first
    self.last = last
  }

  /// The smallest range that holds both.
  package func union(_ other: LineRange) -> LineRange {
    LineRange(min(first, other.first), max(last, other.last))
  }
}

/// A run of cleaned text, with the source line each part of it came from.
package struct SourceText: Hashable, Sendable {
  /// From `utf8Offset` of the text on, the source line is `line`.
  package struct LineMark: Hashable, Sendable {
    package let utf8Offset: Int
    package let line: Int

    package init(utf8Offset: Int, line: Int) {
      self.utf8Offset = utf8Offset
      self.line = line
    }
  }

  /// Mark-up gone, soft line breaks as single spaces, NFC, no control characters but newline.
  package let text: String
  /// Sorted by offset and by line; the first offset is 0; at least one.
  package let marks: [LineMark]

  /// - Precondition: `marks` is not empty and begins at offset 0.
  package init(text: String, marks: [LineMark]) {
    precondition(marks.first?.utf8Offset == 0, "the first line mark of a text stands at its beginning")
    self.text = text
    self.marks = marks
  }

  /// A text that lies on one source line.
  package init(_ text: String, line: Int) {
    self.init(text: text, marks: [LineMark(utf8Offset: 0, line: line)])
  }

  /// All source lines of the text.
  package var lines: LineRange {
    LineRange(marks[0].line, marks[marks.count - 1].line)
  }

  /// The source lines of `utf8Range` of the text; O(number of marks).
  package func lines(of utf8Range: Range<Int>) -> LineRange {
    let first = line(at: utf8Range.lowerBound)
    return LineRange(first, max(first, line(at: max(utf8Range.lowerBound, utf8Range.upperBound - 1))))
  }

  private func line(at utf8Offset: Int) -> Int {
    (marks.last { $0.utf8Offset <= utf8Offset } ?? marks[0]).line
  }
}
