// What the kiosk shows besides answers: the welcome, help, the warning, and that it is out of order. The crisis lines are on each.

import Documents
import Terminal

/// Lays out the kiosk's own screens. Pure: the same facts and the same size, the same lines.
package struct KioskScreen: Sendable {
  /// The operator's crisis card; the built-in line stands behind it.
  package let card: String?
  package let size: TerminalSize
  package let style: TerminalStyle
  package let sentences: Sentences
  package let layout: PromptLayout

  package init(
    card: String?, size: TerminalSize, style: TerminalStyle, sentences: Sentences, layout: PromptLayout = .standard
  ) {
    self.card = card
    self.size = size
    self.style = layout.style(style)
    self.sentences = sentences
    self.layout = layout
  }

  // MARK: - Screens

  /// The welcome, short enough to be on the screen whole with the prompt beneath it: where there is no room for everything, blank
  /// lines go first, then what matters less; the crisis lines and what to do never go.
  package func welcome(settings: Settings, articleCount: Int) -> [String] {
    let title = settings.title.map { text($0.uppercased(), wrapper).map(style.bold) } ?? []
    let others = "\(sentences[.whatYouGet, [.articles: sentences.articles(articleCount)]]) \(sentences[.noOneIsThere])"
    let languages = InterfaceLanguage.allCases.filter { $0 != sentences.language }
    let blocks: [Block] = [
      Block(importance: 2, lines: title),
      Block(importance: 5, lines: text(sentences[.howToAsk], wrapper)),
      Block(importance: 1, lines: text(others, wrapper), isJoined: true),
      Block(importance: 3, lines: settings.welcome.map { text($0, wrapper) } ?? [], isJoined: true),
      Block(importance: 6, lines: crisis),
      Block(importance: 4, lines: row(PromptHelp(sentences).beginnings)),
      Block(
        importance: 4, lines: languages.flatMap { indented.wrapped(Sentences($0)[.typeForThisLanguage]) },
        isJoined: true),
    ]
    return fitted(blocks)
  }

  /// That nothing can be looked up, and that this is no more than a fault of the machine.
  package func outOfOrder(isTryingAgain: Bool) -> [String] {
    let sorry = text(sentences[.outOfOrder], wrapper).map(style.bold)
    let again = isTryingAgain ? [""] + text(sentences[.triesAgain], wrapper) : []
    return layout.finished(sorry + [""] + crisis + again + [""], in: size)
  }

  /// The crisis lines, the operator's own line breaks kept.
  package var crisis: [String] {
    let lines = Sanitizer.clean(card ?? sentences[.crisisWithoutCard]).split(whereSeparator: \.isNewline)
    return text(sentences[.ifInDanger], wrapper)
      + lines.flatMap { indented.wrapped($0.split(separator: " ").joined(separator: " ")) }.map(style.bold)
  }

  // MARK: - Parts

  private struct Block {
    /// What has less goes first.
    let importance: Int
    let lines: [String]
    /// No blank line before it.
    var isJoined = false
  }

  private var columns: Int { layout.columns(in: size) }
  private var wrapper: TextWrapper { TextWrapper(columns: columns) }
  private var indented: TextWrapper { TextWrapper(columns: columns, indent: 2) }

  private func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private func text(_ text: String, _ wrapper: TextWrapper) -> [String] {
    wrapper.wrapped(Sanitizer.clean(text))
  }

  /// What can be typed and what it does: side by side where there is room, else one below the other.
  private func row(_ entries: [(typed: String, does: String)]) -> [String] {
    if layout == .spoken { return entries.flatMap { wrapper.wrapped("\($0.typed): \($0.does)") } }
    let row = entries.map { "\($0.typed)  \($0.does)" }.joined(separator: spaces(5))
    if DisplayWidth.of(row) + 2 <= columns { return indented.wrapped(row) }
    let width = entries.map { DisplayWidth.of($0.typed) }.max() ?? 0
    let rows = TextWrapper(columns: columns, indent: 2, hangingIndent: width + 4)
    return entries.flatMap { rows.wrapped($0.typed + spaces(width - DisplayWidth.of($0.typed) + 2) + $0.does) }
  }

  /// As many of `blocks` as fit above a prompt with a line beneath it.
  private func fitted(_ blocks: [Block]) -> [String] {
    let levels = Set(blocks.map(\.importance)).sorted()
    let room = size.rows - 2
    let airy = parted(blocks, isAiry: true)
    if airy.count <= room { return airy }
    for level in levels {
      let lines = parted(blocks.filter { $0.importance >= level }, isAiry: false)
      if lines.count <= room || level == levels.last { return lines }
    }
    return airy
  }

  private func parted(_ blocks: [Block], isAiry: Bool) -> [String] {
    var lines: [String] = []
    for block in blocks where !block.lines.isEmpty {
      if isAiry, !lines.isEmpty, !block.isJoined { lines.append("") }
      lines += block.lines
    }
    return layout.finished(isAiry ? lines + [""] : lines, in: size)
  }
}
