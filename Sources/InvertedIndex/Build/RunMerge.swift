// Many sorted runs walked as one.

import ByteIO

/// Walks several sorted runs together: key by key in byte order (a heap of runs, Knuth, TAOCP 3, 5.4.1).
struct RunMerge {
  /// The runs that hold the key it stands at, in the order they were given; none before the first `next`.
  private(set) var current: [SortedRun] = []
  /// A binary heap of the others, the smallest key first; of equal keys the run that was given first.
  private var heap: [SortedRun] = []
  private var isFirst = true
  private let runs: [SortedRun]

  init(_ runs: [SortedRun]) {
    self.runs = runs
    for (number, run) in runs.enumerated() { run.number = number }
  }

  /// Moves to the next key; false at the end.
  mutating func next() throws(FileError) -> Bool {
    for run in isFirst ? runs : current where try run.advance() { push(run) }
    isFirst = false
    current.removeAll(keepingCapacity: true)
    while let first = heap.first, current.isEmpty || first.hasKey(of: current[0]) { current.append(pop()) }
    return !current.isEmpty
  }

  private mutating func push(_ run: SortedRun) {
    heap.append(run)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> SortedRun {
    heap.swapAt(0, heap.count - 1)
    let run = heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].precedes(heap[least]) {
        least = child
      }
      guard least != parent else { return run }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
