// Golden questions from tab-separated lines. The form stands in Documentation/commands.md.

/// What is wrong with a line of a file of golden questions.
package struct GoldenProblem: Error, Hashable {
  /// From 1.
  package let line: Int
  /// A clause in plain words, without a full stop.
  package let problem: String
}

/// Reads golden questions line by line.
package struct GoldenQuestionParser {
  /// The header's columns.
  package static let columns = ["id", "question", "context", "expected"]

  /// What was read so far, in the order of the lines.
  package private(set) var questions: [GoldenQuestion] = []
  private var ids: Set<String> = []
  private var hasHeader = false
  private var lineNumber = 0

  package init() {}

  /// The questions of a whole file.
  ///
  /// - Throws: `GoldenProblem` for the first line that is none; for a file without a header or without a question, its last line.
  package static func questions(in lines: [String]) throws(GoldenProblem) -> [GoldenQuestion] {
    var parser = GoldenQuestionParser()
    for line in lines { try parser.read(line) }
    try parser.finish()
    return parser.questions
  }

  /// Reads the next line, given without its end. Empty lines and lines that begin with `#` are passed over.
  package mutating func read(_ line: String) throws(GoldenProblem) {
    lineNumber += 1
    guard !line.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }), line.utf8.first != UInt8(ascii: "#") else { return }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
    if !hasHeader {
      guard fields == Self.columns else {
        throw problem("the header must be: id, question, context, expected, with tabs between")
      }
      hasHeader = true
      return
    }
    guard fields.count == Self.columns.count else {
      throw problem("there are \(fields.count) columns, not 4 with tabs between")
    }
    guard !fields[0].isEmpty else { throw problem("the id is empty") }
    guard ids.insert(fields[0]).inserted else { throw problem("the id \(fields[0]) is there twice") }
    guard !fields[1].isEmpty else { throw problem("the question is empty") }
    try append(fields)
  }

  /// - Throws: where nothing was read.
  package func finish() throws(GoldenProblem) {
    guard hasHeader else { throw problem("there is no header: id, question, context, expected") }
    guard !questions.isEmpty else { throw problem("there is no question") }
  }

  private mutating func append(_ fields: [String]) throws(GoldenProblem) {
    let context = fields[2].isEmpty ? [] : Self.parts(of: fields[2])
    guard context.allSatisfy({ !$0.isEmpty }) else { throw problem("a question of the context is empty") }
    var expected = fields[3]
    let isKnown = expected.hasSuffix(" !known")
    if isKnown { expected = Self.trimmed(expected.dropLast(" !known".count)) }
    questions.append(
      GoldenQuestion(
        id: fields[0], question: fields[1], context: context, expectation: try expectation(expected), isKnown: isKnown,
        line: lineNumber))
  }

  private func expectation(_ text: String) throws(GoldenProblem) -> ExpectedAnswer {
    switch text {
    case "no_answer": return .noAnswer
    case "partly": return .partly
    case "crisis": return .crisis
    default: break
    }
    if text.hasPrefix("missing=") {
      let word = text.dropFirst("missing=".count).lowercased()
      guard !word.isEmpty, !word.contains(" ") else { throw problem("missing= takes one word") }
      return .missing(word)
    }
    var passages: [ExpectedPassage] = []
    for part in Self.parts(of: text) { passages.append(try passage(part)) }
    return .passages(passages)
  }

  /// `path::quoted words`, with or without `=GRADE` at the end.
  private func passage(_ text: String) throws(GoldenProblem) -> ExpectedPassage {
    let parts = Self.cut(text, at: "::", limit: 2)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw problem("\"\(text)\" is no path::quoted words, no_answer, partly, crisis or missing=word")
    }
    var quotation = parts[1]
    var grade = 1
    if let match = quotation.wholeMatch(of: #/(.*)=([0-9]+)/#) {
      guard let number = Int(match.output.2), (1...9).contains(number) else {
        throw problem("a grade is 1 to 9, not \(match.output.2)")
      }
      grade = number
      quotation = Self.trimmed(match.output.1)
    }
    guard !quotation.isEmpty else { throw problem("there are no quoted words after \(parts[0])::") }
    return ExpectedPassage(path: parts[0], quotation: quotation, grade: grade)
  }

  private func problem(_ text: String) -> GoldenProblem {
    GoldenProblem(line: max(lineNumber, 1), problem: text)
  }

  private static func parts(of text: String) -> [String] {
    // With blanks around it, a separator without a piece after it is seen too.
    cut(" \(text) ", at: " || ", limit: .max)
  }

  /// At most `limit` pieces between `separator`, each trimmed of blanks.
  private static func cut(_ text: String, at separator: String, limit: Int) -> [String] {
    text.split(separator: separator, maxSplits: limit - 1, omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }), let last = bytes.lastIndex(where: { $0 != 0x20 }) else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
