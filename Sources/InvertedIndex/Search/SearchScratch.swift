// The memory a search works in, kept from search to search.

import Synchronization

/// Accumulators, candidates and decoded blocks for one search at a time; grown as needed, never shrunk.
@safe final class SearchScratch {
  /// The most passages a window can have.
  static let mostWindow = 1 << 16

  /// One running score for each passage of the window; all 0 between windows.
  private(set) var scores: UnsafeMutablePointer<Float>
  /// A bit for each passage of the window; all 0 between windows.
  private(set) var touched: UnsafeMutablePointer<UInt64>
  /// The passages of the window that may be among the best, rising, and their scores so far.
  private(set) var candidates: UnsafeMutablePointer<UInt32>
  private(set) var candidateScores: UnsafeMutablePointer<Float>
  private(set) var window = 0
  private var termMemory: [UnsafeMutablePointer<UInt32>] = unsafe []
  /// Worked out for the ranking of the search before.
  private(set) var norms: FieldNorms
  private(set) var scale: ImpactScale
  private var ranking: RankingParameters

  /// What each term needs, in four-byte units: columns, contributions, the table of contributions.
  private static let termCapacity = unsafe BlockColumns.capacity + BitPacking.blockSize + TermCursor.tableCapacity

  init(_ statistics: StoredStatistics, _ ranking: RankingParameters) {
    unsafe scores = .allocate(capacity: 1)
    unsafe touched = .allocate(capacity: 1)
    unsafe candidates = .allocate(capacity: 1)
    unsafe candidateScores = .allocate(capacity: 1)
    norms = FieldNorms(statistics, ranking)
    scale = ImpactScale(statistics, ranking)
    self.ranking = ranking
  }

  deinit {
    unsafe scores.deallocate()
    unsafe touched.deallocate()
    unsafe candidates.deallocate()
    unsafe candidateScores.deallocate()
    for unsafe memory in unsafe termMemory { unsafe memory.deallocate() }
  }

  /// Makes room for windows of `window` passages, at least 64, and works out what depends on the ranking.
  func prepare(window: Int, statistics: StoredStatistics, ranking: RankingParameters) {
    if ranking != self.ranking {
      norms = FieldNorms(statistics, ranking)
      scale = ImpactScale(statistics, ranking)
      self.ranking = ranking
    }
    guard window > self.window else { return }
    unsafe scores.deallocate()
    unsafe touched.deallocate()
    unsafe candidates.deallocate()
    unsafe candidateScores.deallocate()
    let words = (window + 63) / 64
    unsafe scores = .allocate(capacity: words * 64)
    unsafe scores.initialize(repeating: 0, count: words * 64)
    unsafe touched = .allocate(capacity: words)
    unsafe touched.initialize(repeating: 0, count: words)
    unsafe candidates = .allocate(capacity: words * 64)
    unsafe candidateScores = .allocate(capacity: words * 64)
    self.window = window
  }

  /// Room for one term's blocks and tables; the same for the same number.
  func memory(ofTerm number: Int) -> UnsafeMutablePointer<UInt32> {
    while unsafe termMemory.count <= number { unsafe termMemory.append(.allocate(capacity: SearchScratch.termCapacity)) }
    return unsafe termMemory[number]
  }
}

/// The scratch memories that are not in use: a search takes one, or makes one, and gives it back.
final class SearchScratchPool: Sendable {
  /// Guarded by the lock, and used by one search at a time.
  private struct Kept: @unchecked Sendable {
    let scratch: SearchScratch
  }

  private let free = Mutex<[Kept]>([])

  func withScratch<Failure: Error, Value>(
    _ statistics: StoredStatistics, _ ranking: RankingParameters,
    _ body: (SearchScratch) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let kept = free.withLock { $0.popLast() } ?? Kept(scratch: SearchScratch(statistics, ranking))
    defer { free.withLock { $0.append(kept) } }
    return try body(kept.scratch)
  }
}
