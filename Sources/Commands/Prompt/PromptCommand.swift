// What a line typed at the prompt is: a question, a command, or a command mistyped. A command is a whole line.

import TextAnalysis

/// One thing that can be typed at the prompt besides a question.
package enum PromptCommand: Hashable, Sendable {
  case help
  case more
  case back
  /// The whole section of a passage; of the one shown, without a number.
  case open(Int?)
  /// One passage: a number alone.
  case show(Int)
  case sources
  case topics
  case new
  case done
  case why(Int?)
  case cite(Int?)
  case raw(Int?)
  /// What each article says with these words; never empty.
  case compare(String)
  case all
  case history

  /// The commands, in the order help shows them.
  package static let names = [
    "help", "more", "back", "open", "sources", "topics", "new", "done", "all", "why", "cite", "raw", "compare",
    "history", "quit",
  ]
  /// What people type to leave, where they do not know the command.
  fileprivate static let partings = ["quit", "exit", "bye", "goodbye"]
  /// Those that need no colon.
  package static let plainNames = names.prefix(8)

  /// The name that it is typed by; of a number alone, `open`.
  package var name: String {
    switch self {
    case .help: "help"
    case .more: "more"
    case .back: "back"
    case .open, .show: "open"
    case .sources: "sources"
    case .topics: "topics"
    case .new: "new"
    case .done: "done"
    case .why: "why"
    case .cite: "cite"
    case .raw: "raw"
    case .compare: "compare"
    case .all: "all"
    case .history: "history"
    }
  }

  fileprivate var isForStaff: Bool {
    !Self.plainNames.contains(name)
  }

  /// - Parameter number: what follows the name; `nil` where nothing does.
  fileprivate init?(name: String, number: Int?) {
    switch name {
    case "open": self = .open(number)
    case "why": self = .why(number)
    case "cite": self = .cite(number)
    case "raw": self = .raw(number)
    case _ where number != nil: return nil
    case "help": self = .help
    case "more": self = .more
    case "back": self = .back
    case "sources": self = .sources
    case "topics": self = .topics
    case "new": self = .new
    case "done", "quit": self = .done
    case "all": self = .all
    case "history": self = .history
    default: return nil
    }
  }
}

/// A line typed at the prompt, read.
package enum PromptLine: Hashable, Sendable {
  case empty
  case question(String)
  case command(PromptCommand)
  /// `:name` with something after it that it does not take.
  case wrongArgument(name: String)
  /// `:name` where there is no such command, and the one it may have been meant for.
  case unknown(name: String, suggestion: String?)

  /// Reads `line`: without a colon, only a whole line that is a command is one ("help with sleep" is a question); with a
  /// colon and a letter or a number, it is never a question. Capitals do not matter. A lone "q" is meant for a page that has
  /// ended already: it does nothing. Besides its English name, a command has that of `language`.
  package init(_ line: String, language: InterfaceLanguage = .english) {
    let words = Self.withEnglishName(line.split(whereSeparator: \.isWhitespace), language: language)
    guard let first = words.first else {
      self = .empty
      return
    }
    if words.count == 1, first.lowercased() == "q" {
      self = .empty
    } else if words.count == 1, first.hasPrefix(":"), first.utf8.count > 1, let number = Self.number(first.dropFirst())
    {
      self = .command(.show(number))
    } else if first.hasPrefix(":"), first.dropFirst().first?.isLetter == true {
      self = Self.colonCommand(name: first.dropFirst().lowercased(), arguments: words.dropFirst())
    } else if let command = Self.plainCommand(words) {
      self = .command(command)
    } else {
      self = .question(line)
    }
  }

  /// The same where only the commands for everyone exist: those of staff are unknown, and nowhere suggested.
  package var forPatients: PromptLine {
    func isKnown(_ name: String) -> Bool { PromptCommand.plainNames.contains(name) || name == "quit" }
    switch self {
    case .command(let command) where command.isForStaff: return .unknown(name: command.name, suggestion: nil)
    case .wrongArgument(let name) where !isKnown(name): return .unknown(name: name, suggestion: nil)
    case .unknown(let name, let suggestion?) where !isKnown(suggestion): return .unknown(name: name, suggestion: nil)
    default: return self
    }
  }

  /// `words`, a command's name of `language` at their beginning replaced by its English one.
  private static func withEnglishName(_ words: [Substring], language: InterfaceLanguage) -> [Substring] {
    guard let first = words.first else { return [] }
    let colon = first.hasPrefix(":") ? ":" : ""
    guard let name = language.commandName(of: first.dropFirst(colon.count).lowercased()) else { return words }
    return ["\(colon)\(name)"] + words.dropFirst()
  }

  private static func plainCommand(_ words: [Substring]) -> PromptCommand? {
    if words.count == 1, let number = number(words[0]) { return .show(number) }
    let name = words[0].lowercased()
    if words.count == 1, PromptCommand.partings.contains(name) { return .done }
    guard PromptCommand.plainNames.contains(name), words.count <= 2 else { return nil }
    guard words.count == 2 else { return PromptCommand(name: name, number: nil) }
    return number(words[1]).flatMap { PromptCommand(name: name, number: $0) }
  }

  private static func colonCommand(name: String, arguments: ArraySlice<Substring>) -> PromptLine {
    if name == "q", arguments.isEmpty { return .command(.done) }
    guard PromptCommand.names.contains(name) else {
      return .unknown(name: name, suggestion: suggestion(for: name))
    }
    if name == "compare", !arguments.isEmpty {
      return .command(.compare(arguments.dropFirst().reduce(String(arguments.first ?? "")) { "\($0) \($1)" }))
    }
    guard let argument = arguments.first else {
      return PromptCommand(name: name, number: nil).map(PromptLine.command) ?? .wrongArgument(name: name)
    }
    guard arguments.count == 1, let number = number(argument), let command = PromptCommand(name: name, number: number)
    else { return .wrongArgument(name: name) }
    return .command(command)
  }

  /// A number as one types it: ASCII digits alone.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
  }

  // MARK: - Suggestions

  /// The command nearest to `name`: one it begins, else one within two edits, a swap of neighbours counting as one.
  private static func suggestion(for name: String) -> String? {
    if let begun = PromptCommand.names.first(where: { $0.hasPrefix(name) }) { return begun }
    var measure = EditDistance()
    let near = PromptCommand.names.compactMap { known in
      measure.distance(name.utf8.span, known.utf8.span, atMost: 2).map { (name: known, edits: $0) }
    }
    let nearest = near.min { $0.edits < $1.edits }
    return nearest.flatMap { $0.edits < $0.name.utf8.count - 1 ? $0.name : nil }
  }
}
