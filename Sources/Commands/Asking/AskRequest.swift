// What `verbatim ask` is asked to do, as plain values: with or without the argument parser.

import Glibc
import InvertedIndex
import Questions
import Terminal

/// How answers are written.
package enum AnswerFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, tsv, trec
}

/// What one result is.
package enum Grouping: String, CaseIterable, Sendable {
  case passage, article
}

/// One run of `ask`; the defaults are those of the command line.
package struct AskRequest: Equatable, Sendable {
  /// Words of one question; empty for questions on standard input.
  var question: [String] = []
  var indexFolder: String?
  var top = 3
  var format = AnswerFormat.text
  var hasIDs = false
  var isNULSeparated = false
  var isSession = false
  var grouping = Grouping.passage
  var failsWhenStale = false
  var isQuiet = false
  var color = ColorChoice.auto
  var explains = false
  var isBagOfWords = false
  /// Names of steps to leave out, separated by commas.
  var without: String?
  var timings: String?

  init() {}

  /// What a value of one field forbids in another: empty where the request can be run.
  var mistake: String? {
    if top < 1 { return "--top takes a number from 1 up, not \(top)." }
    if explains, format != .text { return "--explain goes with --format text." }
    if let without, AnsweringSteps(names: without) == nil {
      let names = AnsweringSteps.named.map(\.name).joined(separator: ", ")
      return "--without takes names of steps, separated by commas: \(names); not \"\(without)\"."
    }
    if !question.isEmpty, hasIDs || isSession || isNULSeparated {
      return "--ids, --session and -0 are for questions on standard input."
    }
    return nil
  }

  /// Answers, and writes the answers.
  func run() throws {
    let folder = IndexLocation.resolved(indexFolder)
    let index = try IndexReader(folder: folder)
    if failsWhenStale { try requireFresh(index, folder: folder) }
    let writer = AnswerWriter(request: self, index: index)
    var asking = try Asking(request: self, index: index, writer: writer)
    if question.isEmpty {
      try asking.askLines()
    } else {
      // `joined` has the Swift runtime look for conformances: as many instructions as the printing (callgrind).
      try asking.ask(question.dropFirst().reduce(question[0]) { "\($0) \($1)" }, id: "1")
    }
    try asking.finish()
    let worst = asking.worst
    // The process is about to end: giving every table back piece by piece would take a tenth of its time.
    _ = Unmanaged.passRetained(Kept(asking))
    if worst != .success { throw CommandEnd(status: worst) }
  }

  private func requireFresh(_ index: IndexReader, folder: String) throws {
    let freshness = try Freshness(of: index, inFolder: folder)
    // Where the articles cannot be found, nobody can say that the index is current.
    guard freshness.isStale == false else {
      Program.say("\(freshness.summary) Run: verbatim index")
      throw CommandEnd(status: .stale)
    }
  }
}

/// Holds what lives until the process ends.
private final class Kept {
  private let asking: Asking

  init(_ asking: Asking) {
    self.asking = asking
  }
}
