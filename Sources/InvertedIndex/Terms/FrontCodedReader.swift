// Looks strings up in a front-coded dictionary: binary search over the blocks, then along one block.

import ByteIO

/// Reads what `FrontCodedWriter` wrote. It holds no memory: the section's bytes are handed in with each call.
struct FrontCodedReader: Sendable {
  /// One entry's numbers: its own, and the sums of all entries before it.
  struct Values: Hashable, Sendable {
    var own: [Int]
    var before: [Int]
  }

  let count: Int
  private let valueCount: Int
  private let blockCount: Int
  private var dataStart: Int { 16 + 4 * blockCount }

  /// - Throws: `MalformedBytes` where the head does not fit the section.
  init(_ bytes: RawSpan) throws(MalformedBytes) {
    var cursor = ByteCursor(bytes)
    count = Int(try cursor.readFixed(bytes, as: UInt32.self))
    valueCount = Int(try cursor.readFixed(bytes, as: UInt32.self))
    blockCount = Int(try cursor.readFixed(bytes, as: UInt32.self))
    let expected = (count + FrontCodedWriter.blockSize - 1) / FrontCodedWriter.blockSize
    guard blockCount == expected, valueCount <= 8, bytes.byteCount >= 16 + 4 * blockCount else {
      throw MalformedBytes(offset: 0)
    }
  }

  /// The values of `key`; `nil` where it is not in the dictionary. O(log count).
  func values(of key: [UInt8], in bytes: RawSpan) throws(MalformedBytes) -> Values? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      var block = try BlockCursor(self, block: middle, in: bytes)
      _ = try block.next(bytes)
      if key.lexicographicallyPrecedes(block.key) { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return nil }
    var block = try BlockCursor(self, block: low - 1, in: bytes)
    while try block.next(bytes) {
      if block.key == key { return block.values }
      if key.lexicographicallyPrecedes(block.key) { return nil }
    }
    return nil
  }

  /// Every entry, in byte order.
  func forEach(in bytes: RawSpan, _ body: (_ key: [UInt8], _ values: Values) -> Void) throws(MalformedBytes) {
    for number in 0..<blockCount {
      var block = try BlockCursor(self, block: number, in: bytes)
      while try block.next(bytes) { body(block.key, block.values) }
    }
  }

  /// Walks the entries of one block.
  private struct BlockCursor {
    private(set) var key: [UInt8] = []
    private(set) var values: Values
    private var sums: [Int] = []
    private var cursor: ByteCursor
    private var left: Int

    init(_ reader: FrontCodedReader, block: Int, in bytes: RawSpan) throws(MalformedBytes) {
      let data = bytes.byteCount - reader.dataStart
      var offsets = ByteCursor(offset: 16 + 4 * block, end: reader.dataStart)
      let offset = Int(try offsets.readFixed(bytes, as: UInt32.self))
      guard offset <= data else { throw MalformedBytes(offset: 16 + 4 * block) }
      cursor = ByteCursor(offset: reader.dataStart + offset, end: bytes.byteCount)
      left = min(FrontCodedWriter.blockSize, reader.count - block * FrontCodedWriter.blockSize)
      for _ in 0..<reader.valueCount { sums.append(try cursor.readVariable(bytes)) }
      values = Values(own: [Int](repeating: 0, count: reader.valueCount), before: sums)
    }

    /// Moves to the next entry; false after the last.
    mutating func next(_ bytes: RawSpan) throws(MalformedBytes) -> Bool {
      guard left > 0 else { return false }
      left -= 1
      let start = cursor.offset
      let shared = try cursor.readVariable(bytes)
      guard shared <= key.count else { throw MalformedBytes(offset: start) }
      key.removeSubrange(shared...)
      key.append(contentsOf: try cursor.readPrefixed(bytes))
      for index in values.own.indices {
        let (sum, overflow) = values.before[index].addingReportingOverflow(values.own[index])
        guard !overflow else { throw MalformedBytes(offset: start) }
        values.before[index] = sum
        values.own[index] = try cursor.readVariable(bytes)
      }
      return true
    }
  }
}
