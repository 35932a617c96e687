// Cuts a document's sections into passages: one paragraph, or one list with its lead-in, neither tiny nor long.

import Documents
import TextAnalysis

/// The unit of retrieval is made here. No passage crosses a heading, and no two overlap, but for a lead-in that denies or limits the
/// items of its list ("Do not take it if:"): where the list is cut, it stands above each part.
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
      units += pack(block.pieces, under: leadIn)
      leadIn = nil
    }
    return units
  }

  private static func leadsIn(_ paragraph: Block, to next: Block?) -> Bool {
    guard let next, next.kind == .list || next.kind == .table else { return false }
    return LineShape(paragraph.pieces[0].text).lastMark == ":"
  }

  /// A lead-in over this many words, or this many bytes, is not repeated.
  private static let mostRepeatedWords = 40
  private static let mostRepeatedBytes = 1024

  /// `leadIn` and `pieces` on lines of their own, in as few units as the limit allows; a piece over it is cut at sentence ends.
  private static func pack(_ pieces: [SourceText], under leadIn: SourceText?) -> [Unit] {
    let whole = SourceText.joined((leadIn.map { [$0] } ?? []) + pieces, separator: "\n").map { Unit($0) }
    if let whole, fits(whole) { return [whole] }
    if let leadIn, !fits(Unit(leadIn)) { return pack([leadIn] + pieces, under: nil) }
    let above = leadIn.map { [$0] } ?? []
    let repeated = above.filter { lead in
      Unit(lead).wordCount <= mostRepeatedWords && lead.text.utf8.count <= mostRepeatedBytes
        && RestrictingWords.restricts(text: lead.text)
    }
    var units: [Unit] = []
    var (lead, open) = (above, [SourceText]())
    var size = size(of: above)
    // A lead-in that already stands above a part needs no part of its own.
    var isNew = !above.isEmpty
    func close() {
      // One that stands above what comes next needs none either.
      if !open.isEmpty || repeated.isEmpty, let closed = SourceText.joined(lead + open, separator: "\n") {
        units.append(Unit(closed))
      }
      (lead, open, size, isNew) = (repeated, [], Self.size(of: repeated), false)
    }
    for piece in pieces {
      let unit = Unit(piece)
      let byteCount = piece.text.utf8.count + 1
      if isNew, size.words + unit.wordCount > mostWords || size.bytes + byteCount > byteLimit || !fits(unit) { close() }
      if fits(unit), size.bytes + byteCount <= byteLimit {
        open.append(piece)
        size.words += unit.wordCount
        size.bytes += byteCount
        isNew = true
      } else {
        for part in LongTextSplitter.split(piece) {
          let both = SourceText.joined(lead + [part], separator: "\n").map { Unit($0) }
          if let both, both.text.text.utf8.count <= byteLimit {
            units.append(both)
          } else {
            units += (lead + [part]).map { Unit($0) }
          }
        }
      }
    }
    if isNew { close() }
    return units
  }

  /// Of `pieces` on lines of their own, the last line's end included.
  private static func size(of pieces: [SourceText]) -> (words: Int, bytes: Int) {
    pieces.reduce((0, 0)) { ($0.0 + Unit($1).wordCount, $0.1 + $1.text.utf8.count + 1) }
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
