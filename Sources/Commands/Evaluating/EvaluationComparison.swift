// An evaluation beside an earlier one: which questions were won, and which were lost.

/// Wins and losses by question id, in the order of the later file.
package struct EvaluationComparison: Hashable, Sendable {
  /// Wrong before, right now.
  package let wins: [String]
  /// Right before, wrong now.
  package let losses: [String]
  /// Questions that the earlier evaluation did not have.
  package let new: [String]
  /// Questions that only the earlier evaluation has, in its order.
  package let gone: [String]

  /// An earlier evaluation: ids, and whether they were right.
  package typealias Earlier = [(id: String, isRight: Bool)]

  package init(_ measures: EvaluationMeasures, against earlier: Earlier) {
    let before = Dictionary(earlier.map { ($0.id, $0.isRight) }) { first, _ in first }
    let now = measures.outcomes.map { (id: $0.question.id, isRight: $0.isRight) }
    wins = now.filter { $0.isRight && before[$0.id] == false }.map(\.id)
    losses = now.filter { !$0.isRight && before[$0.id] == true }.map(\.id)
    new = now.filter { before[$0.id] == nil }.map(\.id)
    let ids = Set(now.map(\.id))
    gone = earlier.map(\.id).filter { !ids.contains($0) }
  }

  /// The questions of an evaluation as `--json` wrote it; `nil` for any other text.
  package static func earlier(in text: String) -> Earlier? {
    guard case .object(let members) = JSONValue(parsing: text),
      case .array(let questions) = members.first(where: { $0.name == "questions" })?.value
    else { return nil }
    var earlier: Earlier = []
    for case .object(let members) in questions {
      guard case .string(let id) = members.first(where: { $0.name == "id" })?.value,
        case .bool(let isRight) = members.first(where: { $0.name == "right" })?.value
      else { return nil }
      earlier.append((id, isRight))
    }
    return earlier.count == questions.count ? earlier : nil
  }
}
