// What the operator's table says people say, looked up by terms.

import ByteIO

extension IndexReader {
  /// How many terms the longest phrase of the operator's lay words has; 0 without any.
  package func longestLayPhrase() throws(IndexError) -> Int {
    try lookUp([], in: .layPhrases) ?? 0
  }

  /// The rows of `settings.layWords` in which people say `terms`; O(log phrases).
  package func layRows(saying terms: ArraySlice<[UInt8]>) throws(IndexError) -> [Int] {
    var rows: [Int] = []
    while rows.count < LayPhraseCodec.mostRows,
      let row = try lookUp(LayPhraseCodec.key(terms, rows.count), in: .layPhrases)
    {
      guard row < settings.layWords.count else { throw segment.damage(.layPhrases, MalformedBytes(offset: 0)) }
      rows.append(row)
    }
    return rows
  }

  /// Whether `word`, folded, is a word of one of those phrases; O(log words).
  package func hasLayWord(_ word: [UInt8]) throws(IndexError) -> Bool {
    try lookUp(word, in: .layWords) != nil
  }

  /// The words of those phrases, folded, in byte order.
  package func layWords() throws(IndexError) -> [[UInt8]] {
    let segment = segment
    do throws(MalformedBytes) {
      var words: [[UInt8]] = []
      let bytes = segment.bytes(.layWords)
      try FrontCodedReader(bytes, segment.pages(.layWords)).forEach(in: bytes) { word, _ in words.append(word) }
      return words
    } catch {
      throw segment.damage(.layWords, error)
    }
  }

  /// The first value of `key` in a dictionary, 0 where entries have none; `nil` where it is not there.
  private func lookUp(_ key: [UInt8], in section: SegmentFormat.Section) throws(IndexError) -> Int? {
    let segment = segment
    do throws(MalformedBytes) {
      let bytes = segment.bytes(section)
      return try FrontCodedReader(bytes, segment.pages(section)).values(of: key, in: bytes)?.own[0]
    } catch {
      throw segment.damage(section, error)
    }
  }
}
