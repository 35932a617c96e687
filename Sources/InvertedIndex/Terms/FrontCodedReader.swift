// Looks strings up in a front-coded dictionary: binary search over the blocks, then along one block.

import ByteIO

/// Reads what `FrontCodedWriter` wrote. It holds no memory: the section's bytes are handed in with each call, and their pages are
/// touched before they are read.
struct FrontCodedReader: Sendable {
  /// One entry's numbers: its own, and the sums of all entries before it. Places past `valueCount` are 0.
  struct Values: Hashable, Sendable {
    var own: SIMD4<Int>
    var before: SIMD4<Int>
  }

  /// The most numbers an entry can have.
  static let mostValues = 4

  let count: Int
  private let valueCount: Int
  private let blockCount: Int
  private let pages: SectionPages
  private var dataStart: Int { 16 + 4 * blockCount }

  /// - Throws: `MalformedBytes` where the head does not fit the section.
  init(_ bytes: RawSpan, _ pages: SectionPages) throws(MalformedBytes) {
    self.pages = pages
    try pages.touch(0..<min(16, bytes.byteCount))
    var cursor = ByteCursor(bytes)
    count = Int(try cursor.readUInt32(bytes))
    valueCount = Int(try cursor.readUInt32(bytes))
    blockCount = Int(try cursor.readUInt32(bytes))
    let expected = (count + FrontCodedWriter.blockSize - 1) / FrontCodedWriter.blockSize
    guard blockCount == expected, valueCount <= FrontCodedReader.mostValues, bytes.byteCount >= 16 + 4 * blockCount
    else { throw MalformedBytes(offset: 0) }
  }

  /// The values of `key`; `nil` where it is not in the dictionary. O(log count), without allocating.
  func values(of key: [UInt8], in bytes: RawSpan) throws(MalformedBytes) -> Values? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if try begins(block: middle, after: key, bytes) { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return nil }
    return try values(of: key, inBlock: low - 1, bytes)
  }

  /// Whether a block's first key comes after `key`.
  private func begins(block: Int, after key: [UInt8], _ bytes: RawSpan) throws(MalformedBytes) -> Bool {
    var walk = try Walk(self, block: block, bytes)
    try walk.skip(valueCount, bytes)
    let start = walk.offset
    guard try walk.integer(bytes) == 0 else { throw MalformedBytes(offset: start) }
    let suffix = try walk.suffix(bytes)
    return FrontCodedReader.compare(suffix, of: bytes, with: key, from: 0).isAfter
  }

  /// A place in one block, for looking up: every read is checked against the block's end, which is checked against the section's.
  ///
  /// A cursor's reads are calls; a question looks up dozens of words, and most are not there.
  private struct Walk {
    private(set) var offset: Int
    private let end: Int

    @inline(__always)
    init(_ reader: FrontCodedReader, block: Int, _ bytes: RawSpan) throws(MalformedBytes) {
      let range = try reader.range(ofBlock: block, bytes)
      try reader.pages.touch(range)
      offset = range.lowerBound
      end = range.upperBound
    }

    @inline(__always)
    private mutating func byte(_ bytes: RawSpan) throws(MalformedBytes) -> UInt8 {
      guard offset < end else { throw MalformedBytes(offset: offset) }
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      offset &+= 1
      return byte
    }

    /// Passes over `count` variable-byte integers.
    @inline(__always)
    mutating func skip(_ count: Int, _ bytes: RawSpan) throws(MalformedBytes) {
      var left = count
      while left > 0 { if try byte(bytes) < 0x80 { left &-= 1 } }
    }

    /// A variable-byte integer.
    @inline(__always)
    mutating func integer(_ bytes: RawSpan) throws(MalformedBytes) -> Int {
      let first = try byte(bytes)
      if first < 0x80 { return Int(first) }
      var cursor = ByteCursor(offset: offset &- 1, end: end)
      let value = try cursor.readVariable(bytes)
      offset = cursor.offset
      return value
    }

    /// A suffix behind its count.
    @inline(__always)
    mutating func suffix(_ bytes: RawSpan) throws(MalformedBytes) -> Range<Int> {
      let count = try integer(bytes)
      guard count <= end &- offset else { throw MalformedBytes(offset: offset) }
      let start = offset
      offset &+= count
      return start..<offset
    }
  }

  /// Every entry, in byte order.
  func forEach(in bytes: RawSpan, _ body: (_ key: [UInt8], _ values: Values) -> Void) throws(MalformedBytes) {
    var key: [UInt8] = []
    for number in 0..<blockCount {
      var entries = try Entries(self, block: number, in: bytes)
      while try entries.next(bytes) {
        guard entries.shared <= key.count else { throw MalformedBytes(offset: entries.suffix.lowerBound) }
        key.removeSubrange(entries.shared...)
        unsafe bytes.extracting(entries.suffix).withUnsafeBytes { unsafe key.append(contentsOf: $0) }
        body(key, entries.values)
      }
    }
  }

  /// A walk along all entries in byte order; before the first `next` it stands before the first.
  struct Cursor {
    private let reader: FrontCodedReader
    private var entries: Entries?
    private var block = 0
    /// The entry it stands at.
    private(set) var key: [UInt8] = []
    private(set) var values = Values(own: .zero, before: .zero)

    init(_ reader: FrontCodedReader) {
      self.reader = reader
    }

    /// Moves to the next entry; false at the end.
    mutating func next(_ bytes: RawSpan) throws(MalformedBytes) -> Bool {
      while try entries?.next(bytes) != true {
        guard block < reader.blockCount else { return false }
        entries = try Entries(reader, block: block, in: bytes)
        block += 1
      }
      guard let entries, entries.shared <= key.count else { throw MalformedBytes(offset: 0) }
      key.removeSubrange(entries.shared...)
      unsafe bytes.extracting(entries.suffix).withUnsafeBytes { unsafe key.append(contentsOf: $0) }
      values = entries.values
      return true
    }
  }

  /// Walks one block, knowing of each entry only how many bytes of `key` it begins with: while the entries are smaller,
  /// one that shares more than that with its forerunner is smaller too, and one that shares less is greater.
  private func values(of key: [UInt8], inBlock block: Int, _ bytes: RawSpan) throws(MalformedBytes) -> Values? {
    var walk = try Walk(self, block: block, bytes)
    // An inline array, and not a vector: to set one element of that is to write all of it.
    var before: InlineArray<4, Int> = [0, 0, 0, 0]
    for index in 0..<valueCount { before[index] = try walk.integer(bytes) }
    var matched = 0
    for place in 0..<min(FrontCodedWriter.blockSize, count - block * FrontCodedWriter.blockSize) {
      let start = walk.offset
      let shared = try walk.integer(bytes)
      guard place > 0 || shared == 0 else { throw MalformedBytes(offset: start) }
      let suffix = try walk.suffix(bytes)
      if shared < matched { return nil }
      if shared == matched {
        let comparison = FrontCodedReader.compare(suffix, of: bytes, with: key, from: matched)
        if comparison.isAfter { return nil }
        matched += comparison.common
        if matched == key.count {
          var own = SIMD4<Int>.zero
          for index in 0..<valueCount { own[index] = try walk.integer(bytes) }
          return Values(own: own, before: SIMD4(before[0], before[1], before[2], before[3]))
        }
      }
      for index in 0..<valueCount {
        let (sum, overflow) = before[index].addingReportingOverflow(try walk.integer(bytes))
        guard !overflow else { throw MalformedBytes(offset: start) }
        before[index] = sum
      }
    }
    return nil
  }

  /// How `suffix` of `bytes` compares with `key[start...]`: the bytes they begin with alike, and whether it is greater.
  private static func compare(_ suffix: Range<Int>, of bytes: RawSpan, with key: [UInt8], from start: Int)
    -> (common: Int, isAfter: Bool)
  {
    var common = 0
    let limit = min(suffix.count, key.count - start)
    while common < limit {
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: suffix.lowerBound + common, as: UInt8.self)
      if byte != key[start + common] { return (common, byte > key[start + common]) }
      common += 1
    }
    return (common, suffix.count > key.count - start)
  }

  /// Where a block lies, of those that there are.
  private func range(ofBlock block: Int, _ bytes: RawSpan) throws(MalformedBytes) -> Range<Int> {
    let place = 16 &+ 4 &* block
    let isLast = block &+ 1 == blockCount
    guard dataStart <= bytes.byteCount else { throw MalformedBytes(offset: place) }
    try pages.touch(place..<place &+ (isLast ? 4 : 8))
    func word(_ offset: Int) -> Int {
      // The offsets end where the data start, as was checked.
      Int(UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)))
    }
    let start = dataStart &+ word(place)
    let end = isLast ? bytes.byteCount : dataStart &+ word(place &+ 4)
    guard start <= end, end <= bytes.byteCount else { throw MalformedBytes(offset: place) }
    return start..<end
  }

  /// Walks the entries of one block.
  private struct Entries {
    /// How many bytes the entry shares with the one before; 0 for a block's first.
    private(set) var shared = 0
    /// Where the rest of the entry lies; within the section.
    private(set) var suffix = 0..<0
    private(set) var values: Values
    private let valueCount: Int
    private var cursor: ByteCursor
    private var left: Int
    private var isFirst = true

    init(_ reader: FrontCodedReader, block: Int, in bytes: RawSpan) throws(MalformedBytes) {
      let range = try reader.range(ofBlock: block, bytes)
      try reader.pages.touch(range)
      cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
      left = min(FrontCodedWriter.blockSize, reader.count - block * FrontCodedWriter.blockSize)
      valueCount = reader.valueCount
      var sums = SIMD4<Int>.zero
      for index in 0..<valueCount { sums[index] = try cursor.readVariable(bytes) }
      values = Values(own: .zero, before: sums)
    }

    /// Moves to the next entry; false after the last.
    mutating func next(_ bytes: RawSpan) throws(MalformedBytes) -> Bool {
      guard left > 0 else { return false }
      left -= 1
      let start = cursor.offset
      shared = try cursor.readVariable(bytes)
      guard !isFirst || shared == 0 else { throw MalformedBytes(offset: start) }
      isFirst = false
      let byteCount = try cursor.readVariable(bytes)
      let begin = cursor.offset
      try cursor.skip(byteCount)
      suffix = begin..<(begin + byteCount)
      for index in 0..<valueCount {
        let (sum, overflow) = values.before[index].addingReportingOverflow(values.own[index])
        guard !overflow else { throw MalformedBytes(offset: start) }
        values.before[index] = sum
        values.own[index] = try cursor.readVariable(bytes)
      }
      return true
    }
  }
}
