// What is ranked, shown and cited: one paragraph, or one list with its lead-in, under its heading.

/// The unit of retrieval, as it is indexed.
package struct Passage: Hashable, Sendable {
  /// The number of the section within its article, from 0, in reading order. Passages of one section follow each other.
  package let section: Int
  /// The section's heading; `nil` where the text stands under none.
  package let heading: String?
  /// Cleaned text, never empty: soft line breaks as spaces; list items, and merged paragraphs, on lines of their own.
  package let text: String
  /// The lines of the source file the text came from.
  package let lines: LineRange

  package init(section: Int, heading: String?, text: String, lines: LineRange) {
    self.section = section
    self.heading = heading
    self.text = text
    self.lines = lines
  }
}

/// `PATH:LINE#HASH`: opens at the right line in an editor, and can be checked after the article changed.
package struct Citation: Hashable, Sendable, CustomStringConvertible {
  package let path: CorpusPath
  /// The first source line of the passage, from 1.
  package let line: Int
  /// The first six or more lower-case hexadecimal digits of the SHA-256 of the passage's text.
  package let hash: String

  package init(path: CorpusPath, line: Int, hash: String) {
    self.path = path
    self.line = line
    self.hash = hash
  }

  package var description: String {
    "\(path.text):\(line)#\(hash)"
  }

  /// Reads `PATH:LINE#HASH`; `nil` where `text` is not of that form. The path may itself hold `:` and `#`.
  package init?(_ text: String) {
    guard let sharp = text.lastIndex(of: "#") else { return nil }
    let hash = text[text.index(after: sharp)...]
    guard let colon = text[..<sharp].lastIndex(of: ":"), let line = Int(text[text.index(after: colon)..<sharp]) else {
      return nil
    }
    guard line >= 1, colon > text.startIndex, hash.utf8.count >= 6, hash.allSatisfy({ "0123456789abcdef".contains($0) })
    else { return nil }
    self.init(path: CorpusPath(String(text[..<colon])), line: line, hash: String(hash))
  }
}
