// One conversation at a terminal: a line in, lines out, until its person leaves.

import Conversation
import Documents
import InvertedIndex
import Terminal

/// Who types at a prompt.
package enum PromptAudience: Hashable, Sendable {
  /// Whoever looks after the articles: every command, quoted phrases and `source:NAME`.
  case staff
  /// Somebody with a question, at the kiosk: a line is text, and there are only the commands for everyone.
  case patient
}

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
  /// What stands before the line being typed.
  package static let prompt = "> "

  private let library: any PromptLibrary
  private let console: any Console
  private let audience: PromptAudience
  package let language: InterfaceLanguage
  private var answer: Answer?
  /// The rank of the passage shown last, from 1; within `answer.results` unless these are empty.
  private var rank = 1
  /// How many of `answer.results` are listed.
  private var listed = 0
  private var questions: [String] = []

  /// - Parameter language: of the program's own sentences; the operator's choice where it is `nil`.
  package init(
    library: any PromptLibrary, console: any Console, audience: PromptAudience = .staff,
    language: InterfaceLanguage? = nil
  ) {
    self.library = library
    self.console = console
    self.audience = audience
    self.language = language ?? InterfaceLanguage(library.settings)
  }

  private var sentences: Sentences { Sentences(language) }
  private var help: PromptHelp { PromptHelp(sentences) }

  /// Holds a conversation at the terminal behind standard input and output.
  ///
  /// - Precondition: `TerminalConsole.isAvailable`.
  /// - Returns: as `run()`; `nil` where the system gives no signal descriptor.
  /// - Throws: as `run()`. The terminal is as it was either way.
  package static func run(
    library: any PromptLibrary, style: TerminalStyle, language: InterfaceLanguage? = nil
  ) throws -> Int32? {
    let completer = PromptCompleter(library: library)
    let language = language ?? InterfaceLanguage(library.settings)
    let console = TerminalConsole(style: style, pageFull: Sentences(language)[.pageFull]) {
      completer.candidates(line: $0, wordStart: $1)
    }
    guard let console else { return nil }
    defer { console.close() }
    var session = PromptSession(library: library, console: console, language: language)
    return try session.run()
  }

  /// Holds the conversation.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: `OutputError`, or `IndexError` where the index can no longer be read.
  package mutating func run() throws -> Int32 {
    if let status = try show(welcome()) { return status }
    while true {
      switch console.readLine(prompt: Self.prompt) {
      case .endOfInput: return 0
      case .idle: continue
      case .ended(let signal): return 128 + signal
      case .line(let line):
        console.remember(line)
        let read = PromptLine(line, language: language)
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

  private var view: PromptView {
    PromptView(
      facts: CorpusFacts(settings: library.settings, articleCount: library.articleCount, language: language),
      columns: console.size.textColumns, style: console.style)
  }

  private func welcome() -> [String] {
    var lines: [String] = []
    let wrapper = TextWrapper(columns: view.columns)
    if let title = library.settings.title {
      lines += wrapper.wrapped(Sanitizer.cleanLine(title)).map(console.style.bold) + [""]
    }
    if let welcome = library.settings.welcome {
      lines += wrapper.wrapped(Sanitizer.clean(welcome))
    }
    let status = help.status(
      articleCount: library.articleCount, passageCount: library.passageCount, modificationTime: library.modificationTime
    )
    return lines + wrapper.wrapped(status)
  }

  // MARK: - Lines

  /// What is shown after `line`; empty where nothing is. Of `done`, nothing: leaving is the caller's.
  ///
  /// - Throws: `IndexError` where the index can no longer be read.
  package mutating func respond(to line: PromptLine) throws -> [String] {
    switch audience == .patient ? line.forPatients : line {
    case .empty: []
    case .question(let question): try ask(question)
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
    var options = AnswerOptions()
    options.top = Self.most
    options.countsMatches = true
    options.allowsOperators = audience == .staff
    let answer = try library.answer(question, options: options)
    if answer.verdict == .empty { return lines }
    questions.append(question)
    self.answer = answer
    rank = 1
    listed = min(Self.step, answer.results.count)
    return lines + view.lines(of: answer, listed: listed) + [""]
  }

  private mutating func forget() {
    answer = nil
    questions = []
    listed = 0
  }

  private mutating func obey(_ command: PromptCommand) throws -> [String] {
    switch command {
    case .help: return helpLines()
    case .more: return step(by: 1)
    case .back: return step(by: -1)
    case .show(let number): return with(number) { session, passage in session.present(passage) }
    case .open(let number): return try with(number) { try $0.open($1) }
    case .sources:
      return view.sources(try library.articles(limit: Self.mostArticles), of: library.articleCount) + [""]
    case .topics:
      return view.topics(try library.articles(limit: Self.mostArticles), of: library.articleCount) + [""]
    case .new:
      library.reset()
      forget()
      return view.text.said(sentences[.startedAgain])
    case .done: return []
    case .why(let number): return try why(number)
    case .cite(let number):
      return with(number) { [$0.view.citation(of: $1, fingerprint: $0.library.fingerprint)] }
    case .raw(let number): return try with(number) { try $0.raw($1) }
    case .compare(let words):
      let comparison = try library.compare(words, limit: Self.mostCompared)
      return view.comparison(comparison) + [""]
    case .all: return all()
    case .history:
      guard !questions.isEmpty else { return view.text.said(sentences[.noQuestions]) }
      let wrapper = TextWrapper(columns: view.columns, indent: 2, hangingIndent: 4)
      return questions.flatMap { wrapper.wrapped(Sanitizer.cleanLine($0)) }
    }
  }

  // MARK: - Passages

  /// Calls `body` with passage `number` of the last answer, or the one shown; says why where there is none.
  private mutating func with(
    _ number: Int?, _ body: (inout PromptSession, AnswerPassage) throws -> [String]
  ) rethrows -> [String] {
    guard let answer else { return view.text.said(sentences[.firstAsk]) }
    guard !answer.results.isEmpty else { return view.text.said(sentences[.noPassages]) }
    let wanted = number ?? rank
    guard (1...answer.results.count).contains(wanted) else {
      return view.text.said(help.noPassage(wanted, of: answer.results.count))
    }
    rank = wanted
    return try body(&self, answer.results[wanted - 1])
  }

  /// Shows a passage in full; one beyond what is listed brings the next few into the list.
  private mutating func present(_ passage: AnswerPassage) -> [String] {
    let count = answer?.results.count ?? 0
    while listed < passage.rank { listed = min(listed + Self.step, count) }
    return view.passage(passage, of: listed) + [""]
  }

  private mutating func step(by distance: Int) -> [String] {
    with(nil) { session, _ in
      let wanted = session.rank + distance
      guard let results = session.answer?.results, (1...results.count).contains(wanted) else {
        return session.view.text.said(session.sentences[distance > 0 ? .lastPassage : .firstPassage])
      }
      session.rank = wanted
      return session.present(results[wanted - 1])
    }
  }

  private mutating func all() -> [String] {
    with(1) { session, first in
      guard let answer = session.answer else { return [] }
      session.listed = answer.results.count
      return session.view.passage(first, of: session.listed) + session.view.list(of: answer, listed: session.listed) + [
        ""
      ]
    }
  }

  private func open(_ passage: AnswerPassage) throws -> [String] {
    view.section(try library.section(of: passage.id), opened: passage.id) + [""]
  }

  /// How the passage came by its score; of an answer without passages, how it came by its verdict.
  private mutating func why(_ number: Int?) throws -> [String] {
    if let answer, answer.results.isEmpty { return explained(answer, []) + [""] }
    return try with(number) { session, passage in
      guard let answer = session.answer else { return [] }
      let contributions = try session.library.explain(passage.id, for: answer.query)
      let renderer = ExplainRenderer(ranking: session.library.ranking)
      return session.explained(
        answer, renderer.lines(of: contributions, score: passage.score, lift: passage.lift)) + [""]
    }
  }

  private func explained(_ answer: Answer, _ score: [String]) -> [String] {
    let renderer = ExplainRenderer(ranking: library.ranking)
    let lines = renderer.queryLines(of: answer) + score + renderer.verdictLines(of: answer)
    return lines.flatMap { line in
      let indent = line.prefix { $0 == " " }.count
      return TextWrapper(columns: view.columns, indent: indent, hangingIndent: indent + 4).wrapped(line)
    }
  }

  private func raw(_ passage: AnswerPassage) throws -> [String] {
    let path = passage.article.path
    let lines = passage.passage.lines
    let ledger = try library.ledger(of: path, lines: lines)
    return view.raw(passage, source: library.sourceLines(of: path, lines: lines), ledger: ledger) + [""]
  }

  private func helpLines() -> [String] {
    let settings = library.settings
    var lines = help.lines(columns: view.columns)
    let card = settings.crisis?.card.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let said = [settings.contact, card].compactMap { $0 }.flatMap { view.text.said($0) }
    if !said.isEmpty { lines += [""] + said }
    return lines + [""]
  }
}
