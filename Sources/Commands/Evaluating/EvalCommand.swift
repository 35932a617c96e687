// `verbatim eval`: golden questions, and how well they are answered.

import ArgumentParser
import Conversation
import Glibc
import InvertedIndex
import Terminal

/// `verbatim eval`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Asks golden questions, and measures the answers.",
    usage: "verbatim eval <file> [<options>]",
    discussion: """
      The file has tab-separated columns: id, question, context, expected.

        verbatim eval golden.tsv
        verbatim eval golden.tsv --json > before.json
        verbatim eval golden.tsv --against before.json --minimum 0.9

      Exit status: 0 measured, 1 fewer right than --minimum, 2 used wrongly or a
      wrong line in the file, 3 no usable index.
      """)

  @Argument(help: "The golden questions.")
  var file: String

  @OptionGroup var location: IndexLocation

  @Flag(help: "One JSON object instead of lines for people.")
  var json = false

  @Option(help: ArgumentHelp("The share, 0 to 1, that must be right.", valueName: "share"))
  var minimum: Double?

  @Option(help: ArgumentHelp("Compare with an earlier --json.", valueName: "file"))
  var against: String?

  func validate() throws {
    if let minimum, !(0...1).contains(minimum) {
      throw ValidationError("--minimum takes a number from 0 to 1, not \(minimum).")
    }
  }

  func run() throws {
    let index = try location.open()
    let earlier = try against.map(Self.earlier)
    let measures = EvaluationMeasures(try outcomes(index))
    let comparison = earlier.map { EvaluationComparison(measures, against: $0) }
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    if json {
      let record = EvaluationRenderer.record(of: measures, against: comparison, fingerprint: index.fingerprint)
      try output.writeLine(record.pretty)
    } else {
      for line in EvaluationRenderer.lines(of: measures, against: comparison) {
        try output.writeLine(Sanitizer.cleanLine(line))
      }
    }
    try output.flush()
    if let minimum, !measures.reaches(minimum) { throw CommandEnd(status: .otherVerdict) }
  }

  private func outcomes(_ index: IndexReader) throws -> [GoldenOutcome] {
    do {
      let questions = try GoldenQuestionParser.questions(in: try Self.lines(of: file))
      let quoted = try QuotedPassages(index: index)
      // All lines are checked before the first question is asked.
      let expected = try questions.map { try quoted.grades(for: $0) }
      return try zip(questions, expected).map { try outcome(of: $0, expected: $1, index) }
    } catch let error as GoldenProblem {
      throw UsageError(text: "\(file):\(error.line): \(error.problem)")
    }
  }

  /// Each question has a conversation of its own, begun with its context.
  private func outcome(
    of question: GoldenQuestion, expected: [PassageID: Int], _ index: IndexReader
  ) throws -> GoldenOutcome {
    var dialogue = try Dialogue(index: index)
    var options = AnswerOptions()
    options.top = GoldenOutcome.depth
    for before in question.context { _ = try dialogue.answer(before, options: options) }
    return GoldenOutcome(try dialogue.answer(question.question, options: options), to: question, expected: expected)
  }

  private static func earlier(_ path: String) throws -> EvaluationComparison.Earlier {
    let text = try lines(of: path).joined(separator: "\n")
    guard let earlier = EvaluationComparison.earlier(in: text) else {
      throw UsageError(text: "\(path) is not what \"verbatim eval --json\" writes")
    }
    return earlier
  }

  private static func lines(of path: String) throws -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    let input = InputLines(descriptor: descriptor)
    var lines: [String] = []
    do throws(InputError) {
      while let line = try input.next() {
        guard !line.isCut else { throw InputError.system(call: "read", errno: E2BIG) }
        lines.append(line.text)
      }
    } catch {
      guard case .system(_, let code) = error else { throw error }
      throw unreadable(path, code)
    }
    return lines
  }

  private static func unreadable(_ path: String, _ code: Int32) -> UsageError {
    UsageError(text: "cannot read \(path): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")")
  }
}
