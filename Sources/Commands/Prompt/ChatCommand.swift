// `verbatim chat`: the prompt.

import ArgumentParser
import Glibc
import Terminal

/// `verbatim chat`.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "The prompt, with line editing.",
    usage: "verbatim chat [<options>]",
    discussion: """
      A line is a question; help lists the commands. Nothing typed is kept when
      the prompt ends.

        verbatim chat
        verbatim chat --staff
      """)

  @OptionGroup var location: IndexLocation

  @Flag(help: "Passages as a list with their places in the files, and the commands of staff.")
  var staff = false

  @Option(help: ArgumentHelp("The program's own language, en or es.", valueName: "code"))
  var language: InterfaceLanguage?

  @Flag(help: "Line by line in plain characters, for screen readers.")
  var plain = false

  @Flag(help: "Fewer words a screen within wide margins, for low vision.")
  var large = false

  func validate() throws {
    if plain, large { throw ValidationError("--plain and --large are two layouts: give one of them.") }
  }

  func run() throws {
    guard StandardStreams.isTerminal(STDIN_FILENO), StandardStreams.isTerminal(STDOUT_FILENO) else {
      throw UsageError(text: "the prompt needs a terminal. To answer questions from a pipe: verbatim ask")
    }
    let folder = location.resolved
    let library = try IndexLibrary(folder: folder, corpusFolder: CorpusOrigin(readingFrom: folder).corpus)
    let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
    let style = TerminalStyle(choice: .auto, isTerminal: true, environment: environment)
    let layout = PromptLayout(isPlain: plain, isLarge: large, environment: environment)
    guard
      let status = try PromptSession.run(
        library: library, style: style, audience: staff ? .staff : .patient, language: language, layout: layout)
    else {
      throw UsageError(text: "the system gives no signal descriptor, which the prompt needs")
    }
    if status != 0 { throw SignalEnd(status: status) }
  }
}

extension InterfaceLanguage: ExpressibleByArgument {}

/// The prompt was ended by a signal: 128 and its number.
struct SignalEnd: Error {
  let status: Int32
}
