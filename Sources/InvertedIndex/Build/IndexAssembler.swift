// Takes the parts of an index in their order, and puts them together as one file.

import ByteIO
import Documents
import TextAnalysis
import Threads

/// Assembles an index: parts in the order of the corpus, then the workers' postings. For one thread at a time.
///
/// What is large waits in files without names in the index folder; nothing in the folder changes before `finish`.
package final class IndexAssembler {
  private let settings: Settings
  private let folder: String
  private let lock: FileLock
  private var statistics = StoredStatistics()
  private var lengths: [UInt32] = []
  private var partStarts: [UInt32] = []
  private var articleStarts = ByteWriter()
  private var articleEnds: [Int] = []
  private var textDirectory = ByteWriter()
  private var fileCount = 0
  private var ledgerCount = 0
  private let articles: SpoolFile
  private let files: SpoolFile
  private let ledger: SpoolFile
  private let texts: SpoolFile

  /// Makes `folder` where it is missing, and locks it against other writers.
  package init(settings: Settings, folder: String) throws(IndexError) {
    self.settings = settings
    self.folder = folder
    do throws(FileError) {
      try ReplacedFile.makeFolder(folder)
      // The lock first: the new file has one name, and two writers would write into it together.
      lock = try FileLock(path: "\(folder)/\(SegmentFormat.lockName)")
      articles = try SpoolFile(folder: folder)
      files = try SpoolFile(folder: folder)
      ledger = try SpoolFile(folder: folder)
      texts = try SpoolFile(folder: folder)
    } catch {
      throw IndexError(error)
    }
  }

  /// Nothing was added that could be found.
  package var isEmpty: Bool { lengths.isEmpty }

  /// Adds the next part.
  package func append(_ part: IndexPart) throws(IndexError) {
    precondition(part.number == partStarts.count, "parts come in their order")
    guard lengths.count + part.lengths.count < Int(UInt32.max) else { throw .tooLarge(what: "passages") }
    let start = UInt32(lengths.count)
    partStarts.append(start)
    lengths.append(contentsOf: part.lengths)
    for packed in part.lengths { statistics.add(FieldLengths(packed: packed)) }
    statistics.articleCount += part.articleStarts.count
    for first in part.articleStarts { articleStarts.appendFixed(start + first) }
    fileCount += part.fileCount
    ledgerCount += part.ledgerCount
    do throws(FileError) {
      for end in part.articleEnds { articleEnds.append(articles.byteCount + end) }
      for block in part.texts.blocks {
        textDirectory.appendFixed(start + block.firstPassage)
        textDirectory.appendFixed(block.unpackedByteCount)
        textDirectory.appendFixed(UInt64(texts.byteCount + block.offset))
      }
      try articles.append(part.articles.bytes)
      try files.append(part.files.bytes)
      try ledger.append(part.ledger.bytes)
      try texts.append(part.texts.frames.bytes)
    } catch {
      throw IndexError(error)
    }
  }

  /// Writes `verbatim.index` into the folder, replacing an old one whole: the new one is on the disk when this returns.
  ///
  /// - Parameter workers: those that made the parts; as many threads encode their postings.
  /// - Returns: What was written.
  package func finish(_ workers: [IndexWorker]) throws(IndexError) -> IndexStatistics {
    do {
      let merge = try IndexMerge(workers, folder: folder)
      let encoder = PostingEncoder(PassageNumbers(partStarts: partStarts, lengths: lengths))
      _ = try OrderedPipeline(merge, window: 2 * workers.count).run(workers: workers.map { _ in encoder })
      return try write(merge)
    } catch let error as FileError {
      throw IndexError(error)
    } catch let error as IndexError {
      throw error
    } catch {
      preconditionFailure("writing throws file errors and index errors, not \(error)")
    }
  }

  private func write(_ merge: IndexMerge) throws -> IndexStatistics {
    statistics.termCount = merge.termCount
    statistics.wordCount = merge.wordCount
    articleStarts.appendFixed(UInt32(lengths.count))
    var segment = try SegmentWriter(folder: folder)
    try segment.write(.statistics, statistics.encoded)
    try segment.write(.settings, SettingsCodec.encode(settings))
    try segment.write(.files, IndexAssembler.counted(fileCount), files)
    try segment.write(.articles, try ArticleTable.head(recordEnds: articleEnds), articles)
    try segment.write(.articleStarts, articleStarts.bytes)
    try segment.write(.lengths, FieldLengths.encode(lengths.map(FieldLengths.init(packed:))))
    try segment.write(.terms, try merge.finishDictionary())
    try segment.write(.postings, [], merge.postings)
    try segment.write(.positions, [], merge.positions)
    try segment.write(.words, merge.wordDictionary)
    try segment.write(.textDirectory, textDirectory.bytes)
    try segment.write(.text, [], texts)
    try segment.write(.ledger, IndexAssembler.counted(ledgerCount), ledger)
    let analyzer = try Analyzer(language: settings.language)
    let lay = try LayPhraseCodec.encode(settings.layWords, analyzer: analyzer)
    try segment.write(.layPhrases, lay.phrases)
    try segment.write(.layWords, lay.words)
    let byteCount = try segment.commit(analyzerVersion: Analyzer.version)
    return statistics.statistics(byteCount: byteCount)
  }

  private static func counted(_ count: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVariable(count)
    return writer.bytes
  }
}
