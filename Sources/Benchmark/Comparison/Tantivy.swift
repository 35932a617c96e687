// tantivy, through its Python module.

/// Three fields with the English stemmer and positions; the body is stored. Python is in its times, a few dozen µs a query.
struct Tantivy: Engine {
  let folder: String
  let python: String
  let name = "tantivy"

  private var indexFolder: String { "\(folder)/tantivy" }
  private var script: String { "\(folder)/index-and-ask.py" }

  var byteCount: Int { folderByteCount(indexFolder) }

  /// With one writing thread, then merged into one segment.
  func build() throws -> [(name: String, time: Subprocess)] {
    try Subprocess.run(["rm", "-rf", indexFolder])
    TextFile.makeFolder(indexFolder)
    try TextFile.write(Tantivy.program, to: script)
    let run = try Subprocess.run([python, script, "build", indexFolder, "\(folder)/passages.tsv"])
    return [("", run)]
  }

  func variants() -> [String] { ["", ", body only"] }

  func prepare(_ queries: [SampleQuery], file: String, variant: String) throws {
    let lines = queries.map { query in
      let words = query.words.joined(separator: " ")
      return query.isPhrase ? "\"\(words)\"\n" : words + "\n"
    }
    try TextFile.write((variant.isEmpty ? "title heading body\n" : "body\n") + lines.joined(), to: file)
  }

  func answer(_ file: String) throws -> Double {
    try Subprocess.run([python, script, "ask", indexFolder, file]).seconds
  }

  func oneShot(_ words: [String]) -> [String]? { nil }

  private static let program = """
    import sys, tantivy
    command, folder, path = sys.argv[1:]
    if command == "build":
        schema = tantivy.SchemaBuilder()
        for name in ("title", "heading", "body"):
            schema.add_text_field(name, stored=name == "body", tokenizer_name="en_stem", index_option="position")
        index = tantivy.Index(schema.build(), path=folder)
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for line in open(path, encoding="utf-8"):
            title, heading, body = line.rstrip("\\n").split("\\t")
            writer.add_document(tantivy.Document(title=title, heading=heading, body=body))
        writer.commit()
        writer.wait_merging_threads()
    else:
        index = tantivy.Index.open(folder)
        searcher = index.searcher()
        lines = open(path, encoding="utf-8").read().splitlines()
        fields = lines[0].split()
        for line in lines[1:]:
            searcher.search(index.parse_query(line, fields), 10).hits

    """
}
