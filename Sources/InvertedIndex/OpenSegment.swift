// The searchable parts of an open index file: terms, postings, positions, lengths, article boundaries.

import ByteIO

/// What search reads: the term dictionary, the postings, and what scoring needs about passages.
struct OpenSegment: Sendable {
  let segment: SegmentReader
  let statistics: StoredStatistics
  private let terms: FrontCodedReader
  private let memo = TermMemo()

  init(_ segment: SegmentReader) throws(IndexError) {
    self.segment = segment
    try segment.touch(.statistics)
    do throws(MalformedBytes) {
      statistics = try StoredStatistics(segment.bytes(.statistics))
    } catch {
      throw segment.damage(.statistics, error)
    }
    do throws(MalformedBytes) {
      terms = try FrontCodedReader(segment.bytes(.terms), segment.pages(.terms))
    } catch {
      throw segment.damage(.terms, error)
    }
    guard segment.bytes(.lengths).byteCount >= 3 * statistics.passageCount else {
      throw segment.damage(.lengths, MalformedBytes(offset: 0))
    }
    guard segment.bytes(.articleStarts).byteCount == 4 * (statistics.articleCount + 1) else {
      throw segment.damage(.articleStarts, MalformedBytes(offset: 0))
    }
  }

  /// What the dictionary knows of `term`; `nil` where no passage holds it. O(log terms).
  func termInfo(of term: [UInt8]) throws(IndexError) -> TermInfo? {
    try memo.info(of: term) { () throws(IndexError) in
      let segment = segment
      do throws(MalformedBytes) {
        return try terms.values(of: term, in: segment.bytes(.terms)).map(TermInfo.init)
      } catch {
        throw segment.damage(.terms, error)
      }
    }
  }

  /// A walk along all terms in byte order.
  func termCursor() -> FrontCodedReader.Cursor {
    FrontCodedReader.Cursor(terms)
  }

  /// Calls `body` with every block of the term's postings, until it returns false.
  func forEachBlock(
    of info: TermInfo, from passage: UInt32 = 0,
    _ body: (_ block: borrowing PostingBlock, _ reader: PostingListReader) throws(MalformedBytes) -> Bool
  ) throws(IndexError) {
    do throws(MalformedBytes) {
      let bytes = segment.bytes(.postings)
      var reader = try PostingListReader(
        info, passageCount: statistics.passageCount, in: bytes, segment.pages(.postings))
      if passage > 0 { reader.seek(to: passage, bytes) }
      var block = PostingBlock()
      while try reader.next(bytes, into: &block) {
        guard try body(block, reader) else { return }
      }
    } catch {
      throw segment.damage(.postings, error)
    }
  }

  /// The posting of one passage; `nil` where it lacks the term.
  func posting(of info: TermInfo, passage: UInt32) throws(IndexError) -> Posting? {
    do throws(MalformedBytes) {
      let bytes = segment.bytes(.postings)
      let list = try PostingList(
        info, passageCount: statistics.passageCount, in: bytes, segment.pages(.postings))
      return try PostingListReader.posting(of: passage, in: list, bytes)
    } catch {
      throw segment.damage(.postings, error)
    }
  }

  /// Whether one passage has the term.
  func holds(_ info: TermInfo, passage: UInt32) throws(IndexError) -> Bool {
    do throws(MalformedBytes) {
      let bytes = segment.bytes(.postings)
      let list = try PostingList(
        info, passageCount: statistics.passageCount, in: bytes, segment.pages(.postings))
      return try PostingListReader.holds(passage, in: list, bytes)
    } catch {
      throw segment.damage(.postings, error)
    }
  }

  /// Field lengths of a passage, the body's as it is ranked by; O(1).
  ///
  /// - Throws: `MalformedBytes`, placed in the file, for a page that is not as it was written.
  /// - Precondition: `passage` is below the passage count, as every decoded posting's is.
  func lengths(of passage: UInt32) throws(MalformedBytes) -> FieldLengths {
    let bytes = segment.bytes(.lengths)
    let pages = segment.pages(.lengths)
    let count = statistics.passageCount
    precondition(Int(passage) < count && 3 * count <= bytes.byteCount, "a passage of this index")
    func byte(_ column: Int) throws(MalformedBytes) -> UInt8 {
      let offset = column * count + Int(passage)
      try pages.touch(at: offset)
      return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }
    return FieldLengths(
      body: LengthClass.length(try byte(0)), heading: Int(try byte(1)), title: Int(try byte(2)))
  }

  /// The passages of one article: consecutive, not empty.
  func passages(of article: ArticleID) throws(IndexError) -> Range<UInt32> {
    let bytes = segment.bytes(.articleStarts)
    precondition(Int(article.rawValue) < statistics.articleCount, "article \(article.rawValue) is of another index")
    let start = try word(Int(article.rawValue), of: bytes)
    let end = try word(Int(article.rawValue) + 1, of: bytes)
    guard start < end, end <= statistics.passageCount else {
      throw segment.damage(.articleStarts, MalformedBytes(offset: 4 * Int(article.rawValue)))
    }
    return start..<end
  }

  /// The article that holds `passage`; O(log articles).
  func article(of passage: UInt32) throws(IndexError) -> ArticleID {
    let bytes = segment.bytes(.articleStarts)
    var low = 0
    var high = statistics.articleCount
    while low < high {
      let middle = (low + high) / 2
      if try word(middle, of: bytes) <= passage { low = middle + 1 } else { high = middle }
    }
    // `low` articles begin at `passage` or before it; the last of them must not end before it.
    guard low > 0, try passage < word(low, of: bytes) else {
      throw segment.damage(.articleStarts, MalformedBytes(offset: 4 * low))
    }
    return ArticleID(UInt32(low - 1))
  }

  /// The little-endian 32-bit integer at `index` of `articleStarts`; the bounds are checked.
  private func word(_ index: Int, of bytes: RawSpan) throws(IndexError) -> UInt32 {
    precondition(index >= 0 && 4 * index + 4 <= bytes.byteCount, "a table is read within its section")
    do throws(MalformedBytes) {
      try segment.pages(.articleStarts).touch(4 * index..<4 * index + 4)
    } catch {
      throw segment.damage(.articleStarts, error)
    }
    return unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 4 * index, as: UInt32.self))
  }
}
