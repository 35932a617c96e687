// `verbatim sources`: the articles.

import ArgumentParser
import Documents
import Glibc
import InvertedIndex
import Terminal

/// `verbatim sources`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists the articles.",
    discussion: """
        verbatim sources
        verbatim sources --json
      """)

  @OptionGroup var location: IndexLocation

  @Flag(help: "One JSON object instead of lines for people.")
  var json = false

  func run() throws {
    let index = try location.open()
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    let ids = (0..<UInt32(index.statistics.articleCount)).map { ArticleID($0) }
    if json {
      let articles = try ids.map { try record(of: $0, in: index) }
      try output.writeLine(JSONValue.object([.init("v", .integer(1)), .init("articles", .array(articles))]).pretty)
    } else {
      for id in ids {
        for line in try lines(of: id, in: index) { try output.writeLine(Sanitizer.cleanLine(line)) }
      }
    }
    try output.flush()
  }

  /// The title on one line, what else is known on the next.
  private func lines(of id: ArticleID, in index: IndexReader) throws -> [String] {
    let article = try index.article(id)
    let count = try index.passages(of: id).count
    let facts = [article.path.text, article.author, article.date, Sentences.counted(count, "passage")]
    return [article.name, "  " + facts.compactMap { $0 }.joined(separator: ", ")]
  }

  private func record(of id: ArticleID, in index: IndexReader) throws -> JSONValue {
    let article = try index.article(id)
    func text(_ value: String?) -> JSONValue { JSONValue(value.map(Sanitizer.clean)) }
    return .object([
      .init("path", text(article.path.text)),
      .init("id", text(article.identifier)),
      .init("title", text(article.title)),
      .init("author", text(article.author)),
      .init("date", text(article.date)),
      .init("url", text(article.url)),
      .init("source", text(article.source)),
      .init("license", text(article.license)),
      .init("reviewed", text(article.reviewed)),
      .init("passages", .integer(try index.passages(of: id).count)),
    ])
  }
}
