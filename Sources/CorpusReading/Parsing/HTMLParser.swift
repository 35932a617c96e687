// HTML as Gumbo reads it, which is as browsers do, as fragments with their source lines.

import CGumbo
import Documents

/// Parses HTML pages, and the pieces of HTML that stand in Markdown.
enum HTMLParser {
  /// The fragments and facts of `text`.
  ///
  /// - Parameters:
  ///   - text: clean UTF-8 with LF line ends.
  ///   - firstLine: the source line `text` begins on.
  /// - Throws: `HTMLGuard.Refusal`, before anything is parsed.
  static func parse(_ text: [UInt8], from firstLine: Int = 1, ledger: inout ArticleLedger) throws(HTMLGuard.Refusal)
    -> ParsedText
  {
    try HTMLGuard.check(text)
    return unsafe text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return ParsedText() }
      var options = unsafe kGumboDefaultOptions
      unsafe options.max_errors = 0
      guard let output = unsafe gumbo_parse_with_options(&options, base, buffer.count) else { return ParsedText() }
      defer { unsafe gumbo_destroy_output(&options, output) }
      var collector = HTMLCollector(lineOffset: firstLine - 1, ledger: ledger)
      unsafe collector.collect(output.pointee.root)
      ledger = collector.ledger
      return finish(collector)
    }
  }

  /// A single `h1` is the title, without the site's name that pages put behind it; else `title` is.
  private static func finish(_ collector: HTMLCollector) -> ParsedText {
    var parsed = ParsedText(metadata: collector.metadata, fragments: collector.fragments)
    let places = parsed.fragments.indices.filter { parsed.fragments[$0].kind == .heading(level: 1) }
    guard places.count == 1, let place = places.first else { return parsed }
    let heading = parsed.fragments[place].pieces[0].text
    let title = parsed.metadata.title
    let isFirstHeading = !parsed.fragments[..<place].contains { $0.isHeading }
    guard isFirstHeading, title == nil || title?.contains(heading) == true else { return parsed }
    parsed.metadata.title = heading
    parsed.fragments.remove(at: place)
    return parsed
  }
}
