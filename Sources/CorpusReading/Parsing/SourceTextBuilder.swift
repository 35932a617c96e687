// Puts a text together from parts of source lines, white space run together, and remembers which line each part had.

import Documents
import TextAnalysis

/// Builds one `SourceText`.
struct SourceTextBuilder {
  private var bytes: [UInt8] = []
  private var marks: [SourceText.LineMark] = []
  private var hasSpace = false
  /// The line of the last mark; 0 before the first.
  private var lastLine = 0

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds text of one source line; each run of white space becomes one space, none at the beginning.
  ///
  /// - Parameter line: from 1, not below that of the text before.
  mutating func append(_ text: Span<UInt8>, line: Int) {
    if bytes.isEmpty { bytes.reserveCapacity(text.count) }
    var index = 0
    while index < text.count {
      if Self.isSpace(text[index]) {
        hasSpace = true
        index += 1
        continue
      }
      if hasSpace {
        if !bytes.isEmpty && bytes[bytes.count - 1] != 0x0A { bytes.append(0x20) }
        hasSpace = false
      }
      if lastLine != line { mark(line) }
      let end = ByteScan.endOfSpacedWords(in: text, from: index)
      let run = text.extracting(index..<end)
      unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      index = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// A soft line break.
  mutating func appendSpace() {
    hasSpace = true
  }

  /// What follows stands on a line of its own.
  mutating func appendLineFeed() {
    hasSpace = false
    if !bytes.isEmpty && bytes[bytes.count - 1] != 0x0A { bytes.append(0x0A) }
  }

  private mutating func mark(_ line: Int) {
    guard line > lastLine else { return }
    lastLine = line
    marks.append(SourceText.LineMark(utf8Offset: bytes.count, line: line))
  }

  /// The text, without white space at its end; `nil` where there is none. The builder begins anew.
  mutating func finish() -> SourceText? {
    while bytes.last == 0x0A { bytes.removeLast() }
    defer { self = SourceTextBuilder() }
    return bytes.isEmpty ? nil : SourceText(text: String(decoding: bytes, as: UTF8.self), marks: marks)
  }
}

extension SourceText {
  /// The parts of the text in `utf8Ranges`; O(text), however many the ranges.
  ///
  /// - Precondition: the ranges are sorted, apart from each other, not empty, and begin and end between characters.
  func slices(_ utf8Ranges: [Range<Int>]) -> [SourceText] {
    let utf8 = text.utf8
    var (index, offset) = (utf8.startIndex, 0)
    var mark = 0
    return utf8Ranges.map { range in
      let start = utf8.index(index, offsetBy: range.lowerBound - offset)
      let end = utf8.index(start, offsetBy: range.count)
      (index, offset) = (end, range.upperBound)
      while mark + 1 < marks.count, marks[mark + 1].utf8Offset <= range.lowerBound { mark += 1 }
      var inner = [LineMark(utf8Offset: 0, line: marks[mark].line)]
      while mark + 1 < marks.count, marks[mark + 1].utf8Offset < range.upperBound {
        mark += 1
        inner.append(LineMark(utf8Offset: marks[mark].utf8Offset - range.lowerBound, line: marks[mark].line))
      }
      return SourceText(text: String(text[start..<end]), marks: inner)
    }
  }

  /// `texts` one after the other, `separator` between them; `nil` for none. O(bytes).
  static func joined(_ texts: [SourceText], separator: String) -> SourceText? {
    guard let first = texts.first else { return nil }
    if texts.count == 1 { return first }
    var text = first.text
    var marks = first.marks
    for next in texts.dropFirst() {
      text += separator
      let offset = text.utf8.count
      let floor = marks[marks.count - 1].line
      for mark in next.marks {
        marks.append(LineMark(utf8Offset: offset + mark.utf8Offset, line: max(floor, mark.line)))
      }
      text += next.text
    }
    return SourceText(text: text, marks: marks)
  }
}
