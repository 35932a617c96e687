// The first screen, and help.

import Documents
import Terminal

extension PromptSession {
  /// The operator's words, what is there, and the three commands with which one can begin.
  func welcome() -> [String] {
    var lines: [String] = []
    let wrapper = TextWrapper(columns: view.columns)
    let settings = spokenSettings
    if let title = settings.title {
      lines += wrapper.wrapped(Sanitizer.cleanLine(title)).map(view.style.bold) + [""]
    }
    if let welcome = settings.welcome {
      lines += wrapper.wrapped(Sanitizer.clean(welcome))
    }
    if audience == .staff {
      let status = help.status(
        articleCount: library.articleCount, passageCount: library.passageCount,
        modificationTime: library.modificationTime)
      return lines + wrapper.wrapped(status)
    }
    lines += wrapper.wrapped(help.invitation(articleCount: library.articleCount)) + [""]
    return lines + view.row(help.beginnings) + [""]
  }

  /// The operator's, in the language of the prompt.
  private var spokenSettings: Settings {
    library.settings.spoken(in: sentences.language.rawValue)
  }

  func helpLines() -> [String] {
    let settings = spokenSettings
    var lines = help.lines(columns: view.columns, audience: audience, layout: layout)
    let card = settings.crisis?.card.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let said = [settings.contact, card].compactMap { $0 }.flatMap { view.text.said($0) }
    if !said.isEmpty { lines += [""] + said }
    return lines + [""]
  }
}
