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
    let task: Task
  }

  enum Task: Sendable {
    case read(CorpusPiece)
    /// Files of the old index.
    case keep(Range<Int>, skipped: [LedgerEntry], byteCount: Int)
  }

  struct Result: Sendable {
    let part: IndexPart
    let byteCount: Int
    let fileCount: Int
  }

  private let reader: CorpusReader
  private let assembler: IndexAssembler
  private let old: OldIndex?
  private let progress: IndexProgress
  // Used by `next` alone.
  private var steps: ArraySlice<UpdatePlan.Step>
  private var pieces: CorpusPieces?
  private var started = 0

  // Used by `consume` alone, and by the owner in the end.
  private(set) var skipped = SkippedArticles()

  /// - Parameter old: what the plan's kept files are of.
  init(
    _ reader: CorpusReader, _ plan: UpdatePlan, updating old: OldIndex?, into assembler: IndexAssembler,
    _ progress: IndexProgress
  ) {
    self.reader = reader
    self.assembler = assembler
    self.old = old
    self.progress = progress
    steps = plan.steps[...]
  }

  func next() -> Job? {
    guard let task = nextTask() else { return nil }
    started += 1
    return Job(number: started - 1, task: task)
  }

  private func nextTask() -> Task? {
    while true {
      if let piece = pieces?.next() { return .read(piece) }
      guard let step = steps.popFirst() else { return nil }
      switch step {
      case .read(let listing): pieces = CorpusPieces(reader, listing)
      case .keep(let files, let skipped, let byteCount):
        return .keep(files, skipped: skipped, byteCount: byteCount)
      }
    }
  }

  func work(on job: Job, with worker: inout IndexWorker) throws -> Result {
    switch job.task {
    case .read(let piece):
      return try read(piece, number: job.number, with: worker)
    case .keep(let files, let skipped, let byteCount):
      guard let old else { preconditionFailure("kept files are of an old index") }
      return Result(
        part: try old.part(number: job.number, files: files, skipped: skipped), byteCount: byteCount,
        fileCount: files.count)
    }
  }

  private func read(_ piece: CorpusPiece, number: Int, with worker: IndexWorker) throws -> Result {
    worker.beginPart(number)
    try reader.forEachItem(of: piece) { item in
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
    return Result(part: try worker.finishPart(), byteCount: piece.byteCount, fileCount: piece.fileCount)
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
