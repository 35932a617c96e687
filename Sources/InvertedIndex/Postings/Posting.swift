// One term in one passage, and a block of such.

/// A term's occurrences in one passage, by field.
struct Posting: Hashable, Sendable {
  var passage: UInt32
  /// Occurrences in the passage's text; may be 0 where only heading or title hold the term.
  var body: UInt32
  var heading: UInt32
  var title: UInt32
}

/// Up to 128 postings of one term, column by column.
struct PostingBlock: Sendable {
  /// How many of the 128 places are filled.
  var count = 0
  /// Rising passage numbers.
  var passages = [UInt32](repeating: 0, count: BitPacking.blockSize)
  var body = [UInt32](repeating: 0, count: BitPacking.blockSize)
  var heading = [UInt32](repeating: 0, count: BitPacking.blockSize)
  var title = [UInt32](repeating: 0, count: BitPacking.blockSize)

  subscript(_ index: Int) -> Posting {
    Posting(passage: passages[index], body: body[index], heading: heading[index], title: title[index])
  }

  /// - Precondition: there is room.
  mutating func append(_ posting: Posting) {
    passages[count] = posting.passage
    body[count] = posting.body
    heading[count] = posting.heading
    title[count] = posting.title
    count += 1
  }

  mutating func removeAll() {
    count = 0
  }
}
