// Text cut into lines that fit. It cuts and indents; it neither cleans, nor changes, nor decorates a character.

/// One line of wrapped text.
package struct WrappedLine: Hashable, Sendable {
  /// How many spaces stand before the line.
  package let indent: Int
  /// The bytes of the text that stand on the line; without the white space it was broken at.
  package let utf8Range: Range<Int>

  package init(indent: Int, utf8Range: Range<Int>) {
    self.indent = indent
    self.utf8Range = utf8Range
  }
}

/// Wraps at white space and between ideographs, inside a word only where the word alone is wider than a line, and never inside a
/// grapheme cluster.
///
/// A newline in the text begins a new line. A list item (`- `, `* `, `• `, `1. `, `1) `) hangs by its marker:
///
///     - an item that goes
///       over two lines
package struct TextWrapper: Sendable {
  /// Columns a line may take, the indent included.
  package let columns: Int
  /// Spaces before the first line of each paragraph.
  package let indent: Int
  /// Spaces before its other lines, besides what a list marker adds.
  package let hangingIndent: Int

  /// - Parameters:
  ///   - columns: >= 1; where the indent leaves fewer than 8 columns, the lines are that much too long.
  ///   - hangingIndent: `indent` where it is `nil`.
  package init(columns: Int, indent: Int = 0, hangingIndent: Int? = nil) {
    self.columns = columns
    self.indent = indent
    self.hangingIndent = hangingIndent ?? indent
  }

  /// The lines of `text`, in order; their ranges rise and do not overlap. An empty text gives no line, an empty line in
  /// it gives an empty one. O(bytes).
  package func lines(of text: String) -> [WrappedLine] {
    guard !text.isEmpty else { return [] }
    var lines: [WrappedLine] = []
    var start = 0
    for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      wrap(Substring(paragraph), at: start, into: &lines)
      start += paragraph.count + 1
    }
    if text.utf8.last == UInt8(ascii: "\n") { lines.removeLast() }
    return lines
  }

  /// `text` as lines with their indents in place.
  package func wrapped(_ text: String) -> [String] {
    lines(of: text).map { line in
      let part = text.utf8.dropFirst(line.utf8Range.lowerBound).prefix(line.utf8Range.count)
      return String(repeating: " ", count: part.isEmpty ? 0 : line.indent) + String(Substring(part))
    }
  }

  // MARK: - One paragraph

  /// A run of graphemes without white space in it, nor a place to break.
  private struct Word {
    var utf8Range: Range<Int>
    /// The columns of the white space before it; 0 between ideographs.
    var gap: Int
    var columns: Int
  }

  private func wrap(_ paragraph: Substring, at start: Int, into lines: inout [WrappedLine]) {
    let hang = hangingIndent + Self.markerColumns(of: paragraph)
    var line: (range: Range<Int>, columns: Int)?
    var lineIndent = indent
    func finish() {
      lines.append(WrappedLine(indent: lineIndent, utf8Range: line?.range ?? start..<start))
      lineIndent = hang
      line = nil
    }
    for word in words(of: paragraph, at: start) {
      let room = max(8, columns - lineIndent)
      if let current = line, current.columns + word.gap + word.columns <= room {
        line = (current.range.lowerBound..<word.utf8Range.upperBound, current.columns + word.gap + word.columns)
        continue
      }
      if line != nil { finish() }
      guard word.columns > max(8, columns - lineIndent) else {
        line = (word.utf8Range, word.columns)
        continue
      }
      for piece in pieces(of: paragraph, word: word, at: start, firstRoom: columns - lineIndent, room: columns - hang) {
        if line != nil { finish() }
        line = (piece.utf8Range, piece.columns)
      }
    }
    finish()
  }

  /// The words of one paragraph. Only spaces and tabs part them: a no-break space does not.
  private func words(of paragraph: Substring, at start: Int) -> [Word] {
    var words: [Word] = []
    var offset = start
    var gap = 0
    for part in paragraph.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\t" }) {
      let byteCount = part.utf8.count
      if byteCount > 0 {
        var at = offset
        for run in IdeographicBreaks.runs(of: part) {
          words.append(Word(utf8Range: at..<at + run.utf8.count, gap: gap, columns: DisplayWidth.of(run)))
          at += run.utf8.count
          gap = 0
        }
      }
      gap += 1
      offset += byteCount + 1
    }
    return words
  }

  /// A word too wide for a line, cut between graphemes.
  private func pieces(of paragraph: Substring, word: Word, at start: Int, firstRoom: Int, room: Int) -> [Word] {
    let text = Substring(paragraph.utf8.dropFirst(word.utf8Range.lowerBound - start).prefix(word.utf8Range.count))
    var pieces: [Word] = []
    var piece = Word(utf8Range: word.utf8Range.lowerBound..<word.utf8Range.lowerBound, gap: 0, columns: 0)
    for character in text {
      let width = DisplayWidth.of(character)
      let limit = max(8, pieces.isEmpty ? firstRoom : room)
      if piece.columns + width > limit, !piece.utf8Range.isEmpty {
        pieces.append(piece)
        piece = Word(utf8Range: piece.utf8Range.upperBound..<piece.utf8Range.upperBound, gap: 0, columns: 0)
      }
      piece.utf8Range = piece.utf8Range.lowerBound..<piece.utf8Range.upperBound + character.utf8.count
      piece.columns += width
    }
    pieces.append(piece)
    return pieces
  }

  /// The columns of a list marker and the space after it; 0 where the paragraph is no list item.
  static func markerColumns(of paragraph: Substring) -> Int {
    guard let space = paragraph.firstIndex(of: " ") else { return 0 }
    let marker = paragraph[..<space]
    if ["-", "*", "•", "–", "+"].contains(marker) { return 2 }
    guard let last = marker.last, last == "." || last == ")", (2...4).contains(marker.utf8.count) else { return 0 }
    return marker.dropLast().utf8.allSatisfy { 0x30...0x39 ~= $0 } ? marker.utf8.count + 1 : 0
  }
}
