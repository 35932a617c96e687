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
  /// Used by the one job of words.
  private let words: RunMerge

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
      guard try terms.next() else { break }
      try batch.append(terms.current)
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
    let keys = terms.keys.span
    for index in terms.keyEnds.indices {
      let values = SIMD4(
        terms.passageFrequencies[index], terms.postingEnds[index] - posting, terms.positionEnds[index] - position, 0)
      try dictionary.append(keys.extracting(key..<terms.keyEnds[index]), values: values)
      (key, posting, position) = (terms.keyEnds[index], terms.postingEnds[index], terms.positionEnds[index])
    }
    termCount += terms.keyEnds.count
    try postings.append(terms.postings)
    try positions.append(terms.positions)
  }

  private func mergeWords() throws -> Result {
    var words = words
    var writer = FrontCodedWriter(valueCount: 1)
    var count = 0
    var payload: [UInt8] = []
    while try words.next() {
      payload.removeAll(keepingCapacity: true)
      for run in words.current { try run.appendPayload(to: &payload) }
      let occurrences = try IndexMerge.sum(of: payload, count: words.current.count)
      let key = words.current[0].key
      try writer.append(key.span, values: SIMD4(occurrences, 0, 0, 0))
      count += 1
    }
    return .words(dictionary: try writer.finish(), count: count)
  }

  /// The sum of the first `count` variable-byte integers.
  private static func sum(of payload: [UInt8], count: Int) throws(MalformedBytes) -> Int {
    let bytes = unsafe payload.span.bytes
    var cursor = ByteCursor(bytes)
    var sum = 0
    for _ in 0..<count { sum += try cursor.readVariable(bytes) }
    return sum
  }
}
