// An answer as a record for programs: `json` and `jsonl`. Its fields are a promise; Documentation says what each means.

import Conversation
import Terminal

/// What a record says besides the answer itself.
package struct RecordContext: Hashable, Sendable {
  /// The id given with the question, or its line's number.
  package var id: String
  /// The index's fingerprint.
  package var fingerprint: String
  /// Whether the index is behind its corpus; `nil` where that was not looked at.
  package var stale: Bool?

  package init(id: String, fingerprint: String, stale: Bool? = nil) {
    self.id = id
    self.fingerprint = fingerprint
    self.stale = stale
  }
}

/// Writes answers as JSON objects. Every field is always there, in one order.
package enum RecordRenderer {
  /// The version of the record: a field may be added without raising it, none removed or changed.
  package static let version = 1

  /// The record of one answer; `compact` of it is a line of `jsonl`, `pretty` is `json`.
  package static func record(of answer: Answer, in context: RecordContext) -> JSONValue {
    .object([
      .init("v", .integer(version)),
      .init("id", .string(Sanitizer.clean(context.id))),
      .init("question", .string(Sanitizer.clean(answer.question))),
      .init("verdict", .string(answer.verdict.rawValue)),
      .init("coverage", JSONValue(rounded: answer.coverage)),
      .init("confidence", JSONValue(rounded: answer.confidence)),
      .init("missing", strings(answer.missing)),
      .init("corrected", .array(answer.corrected.map(correction))),
      .init("also_searched", .array(answer.alsoSearched.map(expansion))),
      .init("carried", strings(answer.carried)),
      .init("focused", focused(answer).map { .string(Sanitizer.clean($0)) } ?? .null),
      .init("crisis", .bool(answer.crisis)),
      .init("stale", context.stale.map(JSONValue.bool) ?? .null),
      .init("index", .string(context.fingerprint)),
      .init("results", .array(answer.results.map { result(ShownPassage($0)) })),
    ])
  }

  /// The sentences of a long question that were looked up.
  private static func focused(_ answer: Answer) -> String? {
    for case .focused(let asking) in answer.notices { return asking }
    return nil
  }

  private static func correction(_ correction: Correction) -> JSONValue {
    .object([
      .init("from", .string(Sanitizer.clean(correction.from))),
      .init("to", .string(Sanitizer.clean(correction.to))),
    ])
  }

  private static func expansion(_ expansion: Expansion) -> JSONValue {
    .object([
      .init("for", .string(Sanitizer.clean(expansion.word))),
      .init("words", strings(expansion.searched)),
    ])
  }

  private static func result(_ passage: ShownPassage) -> JSONValue {
    .object([
      .init("rank", .integer(passage.rank)),
      .init("score", JSONValue(exactly: passage.score)),
      .init("citation", .string(passage.citation)),
      .init("path", .string(passage.path)),
      .init("lines", .array([.integer(passage.lines.first), .integer(passage.lines.last)])),
      .init("article", JSONValue(passage.title)),
      .init("section", JSONValue(passage.heading)),
      .init("url", JSONValue(passage.url)),
      .init("text", .string(passage.text)),
      .init("matches", .array(passage.matches.map { JSONValue($0) })),
      .init("best", passage.best.map { JSONValue($0) } ?? .null),
      .init("also_in", strings(passage.alsoIn)),
    ])
  }

  private static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string(Sanitizer.clean($0)) })
  }
}
