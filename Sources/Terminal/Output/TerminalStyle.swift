// Bold, underlined and faint, and the decision whether there are any. Words carry every meaning; this only decorates.

/// What `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Adds escape sequences to text, or does not.
package struct TerminalStyle: Hashable, Sendable {
  /// Whether escape sequences are written at all.
  package let decorates: Bool

  /// No escape sequences.
  package static let plain = TerminalStyle(decorates: false)

  package init(decorates: Bool) {
    self.decorates = decorates
  }

  /// `always` and `never` are obeyed; `auto` decorates on a terminal, unless `TERM` is `dumb`, empty or missing, or
  /// `NO_COLOR` is set and not empty (https://no-color.org).
  ///
  /// - Parameters:
  ///   - isTerminal: whether what is written to is a terminal.
  ///   - environment: gives a variable's value.
  package init(choice: ColorChoice, isTerminal: Bool, environment: (String) -> String?) {
    switch choice {
    case .always: decorates = true
    case .never: decorates = false
    case .auto:
      let term = environment("TERM") ?? ""
      decorates = isTerminal && !term.isEmpty && term != "dumb" && (environment("NO_COLOR") ?? "").isEmpty
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
    wrapped(text, in: "2")
  }

  private func wrapped(_ text: String, in code: String) -> String {
    decorates && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
