// The articles' bibliographic facts, each found by its number.

import ByteIO
import Documents

/// The section `articles`: the number of articles, their records' offsets, the records.
enum ArticleTable {
  static func encode(_ articles: [Article]) throws(IndexError) -> [UInt8] {
    var records = ByteWriter()
    var section = ByteWriter()
    guard let count = UInt32(exactly: articles.count) else { throw .tooLarge(what: "articles") }
    section.appendFixed(count)
    for article in articles {
      guard let offset = UInt32(exactly: records.count) else { throw .tooLarge(what: "article records") }
      section.appendFixed(offset)
      append(article, to: &records)
    }
    section.append(contentsOf: records.bytes)
    return section.bytes
  }

  /// The number of articles.
  static func count(_ bytes: RawSpan) throws(MalformedBytes) -> Int {
    var cursor = ByteCursor(bytes)
    let count = Int(try cursor.readUInt32(bytes))
    guard bytes.byteCount >= 4 + 4 * count else { throw MalformedBytes(offset: 0) }
    return count
  }

  /// Article `number`; O(its record).
  static func article(_ number: UInt32, in bytes: RawSpan) throws(MalformedBytes) -> Article {
    let count = try count(bytes)
    guard number < count else { throw MalformedBytes(offset: 0) }
    var offsets = ByteCursor(offset: 4 + 4 * Int(number), end: 4 + 4 * count)
    let start = 4 + 4 * count + Int(try offsets.readUInt32(bytes))
    guard start <= bytes.byteCount else { throw MalformedBytes(offset: 4 + 4 * Int(number)) }
    var cursor = ByteCursor(offset: start, end: bytes.byteCount)
    var article = Article(path: CorpusPath(bytes: try cursor.readPrefixed(bytes)))
    article.identifier = try cursor.readOptional(bytes)
    article.title = try cursor.readOptional(bytes)
    article.author = try cursor.readOptional(bytes)
    article.date = try cursor.readOptional(bytes)
    article.url = try cursor.readOptional(bytes)
    article.source = try cursor.readOptional(bytes)
    article.license = try cursor.readOptional(bytes)
    article.reviewed = try cursor.readOptional(bytes)
    article.line = try cursor.readVariable(bytes)
    article.digest = try cursor.readPrefixed(bytes)
    return article
  }

  private static func append(_ article: Article, to records: inout ByteWriter) {
    records.appendPrefixed(article.path.bytes)
    let texts = [
      article.identifier, article.title, article.author, article.date, article.url, article.source, article.license,
      article.reviewed,
    ]
    for text in texts { records.appendOptional(text) }
    records.appendVariable(article.line)
    records.appendPrefixed(article.digest)
  }
}
