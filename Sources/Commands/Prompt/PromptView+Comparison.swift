// How `:compare` looks at the prompt: the sentence of each article, its citation above it, then which articles have the words.

import Conversation
import Documents
import Terminal

extension PromptView {
  /// The articles that have some words, side by side:
  ///
  ///       beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
  ///         "Do not prune in frost."
  ///
  ///       Only beds/roses.md mentions "prune".
  package func comparison(_ comparison: ArticleComparison) -> [String] {
    guard !comparison.mentions.isEmpty else { return text.said(sentences[.notUnderstood]) }
    var lines: [String] = []
    for entry in comparison.entries { lines += self.entry(entry) + [""] }
    if comparison.articleCount > comparison.entries.count {
      lines += text.said(sentences.shownOf(comparison.entries.count, comparison.articleCount))
    }
    for mention in comparison.mentions {
      lines += text.said(sentences.mention(mention, articleCount: text.facts.articleCount))
    }
    return lines
  }

  private func entry(_ entry: ArticleComparison.Entry) -> [String] {
    let title = entry.article.title.map { Sentences.quoted($0) }
    let place = [title, entry.passage.heading].compactMap { $0 }.joined(separator: ", ")
    let source = text.said(place.isEmpty ? "\(entry.citation)" : "\(entry.citation)  \(place)")
    guard let sentence = entry.sentence else { return source }
    let bytes = Array(entry.passage.text.utf8)
    // The quotation marks are ours, and count for nothing in the ranges.
    let quoted = "\"\(String(decoding: bytes[sentence], as: UTF8.self))\""
    let matches = entry.matches.filter { sentence.contains($0.lowerBound) }.map { match in
      match.lowerBound - sentence.lowerBound + 1..<min(match.upperBound, sentence.upperBound) - sentence.lowerBound + 1
    }
    let cleaned = Sanitizer.clean(quoted, moving: matches)
    let wrapper = TextWrapper(columns: columns, indent: 4)
    return source
      + HighlightedText(cleaned.text, matches: cleaned.utf8Ranges).lines(wrapper: wrapper, style: style)
  }
}
