// Decodes one block of postings, as far as it is asked: first the passages, then frequencies, then the other fields.

import ByteIO

/// The first five bytes of a packed block.
struct BlockHead: Hashable {
  /// The passages' gaps; or `bitset` as the width, and the number of words in the place of the patches.
  var passages: PatchedPacking.Shape
  var body: PatchedPacking.Shape
  /// The kind of the field codes; and `positive` where every body frequency is at least 1, and one less is packed.
  var fields: UInt8

  /// Every passage of the block has the term in its body.
  static let positive: UInt8 = 8
  /// The width that marks a bitset.
  static let bitset: UInt8 = 63
  static let byteCount = 5

  init(passages: PatchedPacking.Shape, body: PatchedPacking.Shape, fields: UInt8) {
    self.passages = passages
    self.body = body
    self.fields = fields
  }

  init(_ bytes: RawSpan, at cursor: inout ByteCursor) throws(MalformedBytes) {
    let start = cursor.offset
    try cursor.skip(BlockHead.byteCount)
    guard cursor.end <= bytes.byteCount else { throw MalformedBytes(offset: start) }
    func byte(_ place: Int) -> UInt8 {
      unsafe bytes.unsafeLoad(fromUncheckedByteOffset: start &+ place, as: UInt8.self)
    }
    passages = .init(width: byte(0), patches: byte(1))
    body = .init(width: byte(2), patches: byte(3))
    fields = byte(4)
  }

  func append(to writer: inout ByteWriter) {
    for byte in [passages.width, passages.patches, body.width, body.patches, fields] { writer.append(byte) }
  }
}

/// Room for a decoded block: four columns of 128 integers.
@unsafe struct BlockColumns {
  /// Rising passage numbers.
  let passages: UnsafeMutablePointer<UInt32>
  /// Occurrences in the body.
  let body: UnsafeMutablePointer<UInt32>
  /// Occurrences in heading and title: filled only for the postings that have any.
  let heading: UnsafeMutablePointer<UInt32>
  let title: UnsafeMutablePointer<UInt32>

  /// How many integers the columns take in all.
  static let capacity = 4 * BitPacking.blockSize

  /// - Parameter memory: room for `capacity` integers.
  init(_ memory: UnsafeMutablePointer<UInt32>) {
    unsafe passages = memory
    unsafe body = memory + BitPacking.blockSize
    unsafe heading = memory + 2 * BitPacking.blockSize
    unsafe title = memory + 3 * BitPacking.blockSize
  }

  /// The place of `passage` among the first `count`; `nil` where it is none of them. O(log count).
  func place(of passage: UInt32, among count: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if unsafe passages[middle] < passage { low = middle &+ 1 } else { high = middle }
    }
    return unsafe low < count && passages[low] == passage ? low : nil
  }
}

/// A block whose passages are decoded, and where the rest of it begins.
struct BlockReader {
  let count: Int
  private let head: BlockHead
  private var cursor: ByteCursor
  /// The postings with heading or title occurrences; known only when the whole block is read.
  private var mask = FieldCodes.Mask()
  private let isTail: Bool
  /// No frequency in the body exceeds this, once the frequencies are read; not known for the short last block.
  private(set) var mostFrequent = UInt32.max

  /// Decodes the passages of a block of `list`; all of it, for the short last one.
  ///
  /// - Throws: `MalformedBytes` unless the passages rise strictly from the first that the block could hold to the last that
  ///   the tables say.
  @unsafe init(
    _ list: PostingList, block: Int, _ bytes: RawSpan, into columns: BlockColumns
  ) throws(MalformedBytes) {
    let range = try list.range(ofBlock: block, bytes)
    try list.pages.touch(range)
    cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
    count = list.count(ofBlock: block)
    isTail = count < BitPacking.blockSize
    let first = list.firstPassage(ofBlock: block, bytes)
    if isTail {
      head = BlockHead(passages: .init(width: 0, patches: 0), body: .init(width: 0, patches: 0), fields: 0)
      unsafe try readTail(bytes, first: first, limit: list.passageCount, into: columns)
    } else {
      head = try BlockHead(bytes, at: &cursor)
      unsafe try readPassages(bytes, first: first, limit: list.passageCount, into: columns.passages)
    }
    let last = unsafe columns.passages[count - 1]
    guard list.blockCount == 1 || last == list.lastPassage(ofBlock: block, bytes) else {
      throw MalformedBytes(offset: range.lowerBound)
    }
  }

  /// A block whose passages are a bitset, none of them decoded; `nil` for a block of another kind.
  ///
  /// - Throws: `MalformedBytes` where the block's bytes end too early.
  init?(bitset list: PostingList, block: Int, _ bytes: RawSpan) throws(MalformedBytes) {
    count = list.count(ofBlock: block)
    guard count == BitPacking.blockSize else { return nil }
    let range = try list.range(ofBlock: block, bytes)
    try list.pages.touch(range)
    cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
    head = try BlockHead(bytes, at: &cursor)
    guard head.passages.width == BlockHead.bitset else { return nil }
    try cursor.skip(8 * Int(head.passages.patches))
    isTail = false
  }

  /// The place of `passage` among the postings of a block of `init(bitset:)`, or `nil` where it is none of them.
  ///
  /// - Parameter first: The first passage that the block could hold; at most `passage`.
  func place(of passage: UInt32, first: UInt32, _ bytes: RawSpan) throws(MalformedBytes) -> Int? {
    let wordCount = Int(head.passages.patches)
    return try PassageBitset.place(
      of: passage, wordCount: wordCount, from: bytes, at: cursor.offset &- 8 &* wordCount, first: first)
  }

  /// Whether any posting may have heading or title occurrences.
  var hasFields: Bool { isTail ? !mask.isEmpty : head.fields & ~BlockHead.positive != 0 }
  /// What is added to every packed frequency.
  private var leastFrequency: UInt32 { head.fields & BlockHead.positive == 0 ? 0 : 1 }

  /// Decodes the body's frequencies; after the passages.
  @unsafe mutating func readFrequencies(_ bytes: RawSpan, into columns: BlockColumns) throws(MalformedBytes) {
    if isTail { return }
    mostFrequent = unsafe try PatchedPacking.read(head.body, from: bytes, at: &cursor, into: columns.body)
    guard leastFrequency > 0 else { return }
    mostFrequent = mostFrequent &+ 1
    guard mostFrequent > 0 else { throw MalformedBytes(offset: cursor.offset) }
    let memory = unsafe UnsafeMutableRawPointer(columns.body)
    for row in 0..<32 {
      let lanes = unsafe memory.loadUnaligned(fromByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
      unsafe memory.storeBytes(of: lanes &+ 1, toByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
    }
  }

  /// The body's frequency at one place of the block, before the frequencies are decoded; `nil` where other fields count too.
  func frequency(at index: Int, _ bytes: RawSpan) throws(MalformedBytes) -> UInt32? {
    if hasFields || isTail { return nil }
    let value = try PatchedPacking.value(at: index, head.body, from: bytes, at: cursor)
    guard value <= .max - leastFrequency else { throw MalformedBytes(offset: cursor.offset) }
    return value &+ leastFrequency
  }

  /// Decodes the occurrences in the other fields; after the frequencies.
  @unsafe mutating func readFields(_ bytes: RawSpan, into columns: BlockColumns) throws(MalformedBytes)
    -> FieldCodes.Mask
  {
    if isTail { return mask }
    mask = unsafe try FieldCodes.read(
      head.fields & ~BlockHead.positive, from: bytes, at: &cursor, heading: columns.heading, title: columns.title)
    return mask
  }

  private mutating func readPassages(
    _ bytes: RawSpan, first: UInt32, limit: UInt32, into passages: UnsafeMutablePointer<UInt32>
  ) throws(MalformedBytes) {
    let start = cursor.offset
    // It comes from the tables: the sums below rely on it.
    guard first < limit else { throw MalformedBytes(offset: start) }
    if head.passages.width == BlockHead.bitset {
      return unsafe try PassageBitset.read(
        wordCount: Int(head.passages.patches), from: bytes, at: &cursor, first: first, limit: limit, into: passages)
    }
    let widest = unsafe try PatchedPacking.read(head.passages, from: bytes, at: &cursor, into: passages)
    if widest < 1 << 23, limit < 1 << 31 {
      // 128 such gaps and a number below 2^31 stay below 2^32: nothing wraps, so the numbers rise.
      unsafe BlockReader.addUp(passages, from: first)
      guard unsafe passages[BitPacking.blockSize - 1] < limit else { throw MalformedBytes(offset: start) }
      return
    }
    var next = UInt64(first)
    for index in 0..<BitPacking.blockSize {
      unsafe next &+= UInt64(passages[index])
      guard next < UInt64(limit) else { throw MalformedBytes(offset: start) }
      unsafe passages[index] = UInt32(truncatingIfNeeded: next)
      next &+= 1
    }
  }

  /// Turns 128 gaps into numbers, four at a step: each is the gap more than the one before plus one; before stands `first` − 1.
  private static func addUp(_ values: UnsafeMutablePointer<UInt32>, from first: UInt32) {
    let memory = UnsafeMutableRawPointer(values)
    let ones = SIMD4<UInt32>(1, 2, 3, 4)
    var before = SIMD4<UInt32>(repeating: first &- 1) &+ ones
    for row in 0..<32 {
      var lanes = unsafe memory.loadUnaligned(fromByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
      lanes = lanes &+ SIMD4(0, lanes[0], lanes[1], lanes[2])
      lanes = lanes &+ SIMD4(0, 0, lanes[0], lanes[1])
      lanes = lanes &+ before
      before = SIMD4(repeating: lanes[3]) &+ ones
      unsafe memory.storeBytes(of: lanes, toByteOffset: 16 &* row, as: SIMD4<UInt32>.self)
    }
  }

  /// Whether the short last block of `list` has a posting of `passage`; read no further than that would stand.
  static func tail(
    of list: PostingList, block: Int, _ bytes: RawSpan, holds passage: UInt32, first: UInt32
  ) throws(MalformedBytes) -> Bool {
    let range = try list.range(ofBlock: block, bytes)
    try list.pages.touch(range)
    var cursor = ByteCursor(offset: range.lowerBound, end: range.upperBound)
    var next = UInt64(first)
    for _ in 0..<list.count(ofBlock: block) {
      let found = next + UInt64(try cursor.readVariable32(bytes))
      if found >= UInt64(passage) { return found == UInt64(passage) }
      let code = try cursor.readVariable32(bytes)
      if code & 2 != 0 { try cursor.skipVariable(bytes) }
      if code & 1 != 0 { try cursor.skipVariable(bytes) }
      next = found + 1
    }
    return false
  }

  private mutating func readTail(
    _ bytes: RawSpan, first: UInt32, limit: UInt32, into columns: BlockColumns
  ) throws(MalformedBytes) {
    let start = cursor.offset
    guard cursor.end <= bytes.byteCount else { throw MalformedBytes(offset: start) }
    var result: Result<FieldCodes.Mask, MalformedBytes> = .success(.init())
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      result = Result { () throws(MalformedBytes) in
        let integers = unsafe VariableBytes(base.assumingMemoryBound(to: UInt8.self), start..<cursor.end)
        return unsafe try BlockReader.readTail(integers, count, first: first, limit: limit, into: columns)
      }
    }
    mask = try result.get()
  }

  private static func readTail(
    _ bytes: VariableBytes, _ count: Int, first: UInt32, limit: UInt32, into columns: BlockColumns
  ) throws(MalformedBytes) -> FieldCodes.Mask {
    var integers = bytes
    var mask = FieldCodes.Mask()
    var next = UInt64(first)
    for index in 0..<count {
      let passage = next &+ UInt64(try integers.next())
      guard passage < UInt64(limit) else { throw MalformedBytes(offset: integers.offset) }
      let code = try integers.next()
      unsafe columns.passages[index] = UInt32(truncatingIfNeeded: passage)
      unsafe columns.body[index] = code &>> 2
      if code & 3 != 0 {
        mask.insert(index)
        unsafe columns.heading[index] = code & 2 == 0 ? 0 : try integers.next()
        unsafe columns.title[index] = code & 1 == 0 ? 0 : try integers.next()
      }
      next = passage &+ 1
    }
    return mask
  }
}
