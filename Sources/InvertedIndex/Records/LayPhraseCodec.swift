// What people say, as terms: the operator's lay words, analysed once when the index is made.

import ByteIO
import Documents
import TextAnalysis

/// The sections `layPhrases` and `layWords`: two dictionaries.
///
/// A phrase's key is its terms, apostrophes left out, a space after each, and the number of equal phrases before it; its
/// value is its row in the settings. The entry with the empty key has as its value the number of terms of the longest.
enum LayPhraseCodec {
  /// In so many rows a phrase may stand: a key has one byte for the number.
  static let mostRows = 255

  static func encode(_ layWords: [Settings.LayWord], analyzer: Analyzer) throws(IndexError) -> (
    phrases: [UInt8], words: [UInt8]
  ) {
    var rows: [[UInt8]: Int] = [:]
    var words: Set<[UInt8]> = []
    var longest = 0
    var buffer = TokenBuffer()
    for (row, layWord) in layWords.enumerated() {
      for text in layWord.say {
        analyzer.analyze(text.utf8.span, into: &buffer)
        let tokens = buffer.tokens.filter { !$0.isCompound }
        guard !tokens.isEmpty else { continue }
        longest = max(longest, tokens.count)
        for token in tokens { words.insert(Array(buffer.word(of: token))) }
        let terms = tokens.map { Array(buffer.term(of: $0)) }
        var ordinal = 0
        while let other = rows[key(terms[...], ordinal)], other != row { ordinal += 1 }
        guard ordinal < mostRows else { throw .tooLarge(what: "rows of lay_words that say \"\(text)\"") }
        rows[key(terms[...], ordinal)] = row
      }
    }
    if longest > 0 { rows[[]] = longest }
    var phraseWriter = FrontCodedWriter(valueCount: 1)
    for (key, row) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      try phraseWriter.append(key, values: [row])
    }
    var wordWriter = FrontCodedWriter(valueCount: 0)
    for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) { try wordWriter.append(word, values: []) }
    return (try phraseWriter.finish(), try wordWriter.finish())
  }

  /// The key of the phrase with `terms`, the `ordinal`-th of its like.
  static func key(_ terms: ArraySlice<[UInt8]>, _ ordinal: Int) -> [UInt8] {
    var key: [UInt8] = []
    for term in terms {
      for byte in term where byte != UInt8(ascii: "'") { key.append(byte) }
      key.append(UInt8(ascii: " "))
    }
    key.append(UInt8(truncatingIfNeeded: ordinal))
    return key
  }
}
