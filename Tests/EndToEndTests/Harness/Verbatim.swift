// The program under test: where it is, and how it is run.

import Glibc

/// The real binary.
enum Verbatim {
  /// The binary is not where it should be.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "there is no program at \(path). Run: make build, or: swift build" }
  }

  /// `$VERBATIM_BINARY`; without it, the program that was built beside these tests.
  static func path() throws -> String {
    let path = getenv("VERBATIM_BINARY").map { String(cString: $0) } ?? "\(productsFolder)/verbatim"
    guard access(path, X_OK) == 0 else { throw Missing(path: path) }
    return path
  }

  /// Runs the program to its end.
  ///
  /// - Parameters: as for `ChildProcess.run`.
  static func run(
    _ arguments: [String], input: ChildProcess.Input = .nothing, output: ChildProcess.Output = .gathered,
    environment: [String: String] = [:], directory: String = "/"
  ) throws -> Run {
    try ChildProcess.run(
      path(), arguments, input: input, output: output, environment: environment, directory: directory)
  }

  /// Makes an index; an error where that does not succeed.
  ///
  /// What is made once for many tests must throw errors of its own: that of a failed `#require` counts as told already.
  static func index(_ corpus: String, into index: String) throws {
    let run = try run(["index", "--corpus", corpus, "--index", index])
    guard run.ending == .status(0) else { throw Refused(what: "to index \(corpus)", run: run) }
  }

  /// The records of the questions in `text`, one a line.
  static func records(_ text: String, _ arguments: [String], index: String) throws -> [JSONTree] {
    let run = try run(["ask", "--index", index, "--format", "jsonl"] + arguments, input: .text(text))
    let records = try run.lines.map { try JSONTree($0) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.last == "\n" ? 1 : 0)
    let count = lines.count { $0 != ":new" || !arguments.contains("--session") }
    guard records.count >= count || arguments.contains("-0") else { throw Refused(what: "to answer \(text)", run: run) }
    return records
  }

  /// The program did not do what every test of a kind needs.
  struct Refused: Error, CustomStringConvertible {
    let what: String
    let run: Run
    var description: String { "the program refused \(what): \(run.ending), \(run.errors)" }
  }

  /// The folder of the repository, from this file's place in it.
  static let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  /// Where the programs lie that were built beside these tests.
  static var productsFolder: String {
    guard let own = realpath("/proc/self/exe", nil) else { return "\(repository)/.build/debug" }
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    return access("\(folder)/verbatim", X_OK) == 0 ? folder : "\(repository)/.build/debug"
  }
}
