// A sorted dictionary of byte strings, front-coded in blocks, with a few numbers for each entry.

import ByteIO

/// Writes a dictionary: strings in strictly rising byte order, each with `valueCount` numbers.
///
/// Blocks of `blockSize` entries; an entry holds only what differs from the one before (Witten, Moffat and Bell,
/// "Managing Gigabytes", 4.1). Before each block stand the sums of all values so far, so that lengths serve as offsets.
struct FrontCodedWriter {
  static let blockSize = 16

  private let valueCount: Int
  private var count = 0
  private var sums: [Int]
  private var previous: [UInt8] = []
  private var offsets = ByteWriter()
  private var data = ByteWriter()

  init(valueCount: Int) {
    self.valueCount = valueCount
    sums = [Int](repeating: 0, count: valueCount)
  }

  /// - Precondition: `key` is greater than the one before; `values` has `valueCount` numbers, none negative.
  mutating func append(_ key: [UInt8], values: [Int]) throws(IndexError) {
    precondition(values.count == valueCount, "every entry has \(valueCount) values")
    precondition(count == 0 || previous.lexicographicallyPrecedes(key), "dictionary entries come in rising order")
    var shared = 0
    if count.isMultiple(of: FrontCodedWriter.blockSize) {
      guard let offset = UInt32(exactly: data.count) else { throw .tooLarge(what: "dictionary") }
      offsets.appendFixed(offset)
      for sum in sums { data.appendVariable(sum) }
    } else {
      let limit = min(previous.count, key.count)
      while shared < limit, previous[shared] == key[shared] { shared += 1 }
    }
    data.appendVariable(shared)
    data.appendPrefixed(key[shared...])
    for index in values.indices {
      data.appendVariable(values[index])
      sums[index] += values[index]
    }
    previous = key
    count += 1
  }

  /// The section: count, number of values, number of blocks, a zero; the blocks' offsets; the blocks.
  consuming func finish() throws(IndexError) -> [UInt8] {
    guard let entryCount = UInt32(exactly: count) else { throw .tooLarge(what: "dictionary") }
    var section = ByteWriter()
    section.appendFixed(entryCount)
    section.appendFixed(UInt32(valueCount))
    section.appendFixed(UInt32(offsets.count / 4))
    section.appendFixed(UInt32(0))
    section.append(contentsOf: offsets.bytes)
    section.append(contentsOf: data.bytes)
    return section.bytes
  }
}
