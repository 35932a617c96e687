// Runs questions through one dialogue, in order, and keeps the worst verdict for the exit status.

import Conversation
import Glibc
import InvertedIndex
import Questions
import Terminal

/// One run of `ask`.
struct Asking {
  private let request: AskRequest
  private let writer: AnswerWriter
  private let options: AnswerOptions
  private var dialogue: Dialogue
  private var timings: OutputWriter?
  /// The exit status so far.
  private(set) var worst = ExitStatus.success

  init(request: AskRequest, index: IndexReader, writer: AnswerWriter) throws {
    self.request = request
    self.writer = writer
    var options = AnswerOptions()
    options.top = request.top
    options.groupByArticle = request.grouping == .article
    options.bagOfWords = request.isBagOfWords
    options.wantsRetrieved = request.format == .trec
    if let without = request.without { options.without = AnsweringSteps(names: without) ?? [] }
    self.options = options
    dialogue = try Dialogue(index: index)
    timings = try request.timings.map(Asking.openTimings)
  }

  /// Answers every line of standard input.
  mutating func askLines() throws {
    let lines = InputLines(descriptor: STDIN_FILENO, separator: request.isNULSeparated ? 0 : UInt8(ascii: "\n"))
    while let line = try lines.next() {
      if request.isSession, line.text == ":new" {
        dialogue.reset()
      } else if request.hasIDs {
        try askIdentified(line)
      } else {
        try ask(line.text, id: String(line.number))
      }
    }
  }

  /// Answers one question and writes the answer.
  mutating func ask(_ question: String, id: String) throws {
    if !request.isSession { dialogue.reset() }
    let start = Asking.nanoseconds()
    let answer = try dialogue.answer(question, options: options)
    let taken = Asking.nanoseconds() - start
    try timings?.writeLine(String(taken))
    if answer.verdict != .answered, worst == .success { worst = .otherVerdict }
    try writer.write(answer, id: id)
  }

  /// Flushes everything; a failed write shows here at the latest.
  func finish() throws {
    try timings?.close()
    try writer.finish()
  }

  private mutating func askIdentified(_ line: InputLine) throws {
    guard let tab = line.text.firstIndex(of: "\t") else {
      Program.say("line \(line.number) of the questions has no tab after its id; it was passed over")
      worst = .usage
      return
    }
    try ask(String(line.text[line.text.index(after: tab)...]), id: String(line.text[..<tab]))
  }

  private static func openTimings(_ path: String) throws -> OutputWriter {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError.system(call: "open \(path)", errno: errno) }
    return OutputWriter(descriptor: descriptor)
  }

  private static func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }
}
