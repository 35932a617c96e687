// The articles that come with the program, indexed into a folder of the tests' own.

/// `Corpus/` of the repository, and an index of it.
struct ShippedCorpus {
  static let shared = Result { try ShippedCorpus() }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let run = try Verbatim.run(["index", "--corpus", "\(Verbatim.repository)/Corpus", "--index", folder("Index")])
    guard run.ending == .status(0) else { throw ChildProcessError.system(call: "index: \(run.errors)", errno: 0) }
  }

  var indexFolder: String { folder("Index") }

  /// The records of the questions in `text`, one a line.
  func records(_ text: String, _ arguments: [String] = []) throws -> [JSONTree] {
    let run = try Verbatim.run(
      ["ask", "--index", indexFolder, "--format", "jsonl"] + arguments, input: .text(text))
    return try run.lines.map { try JSONTree($0) }
  }
}
