// What staff expected instead of an answer, as a file of golden questions holds it.

import Conversation
import Documents
import InvertedIndex

/// An expected answer, and whether it was given.
struct Expectation {
  /// The column `expected`.
  let column: String
  /// The answer that was given is the expected one.
  let isMet: Bool

  /// How many words of a passage are quoted at least, where it has as many.
  private static let leastWords = 8

  /// Reads `text`: `PATH:LINE`, with or without a citation's hash, for the passage there; `no_answer`, `partly`, `crisis` or
  /// `missing=WORD`. `nil` for what is neither, and for a line at which no article has a passage.
  init?(_ text: String, of answer: Answer, in library: any PromptLibrary) throws {
    let isAnswered = answer.verdict == .answered || answer.verdict == .partly
    switch text {
    case "no_answer": self.init(column: text, isMet: answer.verdict == .noAnswer)
    case "partly": self.init(column: text, isMet: answer.verdict == .partly)
    case "crisis": self.init(column: text, isMet: answer.verdict == .crisis)
    case _ where text.hasPrefix("missing="):
      let word = text.dropFirst("missing=".count).lowercased()
      let isRefused = answer.verdict == .noAnswer || answer.verdict == .partly
      self.init(column: text, isMet: isRefused && answer.missing.contains { $0.lowercased() == word })
    default:
      let place = text.prefix { $0 != "#" }
      guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]), line >= 1,
        let passage = try library.passage(at: String(place[..<colon]), line: line)
      else { return nil }
      let path = try library.article(passage.article).path.text
      let words = Self.quotation(of: passage, among: try library.passages(of: passage.article))
      self.init(column: "\(path)::\(words)", isMet: isAnswered && answer.results.first?.id == passage.id)
    }
  }

  private init(column: String, isMet: Bool) {
    self.column = column
    self.isMet = isMet
  }

  /// As few of the first words of `passage` as no other passage of its article holds, but at least `leastWords`; all of them where it
  /// takes all. They end neither in a grade (`=2`) nor within a separator.
  private static func quotation(of passage: IndexedPassage, among others: [IndexedPassage]) -> String {
    func normalized(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let words = passage.passage.text.split(whereSeparator: \.isWhitespace).prefix { $0 != "||" }
    let rivals = others.filter { $0.id != passage.id }.map { normalized($0.passage.text) }
    var count = min(leastWords, words.count)
    func isEnough(_ count: Int) -> Bool {
      let quoted = words.prefix(count).joined(separator: " ")
      return quoted.wholeMatch(of: #/.*=[0-9]+/#) == nil && !rivals.contains { $0.contains(normalized(quoted)) }
    }
    while count < words.count, !isEnough(count) { count += 1 }
    return words.prefix(count).joined(separator: " ")
  }
}
