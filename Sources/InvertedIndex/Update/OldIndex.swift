// The index that is brought up to date: what of it goes on, file by file, and what is no more.

import ByteIO
import Documents

/// An index whose files' records, texts and postings may be taken over into a new one.
package final class OldIndex: Sendable {
  package let reader: IndexReader
  /// In the order of the corpus.
  package let files: [SourceFile]
  /// What its texts were compressed against.
  package let sample: TextSample
  /// For each file, the number of its first article; and the number of articles.
  private let firstArticles: [Int]
  /// For each passage.
  private let lengths: [FieldLengths]
  /// Of files that were read, whether they gave articles or not.
  private let ledger: [CorpusPath: [LedgerEntry]]
  /// Entries of what is no file of articles, or could not be read.
  package let skippedFiles: [LedgerEntry]

  /// Checks every byte: what is taken over must not carry damage on.
  ///
  /// - Throws: `IndexError.damaged`, also where the sections do not agree.
  package init(_ reader: IndexReader) throws(IndexError) {
    try reader.segment.touchAll()
    self.reader = reader
    files = try reader.files()
    sample = TextSample(reader)
    firstArticles = try OldIndex.firstArticles(of: files, in: reader)
    let segment = reader.segment
    do throws(MalformedBytes) {
      lengths = try FieldLengths.decode(segment.bytes(.lengths), count: reader.statistics.passageCount)
    } catch {
      throw segment.damage(.lengths, error)
    }
    let read = Set(files.map(\.path))
    var ledger: [CorpusPath: [LedgerEntry]] = [:]
    var skipped: [LedgerEntry] = []
    for entry in try reader.ledger() {
      if read.contains(entry.path) { ledger[entry.path, default: []].append(entry) } else { skipped.append(entry) }
    }
    self.ledger = ledger
    skippedFiles = skipped
  }

  /// The passages of consecutive files; empty where they have none.
  package func passages(of range: Range<Int>) throws(IndexError) -> Range<UInt32> {
    let (start, end) = (try start(ofFile: range.lowerBound), try start(ofFile: range.upperBound))
    guard start <= end else { throw reader.segment.damage(.articleStarts, MalformedBytes(offset: 0)) }
    return start..<end
  }

  /// Whether the texts of these files lie in blocks of their own.
  package func hasOwnBlocks(_ range: Range<Int>) throws(IndexError) -> Bool {
    let passages = try passages(of: range)
    if passages.isEmpty { return true }
    return try blocks(of: passages) != nil
  }

  /// Files taken over as one part.
  ///
  /// - Parameter skipped: what lies between the files, or beside them, and is no article; sorted by path.
  package func part(number: Int, files range: Range<Int>, skipped: [LedgerEntry]) throws(IndexError) -> IndexPart {
    var part = IndexPart(number: number)
    var skipped = skipped[...]
    for file in files[range] {
      while let entry = skipped.first, entry.path < file.path { part.add(skipped.removeFirst()) }
      for entry in ledger[file.path] ?? [] { part.add(entry) }
      SourceFileCodec.append(file, to: &part.files)
      part.fileCount += 1
    }
    for entry in skipped { part.add(entry) }
    let passages = try passages(of: range)
    part.kept = passages
    part.lengths = lengths[Int(passages.lowerBound)..<Int(passages.upperBound)].map(\.packed)
    let articles = firstArticles[range.lowerBound]..<firstArticles[range.upperBound]
    for article in articles {
      let start = try reader.open.passages(of: ArticleID(UInt32(article))).lowerBound
      part.articleStarts.append(start - passages.lowerBound)
    }
    let segment = reader.segment
    do throws(MalformedBytes) {
      for article in articles {
        let section = segment.bytes(.articles)
        part.articles.append(
          contentsOf: section.extracting(try ArticleTable.record(article, in: section, segment.pages(.articles))))
        part.articleEnds.append(part.articles.count)
      }
    } catch {
      throw segment.damage(.articles, error)
    }
    try copyTexts(of: passages, to: &part)
    return part
  }

  /// Gives all articles of these files to `worker`.
  package func invert(_ range: Range<Int>, with worker: IndexWorker) throws(IndexError) {
    for number in firstArticles[range.lowerBound]..<firstArticles[range.upperBound] {
      let id = ArticleID(UInt32(number))
      var passages: [Passage] = []
      for passage in try reader.passages(of: id) { passages.append(try reader.passage(PassageID(passage)).passage) }
      try worker.add(try reader.article(id), passages: passages)
    }
  }

  /// Writes stored texts to `writer`.
  func writeTexts(_ frames: Range<Int>, to writer: inout SegmentWriter) throws(FileError) {
    let segment = reader.segment
    try writer.append(segment.bytes(.text).extracting(frames))
  }

  private func start(ofFile file: Int) throws(IndexError) -> UInt32 {
    let article = firstArticles[file]
    guard article < reader.statistics.articleCount else { return UInt32(reader.statistics.passageCount) }
    return try reader.open.passages(of: ArticleID(UInt32(article))).lowerBound
  }

  private func copyTexts(of passages: Range<UInt32>, to part: inout IndexPart) throws(IndexError) {
    guard !passages.isEmpty else { return }
    let segment = reader.segment
    guard let blocks = try blocks(of: passages) else { throw segment.damage(.textDirectory, MalformedBytes(offset: 0)) }
    var frames = 0..<0
    for block in blocks {
      let block = try self.block(block)
      frames = frames.isEmpty ? block.frame : frames.lowerBound..<block.frame.upperBound
      guard block.firstPassage >= passages.lowerBound, block.frame.lowerBound >= frames.lowerBound,
        let byteCount = UInt32(exactly: block.byteCount)
      else { throw segment.damage(.textDirectory, MalformedBytes(offset: 0)) }
      part.texts.blocks.append(
        TextBlocks.Block(
          firstPassage: block.firstPassage - passages.lowerBound, unpackedByteCount: byteCount,
          offset: block.frame.lowerBound - frames.lowerBound))
    }
    part.keptFrames = frames
  }

  private func block(_ number: Int) throws(IndexError) -> TextDirectory.Block {
    let segment = reader.segment
    do throws(MalformedBytes) {
      return try TextDirectory.block(
        number, segment.bytes(.textDirectory), segment.pages(.textDirectory),
        textByteCount: segment.bytes(.text).byteCount)
    } catch {
      throw segment.damage(.textDirectory, error)
    }
  }

  /// The text blocks that hold `passages` and nothing else; `nil` where blocks hold more.
  private func blocks(of passages: Range<UInt32>) throws(IndexError) -> Range<Int>? {
    let first = try reader.textBlock(of: PassageID(passages.lowerBound))
    let last = try reader.textBlock(of: PassageID(passages.upperBound - 1))
    guard first.firstPassage == passages.lowerBound, first.number <= last.number else { return nil }
    var end = UInt32(reader.statistics.passageCount)
    if passages.upperBound < end { end = try reader.textBlock(of: PassageID(passages.upperBound)).firstPassage }
    return end == passages.upperBound ? first.number..<last.number + 1 : nil
  }

  /// Articles stand in the order of the files they were read from: where those of each file begin.
  private static func firstArticles(of files: [SourceFile], in reader: IndexReader) throws(IndexError) -> [Int] {
    var starts: [Int] = []
    var file = 0
    for number in 0..<reader.statistics.articleCount {
      let path = try reader.article(ArticleID(UInt32(number))).path
      while file < files.count, files[file].path != path {
        if starts.count == file { starts.append(number) }
        file += 1
      }
      guard file < files.count else { throw reader.segment.damage(.articles, MalformedBytes(offset: 0)) }
      if starts.count == file { starts.append(number) }
    }
    while starts.count <= files.count { starts.append(reader.statistics.articleCount) }
    return starts
  }
}
