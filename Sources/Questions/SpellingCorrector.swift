// Which words of a question are typing errors, and what they were to be.
// Never a real word, never a word of the articles, never a word somebody made the program know.

import InvertedIndex
import TextAnalysis

/// Corrects the spelling of questions in English. Other languages have no word list here, so nothing in them is touched.
struct SpellingCorrector {
  /// In six letters two errors leave too little: an unknown name becomes a word it has nothing to do with.
  private static let lettersForTwoErrors = 7

  private let index: IndexReader
  /// Whose words are right although no article has them.
  private let layWords: LayWordTable
  private let stopList: StopList
  private let isEnglish: Bool
  /// Made when the first unknown word is met.
  private var lexicon: Lexicon?
  private var cache: [[UInt8]: [UInt8]?] = [:]

  init(index: IndexReader, layWords: LayWordTable, stopList: StopList) {
    self.index = index
    self.layWords = layWords
    self.stopList = stopList
    isEnglish = index.settings.language == "en"
  }

  /// The word that `word`, folded, was to be; `nil` where it is right, or nothing is near. `term` is its term.
  ///
  /// Only words of four letters or more, a to z; one error is looked beyond in words up to six letters, two in longer.
  ///
  /// - Parameter isUnknown: called for a word that is not right, whether something is near or not.
  mutating func correction(for word: [UInt8], term: [UInt8], isUnknown: () -> Void) throws(IndexError) -> [UInt8]? {
    guard isEnglish, 4...40 ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
    if stopList.contains(word) { return nil }
    if try index.passageFrequency(of: term) > 0 { return nil }
    if try index.hasWord(word) { return nil }
    if try layWords.hasWord(word) { return nil }
    if EnglishWords.contains(word) || isEnglishInBritain(word) { return nil }
    isUnknown()
    if let cached = cache[word] { return cached }
    var nearest = try makeLexicon().nearest(to: word, atMost: word.count < Self.lettersForTwoErrors ? 1 : 2)
    // "pregnent" is nearer to "pregnant", which no article has, than to "prevent": it was not to be "prevent".
    if let found = nearest, !EditDistance.isWithin(1, word[...], found[...]), EnglishWords.hasNeighbor(of: word) {
      nearest = nil
    }
    if cache.count > 1_000 { cache.removeAll() }
    cache[word] = .some(nearest)
    return nearest
  }

  private mutating func makeLexicon() throws(IndexError) -> Lexicon {
    if let lexicon { return lexicon }
    let known = Set(try layWords.words() + stopList.all + LightWords.all).sorted { $0.lexicographicallyPrecedes($1) }
    let made = try Lexicon(index: index, others: known)
    lexicon = made
    return made
  }

  private func isEnglishInBritain(_ word: [UInt8]) -> Bool {
    let american = BritishSpelling.american(word)
    return american != word && EnglishWords.contains(american)
  }
}
