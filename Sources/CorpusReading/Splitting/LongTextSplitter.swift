// Cuts a paragraph that is too long for one passage: at sentence ends, then at clauses, words, and bytes.

import Documents
import TextAnalysis

/// Splits one long text into parts of about equal length.
enum LongTextSplitter {
  /// The parts of `text` in order, each within the limits of a passage; O(bytes).
  static func split(_ text: SourceText) -> [SourceText] {
    let bytes = Array(text.text.utf8)
    let total = LineShape.termCount(bytes.span)
    let partCount = max(1, (total + PassageSplitter.mostWords - 1) / PassageSplitter.mostWords)
    let target = (total + partCount - 1) / partCount
    var ranges: [Range<Int>] = []
    var open: Range<Int>?
    var openWords = 0
    for sentence in SentenceSplitter().ranges(in: text.text) {
      for part in bounded(sentence, of: bytes) {
        let words = LineShape.termCount(bytes.span.extracting(part))
        if let range = open,
          openWords + words > PassageSplitter.mostWords || openWords >= target
            || part.upperBound - range.lowerBound > PassageSplitter.byteLimit
        {
          ranges.append(range)
          open = part
          openWords = words
        } else {
          open = (open?.lowerBound ?? part.lowerBound)..<part.upperBound
          openWords += words
        }
      }
    }
    if let open { ranges.append(open) }
    return text.slices(ranges)
  }

  /// `sentence`, or where it is over the limits its parts: cut after a clause in the second half, else after a word.
  private static func bounded(_ sentence: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let end = boundedEnd(from: start, upTo: sentence.upperBound, of: bytes)
      parts.append(start..<end)
      start = end
      while start < sentence.upperBound, bytes[start] == 0x20 { start += 1 }
    }
    return parts
  }

  /// `,`, `;`, `:`, `.`, `!` and `?`, where white space follows.
  private static let clauseMarks: [UInt8] = [0x2C, 0x3B, 0x3A, 0x2E, 0x21, 0x3F]

  private static func boundedEnd(from start: Int, upTo limit: Int, of bytes: [UInt8]) -> Int {
    var words = 0
    var isInside = false
    var (word, clause) = (start, start)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if index - start >= PassageSplitter.byteLimit { break }
      let isTerm = LineShape.isTermByte(byte, afterTerm: isInside)
      if isTerm && !isInside {
        if words == PassageSplitter.mostWords { break }
        words += 1
      }
      isInside = isTerm
      if byte == 0x20 {
        word = index
        let mark = index > start ? bytes[index - 1] : 0
        if words * 2 > PassageSplitter.mostWords, Self.clauseMarks.contains(mark) { clause = index }
      }
      index += 1
    }
    if index >= limit { return limit }
    if clause > start { return clause }
    if word > start { return word }
    while index > start + 1, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
