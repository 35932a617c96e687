// A question whose right answer a person has written down.

/// A passage that answers a golden question.
package struct ExpectedPassage: Hashable, Sendable {
  /// The article's path within its folder.
  package let path: String
  /// Words that stand in the passage's text.
  package let quotation: String
  /// How well it answers, 1 to 9.
  package let grade: Int

  package init(path: String, quotation: String, grade: Int = 1) {
    self.path = path
    self.quotation = quotation
    self.grade = grade
  }
}

/// What the answer to a golden question is to be.
package enum ExpectedAnswer: Hashable, Sendable {
  /// One or more passages, any of which may come first.
  case passages([ExpectedPassage])
  case noAnswer
  case partly
  case crisis
  /// Refused or answered in part, with this word, in lower case, among those that no article has.
  case missing(String)

  /// What kinds there are, in the order they are reported in.
  package static let kinds = ["passages", "no_answer", "partly", "missing", "crisis"]

  /// One of `kinds`.
  package var kind: String {
    switch self {
    case .passages: "passages"
    case .noAnswer: "no_answer"
    case .partly: "partly"
    case .missing: "missing"
    case .crisis: "crisis"
    }
  }
}

/// One line of a file of golden questions.
package struct GoldenQuestion: Hashable, Sendable {
  /// Unique within its file.
  package let id: String
  package let question: String
  /// The questions asked before in the same conversation, first to last.
  package let context: [String]
  package let expectation: ExpectedAnswer
  /// Marked as failing today: reported, and not counted for the minimum.
  package let isKnown: Bool
  /// Its line in the file, from 1.
  package let line: Int

  package init(
    id: String, question: String, context: [String] = [], expectation: ExpectedAnswer, isKnown: Bool = false,
    line: Int = 1
  ) {
    self.id = id
    self.question = question
    self.context = context
    self.expectation = expectation
    self.isKnown = isKnown
    self.line = line
  }
}
