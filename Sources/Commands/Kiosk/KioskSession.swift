// One visit at the kiosk: a patient's conversation, until they are done or gone.

import Documents
import InvertedIndex
import Terminal

/// A visit, from the welcome on.
package struct KioskSession {
  /// How a visit ended.
  package enum End: Hashable, Sendable {
    /// The person is done, or has gone; or nobody came, and there is a newer index.
    case over
    /// A signal to end the program.
    case ended(signal: Int32)
  }

  private let library: any PromptLibrary
  private let console: any Console
  private let wording: KioskWording
  private let layout: PromptLayout
  private var session: PromptSession

  package init(
    library: any PromptLibrary, console: any Console, wording: KioskWording, layout: PromptLayout = .standard
  ) {
    self.library = library
    self.console = console
    self.wording = wording
    self.layout = layout
    session = PromptSession(
      library: library, console: console, audience: .patient, language: wording.sentences.language, layout: layout)
  }

  /// Holds the visit.
  ///
  /// - Throws: `OutputError`. An index that can no longer be read is told of as an answer is: the next question may be luckier.
  package mutating func run() throws -> End {
    // No `^C`, pressed at the end of the visit before, may take the crisis lines off the screen.
    try console.showWhole(welcome)
    while true {
      switch console.readLine(prompt: prompt) {
      case .endOfInput, .idle: return .over
      case .ended(let signal): return .ended(signal: signal)
      case .line(let line):
        console.remember(line)
        if let end = try respond(to: line) { return end }
      }
    }
  }

  private mutating func respond(to line: String) throws -> End? {
    if wording.take(languageNamedBy: line) {
      library.reset()
      session = PromptSession(
        library: library, console: console, audience: .patient, language: wording.sentences.language, layout: layout)
      try console.showWhole(welcome)
      return nil
    }
    let read = PromptLine(line, language: wording.sentences.language).forPatients
    return read == .command(.done) ? .over : try show(lines(for: read))
  }

  private mutating func lines(for line: PromptLine) throws -> [String] {
    do {
      return try session.respond(to: line)
    } catch is IndexError {
      return screen.outOfOrder(isTryingAgain: false)
    }
  }

  private func show(_ lines: [String]) throws -> End? {
    guard !lines.isEmpty else { return nil }
    if case .ended(let signal) = try console.show(lines) { return .ended(signal: signal) }
    return nil
  }

  /// The question asked for, in the margin of the layout.
  private var prompt: String {
    String(repeating: " ", count: layout.margin(in: console.size)) + wording.sentences[.yourQuestion]
  }

  /// The operator's, in the language of the visit.
  private var settings: Settings {
    library.settings.spoken(in: wording.sentences.language.rawValue)
  }

  private var welcome: [String] {
    screen.welcome(settings: settings, articleCount: library.articleCount)
  }

  private var screen: KioskScreen {
    KioskScreen(
      card: settings.crisis?.card, size: console.size, style: console.style, sentences: wording.sentences,
      layout: layout)
  }
}
