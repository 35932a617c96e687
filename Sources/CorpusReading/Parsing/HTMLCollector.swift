// Walks Gumbo's tree once, without recursion, and gathers the text of its blocks.

import CGumbo
import Documents

/// Gathers fragments and facts from one walk.
struct HTMLCollector {
  private(set) var fragments: [Fragment] = []
  private(set) var metadata = Metadata()
  private(set) var ledger: ArticleLedger
  private let lineOffset: Int
  private var builder = SourceTextBuilder()
  /// The items of the outermost open list; nested lists add to it.
  private var items: [SourceText] = []
  private var listDepth = 0
  private var rows: [SourceText] = []
  private var tableDepth = 0
  private var preformattedDepth = 0
  private var breakCount = 0
  /// What is left out is gathered apart, for the ledger.
  private var leftOut = SourceTextBuilder()
  private var leftOutDepth = 0
  private var titleText: SourceTextBuilder?

  init(lineOffset: Int, ledger: ArticleLedger) {
    self.lineOffset = lineOffset
    self.ledger = ledger
  }

  /// Walks the tree under `root`, which is no deeper than `HTMLGuard.deepestNesting`; O(nodes).
  mutating func collect(_ root: UnsafeMutablePointer<GumboNode>) {
    unsafe enter(root)
    var path = unsafe [(node: root, next: 0)]
    while let (node, next) = unsafe path.last {
      if let child = unsafe Self.child(of: node, at: next) {
        unsafe path[path.count - 1].next += 1
        if unsafe enter(child) { unsafe path.append((child, 0)) }
      } else {
        unsafe leave(node)
        unsafe path.removeLast()
      }
    }
    endText()
  }

  private static func child(of node: UnsafeMutablePointer<GumboNode>, at index: Int) -> UnsafeMutablePointer<GumboNode>?
  {
    guard unsafe isElement(node) else { return nil }
    let children = unsafe node.pointee.v.element.children
    guard unsafe index < Int(children.length), let slot = unsafe children.data[index] else { return nil }
    return unsafe slot.assumingMemoryBound(to: GumboNode.self)
  }

  private static func isElement(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    unsafe node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
  }

  // MARK: The walk

  /// Whether the node's children, and its end, are to be visited.
  @discardableResult
  private mutating func enter(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    guard unsafe Self.isElement(node) else {
      unsafe addText(of: node)
      return false
    }
    if leftOutDepth > 0 {
      leftOut.appendSpace()
      let isDropped = unsafe HTMLRole.role(of: node.pointee.v.element.tag) == .dropped
      if !isDropped { leftOutDepth += 1 }
      return !isDropped
    }
    let role = unsafe Self.role(of: node)
    if role != .lineBreak { breakCount = 0 }
    switch role {
    case .dropped: return false
    case .navigation, .caption:
      endText()
      leftOutDepth = 1
    case .meta: unsafe addMeta(node)
    case .link: unsafe addLink(node)
    case .image: unsafe addImage(node)
    case .title: titleText = SourceTextBuilder()
    case .lineBreak: addBreak()
    case .list: enterList()
    case .item: endItem()
    case .table:
      if tableDepth == 0 { endText() }
      tableDepth += 1
    case .row: if tableDepth == 1 { endRow() }
    case .preformatted:
      endText()
      preformattedDepth += 1
    case .block, .heading: endText()
    case .inline, .cell: break
    }
    return true
  }

  private mutating func leave(_ node: UnsafeMutablePointer<GumboNode>) {
    let role = unsafe Self.role(of: node)
    if leftOutDepth > 0 {
      leftOutDepth -= 1
      if leftOutDepth == 0, let text = leftOut.finish() {
        ledger.noteRemoval(role == .caption ? .captionRemoved : .navigationRemoved, of: text)
      }
      return
    }
    switch role {
    case .heading(let level): endHeading(level)
    case .block, .navigation: endText()
    case .list: leaveList()
    case .item: endItem()
    case .row: if tableDepth == 1 { endRow() } else { builder.appendSpace() }
    case .cell: builder.appendSpace()
    case .table: leaveTable()
    case .preformatted:
      preformattedDepth -= 1
      if listDepth == 0, tableDepth == 0, let text = builder.finish() {
        fragments.append(Fragment(.preformatted, [text]))
      }
    case .title: metadata.title = metadata.title ?? takeTitle()
    default: break
    }
  }

  /// The role of the element, and of one that says by an attribute that it is a menu or not shown.
  private static func role(of node: UnsafeMutablePointer<GumboNode>) -> HTMLRole {
    let role = unsafe HTMLRole.role(of: node.pointee.v.element.tag)
    guard role == .block || role == .list else { return role }
    if unsafe attribute("hidden", of: node) != nil { return .dropped }
    return unsafe attribute("role", of: node) == "navigation" ? .navigation : role
  }

  // MARK: Text

  private mutating func addText(of node: UnsafeMutablePointer<GumboNode>) {
    let type = unsafe node.pointee.type
    guard type == GUMBO_NODE_TEXT || type == GUMBO_NODE_CDATA || type == GUMBO_NODE_WHITESPACE else { return }
    guard let pointer = unsafe node.pointee.v.text.text else { return }
    var line = Int(unsafe node.pointee.v.text.start_pos.line) + lineOffset
    let text = CharacterCleaner.cleaned(
      unsafe Array(String(cString: pointer).utf8), from: max(1, line), ledger: &ledger)
    if titleText != nil {
      titleText?.append(text.span, line: 1)
      return
    }
    if type != GUMBO_NODE_WHITESPACE { breakCount = 0 }
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if leftOutDepth > 0 {
        leftOut.append(part.span, line: line)
        leftOut.appendSpace()
      } else {
        builder.append(part.span, line: line)
      }
      line += 1
      if part.endIndex == text.endIndex { break }
      if preformattedDepth > 0 && leftOutDepth == 0 { builder.appendLineFeed() } else { builder.appendSpace() }
    }
  }

  /// One break is white space, two in a row part paragraphs.
  private mutating func addBreak() {
    breakCount += 1
    if preformattedDepth > 0 {
      builder.appendLineFeed()
    } else if breakCount == 2 {
      endText()
    } else {
      builder.appendSpace()
    }
  }

  private mutating func takeTitle() -> String? {
    defer { titleText = nil }
    return titleText?.finish()?.text
  }

  // MARK: Ends

  /// Ends a paragraph; within a list or table, a line.
  private mutating func endText() {
    if listDepth > 0 || tableDepth > 0 {
      builder.appendLineFeed()
    } else if let text = builder.finish() {
      fragments.append(Fragment(.paragraph, [text]))
    }
  }

  private mutating func endHeading(_ level: Int) {
    guard listDepth == 0, tableDepth == 0 else { return endText() }
    if let text = builder.finish() { fragments.append(Fragment(.heading(level: level), [text])) }
  }

  private mutating func enterList() {
    if listDepth == 0 { endText() } else { endItem() }
    listDepth += 1
  }

  private mutating func leaveList() {
    endItem()
    listDepth -= 1
    guard listDepth == 0, tableDepth == 0, !items.isEmpty else { return }
    fragments.append(Fragment(.list, items))
    items = []
  }

  private mutating func endItem() {
    guard tableDepth == 0 else { return builder.appendLineFeed() }
    guard let item = builder.finish() else { return }
    if listDepth > 0 {
      items.append(item)
    } else {
      fragments.append(Fragment(.paragraph, [item]))
    }
  }

  private mutating func endRow() {
    guard listDepth == 0 else { return builder.appendLineFeed() }
    if let row = builder.finish() { rows.append(row) }
  }

  private mutating func leaveTable() {
    tableDepth -= 1
    guard tableDepth == 0 else { return builder.appendSpace() }
    endRow()
    guard !rows.isEmpty else { return }
    fragments.append(Fragment(.table, rows))
    rows = []
  }

  // MARK: Facts

  private static func attribute(_ name: String, of node: UnsafeMutablePointer<GumboNode>) -> String? {
    guard let found = unsafe gumbo_get_attribute(&node.pointee.v.element.attributes, name) else { return nil }
    return unsafe found.pointee.value.map { unsafe String(cString: $0) }
  }

  private mutating func addMeta(_ node: UnsafeMutablePointer<GumboNode>) {
    guard let content = unsafe Self.attribute("content", of: node) else { return }
    let name =
      unsafe Self.attribute("name", of: node) ?? Self.attribute("property", of: node)
      ?? Self.attribute("itemprop", of: node)
    switch name?.lowercased() {
    case "author", "article:author", "dc.creator": metadata.author = metadata.author ?? content
    case "date", "article:published_time", "datepublished", "dc.date": metadata.date = metadata.date ?? content
    default: break
    }
  }

  private mutating func addLink(_ node: UnsafeMutablePointer<GumboNode>) {
    guard unsafe Self.attribute("rel", of: node)?.lowercased() == "canonical" else { return }
    metadata.url = unsafe metadata.url ?? Self.attribute("href", of: node)
  }

  private mutating func addImage(_ node: UnsafeMutablePointer<GumboNode>) {
    guard let caption = unsafe Self.attribute("alt", of: node), caption.contains(where: { !$0.isWhitespace }) else {
      return
    }
    let line = Int(unsafe node.pointee.v.element.start_pos.line) + lineOffset
    ledger.note(.captionRemoved, line: line, ArticleLedger.quotation(caption))
  }
}
