// Puts a list back together whose items are short heads, each with a paragraph below it.

import Documents

/// `- Head`, paragraph, `- Head`, paragraph becomes one list of two items, each head on the line above its paragraph.
enum ListGrouper {
  /// No head of an item is longer, in words.
  private static let headWordLimit = 8

  /// `fragments` with every run of at least two heads and their paragraphs as one list.
  static func group(_ fragments: [Fragment]) -> [Fragment] {
    var result: [Fragment] = []
    var index = 0
    while index < fragments.count {
      var items: [SourceText] = []
      var next = index
      while next + 1 < fragments.count, let item = item(fragments[next], fragments[next + 1]) {
        items.append(item)
        next += 2
      }
      if items.count >= 2 {
        result.append(Fragment(.list, items, followsGap: fragments[index].followsGap))
        index = next
      } else {
        result.append(fragments[index])
        index += 1
      }
    }
    return result
  }

  /// The head and its paragraph as one item; `nil` where they are not that.
  private static func item(_ head: Fragment, _ body: Fragment) -> SourceText? {
    guard head.isList, head.pieces.count == 1, body.isParagraph else { return nil }
    let shape = LineShape(head.pieces[0].text)
    guard shape.wordCount <= headWordLimit, !shape.endsInPunctuation else { return nil }
    return SourceText.joined([head.pieces[0], body.pieces[0]], separator: "\n")
  }
}
