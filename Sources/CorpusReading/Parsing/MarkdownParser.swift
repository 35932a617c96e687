// Markdown as cmark-gfm reads it, as fragments with their source lines. Mark-up goes, what it says stays.

import CMarkGFM
import Documents

/// Parses GitHub-flavoured Markdown with tables; no bare address becomes a link.
enum MarkdownParser {
  /// The fragments of `text`.
  ///
  /// - Parameter firstLine: the source line `text` begins on.
  /// - Throws: `MarkdownGuard.Refusal`, before anything is parsed.
  static func parse(_ text: [UInt8], from firstLine: Int, ledger: inout ArticleLedger) throws(MarkdownGuard.Refusal)
    -> ParsedText
  {
    try MarkdownGuard.check(text)
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return ParsedText() }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe text.withUnsafeBytes { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = unsafe cmark_parser_finish(parser) else { return ParsedText() }
    defer { unsafe cmark_node_free(root) }
    var collector = MarkdownCollector(lineOffset: firstLine - 1, ledger: ledger)
    unsafe collector.collect(root)
    ledger = collector.ledger
    return ParsedText(fragments: collector.fragments)
  }

  /// Takes the first heading, if it is of level 1 and nothing stands above it, for the title; where another title is
  /// known already, it stays a heading.
  static func takeTitle(from parsed: inout ParsedText) {
    guard let first = parsed.fragments.first, first.kind == .heading(level: 1) else { return }
    let title = first.pieces[0].text
    guard parsed.metadata.title == nil || parsed.metadata.title == title else { return }
    parsed.metadata.title = title
    parsed.fragments.removeFirst()
  }
}
