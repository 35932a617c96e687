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
  private let sample: TextSample
  private let folder: String
  private let lock: FileLock
  private var statistics = StoredStatistics()
  private let old: OldIndex?
  private var kept = KeptPassages()
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
  /// Where the texts lie, in their order.
  private var textExtents: [TextExtent] = []
  private var textByteCount = 0

  private enum TextExtent {
    /// So many bytes of `texts`.
    case spooled(Int)
    /// Of the old index.
    case kept(Range<Int>)
  }

  /// Makes `folder` where it is missing, and locks it against other writers.
  ///
  /// - Parameters:
  ///   - sample: what the workers' texts are compressed against.
  ///   - old: the index that parts may be taken over from; made with the same language and the same sample.
  package init(settings: Settings, folder: String, sample: TextSample = .none, updating old: OldIndex? = nil)
    throws(IndexError)
  {
    precondition(old.map { $0.reader.settings.language == settings.language } ?? true, "terms are of one language")
    precondition(old.map { $0.sample == sample } ?? true, "texts are compressed against one sample")
    self.settings = settings
    self.sample = sample
    self.old = old
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
    if let range = part.kept { kept.append(range, part: part.number, start: start) }
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
        textDirectory.appendFixed(UInt64(textByteCount + block.offset))
      }
      try articles.append(part.articles.bytes)
      try files.append(part.files.bytes)
      try ledger.append(part.ledger.bytes)
      try texts.append(part.texts.frames.bytes)
      note(part.texts.frames.count, part.keptFrames)
    } catch {
      throw IndexError(error)
    }
  }

  /// Writes `verbatim.index` into the folder, replacing an old one whole: the new one is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - workers: those that made the parts; as many threads encode their postings.
  ///   - removed: a worker that was given all articles of the old index that are in no part taken over from it.
  ///   - progress: is told the share of the postings that is done, from 0 to 1; by one thread at a time.
  /// - Returns: What was written.
  /// - Throws: `IndexError.damaged` also where the old index contradicts itself.
  package func finish(
    _ workers: [IndexWorker], removed: IndexWorker? = nil, progress: @escaping (Double) -> Void = { _ in }
  ) throws(IndexError) -> IndexStatistics {
    precondition((old == nil) == (removed == nil), "an update knows what is no more")
    do {
      let merge = try IndexMerge(
        workers, updating: old.flatMap { old in removed.map { (old.reader, $0) } }, folder: folder,
        progress: progress)
      let numbers = PassageNumbers(partStarts: partStarts, lengths: lengths)
      let encoders = workers.map { _ in
        PostingEncoder(numbers, splicing: old.map { ListSplicer($0.reader.open, keeping: kept) })
      }
      _ = try OrderedPipeline(merge, window: 2 * workers.count).run(workers: encoders)
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
    try segment.write(.textSample, sample.bytes)
    try writeTexts(to: &segment)
    try segment.write(.ledger, IndexAssembler.counted(ledgerCount), ledger)
    let analyzer = try Analyzer(language: settings.language)
    let lay = try LayPhraseCodec.encode(settings.layWords, analyzer: analyzer)
    try segment.write(.layPhrases, lay.phrases)
    try segment.write(.layWords, lay.words)
    let byteCount = try segment.commit(analyzerVersion: Analyzer.version)
    return statistics.statistics(byteCount: byteCount)
  }

  /// Notes where the texts of a part lie.
  private func note(_ spooled: Int, _ kept: Range<Int>) {
    textByteCount += spooled + kept.count
    switch textExtents.last {
    case .spooled(let count) where kept.isEmpty:
      textExtents[textExtents.count - 1] = .spooled(count + spooled)
    case .kept(let range) where spooled == 0 && range.upperBound == kept.lowerBound:
      textExtents[textExtents.count - 1] = .kept(range.lowerBound..<kept.upperBound)
    default:
      textExtents.append(kept.isEmpty ? .spooled(spooled) : .kept(kept))
    }
  }

  private func writeTexts(to segment: inout SegmentWriter) throws {
    try segment.begin(.text)
    var offset = 0
    for extent in textExtents {
      switch extent {
      case .spooled(let count):
        try texts.forEachPiece(of: offset..<offset + count) { (piece) throws(FileError) in try segment.append(piece) }
        offset += count
      case .kept(let range):
        try old?.writeTexts(range, to: &segment)
      }
    }
    segment.end()
  }

  private static func counted(_ count: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVariable(count)
    return writer.bytes
  }
}
