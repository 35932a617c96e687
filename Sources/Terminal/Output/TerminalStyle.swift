// Bold, underlined and faint, and the decision whether there are any. Words carry every meaning; this only decorates.

/// What `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Adds escape sequences to text, or does not.
package struct TerminalStyle: Hashable, Sendable {
  /// Whether escape sequences are written at all.
  package let decorates: Bool
  private let dims: Bool

  /// No escape sequences.
  package static let plain = TerminalStyle(decorates: false)

  package init(decorates: Bool) {
    self.init(decorates: decorates, dims: true)
  }

  private init(decorates: Bool, dims: Bool) {
    self.decorates = decorates
    self.dims = dims
  }

  /// The same without anything faint.
  package var withoutFaint: TerminalStyle {
    TerminalStyle(decorates: decorates, dims: false)
  }

  /// Whether `ACCESSIBLE` is set, and neither empty nor 0: its owner reads by ear or by finger.
  package static func isAccessible(_ environment: (String) -> String?) -> Bool {
    guard let value = environment("ACCESSIBLE") else { return false }
    return !value.isEmpty && value != "0"
  }

  /// `always` and `never` are obeyed; `auto` decorates on a terminal, unless `TERM` is `dumb`, empty or missing, or
  /// `NO_COLOR` is set and not empty (https://no-color.org), or `ACCESSIBLE` asks for plain text.
  ///
  /// - Parameters:
  ///   - isTerminal: whether what is written to is a terminal.
  ///   - environment: gives a variable's value.
  package init(choice: ColorChoice, isTerminal: Bool, environment: (String) -> String?) {
    switch choice {
    case .always: self.init(decorates: true)
    case .never: self.init(decorates: false)
    case .auto:
      let term = environment("TERM") ?? ""
      let isAble = isTerminal && !term.isEmpty && term != "dumb"
      self.init(
        decorates: isAble && (environment("NO_COLOR") ?? "").isEmpty && !TerminalStyle.isAccessible(environment))
    }
  }

  /// For what the reader looks for: the sentence that answers, ranks, names of commands.
  package func bold(_ text: String) -> String {
    wrapped(text, in: "1")
  }

  /// For words of the question within a text; bold besides, where they stand in the sentence that answers.
  package func underlined(_ text: String, isBold: Bool = false) -> String {
    wrapped(text, in: isBold ? "1;4" : "4")
  }

  /// For what is said beside the answer: citations, notices.
  package func faint(_ text: String) -> String {
    dims ? wrapped(text, in: "2") : text
  }

  private func wrapped(_ text: String, in code: String) -> String {
    decorates && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
