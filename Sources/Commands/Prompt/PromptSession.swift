// One conversation at a terminal: a line in, lines out, until its person leaves.

import Conversation
import Documents
import Glibc
import InvertedIndex
import Terminal

/// The prompt's loop, and what it remembers from one line to the next.
package struct PromptSession {
  /// How many passages an answer lists at first, and how many more each step brings.
  package static let step = 3
  /// How many passages are asked for, so that `more` and `:all` need no second search.
  package static let most = 20
  /// How many articles `sources` and `topics` list.
  package static let mostArticles = 100
  /// How many articles `:compare` shows.
  package static let mostCompared = 20

  /// What was shown last, of what can be left by `back`.
  enum Place {
    /// A passage of the answer, or nothing yet.
    case passage
    case section(LibrarySection)
    /// The articles, their topics, or help.
    case list
  }

  let library: any PromptLibrary
  let console: any Console
  let audience: PromptAudience
  package let language: InterfaceLanguage
  let layout: PromptLayout
  let desk: StaffDesk
  var settings = PromptSettings()
  var answer: Answer?
  /// The rank of the passage shown last, from 1; within `answer.results` unless these are empty.
  var rank = 1
  /// How many of `answer.results` are listed.
  var listed = 0
  var questions: [String] = []
  /// How many of `questions` were asked before the one that `answer` answers.
  var asked = 0
  var place = Place.passage
  /// The topics that numbers mean, from 1; empty where numbers mean passages.
  var numbered: [Topic] = []
  /// The topics that letters mean; empty where a letter is a question.
  var offered: [Topic] = []
  /// The sections of which something was shown, in this conversation.
  var seen: [Topic] = []

  /// - Parameters:
  ///   - language: of the program's own sentences; the operator's choice where it is `nil`.
  ///   - desk: what staff have at hand; without meaning for patients.
  package init(
    library: any PromptLibrary, console: any Console, audience: PromptAudience = .staff,
    language: InterfaceLanguage? = nil, layout: PromptLayout = .standard, desk: StaffDesk = StaffDesk()
  ) {
    self.layout = layout
    self.desk = desk
    settings.golden = desk.golden
    settings.links = desk.takesLinks && layout.style(console.style).decorates
    self.library = library
    self.console = console
    self.audience = audience
    self.language = language ?? InterfaceLanguage(library.settings)
  }

  var sentences: Sentences { Sentences(language) }
  var help: PromptHelp { PromptHelp(sentences) }

  /// Holds a conversation at the terminal behind standard input and output.
  ///
  /// - Precondition: `TerminalConsole.isAvailable`.
  /// - Returns: as `run()`; `nil` where the system gives no signal descriptor.
  /// - Throws: as `run()`. The terminal is as it was either way.
  package static func run(
    library: any PromptLibrary, style: TerminalStyle, audience: PromptAudience = .staff,
    language: InterfaceLanguage? = nil, layout: PromptLayout = .standard
  ) throws -> Int32? {
    let completer = PromptCompleter(library: library, audience: audience)
    let language = language ?? InterfaceLanguage(library.settings)
    let console = TerminalConsole(
      style: style, pageFull: Sentences(language)[.pageFull], redraws: layout != .spoken
    ) {
      completer.candidates(line: $0, wordStart: $1)
    }
    guard let console else { return nil }
    defer { console.close() }
    let desk = audience == .staff ? StaffDesk { name in getenv(name).map { String(cString: $0) } } : StaffDesk()
    var session = PromptSession(
      library: library, console: console, audience: audience, language: language, layout: layout, desk: desk)
    session.callBack()
    return try session.run()
  }

  /// Holds the conversation.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: `OutputError`, or `IndexError` where the index can no longer be read.
  package mutating func run() throws -> Int32 {
    if let status = try show(layout.finished(welcome(), in: console.size)) { return status }
    while true {
      switch console.readLine(prompt: layout.prompt(sentences, in: console.size)) {
      case .endOfInput: return 0
      case .idle: continue
      case .ended(let signal): return 128 + signal
      case .line(let line):
        console.remember(line)
        try keep(line)
        let read = PromptLine(line, language: language, audience: audience)
        if read == .command(.done) { return 0 }
        if let status = try show(respond(to: read)) { return status }
      }
    }
  }

  /// Shows `lines`; the exit status where a signal ended the program meanwhile.
  private func show(_ lines: [String]) throws -> Int32? {
    guard !lines.isEmpty else { return nil }
    if case .ended(let signal) = try console.show(lines) { return 128 + signal }
    return nil
  }

  /// For whom answers are laid out: staff may look at them as patients do.
  var presentedTo: PromptAudience {
    audience == .staff && settings.list ? .staff : .patient
  }

  private var links: ArticleLinks? {
    guard settings.links, presentedTo == .staff else { return nil }
    return library.corpusPath.map { ArticleLinks(host: desk.host, folder: $0) }
  }

  var view: PromptView {
    PromptView(
      facts: CorpusFacts(settings: library.settings, articleCount: library.articleCount, language: language),
      columns: layout.columns(in: console.size), style: layout.style(console.style), audience: presentedTo,
      layout: layout,
      links: links)
  }

  // MARK: - Lines

  /// What is shown after `line`; empty where nothing is. Of `done`, nothing: leaving is the caller's.
  ///
  /// - Throws: `IndexError` where the index can no longer be read.
  package mutating func respond(to line: PromptLine) throws -> [String] {
    layout.finished(try lines(inAnswerTo: line), in: console.size)
  }

  private mutating func lines(inAnswerTo line: PromptLine) throws -> [String] {
    switch audience == .patient ? line.forPatients : line {
    case .empty: []
    case .question(let question): try ask(question)
    case .letter(let letter, let line):
      offered.indices.contains(letter) ? try turn(to: offered[letter]) : try ask(line)
    case .command(let command): try obey(command)
    case .wrongArgument(let name): view.text.said(help.wrongArgument(name))
    case .unknown(let name, let suggestion): view.text.said(help.unknown(name, suggestion: suggestion))
    }
  }

  private mutating func ask(_ question: String) throws -> [String] {
    var lines: [String] = []
    if try library.refresh() {
      if !questions.isEmpty { lines += view.text.said(sentences[.newIndex]) }
      forget()
    }
    let answer = try library.answer(question, options: options)
    if answer.verdict == .empty { return lines }
    asked = questions.count
    questions.append(question)
    // After "ok", `more` goes on with the passages before it.
    if answer.asksNothing, self.answer != nil { return lines + view.lines(of: answer, listed: 0) + [""] }
    self.answer = answer
    rank = 1
    listed = min(Self.step, answer.results.count)
    place = .passage
    numbered = []
    lines += view.lines(of: answer, listed: listed)
    if let first = answer.results.first { lines += try beneath(first) }
    return try lines + offer(after: answer) + [""]
  }

  /// How questions at the prompt are answered.
  var options: AnswerOptions {
    var options = AnswerOptions()
    options.top = Self.most
    options.countsMatches = true
    options.allowsOperators = audience == .staff
    return options
  }

  private mutating func forget() {
    answer = nil
    questions = []
    listed = 0
    place = .passage
    numbered = []
    offered = []
    seen = []
  }

  private mutating func obey(_ command: PromptCommand) throws -> [String] {
    switch command {
    case .help:
      place = .list
      return helpLines()
    case .more: return try more()
    case .back: return try back()
    case .show(let number): return try show(number)
    case .open(let number): return try open(number)
    case .sources:
      place = .list
      return view.sources(try library.articles(limit: Self.mostArticles), of: library.articleCount) + [""]
    case .topics: return try topics()
    case .new:
      library.reset()
      forget()
      return view.text.said(sentences[.startedAgain])
    case .done: return []
    case .why(let number): return try why(number)
    case .cite(let number): return with(number) { $0.cite($1) }
    case .copy(let number): return try with(number) { try $0.copy($1) }
    case .edit(let number): return with(number) { $0.edit($1) }
    case .wrong(let number, let expected): return try wrong(number, expected: expected)
    case .set(let setting): return try set(setting)
    case .raw(let number): return try with(number) { try $0.raw($1) }
    case .compare(let words):
      let comparison = try library.compare(words, limit: Self.mostCompared)
      return view.comparison(comparison) + [""]
    case .all: return try all()
    case .history:
      guard !questions.isEmpty else { return view.text.said(sentences[.noQuestions]) }
      let wrapper = TextWrapper(columns: view.columns, indent: 2, hangingIndent: 4)
      return questions.flatMap { wrapper.wrapped(Sanitizer.cleanLine($0)) }
    }
  }

  /// Said where there is no passage: what to type instead.
  var nothingToShow: [String] {
    let topics = language.word(for: "topics")
    return view.text.said(sentences[answer == nil ? .firstAsk : .noPassages, [.command: topics]])
  }

  /// Calls `body` with passage `number` of the last answer, or the one shown; says why where there is none.
  mutating func with(
    _ number: Int?, _ body: (inout PromptSession, AnswerPassage) throws -> [String]
  ) rethrows -> [String] {
    guard let answer, !answer.results.isEmpty else { return nothingToShow }
    let wanted = number ?? rank
    guard (1...answer.results.count).contains(wanted) else {
      return view.text.said(help.noPassage(wanted, of: answer.results.count))
    }
    rank = wanted
    return try body(&self, answer.results[wanted - 1])
  }
}
