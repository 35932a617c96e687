// What staff do with a passage besides reading: copy it, open its file, note that it is wrong. And what they set.

import Conversation
import Documents
import Glibc
import InvertedIndex
import Terminal

extension PromptSession {
  func cite(_ passage: AnswerPassage) -> [String] {
    view.cited(passage, fingerprint: library.fingerprint, file: library.file(of: passage.article.path))
  }

  /// Hands a passage with its citation to the terminal's clipboard.
  func copy(_ passage: AnswerPassage) throws -> [String] {
    let text = view.citation(of: passage, fingerprint: library.fingerprint)
    guard let console = console as? any StaffConsole, view.style.decorates, text.utf8.count <= Clipboard.mostBytes
    else { return view.text.said(sentences[.cannotCopy]) }
    try console.copy(text)
    return view.text.said(sentences[.copied, [.rank: String(passage.rank)]])
  }

  /// Opens the file of a passage in the editor, at its line.
  func edit(_ passage: AnswerPassage) -> [String] {
    guard let editor = desk.editor.first, let console = console as? any StaffConsole else {
      return view.text.said(sentences[.noEditor])
    }
    guard let file = library.file(of: passage.article.path) else { return view.text.said(sentences[.fileMissing]) }
    let before = FileIdentity(path: file)
    // A name that begins with a sign would be taken for an option.
    let name = file.hasPrefix("-") || file.hasPrefix("+") ? "./" + file : file
    let ending = console.run(desk.editor + ["+\(passage.passage.lines.first)", name])
    if case .failed(let code) = ending {
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      return view.text.said(sentences[.cannotRun, [.name: editor, .text: reason]])
    }
    return FileIdentity(path: file) == before ? [] : view.text.said(sentences[.articleChanged])
  }

  // MARK: - Wrong answers

  /// Adds the question to the file of golden questions, with what was expected.
  func wrong(_ number: Int?, expected: String) throws -> [String] {
    guard let answer else { return nothingToShow }
    if let number, !(1...max(1, answer.results.count)).contains(number) || answer.results.isEmpty {
      return view.text.said(help.noPassage(number, of: answer.results.count))
    }
    guard let expectation = try Expectation(expected, of: answer, in: library) else {
      return view.text.said(sentences[.cannotExpect, [.text: Sentences.quoted(expected)]])
    }
    let context = answer.carried.isEmpty ? [] : Array(questions.prefix(asked))
    let file = GoldenFile(path: settings.golden)
    do throws(GoldenFile.Failure) {
      let id = try file.append(question: answer.question, context: context, expected: expectation.column)
      return view.text.said(
        sentences[
          expectation.isMet ? .addedRight : .addedWrong,
          [.file: settings.golden, .name: id, .command: "verbatim eval \(settings.golden)"]])
    } catch {
      switch error {
      case .wrong(let problem):
        return view.text.said("\(settings.golden):\(problem.line): \(problem.problem)")
      case .system(_, let code):
        return view.text.said("\(settings.golden): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")")
      }
    }
  }

  // MARK: - Settings

  mutating func set(_ setting: PromptSetting?) throws -> [String] {
    switch setting {
    case nil: break
    case .golden(let path): settings.golden = path
    case .turned("history", let on): return try setHistory(on)
    case .turned(let name, let on):
      guard let path = PromptSettings.switches.first(where: { $0.name == name })?.path else { return [] }
      if path == \.links, on, !view.style.decorates { return view.text.said(sentences[.noLinks]) }
      settings[keyPath: path] = on
    }
    return settings.lines.flatMap { view.text.said($0) }
  }

  /// Begins to keep what is typed, or stops, and removes what was kept.
  private mutating func setHistory(_ on: Bool) throws -> [String] {
    guard let file = desk.history else { return view.text.said(sentences[.noHome]) }
    do throws(OutputError) {
      if on { try file.create() } else { try file.remove() }
    } catch {
      return view.text.said("\(file.path): \(Self.reason(error))")
    }
    settings.history = on
    return view.text.said(sentences[on ? .historyKept : .historyRemoved, [.file: file.path]])
  }

  /// Takes up what was kept of earlier conversations, where staff asked for that.
  package mutating func callBack() {
    guard let file = desk.history, file.exists else { return }
    settings.history = true
    // A history that cannot be read costs nothing but itself.
    for line in (try? file.lines()) ?? [] { console.remember(line) }
  }

  /// Keeps `line`; where that fails, says so by turning it off, since nobody reads a message after every line.
  mutating func keep(_ line: String) throws {
    guard settings.history, let file = desk.history, !line.isEmpty else { return }
    do throws(OutputError) {
      try file.append(line)
    } catch {
      settings.history = false
      _ = try console.show(view.text.said("\(file.path): \(Self.reason(error))"))
    }
  }

  private static func reason(_ error: OutputError) -> String {
    switch error {
    case .pipeClosed: "error \(EPIPE)"
    case .system(_, let code): strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}
