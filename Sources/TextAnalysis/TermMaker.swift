// From a folded word to the term that is indexed and searched: numbers, spelling, stem.
// It remembers nothing; TermTable does.

/// Makes terms in one language.
struct TermMaker: ~Copyable {
  private let stemmer: Stemmer
  private let isEnglish: Bool
  /// Whether articles and pronouns are written to the word after them, with an apostrophe.
  private let elides: Bool

  /// `nil` where Snowball has no stemmer for `language`.
  init?(language: String) {
    guard let stemmer = Stemmer(language: language) else { return nil }
    self.stemmer = stemmer
    isEnglish = language == "en"
    elides = ["ca", "fr", "it"].contains(language)
  }

  /// The term for `word`: folded, at most `WordFolding.longest` bytes, hyphens only between the parts of a compound.
  borrowing func term(for word: [UInt8]) -> [UInt8] {
    if isEnglish, let digits = NumberWords.digits(for: word) { return digits }
    var joined = word.contains(UInt8(ascii: "-")) ? word.filter { $0 != UInt8(ascii: "-") } : word
    if joined.contains(where: { 0x30...0x39 ~= $0 }) { return joined }
    if isEnglish { joined = BritishSpelling.american(withoutPossessive(joined)) }
    if isEnglish, let term = StemExceptions.term(for: joined) { return term }
    if elides { joined = withoutElision(joined) }
    let stem = stemmer.stem(joined)
    return stem.isEmpty ? joined : stem
  }

  /// "patient's" → "patient".
  private borrowing func withoutPossessive(_ word: [UInt8]) -> [UInt8] {
    word.count > 2 && word.suffix(2).elementsEqual("'s".utf8) ? Array(word.dropLast(2)) : word
  }

  /// "l'anxiete" → "anxiete", "quest'idea" stays: what is written off is one letter, or "qu".
  private borrowing func withoutElision(_ word: [UInt8]) -> [UInt8] {
    guard let apostrophe = word.firstIndex(of: UInt8(ascii: "'")), apostrophe + 1 < word.count else { return word }
    let isElided = apostrophe == 1 || word[..<apostrophe].elementsEqual("qu".utf8)
    return isElided ? Array(word[(apostrophe + 1)...]) : word
  }
}
