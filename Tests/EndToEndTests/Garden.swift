// The program under test, and a small corpus it has indexed.

import Glibc
import Testing

/// A folder of invented articles with its index.
struct Garden {
  /// The program: `$VERBATIM_BINARY`, else the one this build made.
  static let program = getenv("VERBATIM_BINARY").map { String(cString: $0) } ?? "\(build)/debug/verbatim"
  /// Where the build keeps its files, and the tests theirs.
  private static let build = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/.build"

  let index: String

  /// Made once for all tests.
  static let shared = Result { try Garden() }

  private init() throws {
    let folder = "\(Garden.build)/end-to-end"
    for path in [folder, "\(folder)/Corpus"] {
      try #require(mkdir(path, 0o755) == 0 || errno == EEXIST)
    }
    for (name, text) in Garden.articles {
      let file = try #require(fopen("\(folder)/Corpus/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    index = "\(folder)/Index"
    let indexing = try PseudoTerminal([Garden.program, "index", "--corpus", "\(folder)/Corpus", "--index", index])
    let (status, output) = try indexing.end()
    try #require(status == 0, "\(output)")
  }

  /// The prompt, waiting for its first line.
  func prompt(environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [Garden.program, "chat", "--index", index], environment: environment, columns: columns, rows: rows)
    try terminal.expect("> ")
    return terminal
  }

  private static let articles = [
    "roses.md": """
    # Keeping roses

    ## When to prune

    Prune the bushes in late winter, before the buds open, and choose a dry day, so that the cuts can close by the evening.

    ## What they feed on

    Roses are hungry plants. Compost in spring and a handful of bone meal in June will carry them through the whole year.
    """,
    "apples.md": """
    # Apples in a small yard

    ## Storing the harvest

    Lay the fruit on slatted shelves in a cool cellar, none touching another, and look them over for rot once a week.

    """
      + (1...40).map {
        "## Variety \($0)\n\nVariety \($0) ripens late and keeps in a cellar until the snow is gone again.\n"
      }
      .joined(separator: "\n"),
  ]
}
