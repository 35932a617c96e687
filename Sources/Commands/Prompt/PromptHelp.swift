// What the prompt says about itself: the welcome, the help, and its answers to commands that cannot be obeyed.

import Glibc
import Terminal

/// The prompt's own lines.
package enum PromptHelp {
  /// What can be typed, for everyone, then for staff. `:NAME` of each always works.
  package static let commands: [(typed: String, does: String)] = [
    ("help", "what can be typed"),
    ("more", "the next passage"),
    ("back", "the passage before"),
    ("2", "passage 2"),
    ("open", "the whole section of the passage shown; open 2 for passage 2"),
    ("sources", "the articles"),
    ("topics", "what the articles cover"),
    ("new", "forget the questions before, and begin anew"),
    ("done", "leave; so does Ctrl-D"),
    (":all", "list more passages"),
    (":why 2", "how passage 2 came by its score"),
    (":cite 2", "passage 2 with its citation, to be copied"),
    (":raw 2", "passage 2 as it stands in the file, and what was repaired"),
    (":compare", "what each article says with some words, as in :compare oil"),
    (":history", "the questions of this conversation"),
  ]

  /// The help, wrapped to `columns`; the crisis line and whom to ask come after it.
  package static func lines(columns: Int) -> [String] {
    let wrapper = TextWrapper(columns: columns)
    let rows = TextWrapper(columns: columns, indent: 2, hangingIndent: 12)
    let list = commands.flatMap { command in
      rows.wrapped(command.typed + String(repeating: " ", count: 10 - command.typed.utf8.count) + command.does)
    }
    return wrapper.wrapped(introduction) + [""] + list + [""] + wrapper.wrapped(colonForms)
  }

  private static let introduction =
    "Type a question in your own words, then press Enter. You get passages from the articles, word for word. "
    + "A question may follow on from the one before."
  private static let colonForms = "Each command also works with a colon before it, such as :help."

  package static let firstAsk = "Ask a question first."
  package static let noPassages = "The last answer has no passages."
  package static let lastPassage = "That was the last passage."
  package static let firstPassage = "This is the first passage."
  package static let startedAgain = "The questions before are forgotten."
  package static let newIndex = "The articles have been updated; the questions before are forgotten."
  package static let noQuestions = "No question yet."

  /// `There is no passage 7; the last answer has 3.`
  package static func noPassage(_ number: Int, of count: Int) -> String {
    "There is no passage \(number); the last answer has \(count)."
  }

  /// `There is no command :hlep. Did you mean :help?`
  package static func unknown(_ name: String, suggestion: String?) -> String {
    let remedy = suggestion.map { "Did you mean :\($0)?" } ?? "Type  help  to see what there is."
    return "There is no command :\(name). \(remedy)"
  }

  package static func wrongArgument(_ name: String) -> String {
    if name == "compare" { return ":compare takes words, such as :compare oil." }
    let takesNumber = ["open", "why", "cite", "raw"].contains(name)
    return takesNumber
      ? ":\(name) takes the number of a passage, such as :\(name) 2." : ":\(name) stands alone on its line."
  }

  /// `4 articles, 86 passages, index of 2026-11-20 09:14.   help  tells what can be typed.`
  package static func status(articleCount: Int, passageCount: Int, modificationTime: Int) -> String {
    let articles = Sentences.counted(articleCount, "article")
    let passages = Sentences.counted(passageCount, "passage")
    return "\(articles), \(passages), index of \(localTime(modificationTime)).   help  tells what can be typed."
  }

  /// `2026-11-20 09:14`, in the machine's time zone.
  private static func localTime(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min))"
  }
}
