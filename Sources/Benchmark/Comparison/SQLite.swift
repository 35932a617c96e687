// SQLite's full-text search, through the `sqlite3` command.

/// FTS5 with three columns, the Porter stemmer and positions; the passages are stored in it.
struct SQLite: Engine {
  let folder: String
  let name = "SQLite FTS5"

  private var database: String { "\(folder)/fts5.db" }

  var byteCount: Int { TextFile.byteCount(database) }

  /// Without a journal and without waiting for the disk; then everything merged into one b-tree, as our index is.
  func build() throws -> [(name: String, time: Subprocess)] {
    try Subprocess.run(["rm", "-f", database])
    let create = """
      pragma journal_mode=off; pragma synchronous=off;
      create virtual table t using fts5(title, heading, body, tokenize='porter unicode61');
      .mode tabs
      .import \(folder)/passages.tsv t

      """
    let importing = try run(create)
    let merging = try run(
      "pragma journal_mode=off; pragma synchronous=off; insert into t(t) values('optimize'); vacuum;")
    return [("", importing + merging), (", of that optimize", merging)]
  }

  func variants() -> [String] { [""] }

  func prepare(_ queries: [SampleQuery], file: String, variant: String) throws {
    let lines = queries.map { query in
      let quoted = query.words.map { query.isPhrase ? $0 : "\"\($0)\"" }
      let match = query.isPhrase ? "\"\(quoted.joined(separator: " "))\"" : quoted.joined(separator: " OR ")
      return "select rowid, rank from t where t match '\(match)' order by rank limit 10;\n"
    }
    try TextFile.write("select count(*) from t where t match 'nothing';\n" + lines.joined(), to: file)
  }

  func answer(_ file: String) throws -> Double {
    try Subprocess.run(["sqlite3", "-batch", "-readonly", database], input: file).seconds
  }

  func oneShot(_ words: [String]) -> [String]? {
    let match = words.joined(separator: " OR ")
    return [
      "sqlite3", "-readonly", database,
      "select rank, title, heading, body from t where t match '\(match)' order by rank limit 3",
    ]
  }

  private func run(_ script: String) throws -> Subprocess {
    let file = "\(folder)/fts5.sql"
    try TextFile.write(script, to: file)
    return try Subprocess.run(["sqlite3", "-batch", database], input: file)
  }
}
