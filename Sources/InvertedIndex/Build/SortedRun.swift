// Keys in byte order, each with some bytes: what is merged in the end, wherever it lies.

import ByteIO

/// A sorted run, walked once. Before the first `advance` it stands before its first key.
class SortedRun {
  /// The key it stands at.
  fileprivate(set) final var key: [UInt8] = []
  /// The key's first eight bytes, which decide most comparisons.
  fileprivate(set) final var prefix: UInt64 = 0

  /// Its place among the runs it is merged with.
  final var number = 0
  /// Whether it holds what is to be taken away, not what is to be added.
  final var isRemoval = false

  /// Moves to the next key; false at the end.
  func advance() throws(FileError) -> Bool { false }

  /// Appends the bytes of the key it stands at to `target`; at most once for each key.
  func appendPayload(to target: inout [UInt8]) throws(FileError) {}

  fileprivate final func setKey(_ bytes: ArraySlice<UInt8>) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: bytes)
    prefix = ByteOrder.prefix(bytes)
  }

  /// Whether its key comes before that of `other`, or is the same and its number smaller.
  final func precedes(_ other: SortedRun) -> Bool {
    if prefix != other.prefix { return prefix < other.prefix }
    if key == other.key { return number < other.number }
    return key.lexicographicallyPrecedes(other.key)
  }

  /// Whether it stands at the same key as `other`.
  final func hasKey(of other: SortedRun) -> Bool {
    prefix == other.prefix && key == other.key
  }
}

/// The terms a worker holds in memory, with their raw postings.
final class MemoryTermRun: SortedRun {
  private let worker: IndexWorker
  private let order: [UInt32]
  private var next = 0

  init(_ worker: IndexWorker) {
    self.worker = worker
    order = worker.postings.terms.sortedIDs()
  }

  override func advance() -> Bool {
    // A term of a heading that no passage came under after the memory was emptied has no posting.
    while next < order.count, !worker.postings.hasPosting(of: order[next]) { next += 1 }
    guard next < order.count else { return false }
    setKey(worker.postings.terms.bytes(of: Int(order[next])))
    next += 1
    return true
  }

  override func appendPayload(to target: inout [UInt8]) {
    worker.postings.copyStream(of: order[next - 1], to: &target)
  }
}

/// The words a worker holds in memory, each with its occurrences as a variable-byte integer.
final class MemoryWordRun: SortedRun {
  private let worker: IndexWorker
  private let order: [UInt32]
  private var next = 0

  init(_ worker: IndexWorker) {
    self.worker = worker
    order = worker.postings.words.sortedIDs()
  }

  override func advance() -> Bool {
    while next < order.count, worker.postings.occurrences(of: order[next]) == 0 { next += 1 }
    guard next < order.count else { return false }
    setKey(worker.postings.words.bytes(of: Int(order[next])))
    next += 1
    return true
  }

  override func appendPayload(to target: inout [UInt8]) {
    var payload = ByteWriter()
    payload.appendVariable(worker.postings.occurrences(of: order[next - 1]))
    target.append(contentsOf: payload.bytes)
  }
}

/// A run in a file: `entry*`, with `entry := bytes:key bytes:payload`.
final class SpilledRun: SortedRun {
  private static let readByteCount = 1 << 16

  private let file: SpoolFile
  private var buffer: [UInt8] = []
  /// The next byte in the buffer.
  private var cursor = 0
  /// Where in the file the buffer ends.
  private var offset: Int
  private let end: Int
  private var payloadByteCount = 0

  init(_ file: SpoolFile, _ range: Range<Int>) {
    self.file = file
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Writes all of `run` at the end of `file`.
  ///
  /// - Returns: Where it lies.
  static func write(_ run: SortedRun, to file: SpoolFile) throws(FileError) -> Range<Int> {
    let start = file.byteCount
    var payload: [UInt8] = []
    while try run.advance() {
      payload.removeAll(keepingCapacity: true)
      try run.appendPayload(to: &payload)
      var head = ByteWriter()
      head.appendPrefixed(run.key)
      head.appendVariable(payload.count)
      try file.append(head.bytes)
      try file.append(payload)
    }
    return start..<file.byteCount
  }

  override func advance() throws(FileError) -> Bool {
    try skipPayload()
    guard cursor < buffer.count || offset < end else { return false }
    let keyByteCount = try readVariable()
    var bytes: [UInt8] = []
    try readBytes(keyByteCount, into: &bytes)
    setKey(bytes[...])
    payloadByteCount = try readVariable()
    return true
  }

  override func appendPayload(to target: inout [UInt8]) throws(FileError) {
    try readBytes(payloadByteCount, into: &target)
    payloadByteCount = 0
  }

  private func skipPayload() throws(FileError) {
    var ignored: [UInt8] = []
    try readBytes(payloadByteCount, into: &ignored)
    payloadByteCount = 0
  }

  private func readVariable() throws(FileError) -> Int {
    var value = 0
    var shift = 0
    while true {
      if cursor == buffer.count { try fill() }
      let byte = buffer[cursor]
      cursor += 1
      value |= Int(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  private func readBytes(_ count: Int, into target: inout [UInt8]) throws(FileError) {
    var missing = count
    while missing > 0 {
      if cursor == buffer.count { try fill() }
      let part = min(missing, buffer.count - cursor)
      target.append(contentsOf: buffer[cursor..<cursor + part])
      cursor += part
      missing -= part
    }
  }

  private func fill() throws(FileError) {
    precondition(offset < end, "a run ends with a whole entry")
    try file.read(min(SpilledRun.readByteCount, end - offset), at: offset, into: &buffer)
    offset += buffer.count
    cursor = 0
  }
}
