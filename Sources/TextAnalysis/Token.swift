// One occurrence of a term in a text: where it stands, and what it is.
// The bytes are TokenBuffer's.

/// One occurrence of a term.
///
/// All ranges are half-open and in UTF-8 bytes. A hyphenated word gives a token for the whole, joined
/// ("treatment-resistant" → `treatmentresist`), and one for each part; the whole stands at its first part's position.
package struct Token: Hashable, Sendable {
  /// The term (folded, number words as digits, one spelling, stemmed), in `TokenBuffer.bytes`.
  package let term: Range<Int>
  /// The folded surface form, before stemming, in `TokenBuffer.bytes`. For spelling.
  package let word: Range<Int>
  /// Where it stands in the analysed text.
  package let source: Range<Int>
  /// The word position, from 0, rising by one for each word or part.
  package let position: Int
  /// True for the joined whole of a hyphenated word: it counts as a term, not towards the length.
  package let isCompound: Bool
  /// Which of the analyzer's words it is, as a small number; see `TokenBuffer.epoch`.
  package let entry: UInt32

  package init(
    term: Range<Int>, word: Range<Int>, source: Range<Int>, position: Int, isCompound: Bool, entry: UInt32 = 0
  ) {
    self.term = term
    self.word = word
    self.source = source
    self.position = position
    self.isCompound = isCompound
    self.entry = entry
  }

  /// Equal tokens stand at the same place with the same bytes; which analyzer made them does not matter.
  package static func == (left: Token, right: Token) -> Bool {
    left.term == right.term && left.word == right.word && left.source == right.source
      && left.position == right.position && left.isCompound == right.isCompound
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(term)
    hasher.combine(source)
    hasher.combine(position)
  }
}
