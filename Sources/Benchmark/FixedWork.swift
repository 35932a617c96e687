// Pieces of work that are always the same, each a process of its own: for comparing, and for counting instructions.

import InvertedIndex
import TextAnalysis

/// `verbatim-benchmark work`.
enum FixedWork {
  /// So often that decoding, not opening the index and finding the terms, is most of the work.
  private static let decodeCount = 50

  /// - Parameters:
  ///   - name: `queries` answers the queries of a file, 10 passages each; `decode` decodes the postings of all their
  ///     terms, over and over.
  ///   - queryFile: as `write` makes it.
  static func run(_ name: String, indexFolder: String, queryFile: String) throws {
    let index = try IndexReader(folder: indexFolder)
    switch name {
    case "queries":
      for query in try read(queryFile, index) { _ = try index.top(10, of: query.query, ranking: .standard) }
    case "decode":
      let terms = try read(queryFile, index).flatMap { $0.query.terms.map(\.term) }
      let decoder = try PostingDecoder(index, terms: terms)
      for _ in 0..<decodeCount {
        for kind in BlockKind.allCases { _ = try decoder.decode(kind) }
      }
    default:
      throw BenchmarkError(text: "no such work: \(name)")
    }
  }

  /// Writes one query a line; a phrase begins with a quotation mark.
  static func write(_ queries: [SampleQuery], to path: String) throws {
    let lines = queries.map { ($0.isPhrase ? "\"" : "") + $0.words.joined(separator: " ") + "\n" }
    try TextFile.write(lines.joined(), to: path)
  }

  private static func read(_ path: String, _ index: IndexReader) throws -> [SampleQuery] {
    let analyzer = try Analyzer(language: index.settings.language)
    return try TextFile.read(path).split(separator: "\n").map { line in
      let isPhrase = line.hasPrefix("\"")
      let words = line.drop { $0 == "\"" }.split(separator: " ").map(String.init)
      return SampleQuery(words: words, isPhrase: isPhrase, analyzer)
    }
  }
}
