// The content words of a question, chosen from all its words once spelling and form are known.
// It knows which word each token became, so that a phrase of the question can say which words it covers.

import InvertedIndex
import TextAnalysis

/// The words of a question that say what it is about.
struct ContentWords {
  /// The text that was analysed: `tokens`' ranges lie in it.
  let text: String
  let tokens: [QuestionToken]
  let compounds: [QuestionCompound]
  /// In the question's order, each term once.
  private(set) var words: [QuestionWord] = []
  /// The terms of `words`.
  private(set) var terms: [[UInt8]] = []
  /// For each token, its place in `words`; `nil` for a function word, and for a light word that no article has.
  private var places: [Int?] = []

  init(_ tokens: QuestionTokens, text: String, index: IndexReader) throws(IndexError) {
    self.text = text
    self.tokens = tokens.tokens
    compounds = tokens.compounds
    for token in tokens.tokens {
      guard !token.isStop, !token.isForm else {
        places.append(nil)
        continue
      }
      let frequency = try index.passageFrequency(of: token.term)
      guard frequency > 0 || token.isInPhrase || !(token.isLight || LightWords.isPlainVerb(token.word)) else {
        places.append(nil)
        continue
      }
      let place = terms.firstIndex(of: token.term) ?? words.count
      if place == words.count {
        terms.append(token.term)
        words.append(
          QuestionWord(
            typed: String(decoding: token.typed, as: UTF8.self),
            corrected: token.corrected.map { String(decoding: $0, as: UTF8.self) }, term: token.term,
            passageFrequency: frequency, isLight: token.isLight || token.isInPhrase))
        words[place].isMeant = token.meaning != nil
      }
      if !token.isLight, !token.isInPhrase { words[place].isLight = false }
      places.append(place)
    }
  }

  /// The places in `words` of the tokens in `range`: sorted, each once.
  func positions(in range: Range<Int>) -> [Int] {
    words.indices.filter { places[range].contains($0) }
  }

  /// The tokens in `range`, as they are searched, with single spaces.
  func text(of range: Range<Int>) -> String {
    var text: [UInt8] = []
    for token in tokens[range] {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += token.word
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether all letters of `token` were typed as capitals.
  func isInCapitals(_ token: QuestionToken) -> Bool {
    text.utf8.dropFirst(token.source.lowerBound).prefix(token.source.count).allSatisfy { 0x41...0x5A ~= $0 }
  }

  /// Whether the token at `number` begins with a capital and the question does not begin with it: a name.
  func beginsWithCapital(_ number: Int) -> Bool {
    guard let first = text.utf8.dropFirst(tokens[number].source.lowerBound).first else { return false }
    return 0x41...0x5A ~= first && number > 0
  }

  /// The runs of tokens, two to `most` content words in each, that begin and end with one and hold none that no article
  /// has.
  func runs(ofUpTo most: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for start in tokens.indices where isInArticles(start) {
      var count = 0
      for end in start..<min(tokens.count, start + 2 * most) {
        guard places[end] != nil else { continue }
        guard isInArticles(end), count < most else { break }
        count += 1
        if count >= 2 { runs.append(start..<end + 1) }
      }
    }
    return runs
  }

  private func isInArticles(_ token: Int) -> Bool {
    places[token].map { words[$0].passageFrequency > 0 } ?? false
  }
}
