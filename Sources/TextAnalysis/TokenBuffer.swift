// The tokens of one text, and the bytes of their terms and words.
// A buffer is filled by Analyzer; everybody else reads it.

/// The tokens of one text. Kept and used again from text to text, so that analysis allocates nothing.
package struct TokenBuffer: Sendable {
  /// Words and terms, one after another; a word and its term may share bytes.
  package internal(set) var bytes: [UInt8] = []
  /// In order of position; a compound before its parts.
  package internal(set) var tokens: [Token] = []
  /// The number of word positions: the text's length, as BM25 counts it.
  package internal(set) var length = 0
  /// Tokens of one analyzer with equal `entry` have the same term and word, in all buffers of the same epoch.
  package internal(set) var epoch = 0

  /// Whether the tokens' words and terms are to be had from `bytes`.
  let keepsBytes: Bool

  /// - Parameter keepsBytes: false where words and terms are only wanted by their numbers, see `Analyzer.word(ofEntry:)`:
  ///   `bytes` then stays empty, and so do the tokens' ranges in it.
  package init(keepsBytes: Bool = true) {
    self.keepsBytes = keepsBytes
  }

  package func term(of token: Token) -> ArraySlice<UInt8> {
    bytes[token.term]
  }

  package func word(of token: Token) -> ArraySlice<UInt8> {
    bytes[token.word]
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    length = 0
  }

  /// Adds a token of the entry with this number in `table`.
  @inline(__always)
  mutating func append(
    _ entry: UInt32, in table: TermTable, source: Range<Int>, position: Int, isCompound: Bool
  ) {
    let (word, term) = keepsBytes ? appendBytes(table.entry(entry), in: table.arena) : (0..<0, 0..<0)
    tokens.append(
      Token(term: term, word: word, source: source, position: position, isCompound: isCompound, entry: entry))
  }

  /// Adds word and term of an entry; a term that begins the word shares its bytes.
  private mutating func appendBytes(_ entry: TermTable.Entry, in arena: [UInt8]) -> (
    word: Range<Int>, term: Range<Int>
  ) {
    let start = bytes.count
    bytes.append(contentsOf: arena[entry.word])
    let word = start..<bytes.count
    if entry.term.lowerBound == entry.word.lowerBound { return (word, start..<start + entry.term.count) }
    bytes.append(contentsOf: arena[entry.term])
    return (word, word.upperBound..<bytes.count)
  }
}
