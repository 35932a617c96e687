// From articles and passages to the index file, all on one thread and in memory.

import Documents
import TextAnalysis

/// Takes articles in the order of the corpus, and writes one index file.
///
/// The same articles, files, ledger entries and settings, in the same order, give the same bytes. For corpora that fit
/// into memory; `IndexWorker` and `IndexAssembler` are for others.
package struct IndexBuilder: ~Copyable {
  private let settings: Settings
  private let sample: TextSample
  private let worker: IndexWorker

  /// - Throws: `TextAnalysisError` for a language without a stemmer.
  package init(settings: Settings, sample: TextSample = .none) throws(TextAnalysisError) {
    self.settings = settings
    self.sample = sample
    worker = try IndexWorker(settings: settings, memoryByteCount: .max, spillFolder: nil, sample: sample)
    worker.beginPart(0)
  }

  /// Adds one article with its passages, in reading order. An article without passages is left out.
  package mutating func add(_ article: Article, passages: [Passage]) throws(IndexError) {
    try worker.add(article, passages: passages)
  }

  /// Notes a file that articles were read from.
  package mutating func add(_ file: SourceFile) {
    worker.add(file)
  }

  package mutating func add(_ entries: [LedgerEntry]) {
    for entry in entries { worker.add(entry) }
  }

  /// Writes `verbatim.index` into `folder`, replacing an old one whole: the new one is on the disk when this returns.
  ///
  /// - Returns: What was written.
  package consuming func finish(folder: String) throws(IndexError) -> IndexStatistics {
    let assembler = try IndexAssembler(settings: settings, folder: folder, sample: sample)
    try assembler.append(worker.finishPart())
    return try assembler.finish([worker])
  }
}
