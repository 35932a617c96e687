// What people say, as terms: the operator's lay words, analysed once when the index is made.

import ByteIO
import Documents
import TextAnalysis

/// One phrase of the operator's lay words, as the analyzer sees it.
package struct LayPhrase: Hashable, Sendable {
  /// The number of its row in `Settings.layWords`.
  package let row: Int
  /// Its terms, in order, function words too; never empty.
  package let terms: [[UInt8]]
  /// Its words, folded, before stemming; as many.
  package let words: [[UInt8]]
}

/// The section `layPhrases`: the number of phrases, then for each its row, its number of terms, and terms and words in turn.
enum LayPhraseCodec {
  /// The phrases of `layWords`, in their order; a phrase without a word is left out.
  static func encode(_ layWords: [Settings.LayWord], analyzer: Analyzer) -> [UInt8] {
    var phrases = ByteWriter()
    var count = 0
    var buffer = TokenBuffer()
    for (row, layWord) in layWords.enumerated() {
      for text in layWord.say {
        analyzer.analyze(text.utf8.span, into: &buffer)
        let tokens = buffer.tokens.filter { !$0.isCompound }
        guard !tokens.isEmpty else { continue }
        count += 1
        phrases.appendVariable(row)
        phrases.appendVariable(tokens.count)
        for token in tokens {
          phrases.appendPrefixed(buffer.term(of: token))
          phrases.appendPrefixed(buffer.word(of: token))
        }
      }
    }
    var section = ByteWriter()
    section.appendVariable(count)
    section.append(contentsOf: phrases.bytes)
    return section.bytes
  }

  static func decode(_ bytes: RawSpan) throws(MalformedBytes) -> [LayPhrase] {
    var cursor = ByteCursor(bytes)
    var phrases: [LayPhrase] = []
    for _ in 0..<(try cursor.readVariable(bytes)) {
      let row = try cursor.readVariable(bytes)
      var terms: [[UInt8]] = []
      var words: [[UInt8]] = []
      for _ in 0..<(try cursor.readVariable(bytes)) {
        terms.append(try cursor.readPrefixed(bytes))
        words.append(try cursor.readPrefixed(bytes))
      }
      phrases.append(LayPhrase(row: row, terms: terms, words: words))
    }
    return phrases
  }
}
