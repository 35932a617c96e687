// Which words of a question are typing errors, and what they were to be.
// Never a real word, never a word of the articles, never a word somebody made the program know.

import InvertedIndex
import TextAnalysis

/// Corrects the spelling of questions in English. Other languages have no word list here, so nothing in them is touched.
struct SpellingCorrector {
  /// In six letters two errors leave too little: an unknown name becomes a word it has nothing to do with.
  private static let lettersForTwoErrors = 7

  /// Words beside function words and light words that are often written by ear.
  private static let everyday = WordList("before after today tonight tomorrow people help work does")

  private let index: IndexReader
  /// Whose words are right although no article has them.
  private let layWords: LayWordTable
  private let stopList: StopList
  private let isEnglish: Bool
  /// Made when the first unknown word is met.
  private var lexicon: Lexicon?
  private var sounds: SoundSpelling?
  private var cache: [[UInt8]: [UInt8]?] = [:]

  init(index: IndexReader, layWords: LayWordTable, stopList: StopList) {
    self.index = index
    self.layWords = layWords
    self.stopList = stopList
    isEnglish = index.settings.language == "en"
  }

  /// The word that `word`, folded, was to be; `nil` where it is right, or nothing is near. `term` is its term.
  ///
  /// First a function word or light word that was written by ear or texted. Then, for words of four letters or more, a to z,
  /// the nearest; one error is looked beyond in words up to six letters, two in longer.
  ///
  /// - Parameters:
  ///   - isName: it is written as short forms are, all in capitals, so that it is not one written by ear.
  ///   - isUnknown: called for a word that is not right, whether something is near or not.
  mutating func correction(for word: [UInt8], term: [UInt8], isName: Bool = false, isUnknown: () -> Void)
    throws(IndexError) -> [UInt8]?
  {
    guard isEnglish, 2...40 ~= word.count, SoundSpelling.mayBeWord(word) else { return nil }
    if stopList.contains(word) { return nil }
    if try index.passageFrequency(of: term) > 0 { return nil }
    if try index.hasWord(word) { return nil }
    if try layWords.hasWord(word) { return nil }
    if EnglishWords.contains(word) || isEnglishInBritain(word) { return nil }
    isUnknown()
    if !isName, let heard = makeSounds().word(for: word, isFunctionWord: stopList.contains) { return heard }
    guard word.count >= 4, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
    if let cached = cache[word] { return cached }
    var nearest = try makeLexicon().nearest(to: word, atMost: word.count < Self.lettersForTwoErrors ? 1 : 2)
    // "pregnent" is nearer to "pregnant", which no article has, than to "prevent": it was not to be "prevent".
    if let found = nearest, !EditDistance.isWithin(1, word[...], found[...]), EnglishWords.hasNeighbor(of: word) {
      nearest = nil
    }
    if let found = nearest, isPassedOver(found), !beginsAlike(word, found) { nearest = nil }
    if cache.count > 1_000 { cache.removeAll() }
    cache[word] = .some(nearest)
    return nearest
  }

  private mutating func makeSounds() -> SoundSpelling {
    if let sounds { return sounds }
    let made = SoundSpelling(stopList.all + LightWords.all + Self.everyday.words)
    sounds = made
    return made
  }

  private mutating func makeLexicon() throws(IndexError) -> Lexicon {
    if let lexicon { return lexicon }
    let known = Set(try layWords.words() + stopList.all + LightWords.all).sorted { $0.lexicographicallyPrecedes($1) }
    let made = try Lexicon(index: index, others: known)
    lexicon = made
    return made
  }

  /// Whether a question is read as if `word` were not there: so a name must not become one lightly, "nsaid" not "said".
  private func isPassedOver(_ word: [UInt8]) -> Bool { stopList.contains(word) || LightWords.contains(word) }

  /// Errors in the first letter are rare, but for a swap with the second.
  private func beginsAlike(_ word: [UInt8], _ other: [UInt8]) -> Bool {
    word.first == other.first || (word.prefix(2).elementsEqual(other.prefix(2).reversed()))
  }

  private func isEnglishInBritain(_ word: [UInt8]) -> Bool {
    let american = BritishSpelling.american(word)
    return american != word && EnglishWords.contains(american)
  }
}
