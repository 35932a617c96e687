// The screens in the documentation: taken by the tool, shown on a page, and not out of date.

import Commands
import Testing

@Suite struct ScreenshotTests {
  /// Each screen, and what the program says on it: a screen with other words has to be taken anew (`make screenshots`).
  private static let screens: [(name: String, says: [Sentence])] = [
    ("patient", [.howToAsk, .wholeSection, .nextPassage, .readOn]), ("staff", []), ("kiosk", [.howToAsk, .ifInDanger]),
    ("plain", [.whatCanBeTyped, .readOn]), ("large", [.articlesCoverLetters]),
  ]

  @Test func `each is taken by the tool, and there is no other`() throws {
    let list = try ChildProcess.run("/bin/ls", ["Documentation/screens"], directory: Verbatim.repository)
    #expect(list.lines == Self.screens.map { "\($0.name).svg" }.sorted())
    for screen in Self.screens {
      let text = try Self.text(of: screen.name)
      #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n") && text.contains("Packaging/screenshots.py"))
    }
  }

  @Test func `each is shown on a page`() throws {
    let links = try LinkTests.pages.flatMap { try MarkdownPage($0).links }
    for screen in Self.screens {
      #expect(links.contains { $0.hasSuffix("screens/\(screen.name).svg") }, "\(screen.name)")
    }
  }

  @Test func `what the program says on it is what it says today`() throws {
    for screen in Self.screens {
      let words = try Self.words(of: screen.name)
      for sentence in screen.says {
        #expect(words.contains(Sentences.english[sentence]), "\(screen.name): \(sentence)")
      }
    }
  }

  private static func text(of name: String) throws -> String {
    String(
      decoding: try TemporaryFolder.read("\(Verbatim.repository)/Documentation/screens/\(name).svg"), as: UTF8.self)
  }

  /// What stands between the tags, joined by spaces.
  private static func words(of name: String) throws -> String {
    try text(of: name).split(separator: "<text").dropFirst().map { element in
      String(element.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }.joined(separator: " ")
  }
}
