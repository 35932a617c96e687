// Finds the title and the headings of a plain text by their looks and their place.

import Documents
import TextAnalysis

/// Turns paragraphs that are headings into headings.
enum HeadingFinder {
  /// No heading is longer, in words.
  private static let wordLimit = 14

  /// The first line, if it is the title; it is taken out of `fragments`.
  ///
  /// A title is a short line in Title Case, without a full stop, with a blank line below it.
  static func takeTitle(from fragments: inout [Fragment], ledger: inout ArticleLedger) -> String? {
    guard fragments.count > 1, fragments[0].isParagraph, fragments[1].followsGap else { return nil }
    let text = fragments[0].pieces[0]
    guard text.lines.first == text.lines.last else { return nil }
    let shape = LineShape(text.text)
    guard shape.wordCount <= 20, !shape.endsInPunctuation || shape.endsInQuestionMark, shape.isTitleCase else {
      return nil
    }
    ledger.note(.titleFound, line: text.lines.first, ArticleLedger.quotation(text.text))
    fragments.removeFirst()
    return text.text
  }

  /// Marks the headings in `fragments`: a short line in Title Case, or one that asks, followed by longer text.
  static func markHeadings(in fragments: inout [Fragment], ledger: inout ArticleLedger) {
    var isFollowedByText = false
    for index in fragments.indices.reversed() {
      let looksRight = looksLikeHeading(fragments[index])
      if looksRight && isFollowedByText {
        fragments[index].kind = .heading(level: 2)
      } else {
        isFollowedByText = !looksRight
      }
    }
    for fragment in fragments where fragment.isHeading {
      ledger.note(
        .headingFound, line: fragment.pieces[0].lines.first, ArticleLedger.quotation(fragment.pieces[0].text))
    }
  }

  private static func looksLikeHeading(_ fragment: Fragment) -> Bool {
    guard fragment.isParagraph, fragment.pieces[0].text.utf8.count <= 120 else { return false }
    let lines = fragment.pieces[0].lines
    guard lines.first == lines.last else { return false }
    let shape = LineShape(fragment.pieces[0].text)
    guard shape.wordCount <= wordLimit, !shape.isAddress, !shape.beginsLowercase else { return false }
    if shape.endsInQuestionMark {
      return SentenceSplitter().ranges(in: fragment.pieces[0].text).count == 1
    }
    return !shape.endsInPunctuation && shape.isTitleCase
  }
}
