// Markdown as cmark-gfm reads it, as fragments with their source lines. Mark-up goes, what it says stays.

import CMarkGFM
import Documents
import Glibc
import Synchronization

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
    _ = registration
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return ParsedText() }
    defer { unsafe cmark_parser_free(parser) }
    unsafe attach("table", to: parser)
    let root = unsafe tree(of: text, by: parser)
    guard let root = unsafe root else { return ParsedText() }
    defer { unsafe cmark_node_free(root) }
    var collector = MarkdownCollector(lineOffset: firstLine - 1, ledger: ledger)
    unsafe collector.collect(root)
    ledger = collector.ledger
    return ParsedText(fragments: collector.fragments)
  }

  /// cmark registers its extensions on the first call, and not safely from two threads.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Held while the strikethrough extension parses: it marks `~` in a table all parsers share, and unmarks it when it
  /// is done (cmark-gfm 0.29.0.gfm.6, inlines.c). A text without `~` never looks there, and is parsed without it.
  private static let strikethrough = Mutex(())

  private static func attach(_ name: String, to parser: OpaquePointer) {
    guard let syntax = unsafe cmark_find_syntax_extension(name) else { return }
    unsafe cmark_parser_attach_syntax_extension(parser, syntax)
  }

  /// The tree of `text`, which the caller frees.
  private static func tree(of text: [UInt8], by parser: OpaquePointer) -> OpaquePointer? {
    guard holds(UInt8(ascii: "~"), text) else { return unsafe feed(text, to: parser) }
    unsafe attach("strikethrough", to: parser)
    let address = UInt(bitPattern: parser)
    let root = strikethrough.withLock { _ in
      unsafe UInt(bitPattern: OpaquePointer(bitPattern: address).flatMap { unsafe feed(text, to: $0) })
    }
    return unsafe OpaquePointer(bitPattern: root)
  }

  private static func holds(_ byte: UInt8, _ text: [UInt8]) -> Bool {
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe memchr(start, Int32(byte), buffer.count) != nil
    }
  }

  private static func feed(_ text: [UInt8], to parser: OpaquePointer) -> OpaquePointer? {
    unsafe text.withUnsafeBytes { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    return unsafe cmark_parser_finish(parser)
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
