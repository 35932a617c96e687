// Reads HTML's tags before Gumbo does, and refuses what would cost it quadratic time, a deep recursion, or all memory.

/// Estimates, never too low, how deep and how large a tree Gumbo would build.
///
/// It keeps a stack of open elements as the HTML5 tree builder does, but only ever closes fewer: an end tag that stands
/// across others takes its own element out and leaves those open.
struct HTMLGuard {
  /// Why a text is not given to Gumbo.
  enum Refusal: Error, Hashable {
    case nestedTooDeep
    case tooManyElements
    case tooManyAttributes

    /// The reason, as the ledger gives it.
    var reason: String {
      switch self {
      case .nestedTooDeep: "HTML nested deeper than \(HTMLGuard.deepestNesting)"
      case .tooManyElements: "HTML of more than \(HTMLGuard.elementLimit) elements"
      case .tooManyAttributes: "HTML with more than \(HTMLGuard.attributeLimit) attributes in one tag"
      }
    }
  }

  /// Gumbo frees recursively, and 10,000 open elements cost it a second.
  static let deepestNesting = 512
  /// Elements and attributes; each costs Gumbo 150 to 300 bytes.
  static let elementLimit = 2_000_000
  /// In one tag: Gumbo compares each with all before.
  static let attributeLimit = 512

  private let bytes: [UInt8]
  private var index = 0
  private var open: [Tag] = []
  /// Formatting elements that Gumbo would open again in the next paragraph, by tag.
  private var reopening: [Tag: Int] = [:]
  private var reopeningCount = 0
  private var elementCount = 0
  /// The deepest nesting met, elements that HTML implies left out.
  private(set) var deepest = 0

  /// A tag by its name: the first eight letters in small, which tell all that matter apart.
  private struct Tag: Hashable {
    var letters: UInt64

    init(_ name: some Sequence<UInt8>) {
      letters = name.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    }

    init(_ name: String) {
      self.init(name.utf8)
    }
  }

  /// How deep `bytes` nest; O(bytes · depth) at worst.
  ///
  /// - Throws: `Refusal`.
  @discardableResult
  static func check(_ bytes: [UInt8]) throws(Refusal) -> Int {
    var check = HTMLGuard(bytes)
    try check.run()
    return check.deepest
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(Refusal) {
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      index += 1
      guard let next = peek() else { return }
      if isLetter(next) {
        try startTag()
      } else if next == 0x2F {
        index += 1
        if let letter = peek(), isLetter(letter) { endTag() }
      } else if bytes[index...].starts(with: [0x21, 0x2D, 0x2D]) {
        skip(past: [0x2D, 0x2D, 0x3E])
      } else if next == 0x21 || next == 0x3F {
        skip(past: [0x3E])
      }
    }
  }

  private mutating func startTag() throws(Refusal) {
    let tag = name()
    let attributeCount = attributes()
    guard attributeCount <= Self.attributeLimit else { throw .tooManyAttributes }
    elementCount += 1 + attributeCount + reopeningCount
    guard elementCount <= Self.elementLimit else { throw .tooManyElements }
    if Self.rawText.contains(tag) { return skipRawText(tag) }
    if Self.void.contains(tag) { return }
    if Self.unnested.contains(tag) { close(tag) }
    if Self.special.contains(tag) { closeImplied(by: tag) }
    open.append(tag)
    if Self.formatting.contains(tag), attributeCount > 0 || reopening[tag, default: 0] < 3 {
      reopening[tag, default: 0] += 1
      reopeningCount += 1
    }
    deepest = max(deepest, open.count + reopeningCount)
    guard deepest <= Self.deepestNesting else { throw .nestedTooDeep }
  }

  private mutating func endTag() {
    let tag = name()
    _ = attributes()
    close(tag)
  }

  /// What an end tag does; and a start tag that ends an element of its own kind wherever that is.
  private mutating func close(_ tag: Tag) {
    if let count = reopening[tag], count > 0 {
      reopening[tag] = count - 1
      reopeningCount -= 1
    }
    guard let place = open.lastIndex(of: tag) else { return }
    let isFree = open[(place + 1)...].allSatisfy { !Self.special.contains($0) || Self.implied.contains($0) }
    if isFree {
      open.removeSubrange(place...)
    } else if Self.special.contains(tag) || Self.formatting.contains(tag) {
      open.remove(at: place)
    }
  }

  /// Closes what a start tag closes without an end tag: a paragraph, a list item, a cell.
  private mutating func closeImplied(by tag: Tag) {
    if Self.tableParts.contains(tag) { return closeTablePart(by: tag) }
    if Self.closers.contains(tag), hasOpen(tag) {
      while let top = open.last, top != tag { open.removeLast() }
    }
    if open.last == Self.paragraph && tag != Self.table { open.removeLast() }
    guard let top = open.last else { return }
    let isRepeated = top == tag && (Self.closers.contains(tag) || tag == Self.option)
    if isRepeated || (Self.terms.contains(tag) && Self.terms.contains(top)) { open.removeLast() }
  }

  /// A cell closes the cell before it with all in it, a row the row, a part of a table all up to the table.
  private mutating func closeTablePart(by tag: Tag) {
    var place: Int?
    for index in open.indices.reversed() {
      if Self.tableBounds.contains(open[index]) { break }
      guard Self.tableParts.contains(open[index]) else { continue }
      if Self.cells.contains(tag) && !Self.cells.contains(open[index]) { break }
      place = index
      if open[index] == tag || Self.cells.contains(tag) { break }
    }
    if tag == Self.row, let found = place, open[found] != tag { place = Self.cells.contains(open[found]) ? found : nil }
    if let place { open.removeSubrange(place...) }
  }

  /// Whether `tag` is open below nothing but elements that are not special.
  private func hasOpen(_ tag: Tag) -> Bool {
    for element in open.reversed() {
      if element == tag { return true }
      if Self.special.contains(element) { return false }
    }
    return false
  }

  private mutating func name() -> Tag {
    let start = index
    while let byte = peek(), byte > 0x20, byte != 0x2F, byte != 0x3E { index += 1 }
    return Tag(bytes[start..<index])
  }

  /// Goes past the tag's end; the number of attributes at most.
  private mutating func attributes() -> Int {
    var count = 0
    var isInside = false
    while let byte = peek() {
      index += 1
      switch byte {
      case 0x3E: return count
      case 0x22, 0x27:
        if index > 1, bytes[index - 2] == 0x3D || bytes[index - 2] <= 0x20 { skip(past: [byte]) }
        isInside = false
      case 0...0x20, 0x2F: isInside = false
      default:
        if !isInside && byte != 0x3D { count += 1 }
        isInside = true
      }
    }
    return count
  }

  private mutating func skipRawText(_ tag: Tag) {
    while index < bytes.count {
      guard bytes[index] == 0x3C, index + 1 < bytes.count, bytes[index + 1] == 0x2F else {
        index += 1
        continue
      }
      index += 2
      if name() == tag {
        _ = attributes()
        return
      }
    }
  }

  private mutating func skip(past end: [UInt8]) {
    while index < bytes.count {
      if bytes[index] == end[0], bytes[index...].starts(with: end) {
        index += end.count
        return
      }
      index += 1
    }
  }

  private func peek() -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  private static func tags(_ names: String) -> Set<Tag> {
    Set(names.split(separator: " ").map { Tag($0.utf8) })
  }

  private static let paragraph = Tag("p")
  private static let table = Tag("table")
  private static let option = Tag("option")
  private static let row = Tag("tr")
  private static let void = tags(
    "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr")
  private static let rawText = tags("script style textarea title xmp iframe noembed noframes plaintext")
  private static let formatting = tags("a b big code em font i nobr s small strike strong tt u")
  /// Elements whose end tag HTML lets one leave out.
  private static let implied = tags("p li dt dd option optgroup tr td th thead tbody tfoot colgroup")
  /// Of these, a start tag closes the one that is open.
  private static let closers = tags("p li dt dd")
  private static let cells = tags("td th")
  private static let tableParts = tags("tr td th thead tbody tfoot")
  /// Table parts below these belong to another table, or are none.
  private static let tableBounds = tags("table template svg math select caption html")
  private static let unnested = tags("a nobr")
  private static let terms = tags("dt dd")
  /// HTML5's special elements: an end tag of another kind does not reach past them.
  private static let special = tags(
    """
    address applet article aside blockquote body button caption center colgroup dd details dir div dl dt fieldset \
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html li main marquee menu nav object \
    ol optgroup option p pre section select summary table tbody td template tfoot th thead tr ul
    """)
}
