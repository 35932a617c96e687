// The way of the articles into the index, on several threads: pieces of the corpus in, parts of the index out.

import CorpusReading
import Documents
import InvertedIndex
import Threads

/// Reads, analyses and inverts pieces of the corpus side by side, and hands the parts on in the order of the corpus.
final class IndexPipeline: PipelineStages, @unchecked Sendable {
  /// What one thread works with.
  typealias Worker = IndexWorker

  struct Job: Sendable {
    let number: Int
    let piece: CorpusPiece
  }

  struct Result: Sendable {
    let part: IndexPart
    let byteCount: Int
    let fileCount: Int
  }

  private let reader: CorpusReader
  private let assembler: IndexAssembler
  private let progress: IndexProgress
  // Used by `next` alone.
  private let pieces: CorpusPieces
  private var started = 0

  // Used by `consume` alone, and by the owner in the end.
  private(set) var skipped = SkippedArticles()

  init(_ reader: CorpusReader, _ listing: CorpusListing, into assembler: IndexAssembler, _ progress: IndexProgress) {
    self.reader = reader
    self.assembler = assembler
    self.progress = progress
    pieces = CorpusPieces(reader, listing)
  }

  func next() -> Job? {
    guard let piece = pieces.next() else { return nil }
    started += 1
    return Job(number: started - 1, piece: piece)
  }

  func work(on job: Job, with worker: inout IndexWorker) throws -> Result {
    worker.beginPart(job.number)
    try reader.forEachItem(of: job.piece) { item in
      switch item {
      case .item(.article(let article, let passages, let ledger)):
        try worker.add(article, passages: passages)
        for entry in ledger { worker.add(entry) }
      case .item(.skipped(let entry)):
        worker.add(entry)
      case .file(let file):
        worker.add(file)
      case .cut:
        try worker.cut()
      }
    }
    return Result(part: try worker.finishPart(), byteCount: job.piece.byteCount, fileCount: job.piece.fileCount)
  }

  func consume(_ result: Result) throws {
    skipped.add(result.part)
    progress.add(files: result.fileCount, byteCount: result.byteCount, passages: result.part.passageCount)
    try assembler.append(result.part)
  }
}

/// What was no article: the first, to be named, and how many there are.
struct SkippedArticles {
  /// So many are named one by one.
  static let namedCount = 20

  private(set) var named: [LedgerEntry] = []
  private(set) var count = 0

  mutating func add(_ part: IndexPart) {
    named.append(contentsOf: part.skipped.prefix(SkippedArticles.namedCount - named.count))
    count += part.skippedCount
  }
}
