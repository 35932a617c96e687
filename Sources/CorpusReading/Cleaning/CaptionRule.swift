// Image captions that stand as lines of their own: "a nurse at a desk", then perhaps "Nurses help with the forms".

import Documents

/// Removes captions between paragraphs.
enum CaptionRule {
  /// No caption is longer, in words.
  private static let wordLimit = 20

  /// A description that begins with a small article, and the sentence-like line without a full stop right after it;
  /// and lines that say whose picture something is.
  static func remove(from fragments: inout [Fragment], ledger: inout ArticleLedger) {
    var kept: [Fragment] = []
    var isAfterCaption = false
    for (index, fragment) in fragments.enumerated() {
      let isCaption =
        isCredit(fragment)
        || (isAfterCaption ? isSecondLine(fragment) || isDescription(fragment) : false)
        || (isDescription(fragment) && isPlaced(after: kept.last, before: index + 1 < fragments.count))
      isAfterCaption = isCaption
      if isCaption {
        ledger.noteRemoval(.captionRemoved, of: fragment.pieces[0])
      } else {
        kept.append(fragment)
      }
    }
    fragments = kept
  }

  /// The text before has ended: as a sentence, as a heading, or because there is none. Something follows.
  private static func isPlaced(after previous: Fragment?, before hasNext: Bool) -> Bool {
    guard hasNext, let previous else { return hasNext }
    guard let text = previous.lineText else { return previous.isList }
    let shape = LineShape(text)
    guard let mark = shape.lastMark else { return false }
    return ".!?".contains(mark) || previous.isHeading || shape.isTitleCase
  }

  private static func isShortLine(_ fragment: Fragment) -> Bool {
    guard fragment.isParagraph, fragment.pieces[0].text.utf8.count <= 160 else { return false }
    let lines = fragment.pieces[0].lines
    return lines.first == lines.last
  }

  /// "a nurse at a desk": begins with a small article and ends without any mark.
  private static func isDescription(_ fragment: Fragment) -> Bool {
    guard isShortLine(fragment) else { return false }
    let text = fragment.pieces[0].text
    guard text.hasPrefix("a ") || text.hasPrefix("an ") || text.hasPrefix("the ") || text.hasPrefix("two ") else {
      return false
    }
    let shape = LineShape(text)
    return (3...wordLimit).contains(shape.wordCount) && !shape.endsInPunctuation
  }

  /// A line right after a description that is neither a heading nor a finished sentence.
  private static func isSecondLine(_ fragment: Fragment) -> Bool {
    guard isShortLine(fragment) else { return false }
    let shape = LineShape(fragment.pieces[0].text)
    return (3...wordLimit).contains(shape.wordCount) && !shape.endsInPunctuation && !shape.isTitleCase
  }

  /// "Photo by …", "Image: …".
  private static func isCredit(_ fragment: Fragment) -> Bool {
    guard isShortLine(fragment), let first = fragment.pieces[0].text.utf8.first,
      first | 0x20 == UInt8(ascii: "p") || first | 0x20 == UInt8(ascii: "i")
    else { return false }
    let text = fragment.pieces[0].text.lowercased()
    return credits.contains { text.hasPrefix($0) } && LineShape(text).wordCount <= wordLimit
  }

  private static let credits = [
    "photo by ", "photo: ", "photo credit", "photograph by ", "image by ", "image: ", "image credit", "image source",
    "image courtesy", "picture: ", "picture credit", "photo courtesy",
  ]
}
