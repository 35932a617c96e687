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
  private var sums = SIMD4<Int>.zero
  private var previous: [UInt8] = []
  private var offsets = ByteWriter()
  private var data = ByteWriter()

  init(valueCount: Int) {
    self.valueCount = valueCount
    precondition(valueCount <= FrontCodedReader.mostValues, "an entry has only a few values")
  }

  /// - Precondition: `key` is greater than the one before; `values` has `valueCount` numbers, none negative.
  mutating func append(_ key: [UInt8], values: [Int]) throws(IndexError) {
    precondition(values.count == valueCount, "every entry has \(valueCount) values")
    var lanes = SIMD4<Int>.zero
    for index in values.indices { lanes[index] = values[index] }
    try append(key.span, values: lanes)
  }

  /// - Precondition: `key` is greater than the one before; the first `valueCount` of `values` are not negative.
  mutating func append(_ key: Span<UInt8>, values: SIMD4<Int>) throws(IndexError) {
    let limit = min(previous.count, key.count)
    var common = 0
    while common < limit, previous[common] == key[common] { common += 1 }
    let rises = common < limit ? previous[common] < key[common] : previous.count < key.count
    precondition(count == 0 || rises, "dictionary entries come in rising order")
    if count.isMultiple(of: FrontCodedWriter.blockSize) {
      guard let offset = UInt32(exactly: data.count) else { throw .tooLarge(what: "dictionary") }
      offsets.appendFixed(offset)
      for index in 0..<valueCount { data.appendVariable(sums[index]) }
      common = 0
    }
    data.appendVariable(common)
    data.appendVariable(key.count - common)
    unsafe data.append(contentsOf: key.bytes.extracting(droppingFirst: common))
    for index in 0..<valueCount { data.appendVariable(values[index]) }
    sums &+= values
    previous.removeAll(keepingCapacity: true)
    for index in key.indices { previous.append(key[index]) }
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
