// How the prompt shows sections, articles and their headings, and where one can go from what is shown.

import Documents
import InvertedIndex
import Terminal

extension PromptView {
  /// A whole section: for staff with its lines in the file, for patients as it reads.
  ///
  /// - Parameter opened: the passage it was opened for.
  package func section(_ section: LibrarySection, opened: PassageID?) -> [String] {
    audience == .staff ? numbered(section, opened: opened) : plain(section)
  }

  private func plain(_ section: LibrarySection) -> [String] {
    let name = Sanitizer.cleanLine(section.article.name)
    let heading = section.heading.map(Sanitizer.cleanLine)
    let title = TextWrapper(columns: columns).wrapped(heading ?? name).map(style.bold)
    let wrapper = TextWrapper(columns: columns, indent: 2)
    let body = section.passages.flatMap { passage in
      [""] + HighlightedText(Sanitizer.clean(passage.passage.text)).lines(wrapper: wrapper, style: .plain)
    }
    return title + body + [""] + text.said(sentences.from(article: name, section: nil))
  }

  /// The number in the margin is the line in the file; `>` marks the passage it was opened for.
  private func numbered(_ section: LibrarySection, opened: PassageID?) -> [String] {
    let path = Sanitizer.cleanLine(section.article.path.text)
    let lines = section.passages.dropFirst().reduce(section.passages[0].passage.lines) { $0.union($1.passage.lines) }
    let place = [Sanitizer.cleanLine(section.article.name), section.heading.map(Sanitizer.cleanLine)]
    let title = place.compactMap { $0 }.joined(separator: ", ")
    var result = linked(rule("\(path), \(sentences.named(lines))"), path, to: section.article.path)
    result += TextWrapper(columns: columns).wrapped(title).map(style.bold)
    let width = String(lines.last).count
    for passage in section.passages {
      if layout == .spoken {
        result += [""] + TextWrapper(columns: columns).wrapped(spokenLine(passage.passage))
        continue
      }
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

  /// `line 12: Prune in late winter.`
  private func spokenLine(_ passage: Passage) -> String {
    let line = sentences[.line, [.first: String(passage.lines.first)]]
    return "\(line): \(Sanitizer.clean(passage.text))"
  }

  /// The articles: what they are called, where they come from, and where they lie.
  package func sources(_ articles: [LibraryArticle], of count: Int) -> [String] {
    var lines: [String] = []
    for item in articles {
      let article = item.article
      lines += TextWrapper(columns: columns, hangingIndent: 4).wrapped(Sanitizer.cleanLine(article.name)).map(
        style.bold)
      let count = sentences.passages(item.passageCount)
      lines += text.said(audience == .staff ? "\(article.path.text), \(count)" : count)
      let facts = [article.author, article.date, article.source, article.url, article.license, article.reviewed]
      let known = facts.compactMap { $0 }.joined(separator: "; ")
      if !known.isEmpty { lines += text.said(known) }
    }
    return lines + restLine(shown: articles.count, of: count)
  }

  /// What the articles cover: their headings, numbered through.
  package func topics(_ articles: [LibraryArticle], of count: Int) -> [String] {
    var lines: [String] = []
    let width = String(articles.reduce(0) { $0 + $1.topics.count }).count
    var number = 0
    for item in articles {
      if !lines.isEmpty { lines.append("") }
      let name = Sanitizer.cleanLine(item.article.name)
      lines += TextWrapper(columns: columns, hangingIndent: 4).wrapped(name).map(style.bold)
      for topic in item.topics {
        number += 1
        let indent = 2 + width - String(number).count
        let wrapper = TextWrapper(columns: columns, indent: indent, hangingIndent: width + 4)
        lines += wrapper.wrapped(entry(String(number), Sanitizer.cleanLine(topic.heading)))
      }
    }
    return lines + restLine(shown: articles.count, of: count) + [""] + text.said(sentences[.numberOpens])
  }

  private func restLine(shown: Int, of count: Int) -> [String] {
    guard shown < count else { return [] }
    return [""] + TextWrapper(columns: columns).wrapped(sentences.shownOf(shown, count))
  }

  // MARK: - Where to go

  /// Headings that one can turn to, each under its letter; empty for none.
  package func offer(_ topics: [Topic], headed heading: Sentence) -> [String] {
    guard !topics.isEmpty else { return [] }
    let wrapper = TextWrapper(columns: columns, indent: 4, hangingIndent: 7)
    let rows = zip(PromptLine.letters, topics).flatMap { letter, topic in
      wrapper.wrapped(entry(String(letter), Sanitizer.cleanLine(topic.heading)))
    }
    return [""] + text.said(sentences[heading]) + rows
  }

  /// What to type to go on from what is shown; empty for nothing.
  package func ways(_ commands: [(typed: String, does: String)]) -> [String] {
    commands.isEmpty ? [] : [""] + row(commands)
  }

  /// Commands and what they do, side by side as far as there is room.
  package func row(_ commands: [(typed: String, does: String)]) -> [String] {
    var lines: [String] = []
    for command in commands {
      let entry = entry(command.typed, command.does)
      if let last = lines.last, layout != .spoken, DisplayWidth.of(last) + 6 + DisplayWidth.of(entry) <= columns {
        lines[lines.count - 1] = last + "      " + entry
      } else {
        lines.append("  " + entry)
      }
    }
    return lines.flatMap {
      DisplayWidth.of($0) <= columns ? [$0] : TextWrapper(columns: columns, indent: 2).wrapped($0)
    }
  }
}
