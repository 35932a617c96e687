// What Tab offers: commands at the beginning of a line, words of the articles anywhere. Never a file name.

import Terminal

/// Finds what a word being typed may become.
package struct PromptCompleter {
  /// Fewer letters than this begin too many words.
  package static let shortestPrefix = 2
  /// More candidates than this are no help, and only the first few are listed anyway.
  package static let mostWords = 200

  private let library: any PromptLibrary
  private let audience: PromptAudience

  package init(library: any PromptLibrary, audience: PromptAudience = .staff) {
    self.library = library
    self.audience = audience
  }

  /// The candidates for the word that begins at byte `wordStart` of `line`; the best first.
  package func candidates(line: String, wordStart: Int) -> [String] {
    let word = String(decoding: line.utf8.dropFirst(wordStart), as: UTF8.self).lowercased()
    let isFirst = line.utf8.prefix(wordStart).allSatisfy { $0 == UInt8(ascii: " ") }
    if word.hasPrefix(":") {
      let names = audience == .staff ? PromptCommand.names[...] : PromptCommand.plainNames
      return isFirst ? names.map { ":\($0)" }.filter { $0.hasPrefix(word) } : []
    }
    let commands = isFirst ? PromptCommand.plainNames.filter { $0.hasPrefix(word) } : []
    guard word.count >= Self.shortestPrefix else { return commands }
    let words = library.words(beginningWith: word, limit: Self.mostWords)
    // The line editor writes them out by itself: what would have to be cleaned is not offered.
    return commands + words.filter { Sanitizer.isClean($0) && !commands.contains($0) }
  }
}
