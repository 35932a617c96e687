// What a line typed at the prompt is: a question, a command, or a command mistyped. A command is a whole line.

import TextAnalysis

/// A line typed at the prompt, read.
package enum PromptLine: Hashable, Sendable {
  case empty
  case question(String)
  case command(PromptCommand)
  /// One letter alone, from 0 for "a": one of the headings offered, where there are any; else a question.
  case letter(Int, line: String)
  /// `:name` with something after it that it does not take.
  case wrongArgument(name: String)
  /// `:name` where there is no such command, and the one it may have been meant for.
  case unknown(name: String, suggestion: String?)

  /// Reads `line`: without a colon, only a whole line that is a command is one ("help with sleep" is a question); with a
  /// colon and a letter or a number, it is never a question. Capitals do not matter. A lone "q" is meant for a page that has
  /// ended already: it does nothing. Besides its English name, a command has that of `language`. For `.staff`,
  /// the name of a command about a passage and a number are that command without a colon as well: `cite 2`.
  package init(_ line: String, language: InterfaceLanguage = .english, audience: PromptAudience = .patient) {
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
    } else if audience == .staff, Self.isAboutPassage(words) {
      self = Self.colonCommand(name: first.lowercased(), arguments: words.dropFirst())
    } else if words.count == 1, let letter = Self.letter(first) {
      self = .letter(letter, line: line)
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
    let line = words.map { $0.lowercased() }.joined(separator: " ")
    let plain = line.reversed().drop { ".!?".contains($0) }.reversed()
    if let step = PromptCommand.steps[String(plain)] { return step }
    guard PromptCommand.plainNames.contains(name), words.count <= 2 else { return nil }
    guard words.count == 2 else { return PromptCommand(name: name, number: nil) }
    return number(words[1]).flatMap { PromptCommand(name: name, number: $0) }
  }

  /// Whether `words` are the name of a staff command that takes a passage, and the passage's number; for `wrong`, also with what
  /// was expected.
  private static func isAboutPassage(_ words: [Substring]) -> Bool {
    guard words.count >= 2, number(words[1]) != nil else { return false }
    let name = words[0].lowercased()
    if words.count == 2 { return PromptCommand.passageNames.contains(name) }
    return name == "wrong" && words[2].lowercased() == "expect"
  }

  private static func colonCommand(name: String, arguments: ArraySlice<Substring>) -> PromptLine {
    if name == "q", arguments.isEmpty { return .command(.done) }
    guard PromptCommand.names.contains(name) else {
      return .unknown(name: name, suggestion: suggestion(for: name))
    }
    if name == "compare", !arguments.isEmpty { return .command(.compare(arguments.joined(separator: " "))) }
    if name == "wrong" { return wrong(arguments) }
    if name == "set", !arguments.isEmpty {
      return PromptSetting(Array(arguments)).map { .command(.set($0)) } ?? .wrongArgument(name: name)
    }
    guard let argument = arguments.first else {
      return PromptCommand(name: name, number: nil).map(PromptLine.command) ?? .wrongArgument(name: name)
    }
    guard arguments.count == 1, let number = number(argument), let command = PromptCommand(name: name, number: number)
    else { return .wrongArgument(name: name) }
    return .command(command)
  }

  /// The letters that name a heading that is offered.
  package static let letters = Array("abc")

  private static func letter(_ word: Substring) -> Int? {
    letters.firstIndex { word.lowercased() == String($0) }
  }

  /// `:wrong N expect WHAT`, with or without the number.
  private static func wrong(_ arguments: ArraySlice<Substring>) -> PromptLine {
    let rank = arguments.first.flatMap { number($0) }
    let rest = rank == nil ? arguments : arguments.dropFirst()
    guard rest.first?.lowercased() == "expect", rest.count >= 2 else { return .wrongArgument(name: "wrong") }
    return .command(.wrong(rank, expected: rest.dropFirst().joined(separator: " ")))
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
