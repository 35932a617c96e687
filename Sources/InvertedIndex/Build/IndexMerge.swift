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
  private var isFirst = true
  private var carried: [SortedRun]?
  /// Used by the one job of words.
  private var words: RunMerge

  // Used by `consume` alone, and by the owner in the end.
  private var dictionary = FrontCodedWriter(valueCount: 3)
  private(set) var termCount = 0
  private(set) var wordCount = 0
  private(set) var wordDictionary: [UInt8] = []
  let postings: SpoolFile
  let positions: SpoolFile

  init(_ workers: [IndexWorker], folder: String) throws(FileError) {
    var runs: (terms: [SortedRun], words: [SortedRun]) = ([], [])
    for worker in workers {
      let own = worker.runs()
      runs.terms += own.terms
      runs.words += own.words
    }
    terms = RunMerge(runs.terms)
    words = RunMerge(runs.words)
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
      let runs = try terms.next()
      if runs.isEmpty { break }
      try batch.append(runs)
    }
    return batch.keyEnds.isEmpty ? nil : .terms(batch)
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
    for index in terms.keyEnds.indices {
      let values = [
        terms.passageFrequencies[index], terms.postingEnds[index] - posting, terms.positionEnds[index] - position,
      ]
      try dictionary.append(Array(terms.keys[key..<terms.keyEnds[index]]), values: values)
      (key, posting, position) = (terms.keyEnds[index], terms.postingEnds[index], terms.positionEnds[index])
    }
    termCount += terms.keyEnds.count
    try postings.append(terms.postings)
    try positions.append(terms.positions)
  }

  private func mergeWords() throws -> Result {
    var writer = FrontCodedWriter(valueCount: 1)
    var count = 0
    var payload: [UInt8] = []
    while case let runs = try words.next(), let first = runs.first {
      payload.removeAll(keepingCapacity: true)
      for run in runs { try run.appendPayload(to: &payload) }
      var cursor = unsafe ByteCursor(payload.span.bytes)
      var occurrences = 0
      for _ in runs { occurrences += unsafe try cursor.readVariable(payload.span.bytes) }
      try writer.append(first.key, values: [occurrences])
      count += 1
    }
    return .words(dictionary: try writer.finish(), count: count)
  }
}
