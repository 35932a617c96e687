// Collects postings as passages come, and gives them back term by term.

import ByteIO

/// Inverts passages: in goes one passage's terms after another, out come the terms' postings (sort-based inversion,
/// Witten, Moffat and Bell, "Managing Gigabytes", 5.2, with a counting sort, since terms are numbers).
struct PostingAccumulator {
  private struct Record {
    let term: UInt32
    var posting: Posting
    /// Where its body positions begin in `positions`.
    var positionStart: Int
  }

  private(set) var terms = TermMap()
  private var records: [Record] = []
  private var positions: [UInt32] = []
  private var recordCounts: [Int] = []
  /// For each term the number, plus one, of its record in the passage at hand; valid where `stamps` says so.
  private var slots: [Int] = []
  private var stamps: [UInt32] = []
  private var bodyOccurrences: [(record: Int, position: UInt32)] = []
  private var firstOfPassage = 0
  private var stamp: UInt32 = 0

  /// Begins the passage that the following terms belong to.
  mutating func beginPassage() {
    stamp += 1
    firstOfPassage = records.count
    bodyOccurrences.removeAll(keepingCapacity: true)
  }

  mutating func addBody(_ term: Span<UInt8>, position: Int, passage: UInt32) throws(IndexError) {
    let record = try record(of: term, passage: passage)
    records[record].posting.body += 1
    bodyOccurrences.append((record, UInt32(truncatingIfNeeded: position)))
  }

  mutating func addHeading(_ term: Span<UInt8>, passage: UInt32) throws(IndexError) {
    records[try record(of: term, passage: passage)].posting.heading += 1
  }

  mutating func addTitle(_ term: Span<UInt8>, passage: UInt32) throws(IndexError) {
    records[try record(of: term, passage: passage)].posting.title += 1
  }

  /// Lays the passage's body positions out, record by record.
  mutating func endPassage() {
    var start = positions.count
    for index in firstOfPassage..<records.count {
      records[index].positionStart = start
      start += Int(records[index].posting.body)
    }
    positions.append(contentsOf: repeatElement(0, count: start - positions.count))
    var filled = [Int](repeating: 0, count: records.count - firstOfPassage)
    for (record, position) in bodyOccurrences {
      let local = record - firstOfPassage
      positions[records[record].positionStart + filled[local]] = position
      filled[local] += 1
    }
  }

  /// Calls `body` for every term in byte order, with its postings encoded.
  ///
  /// - Parameter lengths: Every passage's field lengths.
  consuming func forEachTerm(
    lengths: [FieldLengths],
    _ body: (_ term: [UInt8], _ passageFrequency: Int, _ postings: [UInt8], _ positions: [UInt8]) throws(IndexError) ->
      Void
  ) throws(IndexError) {
    var ends = recordCounts
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    var order = [UInt32](repeating: 0, count: records.count)
    for index in records.indices.reversed() {
      let term = Int(records[index].term)
      ends[term] -= 1
      order[ends[term]] = UInt32(truncatingIfNeeded: index)
    }
    var writer = PostingListWriter()
    var deltas = ByteWriter()
    for term in terms.sortedIDs() {
      for place in ends[term]..<(ends[term] + recordCounts[term]) {
        let record = records[Int(order[place])]
        let range = record.positionStart..<(record.positionStart + Int(record.posting.body))
        deltas.removeAll()
        var previous: UInt32 = 0
        for position in positions[range] {
          deltas.appendVariable(UInt64(position - previous))
          previous = position
        }
        unsafe writer.append(
          record.posting, lengths: lengths[Int(record.posting.passage)], positions: deltas.bytes.span.bytes)
      }
      let (postings, positionBytes) = writer.finish()
      // The skip table counts in 32 bits.
      guard max(postings.count, positionBytes.count) <= Int(UInt32.max) else {
        throw .tooLarge(what: "postings of one term")
      }
      try body(Array(terms.bytes(of: term)), recordCounts[term], postings, positionBytes)
    }
  }

  private mutating func record(of term: Span<UInt8>, passage: UInt32) throws(IndexError) -> Int {
    let id = try terms.id(of: term)
    if id == slots.count {
      slots.append(0)
      stamps.append(0)
      recordCounts.append(0)
    }
    if stamps[id] == stamp { return slots[id] }
    guard records.count < Int(UInt32.max) else { throw .tooLarge(what: "postings") }
    stamps[id] = stamp
    slots[id] = records.count
    recordCounts[id] += 1
    let posting = Posting(passage: passage, body: 0, heading: 0, title: 0)
    records.append(Record(term: UInt32(truncatingIfNeeded: id), posting: posting, positionStart: 0))
    return slots[id]
  }
}
