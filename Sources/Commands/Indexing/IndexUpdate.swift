// Brings an index up to date: takes over what has not changed, and makes everything anew where that is not possible.

import ByteIO
import CorpusReading
import Documents
import InvertedIndex
import Threads

/// One run of `verbatim index`, from the listing of the files to the new index.
struct IndexUpdate {
  private let reader: CorpusReader
  private let settings: Settings
  private let folder: String
  private let resources: IndexResources
  private let progress: IndexProgress
  private let listing: CorpusListing
  private let listedAt: Int

  /// What came of it.
  struct Result {
    /// `nil` where no article was found; the old index is as it was.
    let statistics: IndexStatistics?
    let skipped: SkippedArticles
    let fileCount: Int
    /// Files taken over from the old index.
    let keptFileCount: Int
  }

  init(
    _ reader: CorpusReader, _ settings: Settings, folder: String, _ resources: IndexResources, _ progress: IndexProgress
  ) {
    self.reader = reader
    self.settings = settings
    self.folder = folder
    self.resources = resources
    self.progress = progress
    listedAt = FileStamps.now()
    listing = reader.list()
  }

  /// Writes the new index; `nil` where the old one is up to date, and nothing was written.
  ///
  /// - Parameters:
  ///   - isFull: whether the old index is to be left out of account.
  ///   - reorders: whether like files are to stand side by side. Such an index is not updated: one changed file may move all.
  func run(isFull: Bool, reorders: Bool = false) throws -> Result? {
    let stamps = FileStamps(readingFrom: folder)
    let old = isFull ? nil : usableIndex()
    if let old, !old.isInPathOrder {
      if isSame(old, stamps) { return nil }
    } else if let old, !reorders {
      do {
        var isStampMissing = false
        let plan = try UpdatePlan(listing, updating: old) { file in
          if let digest = stamps.digest(of: file) { return digest }
          isStampMissing = true
          return reader.digest(of: file)
        }
        if plan.isCurrent, old.reader.settings == settings {
          // The index stays as it is; where its folder may not be written to, the files are read again next time.
          if isStampMissing { noteStamps(old.files) }
          return nil
        }
        // To take over less than half is no gain: what is no more must be read too, from the old index. Nor can texts be taken over
        // that were compressed against another sample.
        if plan.isWorthwhile, sample() == old.sample { return try run(plan, updating: old) }
      } catch IndexError.damaged {
        // What contradicts itself cannot be taken over.
      }
    }
    let result = try run(UpdatePlan(listing), updating: nil)
    return reorders && result.statistics != nil ? try reorder() : result
  }

  /// Whether the files, the settings, and what is skipped are those of `old`, in whatever order.
  private func isSame(_ old: OldIndex, _ stamps: FileStamps) -> Bool {
    guard old.reader.settings == settings, old.files.count == listing.files.count,
      old.skippedFiles.sorted(by: { $0.path < $1.path }) == listing.skipped
    else { return false }
    let digests = Dictionary(old.files.map { ($0.path, $0.digest) }) { first, _ in first }
    return listing.files.allSatisfy { digests[$0.path] == (stamps.digest(of: $0) ?? reader.digest(of: $0)) }
  }

  /// Makes the index that was just made once more, the files in the order that its postings suggest.
  private func reorder() throws -> Result {
    let paths = try OldIndex(IndexReader(folder: folder)).similarityOrder()
    let places = Dictionary(paths.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    // What the index does not know goes behind all others, in its old order.
    let files = listing.files.enumerated().sorted {
      let (one, other) = (places[$0.element.path] ?? .max, places[$1.element.path] ?? .max)
      return one != other ? one < other : $0.offset < $1.offset
    }
    return try run(
      UpdatePlan(CorpusListing(files: files.map(\.element), skipped: listing.skipped)), updating: nil)
  }

  /// The index in the folder, if it is whole and was made by the same rules of reading: the settings that articles are read and
  /// analysed by may not have changed either.
  private func usableIndex() -> OldIndex? {
    // An index that cannot be read is no reason to stop: it is made anew.
    guard CorpusOrigin(readingFrom: folder).rules == CorpusReader.rulesVersion,
      let index = try? IndexReader(folder: folder), index.settings.language == settings.language,
      index.settings.boilerplate == settings.boilerplate
    else { return nil }
    return try? OldIndex(index)
  }

  private func run(_ plan: UpdatePlan, updating old: OldIndex?) throws -> Result {
    progress.begin(listing)
    let sample = old?.sample ?? sample()
    let assembler = try IndexAssembler(settings: settings, folder: folder, sample: sample, updating: old)
    let pipeline = IndexPipeline(reader, plan, updating: old, into: assembler, progress)
    let workers = try (0..<resources.threads).map { _ in try worker(sample) }
    _ = try OrderedPipeline(pipeline, window: 4 * workers.count).run(workers: workers)
    guard !assembler.isEmpty else {
      return Result(
        statistics: nil, skipped: pipeline.skipped, fileCount: listing.files.count, keptFileCount: plan.keptFileCount)
    }
    var removed: IndexWorker?
    if let old {
      let worker = try worker(.none, keepsTexts: false)
      worker.beginPart(0)
      for files in plan.removed { try old.invert(files, with: worker) }
      removed = worker
    }
    let statistics = try assembler.finish(workers, removed: removed) { [progress] in progress.merge($0) }
    // The assembler holds the lock: the index that is read is the one just written, and nobody else writes stamps.
    try withExtendedLifetime(assembler) { try writeStamps(try IndexReader(folder: folder).files()) }
    return Result(
      statistics: statistics, skipped: pipeline.skipped, fileCount: listing.files.count,
      keptFileCount: plan.keptFileCount)
  }

  /// What the texts are compressed against: it depends on the articles alone.
  private func sample() -> TextSample {
    let byteLimit = TextSample.byteLimit(ofArticles: listing.files.reduce(0) { $0 + $1.byteCount })
    let pieces = reader.sample(of: listing, byteCount: byteLimit, pieceByteCount: TextSample.pieceByteCount)
    return TextSample(pieces, byteLimit: byteLimit)
  }

  private func worker(_ sample: TextSample, keepsTexts: Bool = true) throws -> IndexWorker {
    try IndexWorker(
      settings: settings, memoryByteCount: resources.memoryByteCount / resources.threads, spillFolder: folder,
      sample: sample, keepsTexts: keepsTexts)
  }

  /// As `writeStamps`, of an index that stays; nothing where its folder may not be written to, or another writer is at work.
  private func noteStamps(_ files: [SourceFile]) {
    // Without stamps the files are read again next time, which is no error.
    guard let lock = try? FileLock(path: "\(folder)/\(SegmentFormat.lockName)") else { return }
    withExtendedLifetime(lock) { try? writeStamps(files) }
  }

  /// Notes which bytes the files had that the new index was made from. The writers' lock is held.
  private func writeStamps(_ files: [SourceFile]) throws {
    var digests: [CorpusPath: [UInt8]] = [:]
    for file in files { digests[file.path] = file.digest }
    do throws(FileError) {
      try FileStamps(listing.files, digests: digests, listedAt: listedAt).write(to: folder)
    } catch {
      throw IndexError.system(path: error.path, call: error.call, errno: error.errno)
    }
  }
}
