// A section as something to read next: its heading, in the article's own words.

import Documents
import InvertedIndex

/// One section that can be turned to.
package struct Topic: Hashable, Sendable {
  /// The section's heading; the article's name where the section has none.
  package var heading: String
  /// A passage of the section.
  package var passage: PassageID
  package var article: ArticleID
  /// The section's number within its article.
  package var section: Int
  /// The terms of the heading that are neither function words nor the corpus' own subject: what it is about.
  package var subject: Set<[UInt8]>

  package init(heading: String, passage: PassageID, article: ArticleID, section: Int, subject: Set<[UInt8]>) {
    self.heading = heading
    self.passage = passage
    self.article = article
    self.section = section
    self.subject = subject
  }

  /// Whether two headings promise the same: the same section, the same words, or two thirds of the subject in common.
  package func isAlike(_ other: Topic) -> Bool {
    if article == other.article, section == other.section { return true }
    if heading.lowercased() == other.heading.lowercased() { return true }
    let common = subject.intersection(other.subject).count
    return common > 0 && 3 * common >= 2 * subject.union(other.subject).count
  }

  /// The first `limit` of `candidates` that are like none of `known`, nor like each other.
  package static func unread(_ candidates: [Topic], besides known: [Topic], limit: Int) -> [Topic] {
    var chosen: [Topic] = []
    for candidate in candidates {
      if chosen.count == limit { break }
      if !(known + chosen).contains(where: candidate.isAlike) { chosen.append(candidate) }
    }
    return chosen
  }

  /// One of the first, one of the second, and so on; then what one of them has left.
  package static func alternating(_ first: [Topic], _ second: [Topic]) -> [Topic] {
    let shared = min(first.count, second.count)
    return (0..<shared).flatMap { [first[$0], second[$0]] } + first.dropFirst(shared) + second.dropFirst(shared)
  }
}
