// How answers and articles look at the prompt. Pure: the same answer and the same width, the same lines.

import Conversation
import Documents
import InvertedIndex
import Terminal

/// Lays out what the prompt shows: one passage in full, the others as a list beneath it.
package struct PromptView: Sendable {
  package let text: TextRenderer
  package let columns: Int
  package let style: TerminalStyle
  package let audience: PromptAudience
  package let layout: PromptLayout
  /// Where citations lead when they are clicked; `nil` where they cannot be.
  package let links: ArticleLinks?

  var sentences: Sentences { text.sentences }

  package init(
    facts: CorpusFacts, columns: Int, style: TerminalStyle, audience: PromptAudience = .staff,
    layout: PromptLayout = .standard, links: ArticleLinks? = nil
  ) {
    self.links = links
    text = TextRenderer(facts: facts, columns: columns, style: style)
    self.columns = columns
    self.style = style
    self.audience = audience
    self.layout = layout
  }

  // MARK: - Answers

  /// An answer: what is to be said about it, its first passage, and for staff a list of the first `listed`.
  package func lines(of answer: Answer, listed: Int) -> [String] {
    if answer.verdict == .crisis {
      return text.said(sentences[.hardNow]) + [""] + text.card() + [""] + text.said(sentences[.cardIsOurs])
    }
    let preamble = asked(answer.question) + text.preamble(of: answer)
    guard let first = answer.results.first else { return preamble }
    let above = preamble + (preamble.isEmpty ? [] : [""])
    return above + passage(first, of: listed) + (audience == .staff ? list(of: answer, listed: listed) : [])
  }

  /// The question, above its answer where that may have pushed it off the screen.
  private func asked(_ question: String) -> [String] {
    guard layout == .large else { return [] }
    let sentence = sentences[.youAsked, [.question: Sanitizer.cleanLine(question)]]
    return TextWrapper(columns: columns).wrapped(sentence).map(style.bold) + [""]
  }

  /// One passage in full, with a line above that says which of how many it is:
  ///
  ///     1 of 3   When to prune
  ///
  ///       Prune in late winter.
  ///
  ///       beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
  ///
  /// The sentence that answers is bold, and the question's words in it are underlined. Where nothing may be decorated, `|` stands
  /// before the sentence, and the words stand beneath.
  package func passage(_ passage: AnswerPassage, of count: Int) -> [String] {
    let shown = ShownPassage(passage)
    if layout == .spoken { return spokenPassage(shown, of: count) }
    let label = sentences[.rank, [.rank: String(passage.rank), .count: String(count)]]
    let heading = shown.heading ?? shown.title ?? shown.path
    let head = TextWrapper(columns: columns, hangingIndent: label.count + 3).wrapped("\(label)   \(heading)")
    let body = HighlightedText(shown.text, matches: shown.matches, best: shown.best)
      .lines(wrapper: TextWrapper(columns: columns, indent: 2), style: style, mark: "|")
    return head.map(style.bold) + [""] + body + [""]
      + linked(source(of: shown), shown.citation, to: passage.article.path)
  }

  /// What stands beneath a passage: for staff its citation, for patients the article and the section in words.
  private func source(of passage: ShownPassage) -> [String] {
    let words = style.decorates ? [] : matchedWords(of: passage)
    let found = words.isEmpty ? [] : text.said(sentences[.wordsFound, [.words: words.joined(separator: ", ")]])
    if audience == .staff { return found + text.source(of: passage) }
    let origin = text.said(sentences.from(article: passage.title ?? passage.path, section: passage.heading))
    let others = passage.otherArticleCount
    return found + origin + (others > 0 ? text.said(sentences.sameWords(inOtherArticles: others, at: [])) : [])
  }

  /// The words of a passage that match the question, in lower case, each once.
  private func matchedWords(of passage: ShownPassage) -> [String] {
    let bytes = Array(passage.text.utf8)
    let words = passage.matches.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
    return words.indices.filter { !words[..<$0].contains(words[$0]) }.map { words[$0] }
  }

  /// The passages besides the first, a line each, and how many there are in all. Empty for a single passage.
  package func list(of answer: Answer, listed: Int) -> [String] {
    let passages = answer.results.prefix(listed).map(ShownPassage.init)
    let rows = layout == .spoken ? spokenList(passages) : self.rows(passages)
    let lines =
      rows + (countLine(of: answer, listed: passages.count).map { TextWrapper(columns: columns).wrapped($0) } ?? [])
    return lines.isEmpty ? [] : [""] + lines
  }

  private func rows(_ passages: [ShownPassage]) -> [String] {
    let places = passages.map { "\($0.path):\($0.lines.first)" }
    let width = min(places.map(DisplayWidth.of).max() ?? 0, columns / 2)
    let hang = width + 6 <= columns / 2 ? width + 6 : 4
    return zip(passages, places).dropFirst().flatMap { passage, place in
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(place)))
      let row = "\(passage.rank)  \(place)\(padding)  \(passage.heading ?? passage.title ?? "")"
      let lines = TextWrapper(columns: columns, indent: passage.rank < 10 ? 1 : 0, hangingIndent: hang).wrapped(row)
      return linked(lines, place, to: CorpusPath(passage.path))
    }
  }

  /// `3 of 6 passages, from 4 of 4 articles.` `nil` where everything that was found is listed.
  private func countLine(of answer: Answer, listed: Int) -> String? {
    guard answer.matchingPassageCount > listed else { return nil }
    let count = sentences.listed(
      listed, of: answer.matchingPassageCount, from: answer.matchingArticleCount, of: text.facts.articleCount)
    guard answer.results.count > listed else { return count }
    return "\(count)  \(sentences[.moreShowsNext, [.command: sentences.language.word(for: "more")]])"
  }

  // MARK: - Parts

  /// Heads lines of a file.
  func rule(_ title: String) -> [String] {
    if layout == .spoken { return TextWrapper(columns: columns).wrapped("\(title).") }
    let text = "--- \(title) "
    let rest = columns - DisplayWidth.of(text)
    return rest > 0 ? [text + String(repeating: "-", count: rest)] : TextWrapper(columns: columns).wrapped(text)
  }
}
