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

  var sentences: Sentences { text.sentences }

  package init(facts: CorpusFacts, columns: Int, style: TerminalStyle) {
    text = TextRenderer(facts: facts, columns: columns, style: style)
    self.columns = columns
    self.style = style
  }

  // MARK: - Answers

  /// An answer: what is to be said about it, its first passage, and a list of the first `listed`.
  package func lines(of answer: Answer, listed: Int) -> [String] {
    let preamble = text.preamble(of: answer)
    guard let first = answer.results.first else { return preamble }
    return preamble + (preamble.isEmpty ? [] : [""]) + passage(first, of: listed) + list(of: answer, listed: listed)
  }

  /// One passage in full, with a line above that says which of how many it is:
  ///
  ///     1 of 3   When to prune
  ///
  ///       Prune in late winter.
  ///
  ///       beds/roses.md:12#0a1b2c  "Keeping roses", When to prune
  package func passage(_ passage: AnswerPassage, of count: Int) -> [String] {
    let shown = ShownPassage(passage)
    let label = sentences[.rank, [.rank: String(passage.rank), .count: String(count)]]
    let heading = shown.heading ?? shown.title ?? shown.path
    let head = TextWrapper(columns: columns, hangingIndent: label.count + 3).wrapped("\(label)   \(heading)")
    let body = HighlightedText(shown.text, matches: shown.matches, best: shown.best)
      .lines(wrapper: TextWrapper(columns: columns, indent: 2), style: style)
    return head.map(style.bold) + [""] + body + [""] + text.source(of: shown)
  }

  /// The passages besides the first, a line each, and how many there are in all. Empty for a single passage.
  package func list(of answer: Answer, listed: Int) -> [String] {
    let passages = answer.results.prefix(listed).map(ShownPassage.init)
    let places = passages.map { "\($0.path):\($0.lines.first)" }
    let width = min(places.map(DisplayWidth.of).max() ?? 0, columns / 2)
    let hang = width + 6 <= columns / 2 ? width + 6 : 4
    let rows = zip(passages, places).dropFirst().flatMap { passage, place in
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(place)))
      let row = "\(passage.rank)  \(place)\(padding)  \(passage.heading ?? passage.title ?? "")"
      return TextWrapper(columns: columns, indent: passage.rank < 10 ? 1 : 0, hangingIndent: hang).wrapped(row)
    }
    let lines =
      rows + (countLine(of: answer, listed: passages.count).map { TextWrapper(columns: columns).wrapped($0) } ?? [])
    return lines.isEmpty ? [] : [""] + lines
  }

  /// `3 of 6 passages, from 4 of 4 articles.` `nil` where everything that was found is listed.
  private func countLine(of answer: Answer, listed: Int) -> String? {
    guard answer.matchingPassageCount > listed else { return nil }
    let count = sentences.listed(
      listed, of: answer.matchingPassageCount, from: answer.matchingArticleCount, of: text.facts.articleCount)
    guard answer.results.count > listed else { return count }
    return "\(count)  \(sentences[.moreShowsNext, [.command: sentences.language.word(for: "more")]])"
  }

  // MARK: - Articles

  /// A whole section. The number in the margin is the line in the file; `>` marks the passage it was opened for.
  package func section(_ section: LibrarySection, opened: PassageID) -> [String] {
    let path = Sanitizer.cleanLine(section.article.path.text)
    let lines = section.passages.dropFirst().reduce(section.passages[0].passage.lines) { $0.union($1.passage.lines) }
    let place = [Sanitizer.cleanLine(section.article.name), section.heading.map(Sanitizer.cleanLine)]
    let title = place.compactMap { $0 }.joined(separator: ", ")
    var result = rule("\(path), \(sentences.named(lines))")
    result += TextWrapper(columns: columns).wrapped(title).map(style.bold)
    let width = String(lines.last).count
    for passage in section.passages {
      let number = String(passage.passage.lines.first)
      let margin = String(repeating: " ", count: width - number.count) + number + (passage.id == opened ? "> " : "  ")
      let text = Sanitizer.clean(passage.passage.text)
      let body = HighlightedText(text).lines(wrapper: TextWrapper(columns: columns, indent: width + 2), style: .plain)
      result.append("")
      for (index, line) in body.enumerated() {
        result.append(index == 0 ? margin + line.dropFirst(width + 2) : line)
      }
    }
    return result
  }

  /// The articles: what they are called, where they come from, and where they lie.
  package func sources(_ articles: [LibraryArticle], of count: Int) -> [String] {
    var lines: [String] = []
    for item in articles {
      let article = item.article
      lines += TextWrapper(columns: columns, hangingIndent: 4).wrapped(Sanitizer.cleanLine(article.name)).map(
        style.bold)
      lines += text.said("\(article.path.text), \(sentences.passages(item.passageCount))")
      let facts = [article.author, article.date, article.source, article.url, article.license, article.reviewed]
      let known = facts.compactMap { $0 }.joined(separator: "; ")
      if !known.isEmpty { lines += text.said(known) }
    }
    return lines + restLine(shown: articles.count, of: count)
  }

  /// What the articles cover: their headings.
  package func topics(_ articles: [LibraryArticle], of count: Int) -> [String] {
    var lines: [String] = []
    for item in articles {
      if !lines.isEmpty { lines.append("") }
      let name = Sanitizer.cleanLine(item.article.name)
      lines += TextWrapper(columns: columns, hangingIndent: 4).wrapped(name).map(style.bold)
      for heading in item.headings {
        lines += TextWrapper(columns: columns, indent: 2, hangingIndent: 4).wrapped(Sanitizer.cleanLine(heading))
      }
    }
    return lines + restLine(shown: articles.count, of: count)
  }

  private func restLine(shown: Int, of count: Int) -> [String] {
    guard shown < count else { return [] }
    return [""] + TextWrapper(columns: columns).wrapped(sentences.shownOf(shown, count))
  }

  // MARK: - For staff

  /// A passage as one quotes it. One line, however long, so that it can be copied whole.
  package func citation(of passage: AnswerPassage, fingerprint: String) -> String {
    let shown = ShownPassage(passage)
    let place = [shown.heading.map(Sentences.quoted), shown.citation].compactMap { $0 }.joined(separator: ", ")
    return "\"\(Sanitizer.cleanLine(shown.text))\" — \(place) (index \(fingerprint))"
  }

  /// The lines of a passage as they stand in the file, and what was repaired or removed on the way into the index.
  package func raw(_ passage: AnswerPassage, source: [String]?, ledger: [LedgerEntry]) -> [String] {
    let shown = ShownPassage(passage)
    var result = rule("\(shown.path), \(sentences.named(shown.lines))")
    if let source {
      let width = String(shown.lines.last).count
      for (index, line) in source.enumerated() {
        let number = String(shown.lines.first + index)
        let margin = String(repeating: " ", count: width - number.count) + number + "  "
        result.append(margin + Sanitizer.cleanLine(line))
      }
    } else {
      result += text.said(sentences[.sourceMissing])
      result += HighlightedText(shown.text).lines(wrapper: TextWrapper(columns: columns), style: .plain)
    }
    for entry in ledger {
      let place = entry.line.map { sentences[.line, [.first: String($0)]] } ?? sentences[.file]
      result += text.said("\(place): \(sentences.action(entry.action)): \(entry.detail)")
    }
    return ledger.isEmpty ? result + text.said(sentences[.nothingRepaired]) : result
  }

  // MARK: - Parts

  private func rule(_ title: String) -> [String] {
    let text = "--- \(title) "
    let rest = columns - DisplayWidth.of(text)
    return rest > 0 ? [text + String(repeating: "-", count: rest)] : TextWrapper(columns: columns).wrapped(text)
  }
}
