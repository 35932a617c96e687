// An index, opened: everything that answering needs, read from the mapped file.

import ByteIO
import Documents
import TextAnalysis

/// One passage, with its place.
package struct IndexedPassage: Hashable, Sendable {
  package let id: PassageID
  package let article: ArticleID
  package let passage: Passage

  package init(id: PassageID, article: ArticleID, passage: Passage) {
    self.id = id
    self.article = article
    self.passage = passage
  }
}

/// What the index holds, counted.
package struct IndexStatistics: Hashable, Sendable {
  package var articleCount: Int
  package var passageCount: Int
  /// Distinct terms, of all fields.
  package var termCount: Int
  /// Distinct folded surface words.
  package var wordCount: Int
  /// Words in all passage bodies.
  package var tokenCount: Int
  /// Mean field lengths in words, over the passages that have the field at all; 0 if none has.
  package var averageBodyLength: Float
  package var averageHeadingLength: Float
  package var averageTitleLength: Float
  /// Of the file, in bytes.
  package var byteCount: Int
}

/// An open index. It reads the mapped file, locks nothing, and writes nothing; safe to share between threads.
package final class IndexReader: Sendable, CandidateSource {
  package let path: String
  package let settings: Settings
  package let statistics: IndexStatistics
  /// Eight lower-case hexadecimal digits: the same corpus and settings, the same answers.
  package let fingerprint: String
  /// When the index was made: the file's own time, in seconds since 1970.
  package let modificationTime: Int
  let segment: SegmentReader
  let open: OpenSegment
  private let words: FrontCodedReader
  private let texts = TextStoreReader()
  private let scratches = SearchScratchPool()

  /// Opens `verbatim.index` in `folder`: reads and checks all of a file of up to 1 MiB; of a larger one the settings, the statistics,
  /// and four bytes for each 4 MiB. Each other page is checked when it is first read.
  package convenience init(folder: String) throws(IndexError) {
    try self.init(SegmentReader(folder: folder))
  }

  /// Reads from `segment`, whose sections need not have been checked.
  init(_ segment: SegmentReader) throws(IndexError) {
    self.segment = segment
    path = segment.file.path
    fingerprint = segment.fingerprint
    modificationTime = segment.file.modificationTime
    open = try OpenSegment(segment)
    statistics = open.statistics.statistics(byteCount: segment.file.byteCount)
    try segment.touch(.settings)
    do throws(MalformedBytes) {
      settings = try SettingsCodec.decode(segment.bytes(.settings))
    } catch {
      throw segment.damage(.settings, error)
    }
    do throws(MalformedBytes) {
      words = try FrontCodedReader(segment.bytes(.words), segment.pages(.words))
    } catch {
      throw segment.damage(.words, error)
    }
  }

  package func top(_ count: Int, of query: WeightedQuery, ranking: RankingParameters) throws(IndexError)
    -> [ScoredPassage]
  {
    let filter = try PassageFilter(query, in: open)
    let open = open
    return try scratches.withScratch(open.statistics, ranking) { (scratch) throws(IndexError) in
      try MaxScoreSearch(segment: open, ranking: ranking, scratch: scratch).top(count, of: query, filter: filter)
    }
  }

  /// As `top`, by scoring every passage: what `top` is held against.
  package func exhaustiveTop(_ count: Int, of query: WeightedQuery, ranking: RankingParameters) throws(IndexError)
    -> [ScoredPassage]
  {
    let filter = try PassageFilter(query, in: open)
    return try ExhaustiveSearch(segment: open, ranking: ranking).top(count, of: query, filter: filter)
  }

  /// How each query term contributes to `passage`'s score, in query order; the scores, added in that order, are the score.
  package func explain(_ passage: PassageID, for query: WeightedQuery, ranking: RankingParameters) throws(IndexError)
    -> [TermContribution]
  {
    let model = try ScoringModel(query, in: open, ranking: ranking)
    let lengths: FieldLengths
    do throws(MalformedBytes) {
      lengths = try open.lengths(of: passage.rawValue)
    } catch {
      throw segment.damage(.lengths, error)
    }
    var contributions: [TermContribution] = []
    for term in query.terms {
      let info = try open.termInfo(of: term.term)
      let idf = RankingParameters.idf(
        passageFrequency: info?.passageFrequency ?? 0, passageCount: statistics.passageCount)
      let posting = try info.flatMap { info throws(IndexError) in try open.posting(of: info, passage: passage.rawValue)
      }
      let frequency = posting.map { model.norms.frequency($0, lengths) } ?? 0
      let score = model.contribution(weight: term.weight * idf, frequency: frequency)
      contributions.append(TermContribution(term: term, idf: idf, frequency: frequency, score: score))
    }
    return contributions
  }

  /// In how many passages `term` occurs, in any field; 0 for a term of no passage. O(log terms).
  package func passageFrequency(of term: [UInt8]) throws(IndexError) -> Int {
    try open.termInfo(of: term)?.passageFrequency ?? 0
  }

  /// Whether a title or a heading holds `term`. O(its postings).
  package func isInHeading(_ term: [UInt8]) throws(IndexError) -> Bool {
    guard let info = try open.termInfo(of: term) else { return false }
    var isFound = false
    try open.forEachBlock(of: info) { block, _ in
      for index in 0..<block.count where block.heading[index] > 0 || block.title[index] > 0 { isFound = true }
      return !isFound
    }
    return isFound
  }

  /// How many words the text of `passage` has, as it is ranked by: exact below 192, above in steps of
  /// an eighth to a fifteenth. O(1).
  package func length(of passage: PassageID) throws(IndexError) -> Int {
    do throws(MalformedBytes) {
      return try open.lengths(of: passage.rawValue).body
    } catch {
      throw segment.damage(.lengths, error)
    }
  }

  /// Whether the title or heading of `passage` holds `term`.
  package func isInHeading(_ term: [UInt8], of passage: PassageID) throws(IndexError) -> Bool {
    guard let info = try open.termInfo(of: term),
      let posting = try open.posting(of: info, passage: passage.rawValue)
    else { return false }
    return posting.heading > 0 || posting.title > 0
  }

  /// Whether `passage` holds `term` in any field.
  package func contains(_ term: [UInt8], in passage: PassageID) throws(IndexError) -> Bool {
    guard let info = try open.termInfo(of: term) else { return false }
    return try open.holds(info, passage: passage.rawValue)
  }

  /// Calls `body` with every folded surface word of the articles (bodies, headings, titles) in byte order, and the
  /// number of its occurrences. For spelling and completion.
  package func forEachWord(_ body: (_ word: Span<UInt8>, _ occurrences: Int) -> Void) throws(IndexError) {
    let segment = segment
    do throws(MalformedBytes) {
      try words.forEach(in: segment.bytes(.words)) { word, values in body(word.span, values.own[0]) }
    } catch {
      throw segment.damage(.words, error)
    }
  }

  /// A walk along all words in byte order.
  func wordCursor() -> FrontCodedReader.Cursor {
    FrontCodedReader.Cursor(words)
  }

  /// Whether the folded surface form `word` occurs in the articles. O(log words).
  package func hasWord(_ word: [UInt8]) throws(IndexError) -> Bool {
    let segment = segment
    do throws(MalformedBytes) {
      return try words.values(of: word, in: segment.bytes(.words)) != nil
    } catch {
      throw segment.damage(.words, error)
    }
  }

  package func article(_ id: ArticleID) throws(IndexError) -> Article {
    let segment = segment
    do throws(MalformedBytes) {
      return try ArticleTable.article(id.rawValue, in: segment.bytes(.articles), segment.pages(.articles))
    } catch {
      throw segment.damage(.articles, error)
    }
  }

  /// The article that holds `passage`; O(log articles).
  package func article(of passage: PassageID) throws(IndexError) -> ArticleID {
    try open.article(of: passage.rawValue)
  }

  /// The passages of one article: consecutive, never empty.
  package func passages(of article: ArticleID) throws(IndexError) -> Range<UInt32> {
    try open.passages(of: article)
  }

  /// One passage with its text, unpacked.
  package func passage(_ id: PassageID) throws(IndexError) -> IndexedPassage {
    IndexedPassage(id: id, article: try open.article(of: id.rawValue), passage: try stored(id).passage)
  }

  /// The citation of one passage, with as many digits of its hash as tell it from the others on its line.
  package func citation(of id: PassageID) throws(IndexError) -> Citation {
    let stored = try stored(id)
    let path = try article(open.article(of: id.rawValue)).path
    let digits = CitationHash.digits(of: stored.passage).prefix(stored.hashDigits)
    return Citation(path: path, line: stored.passage.lines.first, hash: String(digits))
  }

  /// Every file that articles were read from, in the order of the corpus.
  package func files() throws(IndexError) -> [SourceFile] {
    let segment = segment
    try segment.touch(.files)
    do throws(MalformedBytes) {
      return try SourceFileCodec.decode(segment.bytes(.files))
    } catch {
      throw segment.damage(.files, error)
    }
  }

  /// Every repair and removal made while the corpus was read, in the order of the corpus.
  package func ledger() throws(IndexError) -> [LedgerEntry] {
    let segment = segment
    try segment.touch(.ledger)
    do throws(MalformedBytes) {
      return try LedgerCodec.decode(segment.bytes(.ledger))
    } catch {
      throw segment.damage(.ledger, error)
    }
  }

  /// Reads every byte of the file and checks it against its checksums; O(bytes).
  package func verify() throws(IndexError) {
    try segment.verify()
  }

  /// How many pages of 4 KiB were checked since the index was opened, and for opening it; 0 of a file of up to 1 MiB, which is checked
  /// whole. For measuring.
  package var touchedPageCount: Int { segment.touchedPageCount }

  /// The block of texts that holds a passage.
  func textBlock(of id: PassageID) throws(IndexError) -> TextDirectory.Block {
    let segment = segment
    do throws(MalformedBytes) {
      return try TextDirectory.block(
        of: id.rawValue, segment.bytes(.textDirectory), segment.pages(.textDirectory),
        textByteCount: segment.bytes(.text).byteCount)
    } catch {
      throw segment.damage(.textDirectory, error)
    }
  }

  private func stored(_ id: PassageID) throws(IndexError) -> PassageRecord.Stored {
    let segment = segment
    let block = try textBlock(of: id)
    do throws(MalformedBytes) {
      return try texts.passage(id.rawValue, in: block, of: segment)
    } catch {
      throw segment.damage(.text, error)
    }
  }
}
