// What a word was to be, told by the word beside it: "sid effects", where the articles have "side effects".
// Whether a word needs this is decided by those who ask.

import InvertedIndex
import TextAnalysis

/// Finds words of the articles that have one letter more and that the articles have beside the same neighbour.
///
/// Other errors are not looked for: three letters that are no word may be the short name of an illness.
enum NeighboringWords {
  /// How long an unknown word is that only its neighbour can tell: longer ones are corrected alone.
  static let lettersOfUnknown = 3

  /// The word that the one at `number` of `tokens` was to be; of several, that of most passages, then the first in byte order.
  /// `nil` where no word of the articles stands beside it, or none fits. A hundred look-ups, and a search for each word found.
  static func meant(
    at number: Int, in tokens: [QuestionToken], index: IndexReader, analyzer: Analyzer
  ) throws(IndexError) -> [UInt8]? {
    let before = try neighbor(number - 1, in: tokens, index)
    let after = try neighbor(number + 1, in: tokens, index)
    guard before != nil || after != nil else { return nil }
    var best: (word: [UInt8], count: Int)?
    for word in oneLetterMore(than: tokens[number].typed) {
      guard try index.hasWord(word), !LightWords.contains(word),
        !StopList(language: "en").contains(word),
        let term = QuestionTokens(String(decoding: word, as: UTF8.self), analyzer: analyzer).tokens.first?.term
      else { continue }
      var count = 0
      for phrase in [before.map { [$0, term] }, after.map { [term, $0] }].compactMap({ $0 }) {
        let query = WeightedQuery(terms: [WeightedQuery.Term(term)], phrases: [phrase])
        count = max(count, try index.top(mostPassages, of: query, ranking: .standard).count)
      }
      guard count > best?.count ?? 0 else { continue }
      best = (word, count)
    }
    return best?.word
  }

  private static let mostPassages = 10

  /// The term at `number`, if it is one of the articles and says something.
  private static func neighbor(_ number: Int, in tokens: [QuestionToken], _ index: IndexReader) throws(IndexError)
    -> [UInt8]?
  {
    guard tokens.indices.contains(number), !tokens[number].isStop, !tokens[number].isLight, !tokens[number].isQuoted,
      try index.passageFrequency(of: tokens[number].term) > 0
    else { return nil }
    return tokens[number].term
  }

  /// Every string with one letter more than `word`, each once, in byte order: at most 26 for each place.
  static func oneLetterMore(than word: [UInt8]) -> [[UInt8]] {
    var found: Set<[UInt8]> = []
    for place in 0...word.count {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { found.insert(word[..<place] + [letter] + word[place...]) }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
