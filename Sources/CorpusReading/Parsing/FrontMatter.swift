// The YAML between `---` lines at the beginning of Markdown and text. What cannot be read is left out and reported.

import Documents

/// Takes front matter off an article.
enum FrontMatter {
  /// No front matter has more bytes.
  static let byteLimit = 64 << 10

  /// The facts of the front matter, the text below it, and the source line that begins on.
  ///
  /// A first line `---` without a second one is a rule, not front matter. Unknown keys are ignored.
  /// - Parameter text: clean UTF-8 with LF line ends.
  static func take(from text: [UInt8], ledger: inout ArticleLedger) -> (Metadata, body: [UInt8], firstLine: Int) {
    guard let (yaml, bodyStart) = split(text) else { return (Metadata(), text, 1) }
    let body = Array(text[bodyStart...])
    let firstLine = 1 + text[..<bodyStart].count { $0 == 0x0A }
    do throws(YAMLProblem) {
      return (try metadata(Array(text[yaml])), body, firstLine)
    } catch {
      ledger.note(.frontMatterIgnored, line: error.line + 1, error.problem)
      return (Metadata(), body, firstLine)
    }
  }

  /// Where the YAML stands, and where the article goes on; `nil` without front matter.
  private static func split(_ text: [UInt8]) -> (yaml: Range<Int>, bodyStart: Int)? {
    guard let first = line(of: text, at: 0), isFence(text[first], "---") else { return nil }
    let start = min(first.upperBound + 1, text.count)
    var position = start
    while let range = line(of: text, at: position), range.upperBound <= byteLimit {
      if isFence(text[range], "---") || isFence(text[range], "...") {
        let looksLikeKeys = start < range.lowerBound && text[start..<range.lowerBound].contains(0x3A)
        return looksLikeKeys ? (start..<range.lowerBound, min(range.upperBound + 1, text.count)) : nil
      }
      position = range.upperBound + 1
    }
    return nil
  }

  private static func line(of text: [UInt8], at start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    return start..<(text[start...].firstIndex(of: 0x0A) ?? text.count)
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: String) -> Bool {
    line.starts(with: Array(fence.utf8)) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func metadata(_ yaml: [UInt8]) throws(YAMLProblem) -> Metadata {
    guard let root = try YAMLReader.read(yaml), !root.isNull else { return Metadata() }
    var fields = try SettingsFields(root, place: "front matter")
    return Metadata(
      title: fields.fact("title"), author: fields.fact("author"), date: fields.fact("date"), url: fields.fact("url"),
      source: fields.fact("source"), license: fields.fact("license"), reviewed: fields.fact("reviewed"))
  }
}

extension SettingsFields {
  /// A text, or several as one, joined by commas; `nil` for anything else: an author may be a list.
  fileprivate mutating func fact(_ key: String) -> String? {
    guard let node = take(key) else { return nil }
    switch node.content {
    case .scalar(let text, _): return text
    case .sequence(let items):
      let texts = items.compactMap { item in
        if case .scalar(let text, _) = item.content { text } else { nil }
      }
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    case .mapping: return nil
    }
  }
}
