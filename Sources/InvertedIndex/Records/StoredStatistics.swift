// The counts that ranking and `status` need, as a section of the index.

import ByteIO

/// What the section `statistics` holds: thirteen little-endian 64-bit integers.
struct StoredStatistics: Hashable, Sendable {
  var articleCount = 0
  var passageCount = 0
  var termCount = 0
  var wordCount = 0
  var body = FieldTotals()
  var heading = FieldTotals()
  var title = FieldTotals()

  /// One field over all passages.
  struct FieldTotals: Hashable, Sendable {
    /// Words, in all passages.
    var lengthSum = 0
    /// Passages in which the field is not empty.
    var passageCount = 0
    /// The longest.
    var maximum = 0

    mutating func add(_ length: Int) {
      lengthSum += length
      passageCount += length > 0 ? 1 : 0
      maximum = max(maximum, length)
    }

    /// Mean length over the passages that have the field at all; 0 if none has.
    var average: Float {
      passageCount == 0 ? 0 : Float(Double(lengthSum) / Double(passageCount))
    }
  }

  init() {}

  /// Counts one more passage with its fields.
  mutating func add(_ lengths: FieldLengths) {
    passageCount += 1
    body.add(lengths.body)
    heading.add(lengths.heading)
    title.add(lengths.title)
  }

  init(_ bytes: RawSpan) throws(MalformedBytes) {
    var cursor = ByteCursor(bytes)
    func next() throws(MalformedBytes) -> Int {
      let start = cursor.offset
      guard let value = Int(exactly: try cursor.readUInt64(bytes)) else {
        throw MalformedBytes(offset: start)
      }
      return value
    }
    articleCount = try next()
    passageCount = try next()
    termCount = try next()
    wordCount = try next()
    body = FieldTotals(lengthSum: try next(), passageCount: try next(), maximum: try next())
    heading = FieldTotals(lengthSum: try next(), passageCount: try next(), maximum: try next())
    title = FieldTotals(lengthSum: try next(), passageCount: try next(), maximum: try next())
    // No article is without passages.
    guard passageCount < Int(UInt32.max), articleCount <= passageCount, body.maximum <= 0xffff,
      heading.maximum <= 0xff, title.maximum <= 0xff
    else { throw MalformedBytes(offset: 0) }
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    for value in [articleCount, passageCount, termCount, wordCount] { writer.appendFixed(UInt64(value)) }
    for field in [body, heading, title] {
      for value in [field.lengthSum, field.passageCount, field.maximum] { writer.appendFixed(UInt64(value)) }
    }
    return writer.bytes
  }

  func statistics(byteCount: Int) -> IndexStatistics {
    IndexStatistics(
      articleCount: articleCount, passageCount: passageCount, termCount: termCount, wordCount: wordCount,
      tokenCount: body.lengthSum, averageBodyLength: body.average, averageHeadingLength: heading.average,
      averageTitleLength: title.average, byteCount: byteCount)
  }
}
