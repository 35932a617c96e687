// The best few of many scored passages.

/// Keeps the `capacity` best passages seen: higher scores first, ties by lower passage number. A binary heap, worst on top.
///
/// Adding is O(log capacity).
struct TopPassages {
  private let capacity: Int
  /// A passage must score more than this to be kept, where passages come in order of their numbers: 0 until full.
  private(set) var leastScore: Float = 0
  private var heap: [ScoredPassage] = []

  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func add(_ candidate: ScoredPassage) {
    if heap.count < capacity {
      heap.append(candidate)
      siftUp(heap.count - 1)
      if heap.count == capacity { leastScore = heap[0].score }
    } else if let worst = heap.first, TopPassages.isBetter(candidate, worst) {
      heap[0] = candidate
      siftDown()
      leastScore = heap[0].score
    }
  }

  /// Best first.
  var sorted: [ScoredPassage] {
    heap.sorted(by: TopPassages.isBetter)
  }

  static func isBetter(_ left: ScoredPassage, _ right: ScoredPassage) -> Bool {
    left.score != right.score ? left.score > right.score : left.passage < right.passage
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard TopPassages.isBetter(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, TopPassages.isBetter(heap[child], heap[child + 1]) { child += 1 }
      guard TopPassages.isBetter(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
