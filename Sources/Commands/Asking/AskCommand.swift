// `verbatim ask`: one question from the command line, or a question on every line of standard input.

import ArgumentParser
import Terminal

/// `verbatim ask`.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answers a question, or every line of standard input.",
    discussion: """
      A question is text, never a query language. Two exceptions: a "quoted
      phrase" must occur as written, and source:NAME limits the answer to one
      article.

        verbatim ask what are the side effects
        printf 'how long does it last\\n' | verbatim ask --format jsonl

      Exit status: 0 every question answered, 1 some not, 2 used wrongly,
      3 no usable index, 4 stale with --fail-stale.
      """)

  @Argument(help: "The question; several words are joined by spaces.")
  var question: [String] = []

  @OptionGroup var location: IndexLocation

  @Option(help: ArgumentHelp("At most so many passages for a question.", valueName: "number"))
  var top = 3

  @Option(help: ArgumentHelp("How answers are written.", valueName: "name"))
  var format = AnswerFormat.text

  @Flag(help: "Each line is an id, a tab, and the question.")
  var ids = false

  @Flag(name: .customShort("0"), help: "Questions end with a NUL byte, not with a line break.")
  var nulSeparated = false

  @Flag(help: "The lines are one conversation; a line :new starts another.")
  var session = false

  @Option(name: .customLong("group-by"), help: ArgumentHelp("One result for each.", valueName: "unit"))
  var grouping = Grouping.passage

  @Flag(help: "End with status 4 if the articles have changed since the index was made.")
  var failStale = false

  @Flag(help: "Write no answers: only the exit status tells.")
  var quiet = false

  @Option(help: ArgumentHelp("When to use color.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Show what was searched and why, each score, the verdict.")
  var explain = false

  @Flag(help: "Plain BM25F over all words: the baseline to compare with.")
  var bagOfWords = false

  @Option(help: ArgumentHelp("Leave steps out, to measure what they add.", valueName: "names"))
  var without: String?

  @Option(help: ArgumentHelp("Write nanoseconds a question, one a line.", valueName: "file"))
  var timings: String?

  func validate() throws {
    if let mistake = request.mistake { throw ValidationError(mistake) }
  }

  func run() throws {
    try request.run()
  }

  fileprivate var request: AskRequest {
    var request = AskRequest()
    request.question = question
    request.indexFolder = location.folder
    request.top = top
    request.format = format
    request.hasIDs = ids
    request.isNULSeparated = nulSeparated
    request.isSession = session
    request.grouping = grouping
    request.failsWhenStale = failStale
    request.isQuiet = quiet
    request.color = color
    request.explains = explain
    request.isBagOfWords = bagOfWords
    request.without = without
    request.timings = timings
    return request
  }
}

extension AskRequest {
  /// The request of the `arguments` after `ask`, as the argument parser reads them; its errors are thrown.
  package init(parsing arguments: [String]) throws {
    self = try AskCommand.parse(arguments).request
  }
}

extension AnswerFormat: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
