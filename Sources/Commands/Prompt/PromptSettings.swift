// What staff set at the prompt, for this conversation.

/// The settings of one prompt: what `:set` shows and changes.
package struct PromptSettings: Hashable, Sendable {
  /// The passages besides the first are listed; else one passage at a time, as patients see it.
  package var list = true
  /// Citations can be clicked, in terminals that take links.
  package var links = false
  /// Headings to read next are offered after an answer.
  package var suggestions = false
  /// What is typed is kept from one conversation to the next.
  package var history = false
  /// The file that `:wrong` adds to.
  package var golden = ""

  package init() {}

  /// The switches, in the order they are shown.
  package static let switches: [(name: String, path: WritableKeyPath<PromptSettings, Bool> & Sendable)] = [
    ("list", \.list), ("links", \.links), ("suggestions", \.suggestions), ("history", \.history),
  ]

  /// What `:set` shows: `list on` and so on, a line each.
  package var lines: [String] {
    Self.switches.map { "\($0.name) \(self[keyPath: $0.path] ? "on" : "off")" } + ["golden \(golden)"]
  }
}

/// One change that `:set` makes.
package enum PromptSetting: Hashable, Sendable {
  /// `list`, `links`, `suggestions` or `history`.
  case turned(String, on: Bool)
  case golden(String)

  /// Reads what stands after `:set`; `nil` for what is no setting. A path ends with the line, blanks and all.
  package init?(_ words: [Substring]) {
    guard words.count >= 2 else { return nil }
    let name = words[0].lowercased()
    if name == "golden" {
      self = .golden(words.dropFirst().joined(separator: " "))
    } else if PromptSettings.switches.contains(where: { $0.name == name }), words.count == 2 {
      switch words[1].lowercased() {
      case "on": self = .turned(name, on: true)
      case "off": self = .turned(name, on: false)
      default: return nil
      }
    } else {
      return nil
    }
  }
}
