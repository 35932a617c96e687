// A library and a console made by hand: a conversation without an index and without a terminal.

import Commands
import Conversation
import Documents
import InvertedIndex
import Terminal

/// Answers what it was given answers to; to anything else there is none.
final class SampleLibrary: PromptLibrary {
  var settings = Settings()
  let articleCount = 4
  let passageCount = 1086
  var fingerprint = "4be1d7c0"
  let modificationTime = 0
  let ranking = RankingParameters.standard

  var answers: [String: Answer] = [:]
  var comparisons: [String: ArticleComparison] = [:]
  /// What `refresh` says, call by call; then false.
  var refreshes: [Bool] = []
  /// What every question fails with.
  var failure: IndexError?
  private(set) var asked: [String] = []
  private(set) var options: [AnswerOptions] = []
  private(set) var resetCount = 0

  func refresh() throws -> Bool {
    refreshes.isEmpty ? false : refreshes.removeFirst()
  }

  func answer(_ question: String, options: AnswerOptions) throws -> Answer {
    asked.append(question)
    self.options.append(options)
    if let failure { throw failure }
    return answers[question] ?? Sample.answer(question, .noAnswer)
  }

  func reset() {
    resetCount += 1
  }

  /// The sections, each of two passages: 0 and 1 in the first, and so on.
  static let headings = ["Soil", "When to prune", "How to prune", "Pests", "In winter"]

  func section(of passage: PassageID) throws -> LibrarySection {
    let section = Int(passage.rawValue) / 2
    let texts = ["Roses want sun.", "Prune in late winter.\n- before buds open"]
    let passages = texts.enumerated().map { index, text in
      IndexedPassage(
        id: PassageID(UInt32(2 * section + index)), article: ArticleID(0),
        passage: Passage(
          section: section, heading: Self.headings[section], text: text, lines: LineRange(9 + index, 9 + index)))
    }
    return LibrarySection(
      article: Sample.article("beds/roses.md", title: "Keeping roses"), heading: Self.headings[section],
      passages: passages)
  }

  func section(after section: LibrarySection) throws -> LibrarySection? {
    let next = section.passages[0].passage.section + 1
    return next < Self.headings.count ? try self.section(of: PassageID(UInt32(2 * next))) : nil
  }

  static func topic(_ section: Int) -> Topic {
    Topic(
      heading: headings[section], passage: PassageID(UInt32(2 * section)), article: ArticleID(0), section: section,
      subject: [Array(headings[section].utf8)])
  }

  func topic(of passage: PassageID) throws -> Topic? {
    Self.topic(Int(passage.rawValue) / 2)
  }

  func topics(near passage: PassageID, limit: Int) throws -> [Topic] {
    let section = Int(passage.rawValue) / 2
    return ((section + 1..<Self.headings.count) + (0..<section).reversed()).prefix(limit).map(Self.topic)
  }

  func topics(for query: WeightedQuery, limit: Int) throws -> [Topic] {
    query.terms.isEmpty ? [] : [Self.topic(3)]
  }

  func articles(limit: Int) throws -> [LibraryArticle] {
    var article = Sample.article("beds/roses.md", title: "Keeping roses")
    article.author = "A. Gardener"
    article.date = "2024-05-01"
    return [LibraryArticle(article: article, passageCount: 12, topics: [Self.topic(0), Self.topic(1)])]
  }

  func compare(_ words: String, limit: Int) throws -> ArticleComparison {
    comparisons[words] ?? ArticleComparison()
  }

  func explain(_ passage: PassageID, for query: WeightedQuery) throws -> [TermContribution] {
    query.terms.map { TermContribution(term: $0, idf: 2, frequency: 1.2, score: 1) }
  }

  func ledger(of path: CorpusPath, lines: LineRange) throws -> [LedgerEntry] {
    [LedgerEntry(path: path, line: 12, action: .listSplit, detail: "2 items")]
  }

  func sourceLines(of path: CorpusPath, lines: LineRange) -> [String]? {
    ["Prune in late winter. - before buds open", "\u{1B}[1m- on a dry day"]
  }

  let corpusPath: String? = "/garden/Corpus"

  func file(of path: CorpusPath) -> String? { path.text.hasPrefix("tools") ? nil : "Corpus/\(path.text)" }

  /// Only in beds/roses.md, and only on lines 9 and 10.
  func passage(at path: String, line: Int) throws -> IndexedPassage? {
    guard path == "beds/roses.md" || path == "Corpus/beds/roses.md" else { return nil }
    return try section(of: PassageID(2)).passages.first { $0.passage.lines.last >= line }
  }

  func passages(of article: ArticleID) throws -> [IndexedPassage] { try section(of: PassageID(2)).passages }

  func article(_ article: ArticleID) throws -> Article { Sample.article("beds/roses.md", title: "Keeping roses") }

  func headings(with words: [String], limit: Int) -> [String] {
    let headings = ["When to prune", "How to prune", "Pruning hedges: when?", "Ru\u{1B}les of pruning", "Roses"]
    return headings.filter { heading in words.contains { heading.lowercased().contains($0) } }
  }

  func words(beginningWith prefix: String, limit: Int) -> [String] {
    ["prune", "prun\u{1B}[2J", "pruning", "rose", "helpful"].filter { $0.hasPrefix(prefix) }
  }
}

/// Types the lines it was given, then leaves.
final class SampleConsole: StaffConsole {
  var size = TerminalSize(columns: 60, rows: 24)
  var style = TerminalStyle.plain
  var events: [LineEvent]
  /// What was shown after each line typed; the welcome first.
  private(set) var shown: [[String]] = []
  private(set) var remembered: [String] = []
  private(set) var prompts: [String] = []
  var outcome = PagerOutcome.shown
  private(set) var copied: [String] = []
  private(set) var commands: [[String]] = []
  var ending = ForegroundProgram.Ending.status(0)

  func copy(_ text: String) throws(OutputError) {
    copied.append(text)
  }

  func run(_ command: [String]) -> ForegroundProgram.Ending {
    commands.append(command)
    return ending
  }

  init(_ lines: [String]) {
    events = lines.map(LineEvent.line)
  }

  func readLine(prompt: String) -> LineEvent {
    prompts.append(prompt)
    return events.isEmpty ? .endOfInput : events.removeFirst()
  }

  func remember(_ line: String) {
    remembered.append(line)
  }

  func show(_ lines: [String]) throws(OutputError) -> PagerOutcome {
    shown.append(lines)
    return outcome
  }

  func showWhole(_ lines: [String]) throws(OutputError) {
    shown.append(lines)
  }

  /// Everything shown after the welcome.
  var text: String {
    shown.dropFirst().joined().joined(separator: "\n")
  }
}
