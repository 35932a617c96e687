// What can be typed at the prompt besides a question.

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
  /// To the terminal's clipboard.
  case copy(Int?)
  /// In an editor.
  case edit(Int?)
  /// What each article says with these words; never empty.
  case compare(String)
  /// The answer is wrong, of which a passage may be named; what was expected, as a file of golden questions has it, or `PATH:LINE`.
  case wrong(Int?, expected: String)
  /// What is set, or a change of it.
  case set(PromptSetting?)
  case all
  case history

  /// The commands, in the order help shows them.
  package static let names = [
    "help", "more", "back", "open", "sources", "topics", "new", "done", "all", "why", "cite", "copy", "raw",
    "edit", "compare", "wrong", "set", "history", "quit",
  ]
  /// What people type to leave, where they do not know the command.
  static let partings = ["quit", "exit", "bye", "goodbye"]
  /// What people type for the next passage or the one before.
  static let steps: [String: PromptCommand] = [
    "tell me more": .more, "more please": .more, "show more": .more, "show me more": .more, "next": .more,
    "next one": .more, "next passage": .more, "go on": .more, "continue": .more, "what else": .more,
    "anything else": .more, "any more": .more, "more info": .more, "more information": .more,
    "go back": .back, "previous": .back, "previous passage": .back,
  ]
  /// Those that need no colon.
  package static let plainNames = names.prefix(8)

  /// Those of staff that take the number of a passage.
  static let passageNames: Set = ["why", "cite", "copy", "raw", "edit", "wrong"]

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
    case .copy: "copy"
    case .edit: "edit"
    case .wrong: "wrong"
    case .set: "set"
    case .all: "all"
    case .history: "history"
    }
  }

  var isForStaff: Bool {
    !Self.plainNames.contains(name)
  }

  /// - Parameter number: what follows the name; `nil` where nothing does.
  init?(name: String, number: Int?) {
    switch name {
    case "open": self = .open(number)
    case "why": self = .why(number)
    case "cite": self = .cite(number)
    case "raw": self = .raw(number)
    case "copy": self = .copy(number)
    case "edit": self = .edit(number)
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
    case "set": self = .set(nil)
    default: return nil
    }
  }
}
