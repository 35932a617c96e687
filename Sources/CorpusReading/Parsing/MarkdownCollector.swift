// Walks cmark's tree once, without recursion, and gathers the text of its blocks.

import CMarkGFM
import Documents
import Glibc
import TextAnalysis

/// Gathers fragments from the events of one walk.
struct MarkdownCollector {
  private(set) var fragments: [Fragment] = []
  private(set) var ledger: ArticleLedger
  private let lineOffset: Int
  private var builder = SourceTextBuilder()
  /// The items of the outermost open list; nested lists add to it.
  private var items: [SourceText] = []
  private var listDepth = 0
  private var rows: [SourceText] = []
  private var line = 1
  /// The last line that cmark gave, without the offset.
  private var countedLine = 1
  private var isAfterBreak = false
  /// Within an image, whose text is its caption.
  private var imageDepth = 0
  private var caption = SourceTextBuilder()

  init(lineOffset: Int, ledger: ArticleLedger) {
    self.lineOffset = lineOffset
    self.ledger = ledger
  }

  /// Walks the tree under `root`; O(nodes).
  mutating func collect(_ root: OpaquePointer) {
    guard let walk = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(walk) }
    while true {
      let event = unsafe cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { return }
      guard let node = unsafe cmark_iter_get_node(walk) else { continue }
      if event == CMARK_EVENT_ENTER { unsafe followLine(to: node) }
      if event == CMARK_EVENT_ENTER { unsafe enter(node) } else { unsafe leave(node) }
    }
  }

  /// Keeps `line` at the source line of `node`. Within a paragraph cmark's own count misses breaks written with a
  /// backslash, and ours the ends of lines within code and tags: each makes good the other's.
  private mutating func followLine(to node: OpaquePointer) {
    let number = Int(unsafe cmark_node_get_start_line(node))
    let type = unsafe cmark_node_get_type(node)
    if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
      line += 1
      isAfterBreak = true
    } else if number > 0, Self.isInline(type) {
      let steps = max(0, number - countedLine)
      line += isAfterBreak ? max(0, steps - 1) : steps
      countedLine = max(countedLine, number)
      isAfterBreak = false
    } else if number > 0 {
      line = number + lineOffset
      countedLine = number
      isAfterBreak = false
    }
  }

  private static func isInline(_ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK,
      CMARK_NODE_IMAGE:
      true
    default: false
    }
  }

  private mutating func enter(_ node: OpaquePointer) {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: unsafe appendLiteral(of: node)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: builder.appendSpace()
    case CMARK_NODE_LIST:
      if listDepth == 0 { endParagraph() } else { endItem() }
      listDepth += 1
    case CMARK_NODE_CODE_BLOCK: unsafe addCode(node)
    case CMARK_NODE_HTML_BLOCK: unsafe addHTML(node)
    case CMARK_NODE_IMAGE: imageDepth += 1
    default: break
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_PARAGRAPH: if listDepth == 0 { endParagraph() } else { builder.appendLineFeed() }
    case CMARK_NODE_HEADING: endHeading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_ITEM: endItem()
    case CMARK_NODE_LIST:
      listDepth -= 1
      if listDepth == 0, !items.isEmpty {
        fragments.append(Fragment(.list, items))
        items = []
      }
    case CMARK_NODE_IMAGE: endImage()
    default: unsafe leaveTable(node)
    }
  }

  /// The table extension's node types have no constants in the public headers, only names.
  private mutating func leaveTable(_ node: OpaquePointer) {
    guard let name = unsafe cmark_node_get_type_string(node) else { return }
    switch unsafe String(cString: name) {
    case "table_cell": builder.appendSpace()
    case "table_row", "table_header":
      if let row = builder.finish() { rows.append(row) }
    case "table":
      if !rows.isEmpty { fragments.append(Fragment(.table, rows)) }
      rows = []
    default: break
    }
  }

  private mutating func appendLiteral(of node: OpaquePointer) {
    guard let literal = unsafe cmark_node_get_literal(node) else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: literal, count: strlen(literal)).bindMemory(to: UInt8.self)
    let text = unsafe bytes.span
    if ByteScan.isPlain(text) { return append(text) }
    let cleaned = CharacterCleaner.clean(unsafe Self.literal(of: node), from: line, ledger: &ledger)
    append(cleaned.span)
  }

  private mutating func append(_ text: Span<UInt8>) {
    if imageDepth > 0 {
      caption.append(text, line: line)
    } else {
      builder.append(text, line: line)
    }
  }

  private static func literal(of node: OpaquePointer) -> [UInt8] {
    guard let text = unsafe cmark_node_get_literal(node) else { return [] }
    return unsafe Array(String(cString: text).utf8)
  }

  private mutating func endImage() {
    imageDepth -= 1
    guard imageDepth == 0, let text = caption.finish() else { return }
    ledger.noteRemoval(.captionRemoved, of: text)
  }

  private mutating func endParagraph() {
    if let paragraph = builder.finish() { fragments.append(Fragment(.paragraph, [paragraph])) }
  }

  private mutating func endHeading(level: Int) {
    if let heading = builder.finish() { fragments.append(Fragment(.heading(level: level), [heading])) }
  }

  private mutating func endItem() {
    if let item = builder.finish() { items.append(item) }
  }

  /// A code block, its lines kept apart; within a list it belongs to its item.
  private mutating func addCode(_ node: OpaquePointer) {
    var (length, offset, mark): (Int32, Int32, CChar) = (0, 0, 0)
    let isFenced = unsafe cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    let text = unsafe Self.literal(of: node)
    var number = line + (isFenced ? 1 : 0)
    for codeLine in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      builder.append(codeLine.span, line: number)
      builder.appendLineFeed()
      number += 1
    }
    if listDepth == 0, let code = builder.finish() { fragments.append(Fragment(.preformatted, [code])) }
  }

  /// A block of HTML is read as HTML. What is nested too deep there is left out, and entered.
  private mutating func addHTML(_ node: OpaquePointer) {
    let html = unsafe Self.literal(of: node)
    do throws(HTMLGuard.Refusal) {
      let parsed = try HTMLParser.parse(html, from: line, ledger: &ledger)
      if listDepth == 0 {
        fragments += parsed.fragments
      } else {
        for piece in parsed.fragments.flatMap(\.pieces) { builder.append(piece.text.utf8.span, line: line) }
      }
    } catch {
      ledger.note(.charactersRemoved, line: line, error.reason)
    }
  }
}
