// `verbatim chat`: the prompt.

import ArgumentParser
import Glibc
import Terminal

/// `verbatim chat`.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "The prompt, with line editing.",
    usage: "verbatim chat [--index <folder>] [--staff | --kiosk] [<options>]",
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

  @Flag(help: "For patients: nothing is kept, and no key leads out of it.")
  var kiosk = false

  @Option(
    help: ArgumentHelp(
      "With --kiosk, clears the screen after so long without a key; 120 unless given.", valueName: "time"))
  var idleSeconds: Int?

  func validate() throws {
    if plain, large { throw ValidationError("--plain and --large are two layouts: give one of them.") }
    if staff, kiosk { throw ValidationError("The kiosk is not for --staff.") }
    guard let idleSeconds else { return }
    guard kiosk else { throw ValidationError("--idle-seconds is for --kiosk.") }
    guard Kiosk.idleRange.contains(idleSeconds) else {
      throw ValidationError("--idle-seconds is \(Kiosk.idleRange.lowerBound) to \(Kiosk.idleRange.upperBound).")
    }
  }

  func run() throws {
    guard StandardStreams.isTerminal(STDIN_FILENO), StandardStreams.isTerminal(STDOUT_FILENO) else {
      throw UsageError(text: "the prompt needs a terminal. To answer questions from a pipe: verbatim ask")
    }
    let folder = location.resolved
    let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
    let layout = PromptLayout(isPlain: plain, isLarge: large, environment: environment)
    if kiosk {
      let kiosk = Kiosk(
        folder: folder, idleSeconds: idleSeconds ?? Kiosk.usualIdleSeconds, language: language, layout: layout)
      throw SignalEnd(status: try kiosk.run())
    }
    let library = try IndexLibrary(folder: folder, corpusFolder: CorpusOrigin(readingFrom: folder).corpus)
    let style = TerminalStyle(choice: .auto, isTerminal: true, environment: environment)
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
