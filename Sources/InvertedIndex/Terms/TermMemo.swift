// The terms looked up last: one question asks for each of its terms several times.

import ByteIO
import Synchronization

/// Remembers what the dictionary said of a few terms, found or not. Safe to share between threads.
final class TermMemo: Sendable {
  private struct Entry {
    let term: [UInt8]
    let info: TermInfo?
  }

  /// A term has one place, by its hash: who comes later takes it. More than the terms of a few questions.
  private static let placeCount = 128

  private let entries = Mutex([Entry?](repeating: nil, count: placeCount))

  /// What is remembered of `term`, or else what `look` finds, which then is remembered. O(bytes of the term).
  func info(of term: [UInt8], orFrom look: () throws(IndexError) -> TermInfo?) throws(IndexError) -> TermInfo? {
    let place = Int(truncatingIfNeeded: StableHash.hash(term.span) % UInt64(TermMemo.placeCount))
    if let entry = entries.withLock({ $0[place] }), entry.term == term { return entry.info }
    let info = try look()
    entries.withLock { $0[place] = Entry(term: term, info: info) }
    return info
  }
}
