// A small corpus for the prompt's tests, one article of it longer than a screen.

/// A folder of invented articles with its index.
struct Garden {
  /// Made once for all tests.
  static let shared = Result { try Garden() }

  let index: String

  private let folder: TemporaryFolder

  private init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Garden.articles { try folder.write("Corpus/\(name)", text) }
    index = folder("Index")
    try Verbatim.index(folder("Corpus"), into: index)
  }

  /// The prompt of staff, waiting for its first line.
  func prompt(environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [Verbatim.path(), "chat", "--staff", "--index", index], environment: environment, columns: columns, rows: rows)
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
