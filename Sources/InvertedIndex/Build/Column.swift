// A growing column of plain values in memory of its own, for the loops that run once for every word of the corpus.

import ByteIO

/// An array without bounds and exclusivity checks outside debug builds, and without copies.
///
/// Safety: `base` owns `capacity` initialised elements; indices are the caller's, checked in debug builds.
@safe struct Column<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private let fill: Element

  /// - Parameter fill: what new elements are.
  init(filledWith fill: Element) {
    unsafe base = UnsafeMutablePointer.allocate(capacity: 1024)
    unsafe base.initialize(repeating: fill, count: 1024)
    count = 1024
    self.fill = fill
  }

  deinit {
    unsafe base.deallocate()
  }

  var byteCount: Int { count * MemoryLayout<Element>.stride }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "a column is read within its bounds")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "a column is written within its bounds")
      unsafe base[index] = newValue
    }
  }

  /// Makes room for the element at `index`, doubling; new elements are the fill.
  @inline(__always)
  mutating func reach(_ index: Int) {
    if index >= count { grow(to: index + 1) }
  }

  /// Gives all elements up, and the memory of most.
  mutating func reset() {
    if count > 1024 { self = Column(filledWith: fill) } else { unsafe base.update(repeating: fill, count: count) }
  }

  /// Makes every element the fill.
  mutating func clear() {
    unsafe base.update(repeating: fill, count: count)
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let capacity = max(needed, 2 * count)
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe HugePages.advise(grown, byteCount: capacity * MemoryLayout<Element>.stride)
    unsafe grown.initialize(from: base, count: count)
    unsafe (grown + count).initialize(repeating: fill, count: capacity - count)
    unsafe base.deallocate()
    unsafe base = grown
    count = capacity
  }
}
