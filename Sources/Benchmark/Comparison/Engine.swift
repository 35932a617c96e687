// Another search engine, as far as it is compared.

import InvertedIndex

/// Indexes the same passages and answers the same queries.
protocol Engine {
  /// As it stands in the results.
  var name: String { get }
  /// Of its index, in bytes.
  var byteCount: Int { get }
  /// Makes the index anew from `passages.tsv`.
  ///
  /// - Returns: How long each step took, by what is added to the engine's name.
  func build() throws -> [(name: String, time: Subprocess)]
  /// The ways queries can be asked, and for each the command that answers the queries of a file in one process.
  func variants() -> [String]
  /// Makes what is needed to answer `queries`; an empty array is for the cost of starting alone.
  func prepare(_ queries: [SampleQuery], file: String, variant: String) throws
  /// Answers what was prepared in `file`.
  func answer(_ file: String) throws -> Double
  /// One query as a whole process; `nil` where there is no program for that.
  func oneShot(_ words: [String]) -> [String]?
}

extension Engine {
  /// Of the files below `path`, all together; 0 where there are none.
  func folderByteCount(_ path: String) -> Int {
    let list = "\(path).size"
    guard (try? Subprocess.run(["du", "-sb", path], output: list)) != nil,
      let text = try? TextFile.read(list).split(separator: "\t").first
    else { return 0 }
    return Int(text) ?? 0
  }
}

extension Bench {
  /// The engines that are here; notes which are not.
  mutating func otherEngines() throws -> [any Engine] {
    try writePassages()
    var engines: [any Engine] = []
    if Subprocess.works("sqlite3", ":memory:", "create virtual table t using fts5(a)") {
      engines.append(SQLite(folder: scratch))
    } else {
      results.add(note: "SQLite FTS5 is left out: no `sqlite3` with FTS5.")
    }
    if Subprocess.works(options.python, "-c", "import tantivy") {
      engines.append(Tantivy(folder: scratch, python: options.python))
    } else {
      results.add(note: "tantivy is left out: `\(options.python)` has no module `tantivy`.")
    }
    if let lucene = try Lucene(folder: scratch, classPath: options.classPath) {
      results.add(note: "Lucene is of version \(try lucene.version).")
      engines.append(lucene)
    } else {
      results.add(note: "Lucene is left out: no `java` and `javac`, or no Lucene 8 or 9 in `\(options.classPath)`.")
    }
    return engines
  }

  /// Title, heading and body of every passage of our index, in columns.
  private func writePassages() throws {
    let file = try TextFile.Writer("\(scratch)/passages.tsv")
    // Made-up passages are one line each, without tabs.
    var article: (id: ArticleID, title: String)?
    for number in 0..<index.statistics.passageCount {
      let passage = try index.passage(PassageID(UInt32(number)))
      if article?.id != passage.article {
        article = (passage.article, try index.article(passage.article).name)
      }
      try file.append("\(article?.title ?? "")\t\(passage.passage.heading ?? "")\t\(passage.passage.text)\n")
    }
    try file.close()
  }
}
