// A passage as it is shown: cleaned, with its ranges moved along. What every renderer starts from.

import Conversation
import Documents
import Terminal

/// The texts of one passage of an answer, cleaned. Ranges are in UTF-8 bytes of the cleaned `text`.
struct ShownPassage {
  let rank: Int
  let score: Float
  /// On one line.
  let citation: String
  let path: String
  let lines: LineRange
  /// The article's title; `nil` where it has none.
  let title: String?
  let heading: String?
  let url: String?
  let text: String
  let matches: [Range<Int>]
  let best: Range<Int>?
  let alsoIn: [String]
  /// How many articles the passages of `alsoIn` belong to.
  let otherArticleCount: Int

  init(_ passage: AnswerPassage) {
    rank = passage.rank
    score = passage.score
    citation = Sanitizer.cleanLine(passage.citation.description)
    path = Sanitizer.cleanLine(passage.article.path.text)
    lines = passage.passage.lines
    title = passage.article.title.map(Sanitizer.cleanLine)
    heading = passage.passage.heading.map(Sanitizer.cleanLine)
    url = passage.article.url.map(Sanitizer.cleanLine)
    alsoIn = passage.alsoIn.map { Sanitizer.cleanLine($0.description) }
    // The objects of one .jsonl file are an article each.
    let others = passage.alsoIn.map { citation in
      citation.path.fileExtension == "jsonl" ? "\(citation.path.text):\(citation.line)" : citation.path.text
    }
    otherArticleCount = others.indices.count { !others[..<$0].contains(others[$0]) }
    let ranges = passage.matches + (passage.best.map { [$0] } ?? [])
    let cleaned = Sanitizer.clean(passage.passage.text, moving: ranges)
    text = cleaned.text
    matches = Array(cleaned.utf8Ranges.prefix(passage.matches.count))
    best = passage.best == nil ? nil : cleaned.utf8Ranges.last
  }

  /// `"Title", Heading`, or what there is of it; empty where there is neither.
  var place: String {
    [title.map { "\"\($0)\"" }, heading].compactMap { $0 }.joined(separator: ", ")
  }
}
