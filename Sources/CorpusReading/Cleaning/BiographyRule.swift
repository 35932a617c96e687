// The author's biography below an article: a name, "… is a coach who …", and the call to work with them.

import Documents

/// Removes a biography at the end of an article.
enum BiographyRule {
  /// A biography begins among the last fragments only.
  private static let reach = 8
  /// The longest call below a biography, in words.
  private static let callWordLimit = 20

  /// Removes the name, the paragraph about its bearer, and the calls below; nothing, where other text follows.
  static func remove(from fragments: inout [Fragment], ledger: inout ArticleLedger) {
    let first = max(1, fragments.count - reach)
    guard first < fragments.count else { return }
    for index in first..<fragments.count {
      guard let (body, name) = biography(at: index, in: fragments) else { continue }
      let calls = fragments[(body + 1)...]
      guard calls.allSatisfy({ isCall($0, of: name) }) else { continue }
      for fragment in fragments[index...] {
        for piece in fragment.pieces { ledger.noteRemoval(.biographyRemoved, of: piece) }
      }
      fragments.removeSubrange(index...)
      return
    }
  }

  /// The index of the paragraph about the person whose name, or "About the author", stands at `index`.
  private static func biography(at index: Int, in fragments: [Fragment]) -> (body: Int, name: String)? {
    guard index + 1 < fragments.count, let line = fragments[index].lineText, line.utf8.count <= 60,
      fragments[index + 1].isParagraph
    else { return nil }
    let body = fragments[index + 1].pieces[0].text
    guard isAboutPerson(body) else { return nil }
    let heading = line.lowercased().filter { $0.isLetter || $0 == " " }
    if heading == "about the author" || heading == "author bio" {
      return (index + 1, body.split(separator: " ").first.map(String.init) ?? "")
    }
    let name = line.split(separator: ",").first.map(String.init) ?? line
    guard LineShape(line).isName, body.hasPrefix(name) else { return nil }
    return (index + 1, name.split(separator: " ").first.map(String.init) ?? name)
  }

  /// Says of somebody what they do for a living.
  private static func isAboutPerson(_ text: String) -> Bool {
    guard text.utf8.count <= 2000 else { return false }
    let words = Set(
      text.lowercased().split { !($0.isLetter || $0 == "-" || $0 == "'") }.map(String.init))
    return !words.isDisjoint(with: persons) && !words.isDisjoint(with: trades)
      && (words.contains("is") || words.contains("has"))
  }

  private static func isCall(_ fragment: Fragment, of name: String) -> Bool {
    guard let text = fragment.lineText, LineShape(text).wordCount <= callWordLimit else { return false }
    let lower = text.lowercased()
    return calls.contains { lower.hasPrefix($0) } || text.contains(name)
  }

  private static let persons: Set<String> = ["who", "she", "he", "they", "her", "his", "their", "i", "my"]
  private static let trades: Set<String> = [
    "founder", "co-founder", "host", "coach", "author", "therapist", "psychotherapist", "counselor", "counsellor",
    "writer", "blogger", "journalist", "editor", "creator", "speaker", "consultant", "psychologist", "psychiatrist",
    "physician", "nurse", "researcher", "professor", "freelance",
  ]
  private static let calls = [
    "check out", "learn more", "find out more", "follow ", "visit ", "connect with", "contact ", "read more",
    "work with",
    "book ", "subscribe", "sign up", "join ", "website", "email",
  ]
}
