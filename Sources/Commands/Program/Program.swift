// The program: arguments in, exit status out. Everything that ends it passes through here.

import ArgumentParser
import Glibc
import Terminal

/// Runs one command line.
package enum Program {
  /// The program's version, as `--version` prints it.
  package static let version = "0.1.0"

  /// Runs the command that `arguments` (without the program's name) names, and returns the exit status.
  package static func run(_ arguments: [String]) -> Int32 {
    StandardStreams.prepare()
    do {
      let arguments = withCommand(arguments)
      if arguments.first == "ask", let request = AskRequest(arguments: Array(arguments.dropFirst())) {
        try request.run()
        return ExitStatus.success.rawValue
      }
      var command = try parsed(arguments)
      try command.run()
      return ExitStatus.success.rawValue
    } catch {
      return end(with: error)
    }
  }

  /// The command that `arguments` name, with its options.
  ///
  /// Only the named command is looked at, which takes fewer instructions than walking all of them (callgrind: 11 million, not 13).
  /// Where that does not parse, the whole tree does it again: help, version and usage errors are the root's to write.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = VerbatimCommand.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    // An error here is found again, and worded, by the root.
    if let named, let command = try? named.parse(Array(arguments.dropFirst())) { return command }
    return try VerbatimCommand.parseAsRoot(arguments)
  }

  /// Without a command: the prompt for staff at a terminal, else the lines of standard input.
  private static func withCommand(_ arguments: [String]) -> [String] {
    let asksAboutProgram = ["--help", "-h", "--version", "--generate-completion-script"]
    guard let first = arguments.first else { return implied }
    guard first.hasPrefix("-"), !asksAboutProgram.contains(first) else { return arguments }
    return implied + arguments
  }

  private static var implied: [String] {
    StandardStreams.isTerminal(STDIN_FILENO) ? ["chat", "--staff"] : ["ask"]
  }

  private static func end(with error: any Error) -> Int32 {
    if let end = error as? CommandEnd { return end.status.rawValue }
    if let end = error as? SignalEnd { return end.status }
    // Our own first: the argument parser takes long to find out that an error is none of its own.
    if let failure = FailureMessage(error) {
      if case OutputError.pipeClosed = error { return failure.status.rawValue }
      say(failure.text)
      return failure.status.rawValue
    }
    if VerbatimCommand.exitCode(for: error) == .success {
      return printed(VerbatimCommand.fullMessage(for: error))
    }
    complain(Sanitizer.clean(VerbatimCommand.message(for: error)) + "\nSee: verbatim --help")
    return ExitStatus.usage.rawValue
  }

  private static func printed(_ text: String) -> Int32 {
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    do throws(OutputError) {
      // The help of a command ends with a newline of its own.
      try output.writeLine(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      try output.flush()
      return ExitStatus.success.rawValue
    } catch {
      return end(with: error)
    }
  }

  /// One message for a person, on standard error; on one line, whatever names it quotes.
  static func say(_ text: String) {
    complain(Sanitizer.cleanLine(text))
  }

  private static func complain(_ cleaned: String) {
    let output = OutputWriter(descriptor: STDERR_FILENO)
    // Where standard error itself cannot be written, nobody is left to be told.
    try? output.writeLine("verbatim: \(cleaned)")
    try? output.flush()
  }
}
