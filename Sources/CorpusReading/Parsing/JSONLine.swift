// One line of a `.jsonl` file on its way to an article: first its fields, then, if its id is new, its passages.

import ByteIO
import Documents

/// A line that is not blank, parsed.
struct JSONLine {
  private let content: Result<JSONLinesParser.Fields, JSONLinesParser.Problem>
  private let article: Article
  private let ledger: ArticleLedger

  /// `nil` for a blank line.
  ///
  /// - Parameter number: the line's, from 1.
  init?(_ bytes: [UInt8], path: CorpusPath, number: Int) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    var ledger = ArticleLedger(path: path, fixedLine: number)
    do throws(JSONLinesParser.Problem) {
      content = .success(try JSONLinesParser.fields(TextDecoder.unicode(bytes, ledger: &ledger)))
    } catch {
      content = .failure(error)
    }
    article = Article(path: path, line: number, digest: SHA256.digest(of: bytes.span))
    self.ledger = ledger
  }

  /// The object's id, with which it may occur once in its file; `nil` where there is none to be read.
  var identifier: String? {
    guard case .success(let fields) = content else { return nil }
    return fields.identifier
  }

  /// What the line gives.
  ///
  /// - Parameter isFirst: no line before in the file has the same id.
  func item(isFirst: Bool, _ articles: ArticleReader) -> CorpusItem {
    switch content {
    case .failure(let problem):
      return skipped(problem.reason)
    case .success(let fields):
      guard isFirst else {
        return skipped("the id \(ArticleLedger.quotation(fields.identifier)) occurs a second time")
      }
      var ledger = ledger
      return articles.read(fields, article: article, ledger: &ledger)
    }
  }

  private func skipped(_ reason: String) -> CorpusItem {
    .skipped(LedgerEntry(path: article.path, line: article.line, action: .skipped, detail: reason))
  }
}
