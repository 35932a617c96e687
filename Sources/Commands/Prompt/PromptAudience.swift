// Who types at a prompt.

/// Who types at a prompt. It changes what can be typed and how answers look, never what is found.
package enum PromptAudience: Hashable, CaseIterable, Sendable {
  /// Whoever looks after the articles: every command, quoted phrases and `source:NAME`; the first passage, the others as a list,
  /// with their places in the files.
  case staff
  /// Somebody with a question: a line is text, and there are only the commands for everyone; one passage at a time, its source in
  /// words, and headings to read next.
  case patient
}
