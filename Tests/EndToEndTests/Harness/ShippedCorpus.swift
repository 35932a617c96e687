// The articles that come with the program, indexed into a folder of the tests' own.

/// `Corpus/` of the repository, and an index of it.
struct ShippedCorpus {
  static let shared = Result { try ShippedCorpus() }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Verbatim.index("\(Verbatim.repository)/Corpus", into: folder("Index"))
  }

  var indexFolder: String { folder("Index") }

  /// The records of the questions in `text`, one a line.
  func records(_ text: String, _ arguments: [String] = []) throws -> [JSONTree] {
    try Verbatim.records(text, arguments, index: indexFolder)
  }
}
