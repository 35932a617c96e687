// The last step of the making of an index: all runs become the dictionaries, the postings and the positions.

import ByteIO
import Threads

/// Merges the runs of all workers: batches of terms are cut one after another, encoded side by side, and taken in order.
final class IndexMerge: PipelineStages, @unchecked Sendable {
  enum Job: Sendable {
    case words
    case terms(TermBatch)
  }

  enum Result: Sendable {
    case words(dictionary: [UInt8], count: Int)
    case terms(EncodedTerms)
  }

  // Used by `next` alone.
  private var terms: RunMerge
  private var oldTerms: OldDictionary?
  private var isFirst = true
  // Used by the one job of words.
  private let words: RunMerge
  private let oldWords: OldDictionary?
  private let oldPath: String

  // Used by `consume` alone, and by the owner in the end.
  private var dictionary = FrontCodedWriter(valueCount: 3)
  private(set) var termCount = 0
  private var doneByteCount = 0
  private(set) var wordCount = 0
  private(set) var wordDictionary: [UInt8] = []
  /// About as many bytes as there are to be put together.
  private let totalByteCount: Int
  private let progress: (Double) -> Void
  let postings: SpoolFile
  let positions: SpoolFile

  /// - Parameters:
  ///   - workers: those that made the parts.
  ///   - old: the index that is brought up to date, and the worker that inverted what is no more of it.
  ///   - progress: is told the share that is done, from 0 to 1.
  init(
    _ workers: [IndexWorker], updating old: (index: IndexReader, removed: IndexWorker)?, folder: String,
    progress: @escaping (Double) -> Void
  ) throws(FileError) {
    var runs: (terms: [SortedRun], words: [SortedRun]) = ([], [])
    for worker in workers {
      let own = worker.runs()
      runs.terms += own.terms
      runs.words += own.words
    }
    if let old {
      let removed = old.removed.runs()
      for run in removed.terms + removed.words { run.isRemoval = true }
      runs.terms += removed.terms
      runs.words += removed.words
    }
    let oldLists = old.map { $0.index.segment.byteCount(.postings) + $0.index.segment.byteCount(.positions) }
    totalByteCount = max(1, workers.reduce(oldLists ?? 0) { $0 + $1.rawByteCount })
    self.progress = progress
    oldPath = old?.index.path ?? ""
    terms = RunMerge(runs.terms)
    words = RunMerge(runs.words)
    oldTerms = old.map {
      OldDictionary($0.index.open.termCursor(), of: $0.index.segment, .terms, changes: RunMerge(runs.terms))
    }
    oldWords = old.map {
      OldDictionary($0.index.wordCursor(), of: $0.index.segment, .words, changes: RunMerge(runs.words))
    }
    postings = try SpoolFile(folder: folder)
    positions = try SpoolFile(folder: folder)
  }

  func next() throws -> Job? {
    if isFirst {
      isFirst = false
      return .words
    }
    var batch = TermBatch()
    while !batch.isFull {
      if oldTerms != nil {
        guard let entry = try oldTerms?.next() else { break }
        try batch.append(entry.key, old: try entry.old.map(oldInfo), entry.runs)
      } else {
        guard try terms.next() else { break }
        try batch.append(terms.current[0].key, old: nil, terms.current)
      }
    }
    return batch.keyEnds.isEmpty ? nil : .terms(batch)
  }

  private func oldInfo(_ values: FrontCodedReader.Values) throws(IndexError) -> TermInfo {
    do throws(MalformedBytes) {
      return try TermInfo(values)
    } catch {
      throw .damaged(path: oldPath, section: "terms", offset: 0)
    }
  }

  func work(on job: Job, with encoder: inout PostingEncoder) throws -> Result {
    switch job {
    case .words: return try mergeWords()
    case .terms(let batch): return .terms(try encoder.encode(batch))
    }
  }

  func consume(_ result: Result) throws {
    switch result {
    case .words(let dictionary, let count):
      wordDictionary = dictionary
      wordCount = count
    case .terms(let terms):
      try append(terms)
    }
  }

  /// The section `terms`; to be called once.
  func finishDictionary() throws(IndexError) -> [UInt8] {
    try dictionary.finish()
  }

  private func append(_ terms: EncodedTerms) throws {
    var (key, posting, position) = (0, 0, 0)
    let keys = terms.keys.span
    for index in terms.keyEnds.indices {
      defer { key = terms.keyEnds[index] }
      guard terms.passageFrequencies[index] > 0 else { continue }
      termCount += 1
      let values = SIMD4(
        terms.passageFrequencies[index], terms.postingEnds[index] - posting, terms.positionEnds[index] - position, 0)
      try dictionary.append(keys.extracting(key..<terms.keyEnds[index]), values: values)
      (posting, position) = (terms.postingEnds[index], terms.positionEnds[index])
    }
    doneByteCount += terms.byteCount
    progress(min(1, Double(doneByteCount) / Double(totalByteCount)))
    try postings.append(terms.postings)
    try positions.append(terms.positions)
  }

  private func mergeWords() throws -> Result {
    var words = words
    var writer = FrontCodedWriter(valueCount: 1)
    var count = 0
    var payload: [UInt8] = []
    func append(_ key: [UInt8], _ old: Int, _ runs: [SortedRun]) throws {
      var occurrences = old
      for run in runs {
        payload.removeAll(keepingCapacity: true)
        try run.appendPayload(to: &payload)
        let bytes = unsafe payload.span.bytes
        var cursor = ByteCursor(bytes)
        let own = try cursor.readVariable(bytes)
        occurrences += run.isRemoval ? -own : own
      }
      // Less than none cannot be: the old index then does not say what its own texts do.
      guard occurrences >= 0 else { throw IndexError.damaged(path: oldPath, section: "words", offset: 0) }
      guard occurrences > 0 else { return }
      try writer.append(key.span, values: SIMD4(occurrences, 0, 0, 0))
      count += 1
    }
    if var old = oldWords {
      while let entry = try old.next() { try append(entry.key, entry.old?.own[0] ?? 0, entry.runs) }
    } else {
      while try words.next() { try append(words.current[0].key, 0, words.current) }
    }
    return .words(dictionary: try writer.finish(), count: count)
  }
}
