// The three ways the prompt lays out what it shows: for most, for people who listen or read with their fingers, for low vision.

import Terminal

/// How what the prompt shows is laid out.
package enum PromptLayout: Hashable, CaseIterable, Sendable {
  case standard
  /// Line by line in the order of speech, for screen readers and braille: what it is before what it says, nothing side by side, no
  /// symbol that carries a meaning, nothing decorated, nothing written over.
  case spoken
  /// Fewer words a screen: a narrow column within wide margins, nothing faint, and the question above its answer.
  case large

  /// What the options and the environment ask for: `ACCESSIBLE`, set and neither empty nor 0, asks as `--plain` does.
  ///
  /// - Parameter environment: gives a variable's value.
  package init(isPlain: Bool, isLarge: Bool, environment: (String) -> String?) {
    if isPlain || TerminalStyle.isAccessible(environment) {
      self = .spoken
    } else {
      self = isLarge ? .large : .standard
    }
  }

  /// The widest column of the large layout.
  private static let largeColumns = 44

  /// The columns of text: 20 to 76, in the large layout at most 44.
  package func columns(in size: TerminalSize) -> Int {
    self == .large ? max(20, min(Self.largeColumns, size.columns - 2 * margin(in: size))) : size.textColumns
  }

  /// The columns left of the text: 0, in the large layout 2 to 12.
  package func margin(in size: TerminalSize) -> Int {
    self == .large ? max(2, min(12, (size.columns - Self.largeColumns) / 2)) : 0
  }

  /// `style`, with what this layout leaves out of it left out.
  package func style(_ style: TerminalStyle) -> TerminalStyle {
    switch self {
    case .standard: style
    case .spoken: .plain
    case .large: style.withoutFaint
    }
  }

  /// Lines as the terminal gets them: in the margins of this layout, or in plain characters.
  package func finished(_ lines: [String], in size: TerminalSize) -> [String] {
    switch self {
    case .standard: return lines
    case .spoken: return SpokenText.lines(lines, columns: columns(in: size))
    case .large:
      let margin = String(repeating: " ", count: margin(in: size))
      return lines.map { $0.isEmpty ? "" : margin + $0 }
    }
  }

  /// What stands before the line being typed.
  package func prompt(_ sentences: Sentences, in size: TerminalSize) -> String {
    switch self {
    case .standard: "> "
    case .spoken: sentences[.yourQuestion]
    case .large: String(repeating: " ", count: margin(in: size)) + sentences[.yourQuestion]
    }
  }
}
