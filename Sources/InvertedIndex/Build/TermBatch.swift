// Consecutive terms with their raw postings from all runs, ready to be put together; and what becomes of them.

import ByteIO

/// A batch of terms in byte order.
struct TermBatch: Sendable {
  /// A batch is closed when its lists hold this many bytes.
  static let limit = 1 << 20
  /// A batch has at most this many terms.
  static let mostTerms = 1 << 14

  var keys: [UInt8] = []
  /// For each term, where its key ends in `keys`.
  var keyEnds: [Int] = []
  var streams: [UInt8] = []
  /// For each stream, where it ends in `streams`.
  var streamEnds: [Int] = []
  /// For each term, the number of streams up to its last.
  var termEnds: [Int] = []
  /// For each term, what an update has of it already.
  var old: [OldTerm] = []
  /// Of the old lists.
  private var oldByteCount = 0

  /// Of what is to be put together.
  var byteCount: Int { streams.count + oldByteCount }

  var isFull: Bool { byteCount >= TermBatch.limit || keyEnds.count >= TermBatch.mostTerms }

  /// Adds a term: its old list, and what `runs`, which stand at it, add to it or take away.
  mutating func append(_ key: [UInt8], old info: TermInfo?, _ runs: [SortedRun]) throws(FileError) {
    keys.append(contentsOf: key)
    keyEnds.append(keys.count)
    for run in runs where !run.isRemoval {
      try run.appendPayload(to: &streams)
      streamEnds.append(streams.count)
    }
    termEnds.append(streamEnds.count)
    old.append(OldTerm(info: info, isTouched: !runs.isEmpty))
    if let info { oldByteCount += info.postings.count + info.positions.count }
  }
}

/// A term in the index that is brought up to date.
struct OldTerm: Sendable {
  /// `nil` where it is new, or everything is.
  let info: TermInfo?
  /// Whether some posting comes to it or goes.
  let isTouched: Bool
}

/// The same terms with their lists as they stand in the index.
struct EncodedTerms: Sendable {
  let keys: [UInt8]
  let keyEnds: [Int]
  /// Of what they were put together from.
  let byteCount: Int
  /// 0 for a term that the last posting was taken from: it is to be left out.
  var passageFrequencies: [Int] = []
  var postings: [UInt8] = []
  /// For each term, where its list ends in `postings`.
  var postingEnds: [Int] = []
  var positions: [UInt8] = []
  var positionEnds: [Int] = []

  /// Adds the list of the next term as it stands in `segment`.
  fileprivate mutating func append(_ info: TermInfo, of segment: OpenSegment) {
    passageFrequencies.append(info.passageFrequency)
    let bytes = segment.segment.bytes(.postings).extracting(info.postings)
    unsafe bytes.withUnsafeBytes { unsafe postings.append(contentsOf: $0) }
    postingEnds.append(postings.count)
    let more = segment.segment.bytes(.positions).extracting(info.positions)
    unsafe more.withUnsafeBytes { unsafe positions.append(contentsOf: $0) }
    positionEnds.append(positions.count)
  }
}

/// Where the passages of each part begin in the whole, and the fields' lengths of all: what final numbers need.
struct PassageNumbers: Sendable {
  /// One for each part.
  let partStarts: [UInt32]
  /// One for each passage, packed.
  let lengths: [UInt32]
}

/// Puts the raw streams of terms together, in the order of the parts, and encodes them as posting lists.
struct PostingEncoder {
  private let numbers: PassageNumbers
  private let splicer: ListSplicer?
  private var writer = PostingListWriter()
  private var streams: [RawStream] = []

  /// - Parameter splicer: takes what goes on of old lists, if there are any; for this encoder alone.
  init(_ numbers: PassageNumbers, splicing splicer: ListSplicer? = nil) {
    self.numbers = numbers
    self.splicer = splicer
  }

  mutating func encode(_ batch: TermBatch) throws(IndexError) -> EncodedTerms {
    var encoded = EncodedTerms(keys: batch.keys, keyEnds: batch.keyEnds, byteCount: batch.byteCount)
    let bytes = unsafe batch.streams.span.bytes
    var stream = 0
    var start = 0
    for (term, termEnd) in batch.termEnds.enumerated() {
      streams.removeAll(keepingCapacity: true)
      while stream < termEnd {
        streams.append(RawStream(start..<batch.streamEnds[stream], of: bytes))
        start = batch.streamEnds[stream]
        stream += 1
      }
      if let splicer {
        let old = batch.old[term]
        try splicer.begin(old.info)
        if let info = old.info, !old.isTouched, splicer.isUnmoved {
          encoded.append(info, of: splicer.segment)
          continue
        }
      }
      encoded.passageFrequencies.append(try encodeStreams(bytes))
      let (listStart, positionStart) = (encoded.postings.count, encoded.positions.count)
      writer.finish(appendingTo: &encoded.postings, positions: &encoded.positions)
      // The skip table counts in 32 bits.
      guard max(encoded.postings.count - listStart, encoded.positions.count - positionStart) <= Int(UInt32.max) else {
        throw .tooLarge(what: "postings of one term")
      }
      encoded.postingEnds.append(encoded.postings.count)
      encoded.positionEnds.append(encoded.positions.count)
    }
    return encoded
  }

  /// Hands the postings of `streams`, and what is kept of an old list, to the writer. No two share a passage; one run's are in
  /// order.
  ///
  /// - Returns: How many there are.
  private mutating func encodeStreams(_ bytes: RawSpan) throws(IndexError) -> Int {
    var count = 0
    // Stable: of one part, what a worker spilled comes before what it kept.
    for place in streams.indices.dropFirst() { sink(place) }
    var first = 0
    while first < streams.count {
      var stream = streams[first]
      if let splicer { count += try splicer.copy(before: stream.part, to: &writer, lengths: numbers.lengths) }
      count += append(&stream, bytes)
      streams[first] = stream
      if streams[first].isAtEnd { first += 1 } else { rise(first) }
    }
    if let splicer { count += try splicer.copy(before: nil, to: &writer, lengths: numbers.lengths) }
    return count
  }

  /// Moves the stream at `place` down to where its part belongs.
  private mutating func sink(_ place: Int) {
    var place = place
    while place > 0, streams[place].part < streams[place - 1].part {
      streams.swapAt(place, place - 1)
      place -= 1
    }
  }

  /// Moves the stream at `place` up, past those of earlier parts.
  private mutating func rise(_ place: Int) {
    var place = place
    while place + 1 < streams.count, streams[place + 1].part < streams[place].part {
      streams.swapAt(place, place + 1)
      place += 1
    }
  }

  /// Hands the postings of the stream's part to the writer.
  private mutating func append(_ stream: inout RawStream, _ bytes: RawSpan) -> Int {
    let part = stream.part
    let start = numbers.partStarts[part]
    var count = 0
    repeat {
      let passage = start &+ stream.passage
      let code = stream.readVariable(bytes)
      var heading = UInt32(truncatingIfNeeded: code >> 2 & 3)
      var title = UInt32(truncatingIfNeeded: code & 3)
      if heading == 3 { heading = UInt32(truncatingIfNeeded: stream.readVariable(bytes)) }
      if title == 3 { title = UInt32(truncatingIfNeeded: stream.readVariable(bytes)) }
      let body = code >> 4
      let positions = stream.skipVariables(body, bytes)
      let posting = Posting(
        passage: passage, body: UInt32(truncatingIfNeeded: body), heading: heading, title: title)
      writer.append(
        posting, lengths: FieldLengths(packed: numbers.lengths[Int(passage)]), positions: bytes.extracting(positions))
      count += 1
      stream.readPlace(bytes)
    } while !stream.isAtEnd && stream.part == part
    return count
  }
}

/// A walk along one raw stream; it stands behind the place of a posting, or at the end.
private struct RawStream {
  private var offset: Int
  private let end: Int
  private(set) var part = 0
  /// Counted from the part's first.
  private(set) var passage: UInt32 = 0
  private(set) var isAtEnd = false

  init(_ range: Range<Int>, of bytes: RawSpan) {
    offset = range.lowerBound
    end = range.upperBound
    precondition(end <= bytes.byteCount, "a stream lies in its batch")
    readPlace(bytes)
  }

  @inline(__always)
  mutating func readPlace(_ bytes: RawSpan) {
    guard offset < end else {
      isAtEnd = true
      return
    }
    let gap = readVariable(bytes)
    if gap > 0 {
      passage &+= UInt32(truncatingIfNeeded: gap)
    } else {
      part = readVariable(bytes)
      passage = UInt32(truncatingIfNeeded: readVariable(bytes))
    }
  }

  @inline(__always)
  mutating func readVariable(_ bytes: RawSpan) -> Int {
    var byte = readByte(bytes)
    if byte < 0x80 { return Int(byte) }
    var value = Int(byte & 0x7f)
    var shift = 7
    repeat {
      byte = readByte(bytes)
      value |= Int(byte & 0x7f) << shift
      shift += 7
    } while byte >= 0x80
    return value
  }

  /// Passes over `count` integers.
  ///
  /// - Returns: Their bytes.
  @inline(__always)
  mutating func skipVariables(_ count: Int, _ bytes: RawSpan) -> Range<Int> {
    let start = offset
    for _ in 0..<count {
      while readByte(bytes) >= 0x80 {}
    }
    return start..<offset
  }

  @inline(__always)
  private mutating func readByte(_ bytes: RawSpan) -> UInt8 {
    precondition(offset < end, "a stream ends with a whole posting")
    defer { offset &+= 1 }
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }
}
