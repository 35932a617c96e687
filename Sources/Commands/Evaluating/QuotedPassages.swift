// Which passages of an index hold the words that a golden question quotes.

import Documents
import InvertedIndex

/// Finds passages by path and quoted words.
struct QuotedPassages {
  private let index: IndexReader
  private var articles: [String: [ArticleID]] = [:]

  /// O(articles).
  init(index: IndexReader) throws(IndexError) {
    self.index = index
    for number in 0..<UInt32(index.statistics.articleCount) {
      articles[try index.article(ArticleID(number)).path.text, default: []].append(ArticleID(number))
    }
  }

  /// The grade of each passage that answers `question`, the highest where several quotations stand in one; empty where
  /// it expects no passage.
  ///
  /// - Throws: `GoldenProblem` for an article or words that are not there, `IndexError`.
  func grades(for question: GoldenQuestion) throws -> [PassageID: Int] {
    guard case .passages(let expected) = question.expectation else { return [:] }
    var grades: [PassageID: Int] = [:]
    for passage in expected {
      guard let articles = articles[passage.path] else {
        throw GoldenProblem(line: question.line, problem: "the index has no article \(passage.path)")
      }
      let found = try articles.flatMap { try passages(of: $0, holding: passage.quotation) }
      guard !found.isEmpty else {
        throw GoldenProblem(
          line: question.line, problem: "no passage of \(passage.path) holds \(Sentences.quoted(passage.quotation))")
      }
      for id in found { grades[id] = max(grades[id] ?? 0, passage.grade) }
    }
    return grades
  }

  private func passages(of article: ArticleID, holding quotation: String) throws(IndexError) -> [PassageID] {
    let words = Self.normalized(quotation)
    var found: [PassageID] = []
    for number in try index.passages(of: article) {
      let id = PassageID(number)
      if Self.normalized(try index.passage(id).passage.text).contains(words) { found.append(id) }
    }
    return found
  }

  /// In lower case, with one blank for any white space.
  private static func normalized(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
