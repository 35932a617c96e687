import ByteIO
import Testing

@testable import InvertedIndex

/// A cursor that went back to its list's beginning does not take what it decoded before for what stands there.
@Suite struct TermCursorTests {
  @Test func `a rewound cursor adds nothing to a first passage that lacks the term`() throws {
    let passageCount = 1000
    var writer = PostingListWriter()
    let lengths = FieldLengths(body: 10, heading: 0, title: 0)
    let none: [UInt8] = [0]
    for passage in 0..<300 {
      writer.append(
        Posting(passage: UInt32(5 + 3 * passage), body: 1, heading: 0, title: 0), lengths: lengths,
        positions: none.span.bytes)
    }
    let (bytes, positions) = writer.finish()
    let info = TermInfo(passageFrequency: 300, postings: 0..<bytes.count, positions: 0..<positions.count)
    let section = [UInt8](repeating: 10, count: passageCount) + [UInt8](repeating: 0, count: 2 * passageCount)
    let norms = [Float](repeating: 1, count: 256)
    var sums = [Float](repeating: 0, count: 4)
    var memory = [UInt32](repeating: Float(7).bitPattern, count: TermCursor.capacity)
    var ranges = [Float](repeating: 0, count: 8)
    try section.withUnsafeBufferPointer { section in
      try norms.withUnsafeBufferPointer { norms in
        try memory.withUnsafeMutableBufferPointer { memory in
          try ranges.withUnsafeMutableBufferPointer { ranges in
            let (section, norms) = (try #require(section.baseAddress), try #require(norms.baseAddress))
            let scorer = PostingScorer(
              lengths: section, lengthPages: .checked, passageCount: passageCount, bodyNorms: norms,
              headingNorms: norms, titleNorms: norms,
              longest: 10, k1: 1.2, quantum: ScoreQuantum(total: 1))
            let list = try PostingList(info, passageCount: passageCount, in: bytes.span.bytes, .checked)
            var cursor = TermCursor(
              list, weight: 1, memory: try #require(memory.baseAddress), ranges: try #require(ranges.baseAddress))
            try cursor.seek(to: 5, bytes.span.bytes)
            cursor.rewind()
            try cursor.add(to: &sums, base: 0, candidates: [0, 5, 6, 8], count: 4, scorer, bytes.span.bytes)
          }
        }
      }
    }
    #expect(sums[0] == 0 && sums[2] == 0)
    #expect(sums[1] > 0 && sums[1] == sums[3])
  }
}
