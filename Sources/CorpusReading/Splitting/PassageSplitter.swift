// Cuts a document's sections into passages: one paragraph, or one list with its lead-in, neither tiny nor long.

import Documents

/// The unit of retrieval is made here. No two passages overlap, and none crosses a heading.
enum PassageSplitter {
  /// Passages below this many words merge with a neighbour in their section. Of sentences, whole sections, windows of
  /// 60 and 100 words, and paragraphs of 25 to 180 words, the last put the right passage first most often (89 %).
  static let fewestWords = 25
  /// Passages above this many words split at sentence ends.
  static let mostWords = 180
  /// No passage has more words than this, whatever the text: field lengths are bounded.
  static let hardWordLimit = 256
  /// No passage has more bytes than this, even of a text without any space.
  static let byteLimit = 8192

  /// The passages of `document`, in reading order; O(bytes).
  static func passages(of document: Document) -> [Passage] {
    var passages: [Passage] = []
    for (number, section) in document.sections.enumerated() {
      for unit in merged(units(of: section.blocks)) {
        passages.append(
          Passage(section: number, heading: section.heading, text: unit.text.text, lines: unit.text.lines))
      }
    }
    return passages
  }

  /// A passage in the making.
  private struct Unit {
    var text: SourceText
    var wordCount: Int

    init(_ text: SourceText) {
      self.text = text
      self.wordCount = LineShape.termCount(text.text.utf8.span)
    }

    /// Two texts on lines of their own: no word crosses a line.
    init?(_ first: Unit, above second: Unit) {
      guard let text = SourceText.joined([first.text, second.text], separator: "\n") else { return nil }
      self.text = text
      self.wordCount = first.wordCount + second.wordCount
    }
  }

  /// Paragraphs, and lists with the paragraph that leads in to them, each cut where it is too long.
  private static func units(of blocks: [Block]) -> [Unit] {
    var units: [Unit] = []
    var leadIn: SourceText?
    for (index, block) in blocks.enumerated() {
      if block.kind == .paragraph, leadsIn(block, to: index + 1 < blocks.count ? blocks[index + 1] : nil) {
        leadIn = block.pieces[0]
        continue
      }
      let pieces = (leadIn.map { [$0] } ?? []) + block.pieces
      leadIn = nil
      units += pack(pieces)
    }
    return units
  }

  private static func leadsIn(_ paragraph: Block, to next: Block?) -> Bool {
    guard let next, next.kind == .list || next.kind == .table else { return false }
    return LineShape(paragraph.pieces[0].text).lastMark == ":"
  }

  /// `pieces` on lines of their own, in as few units as the limit allows; a piece over it is cut at sentence ends.
  private static func pack(_ pieces: [SourceText]) -> [Unit] {
    let whole = SourceText.joined(pieces, separator: "\n").map { Unit($0) }
    if let whole, fits(whole) { return [whole] }
    var units: [Unit] = []
    var open: [SourceText] = []
    var openWords = 0
    for piece in pieces {
      let unit = Unit(piece)
      if openWords > 0, openWords + unit.wordCount > mostWords || !fits(unit) {
        if let closed = SourceText.joined(open, separator: "\n") { units.append(Unit(closed)) }
        (open, openWords) = ([], 0)
      }
      if fits(unit) {
        open.append(piece)
        openWords += unit.wordCount
      } else {
        units += LongTextSplitter.split(piece).map { Unit($0) }
      }
    }
    if let closed = SourceText.joined(open, separator: "\n") { units.append(Unit(closed)) }
    return units
  }

  private static func fits(_ unit: Unit) -> Bool {
    unit.wordCount <= mostWords && unit.text.text.utf8.count <= byteLimit
  }

  /// `units` with the small ones merged into the neighbour below, the last into the one above, where that fits.
  private static func merged(_ units: [Unit]) -> [Unit] {
    var result: [Unit] = []
    for unit in units {
      if let last = result.last, last.wordCount < fewestWords, let both = joined(last, unit) {
        result[result.count - 1] = both
      } else {
        result.append(unit)
      }
    }
    if let last = result.last, last.wordCount < fewestWords, result.count > 1,
      let both = joined(result[result.count - 2], last)
    {
      result.removeLast(2)
      result.append(both)
    }
    return result
  }

  private static func joined(_ first: Unit, _ second: Unit) -> Unit? {
    guard first.wordCount + second.wordCount <= mostWords + fewestWords,
      first.text.text.utf8.count + second.text.text.utf8.count < byteLimit
    else { return nil }
    return Unit(first, above: second)
  }
}
