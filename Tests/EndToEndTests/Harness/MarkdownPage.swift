// Reads a page of the documentation: its headings, tables, links and code. No more Markdown than these pages use.

/// One page.
struct MarkdownPage {
  /// The lines outside code blocks.
  private let lines: [String]
  private let blocks: [(language: String, text: String)]

  /// - Parameter name: the page's path in the repository.
  init(_ name: String) throws {
    let text = String(decoding: try TemporaryFolder.read("\(Verbatim.repository)/\(name)"), as: UTF8.self)
    var lines: [String] = []
    var blocks: [(String, String)] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if !isCode { blocks.append((String(line.dropFirst(3)), "")) }
        isCode.toggle()
      } else if isCode {
        blocks[blocks.count - 1].1 += line + "\n"
      } else {
        lines.append(line)
      }
    }
    self.lines = lines
    self.blocks = blocks
  }

  /// The headings of every level, without their number signs.
  var headings: [String] { lines.compactMap(Self.heading) }

  /// What a link to one of the headings has behind its `#`.
  var anchors: Set<String> {
    Set(
      headings.map { heading in
        heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
      })
  }

  /// Where the links lead.
  var links: [String] {
    lines.flatMap { line in line.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.output.1) } }
  }

  /// The code blocks in `language`.
  func code(_ language: String) -> [String] {
    blocks.filter { $0.language == language }.map(\.text)
  }

  /// The lines from `heading` to the next heading, whatever its level.
  func text(under heading: String) -> String {
    section(heading).joined(separator: "\n")
  }

  /// The rows of all tables under `heading`, without head and rule: their cells.
  func rows(under heading: String) -> [[String]] {
    tables(under: heading).flatMap { $0 }
  }

  /// The tables under `heading`.
  func tables(under heading: String) -> [[[String]]] {
    section(heading).split { !$0.hasPrefix("|") }.map { table in
      table.dropFirst(2).map { row in
        row.split(separator: "|").map { cell in
          String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      }
    }
  }

  /// What stands between back quotes.
  static func quoted(_ text: String) -> [String] {
    text.matches(of: #/`([^`]+)`/#).map { String($0.output.1) }
  }

  private func section(_ heading: String) -> ArraySlice<String> {
    let start = lines.firstIndex { Self.heading($0) == heading }.map { $0 + 1 } ?? lines.endIndex
    return lines[start...].prefix { Self.heading($0) == nil }
  }

  private static func heading(_ line: String) -> String? {
    let rest = line.drop { $0 == "#" }
    return line.hasPrefix("#") && rest.hasPrefix(" ") ? String(rest.dropFirst()) : nil
  }
}
