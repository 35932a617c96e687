// What the prompt says about itself: the help, its status, and its answers to commands that cannot be obeyed.

import Glibc
import Terminal

/// The prompt's own lines, in one language.
package struct PromptHelp: Sendable {
  private let sentences: Sentences

  package init(_ sentences: Sentences) {
    self.sentences = sentences
  }

  /// What can be typed, for everyone, then for staff. `:NAME` of each always works.
  package var commands: [(typed: String, does: String)] {
    [
      (word("help"), sentences[.helpHelp]),
      (word("more"), sentences[.helpMore]),
      (word("back"), sentences[.helpBack]),
      ("2", sentences[.helpNumber, [.command: word("topics")]]),
      ("a", sentences[.helpLetter]),
      (word("open"), sentences[.helpOpen, [.command: "\(word("open")) 2"]]),
      (word("sources"), sentences[.helpSources]),
      (word("topics"), sentences[.helpTopics]),
      (word("new"), sentences[.helpNew]),
      (word("done"), sentences[.helpDone]),
      (":all", sentences[.helpAll]),
      (":why 2", sentences[.helpWhy]),
      (":cite 2", sentences[.helpCite]),
      (":copy 2", sentences[.helpCopy]),
      (":raw 2", sentences[.helpRaw]),
      (":compare", sentences[.helpCompare, [.command: ":compare oil"]]),
      (":edit 2", sentences[.helpEdit]),
      (":wrong", sentences[.helpWrong, [.command: ":wrong 1 expect roses.md:12"]]),
      (":set", sentences[.helpSet, [.command: ":set links off"]]),
      (":history", sentences[.helpHistory]),
    ]
  }

  private func word(_ name: String) -> String {
    sentences.language.word(for: name)
  }

  /// The help, wrapped to `columns`; the crisis line and whom to ask come after it.
  package func lines(
    columns: Int, audience: PromptAudience = .staff, layout: PromptLayout = .standard
  ) -> [String] {
    let wrapper = TextWrapper(columns: columns)
    let rows = TextWrapper(columns: columns, indent: 2, hangingIndent: 12)
    let known = commands.filter { audience == .staff || !$0.typed.hasPrefix(":") }
    let list = known.flatMap { command in
      if layout == .spoken { return wrapper.wrapped("\(command.typed): \(command.does)") }
      return rows.wrapped(
        command.typed + String(repeating: " ", count: 10 - DisplayWidth.of(command.typed)) + command.does)
    }
    return wrapper.wrapped(sentences[.helpIntroduction]) + [""] + list + [""]
      + wrapper.wrapped(sentences[.helpColonForms])
  }

  /// The commands that the first screen names.
  package var beginnings: [(typed: String, does: String)] {
    [
      (word("help"), sentences[.whatCanBeTyped]), (word("topics"), sentences[.whatIsCovered]),
      (word("done"), sentences[.finish]),
    ]
  }

  /// What to type to go on from a passage or a section.
  ///
  /// - Parameter more: what `more` shows; `nil` where there is nothing more.
  package func ways(more: Sentence?, open: Bool, back: Bool) -> [(typed: String, does: String)] {
    var ways: [(typed: String, does: String)] = []
    if let more { ways.append((word("more"), sentences[more])) }
    if open { ways.append((word("open"), sentences[.wholeSection])) }
    if back { ways.append((word("back"), sentences[.goBack])) }
    return ways
  }

  /// `Type a question in your own words, then press Enter. You get passages from 4 articles, word for word. …`
  package func invitation(articleCount: Int) -> String {
    let passages = sentences[.whatYouGet, [.articles: sentences.articles(articleCount)]]
    return "\(sentences[.howToAsk]) \(passages) \(sentences[.noOneIsThere])"
  }

  /// `There is no topic 70; there are 45.`
  package func noTopic(_ number: Int, of count: Int) -> String {
    sentences[.noTopic, [.shown: String(number), .count: String(count)]]
  }

  /// `There is no passage 7; the last answer has 3.`
  package func noPassage(_ number: Int, of count: Int) -> String {
    sentences[.noPassage, [.shown: String(number), .count: String(count)]]
  }

  /// `There is no command :hlep. Did you mean :help?`
  package func unknown(_ name: String, suggestion: String?) -> String {
    guard let suggestion else {
      return sentences[.unknownCommand, [.command: ":\(name)", .suggestion: word("help")]]
    }
    return sentences[.unknownCommandMeant, [.command: ":\(name)", .suggestion: ":\(word(suggestion))"]]
  }

  package func wrongArgument(_ name: String) -> String {
    let typed = ":\(word(name))"
    if name == "compare" { return sentences[.takesWords, [.command: typed, .suggestion: ":compare oil"]] }
    if name == "wrong" { return sentences[.takesThis, [.command: typed, .suggestion: ":wrong 1 expect roses.md:12"]] }
    if name == "set" { return sentences[.takesThis, [.command: typed, .suggestion: ":set links off"]] }
    return ["open", "why", "cite", "copy", "raw", "edit"].contains(name)
      ? sentences[.takesNumber, [.command: typed, .suggestion: "\(typed) 2"]]
      : sentences[.takesNothing, [.command: typed]]
  }

  /// `4 articles, 86 passages, index of 2026-11-20 09:14.   help  tells what can be typed.`
  package func status(articleCount: Int, passageCount: Int, modificationTime: Int) -> String {
    sentences[
      .status,
      [
        .articles: sentences.articles(articleCount), .passages: sentences.passages(passageCount),
        .time: Self.localTime(modificationTime), .command: word("help"),
      ]]
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
