// Links to other pages that were copied along with an article: "Previous", "Next", and the titles below them.

import Documents

/// Removes navigation at an article's beginning and end.
enum NavigationRule {
  /// The longest line that may be a link's title, in words.
  private static let wordLimit = 25

  /// At the end, every navigation word and the unfinished lines below it; at the beginning, the words alone.
  ///
  /// The end is what comes after the last fragment that is more than a short line.
  static func remove(from fragments: inout [Fragment], ledger: inout ArticleLedger) {
    let end = (fragments.lastIndex { !isShort($0) } ?? -1) + 1
    let start = fragments.firstIndex { !isShort($0) } ?? fragments.count
    var kept: [Fragment] = []
    var isBelowWord = false
    for (index, fragment) in fragments.enumerated() {
      let isWord = (index >= end || index < start) && isNavigationWord(fragment)
      let isTitle = isBelowWord && index >= end && isUnfinished(fragment)
      if index >= end { isBelowWord = isWord || (isBelowWord && isTitle) }
      if isWord || isTitle {
        ledger.noteRemoval(.navigationRemoved, of: fragment.pieces[0])
      } else {
        kept.append(fragment)
      }
    }
    if !kept.isEmpty { fragments = kept }
  }

  private static func isShort(_ fragment: Fragment) -> Bool {
    guard let text = fragment.lineText, text.utf8.count <= 240 else { return false }
    return LineShape(text).wordCount <= wordLimit
  }

  private static func isUnfinished(_ fragment: Fragment) -> Bool {
    guard let text = fragment.lineText else { return false }
    return LineShape(text).lastMark != "."
  }

  private static func isNavigationWord(_ fragment: Fragment) -> Bool {
    guard let text = fragment.lineText, text.utf8.count <= 40 else { return false }
    let bare = text.lowercased().filter { $0.isLetter || $0 == " " }
    return words.contains(bare.split(separator: " ").joined(separator: " "))
  }

  private static let words: Set<String> = [
    "previous", "next", "previous post", "next post", "previous article", "next article", "previous page",
    "next page", "older", "newer", "older posts", "newer posts", "older post", "newer post", "back to top",
    "back to blog", "back to all posts", "skip to content", "skip to main content", "menu", "share", "share this",
    "share this post", "share this article", "read next", "related posts", "related articles", "related reading",
    "you may also like", "you might also like", "recommended for you", "leave a comment", "leave a reply",
    "post navigation",
  ]
}
