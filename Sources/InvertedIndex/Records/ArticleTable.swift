// The articles' bibliographic facts, each found by its number.

import ByteIO
import Documents

/// The section `articles`: the number of articles, their records' offsets, the records.
enum ArticleTable {
  /// What stands before the records, which are to follow one another.
  ///
  /// - Parameter ends: where each record ends, counted from the first.
  static func head(recordEnds ends: [Int]) throws(IndexError) -> [UInt8] {
    guard let count = UInt32(exactly: ends.count) else { throw .tooLarge(what: "articles") }
    guard UInt32(exactly: ends.last ?? 0) != nil else { throw .tooLarge(what: "article records") }
    var section = ByteWriter(capacity: 4 + 4 * ends.count)
    section.appendFixed(count)
    var start = 0
    for end in ends {
      section.appendFixed(UInt32(start))
      start = end
    }
    return section.bytes
  }

  /// The number of articles.
  private static func count(_ bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) -> Int {
    try pages.touch(0..<min(4, bytes.byteCount))
    var cursor = ByteCursor(bytes)
    let count = Int(try cursor.readUInt32(bytes))
    guard bytes.byteCount >= 4 + 4 * count else { throw MalformedBytes(offset: 0) }
    return count
  }

  /// Where the record of article `number` lies; its pages are touched.
  static func record(_ number: Int, in bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) -> Range<Int> {
    let count = try count(bytes, pages)
    guard number < count else { throw MalformedBytes(offset: 0) }
    let place = 4 + 4 * number
    let records = 4 + 4 * count
    let isLast = number == count - 1
    try pages.touch(place..<place + (isLast ? 4 : 8))
    var offsets = ByteCursor(offset: place, end: records)
    let start = records + Int(try offsets.readUInt32(bytes))
    let end = isLast ? bytes.byteCount : records + Int(try offsets.readUInt32(bytes))
    guard start <= end, end <= bytes.byteCount else { throw MalformedBytes(offset: place) }
    try pages.touch(start..<end)
    return start..<end
  }

  /// Article `number`; O(its record). The pages read are touched first.
  static func article(_ number: UInt32, in bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) -> Article {
    let record = try record(Int(number), in: bytes, pages)
    var cursor = ByteCursor(offset: record.lowerBound, end: record.upperBound)
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

  /// Appends the record of one article.
  static func append(_ article: Article, to records: inout ByteWriter) {
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
