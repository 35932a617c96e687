// From articles and passages to the index file.

import ByteIO
import Documents
import TextAnalysis

/// Takes articles in the order of the corpus, and writes one index file.
///
/// The same articles, files, ledger entries and settings, in the same order, give the same bytes.
package struct IndexBuilder: ~Copyable {
  private let settings: Settings
  private let analyzer: Analyzer
  private var articles: [Article] = []
  private var articleStarts: [UInt32] = []
  private var files: [SourceFile] = []
  private var ledger: [LedgerEntry] = []
  private var lengths: [FieldLengths] = []
  private var postings = PostingAccumulator()
  private var words = TermMap()
  private var wordOccurrences: [Int] = []
  private var texts = TextStoreWriter()
  private var body = TokenBuffer()
  private var heading = TokenBuffer()
  private var title = TokenBuffer()

  /// - Throws: `TextAnalysisError` for a language without a stemmer.
  package init(settings: Settings) throws(TextAnalysisError) {
    self.settings = settings
    analyzer = try Analyzer(language: settings.language)
  }

  /// Adds one article with its passages, in reading order. An article without passages is left out.
  package mutating func add(_ article: Article, passages: [Passage]) throws(IndexError) {
    guard !passages.isEmpty else { return }
    articleStarts.append(UInt32(lengths.count))
    articles.append(article)
    analyzer.analyze((article.title ?? "").utf8.span, into: &title)
    try countWords(of: title)
    let hashDigits = CitationHash.digitCounts(of: passages)
    var previous: Passage?
    for (passage, hashDigits) in zip(passages, hashDigits) {
      if previous == nil || passage.heading != previous?.heading {
        analyzer.analyze((passage.heading ?? "").utf8.span, into: &heading)
      }
      if previous == nil || passage.section != previous?.section { try countWords(of: heading) }
      try add(passage, hashDigits: hashDigits)
      previous = passage
    }
  }

  /// Nothing was added that could be found.
  package var isEmpty: Bool { lengths.isEmpty }

  /// Notes a file that articles were read from.
  package mutating func add(_ file: SourceFile) {
    files.append(file)
  }

  package mutating func add(_ entries: [LedgerEntry]) {
    ledger.append(contentsOf: entries)
  }

  /// Writes `verbatim.index` into `folder`, replacing an old one whole: the new one is on the disk when this returns.
  ///
  /// - Returns: What was written.
  package consuming func finish(folder: String) throws(IndexError) -> IndexStatistics {
    do {
      return try write(folder: folder)
    } catch let error as FileError {
      throw IndexError(error)
    } catch let error as IndexError {
      throw error
    } catch {
      preconditionFailure("writing throws file errors and index errors, not \(error)")
    }
  }

  private mutating func add(_ passage: Passage, hashDigits: Int) throws(IndexError) {
    guard lengths.count < Int(UInt32.max) - 1 else { throw .tooLarge(what: "passages") }
    let id = UInt32(lengths.count)
    analyzer.analyze(passage.text.utf8.span, into: &body)
    postings.beginPassage()
    let bodyBytes = body.bytes
    for token in body.tokens {
      try postings.addBody(bodyBytes.span.extracting(token.term), position: token.position, passage: id)
    }
    let headingBytes = heading.bytes
    for token in heading.tokens { try postings.addHeading(headingBytes.span.extracting(token.term), passage: id) }
    let titleBytes = title.bytes
    for token in title.tokens { try postings.addTitle(titleBytes.span.extracting(token.term), passage: id) }
    postings.endPassage()
    try countWords(of: body)
    lengths.append(FieldLengths(body: body.length, heading: heading.length, title: title.length))
    try texts.append(passage, hashDigits: hashDigits)
  }

  private mutating func countWords(of buffer: TokenBuffer) throws(IndexError) {
    for token in buffer.tokens where !token.isCompound {
      let id = try words.id(of: buffer.bytes.span.extracting(token.word))
      if id == wordOccurrences.count { wordOccurrences.append(0) }
      wordOccurrences[id] += 1
    }
  }

  private consuming func write(folder: String) throws -> IndexStatistics {
    try texts.finish()
    let statistics = StoredStatistics(
      articleCount: articles.count, lengths: lengths, termCount: postings.terms.count, wordCount: words.count)
    // The lock first: the new file has one name, and two writers would write into it together.
    try ReplacedFile.makeFolder(folder)
    let lock = try FileLock(path: "\(folder)/\(SegmentFormat.lockName)")
    defer { withExtendedLifetime(lock) {} }
    var segment = try SegmentWriter(folder: folder)
    try segment.write(.statistics, statistics.encoded)
    try segment.write(.settings, SettingsCodec.encode(settings))
    try segment.write(.files, SourceFileCodec.encode(files))
    try segment.write(.articles, try ArticleTable.encode(articles))
    try segment.write(.articleStarts, IndexBuilder.fixed(articleStarts + [UInt32(lengths.count)]))
    try segment.write(.lengths, FieldLengths.encode(lengths))
    var dictionary = FrontCodedWriter(valueCount: 3)
    var encoded = ByteWriter()
    var positions = ByteWriter()
    try postings.forEachTerm(lengths: lengths) { (term, passageFrequency, list, listPositions) throws(IndexError) in
      try dictionary.append(term, values: [passageFrequency, list.count, listPositions.count])
      encoded.append(contentsOf: list)
      positions.append(contentsOf: listPositions)
    }
    try segment.write(.terms, try dictionary.finish())
    try segment.write(.postings, encoded.bytes)
    try segment.write(.positions, positions.bytes)
    try segment.write(.words, try IndexBuilder.encode(words, occurrences: wordOccurrences))
    try segment.write(.textDirectory, texts.directory.bytes)
    try segment.write(.text, texts.text.bytes)
    try segment.write(.ledger, LedgerCodec.encode(ledger))
    let lay = try LayPhraseCodec.encode(settings.layWords, analyzer: analyzer)
    try segment.write(.layPhrases, lay.phrases)
    try segment.write(.layWords, lay.words)
    let byteCount = try segment.commit(analyzerVersion: Analyzer.version)
    return statistics.statistics(byteCount: byteCount)
  }

  private static func fixed(_ values: [UInt32]) -> [UInt8] {
    var writer = ByteWriter(capacity: 4 * values.count)
    for value in values { writer.appendFixed(value) }
    return writer.bytes
  }

  private static func encode(_ words: TermMap, occurrences: [Int]) throws(IndexError) -> [UInt8] {
    var dictionary = FrontCodedWriter(valueCount: 1)
    for id in words.sortedIDs() {
      try dictionary.append(Array(words.bytes(of: id)), values: [occurrences[id]])
    }
    return try dictionary.finish()
  }
}
