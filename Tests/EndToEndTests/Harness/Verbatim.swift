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

  /// The folder of the repository, from this file's place in it.
  static let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  private static var productsFolder: String {
    guard let own = realpath("/proc/self/exe", nil) else { return "\(repository)/.build/debug" }
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    return access("\(folder)/verbatim", X_OK) == 0 ? folder : "\(repository)/.build/debug"
  }
}
