// Which passages of an old index go on in the new one, and under which numbers.

import ByteIO

/// Stretches of consecutive passages that an update takes over, in rising order of both numberings.
struct KeptPassages: Sendable {
  struct Stretch: Hashable, Sendable {
    /// The part of the new index that it is.
    let part: Int
    /// The numbers in the old index.
    let old: Range<UInt32>
    /// What is added to each, modulo 2^32.
    let shift: UInt32
  }

  private(set) var stretches: [Stretch] = []
  /// The first old passage that goes on under another number.
  private(set) var firstMoved = UInt32.max

  /// Adds the next stretch, which becomes part `part` and begins at `start` there.
  mutating func append(_ old: Range<UInt32>, part: Int, start: UInt32) {
    guard !old.isEmpty else { return }
    precondition(stretches.last.map { $0.old.upperBound <= old.lowerBound } ?? true, "stretches come in order")
    let shift = start &- old.lowerBound
    if shift != 0 { firstMoved = min(firstMoved, old.lowerBound) }
    if let last = stretches.last, last.old.upperBound == old.lowerBound, last.shift == shift {
      // Nothing lies between the two, not even a new passage: one stretch.
      stretches.removeLast()
      stretches.append(Stretch(part: last.part, old: last.old.lowerBound..<old.upperBound, shift: shift))
    } else {
      stretches.append(Stretch(part: part, old: old, shift: shift))
    }
  }
}
