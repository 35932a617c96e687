// What Tab offers: commands at the beginning of a line, the articles' headings and words anywhere. Never a file name.

import Terminal

/// Finds what a word being typed may become.
package struct PromptCompleter {
  /// Fewer letters than this begin too many words.
  package static let shortestPrefix = 2
  /// More candidates than this are no help, and only the first few are listed anyway.
  package static let mostWords = 200
  /// How many headings are offered.
  package static let mostHeadings = 5
  /// How many words that the last one may become are looked for in headings, and how many headings are looked through.
  private static let (becoming, depth) = (3, 40)

  private let library: any PromptLibrary
  private let audience: PromptAudience

  package init(library: any PromptLibrary, audience: PromptAudience = .staff) {
    self.library = library
    self.audience = audience
  }

  /// The candidates for the word that begins at byte `wordStart` of `line`; the best first: commands, headings that go on with what
  /// was typed before, words by how often the articles have them, then headings that only have the word. What was typed of the word
  /// stays as it was typed.
  package func candidates(line: String, wordStart: Int) -> [String] {
    let typed = String(decoding: line.utf8.dropFirst(wordStart), as: UTF8.self)
    let word = typed.lowercased()
    let before = String(decoding: line.utf8.prefix(wordStart), as: UTF8.self).lowercased()
    let isFirst = before.allSatisfy { $0 == " " }
    if word.hasPrefix(":") {
      let names = audience == .staff ? PromptCommand.names[...] : PromptCommand.plainNames
      return isFirst ? names.map { ":\($0)" }.filter { $0.hasPrefix(word) } : []
    }
    let commands = isFirst ? PromptCommand.plainNames.filter { $0.hasPrefix(word) } : []
    guard word.count >= Self.shortestPrefix else { return commands }
    let words = library.words(beginningWith: word, limit: Self.mostWords)
    let (following, others) = headings(after: before, word: word, words: words.prefix(Self.becoming))
    let found = (commands + following + words + others).map { typed + $0.dropFirst(typed.count) }
    // The line editor writes them out by itself: what would have to be cleaned is not offered.
    return found.indices.filter { Sanitizer.isClean(found[$0]) && !found[..<$0].contains(found[$0]) }.map { found[$0] }
  }

  // MARK: - Headings

  /// The ends of headings, from the word being typed on: those that go on with words typed before it, the most words first; and where
  /// none was typed before, those that have the word.
  private func headings(
    after before: String, word: String, words: ArraySlice<String>
  ) -> (following: [String], others: [String]) {
    let earlier = before.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let headings = library.headings(with: earlier + words, limit: Self.depth)
    var ends: [(end: String, shared: Int)] = []
    for heading in headings {
      guard let found = Self.end(of: heading, word: word, earlier: earlier) else { continue }
      if !earlier.isEmpty, found.shared == 0 { continue }
      ends.append(found)
    }
    // Stable: where as many words are shared, the order is the library's.
    let ranked = ends.enumerated().sorted { ($1.element.shared, $0.offset) < ($0.element.shared, $1.offset) }
    let best = ranked.prefix(Self.mostHeadings).map(\.element.end)
    return earlier.isEmpty ? ([], best) : (best, [])
  }

  /// The rest of `heading` from a word on that begins with `word`, at the place where most of the words before it are the last of
  /// `earlier`, and how many those are; `nil` where no word of it so begins, or nothing would be added.
  private static func end(of heading: String, word: String, earlier: [String]) -> (end: String, shared: Int)? {
    let parts = heading.split(separator: " ")
    let plain = parts.map { part in
      String(part.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" })
    }
    var best: (end: String, shared: Int)?
    for (place, part) in parts.enumerated()
    where part.lowercased().hasPrefix(word) && part.lowercased().count == part.count {
      let shared = zip(plain[..<place].reversed(), earlier.reversed()).prefix { $0 == $1 }.count
      let end = String(heading[part.startIndex...])
      if end.count > word.count, shared > best?.shared ?? -1 { best = (end, shared) }
    }
    return best
  }
}
