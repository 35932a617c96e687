// What a stretch of text states, as far as its words tell: content words, numbers, and what is denied. It knows no grammar.

import Questions
import TextAnalysis

/// The words of a sentence or a passage, so that two can be told to hold the same words, or to differ in what turns them round.
struct Statement {
  /// Of the content words that are no numbers.
  let terms: TermSet
  /// Numbers as the analyzer writes them, each with the term behind it: `40 minut`.
  let numbers: TermSet
  /// What negations and conditions stand before: the word itself and the next content word's term.
  let restrictions: TermSet
  /// The terms of the content words, each once, the longest first: those that other texts most likely lack.
  let longestTerms: [[UInt8]]
  /// Folded words: to find opposites.
  private let words: TermSet
  /// Words that begin with a prefix that turns the rest round, and that rest.
  private var prefixed: [(word: UInt64, rest: UInt64)] = []

  /// Reads `text`; O(bytes).
  init(_ text: String, analyzer: Analyzer, stopList: StopList) {
    let buffer = analyzer.analyze(text)
    var terms: [UInt64] = []
    var numbers: [UInt64] = []
    var restrictions: [UInt64] = []
    var words: [UInt64] = []
    var longest: [[UInt8]] = []
    /// Numbers and restrictions that wait for the content word behind them.
    var waiting: (numbers: [[UInt8]], restrictions: [[UInt8]]) = ([], [])
    for token in buffer.tokens where !token.isCompound {
      let word = Array(buffer.word(of: token))
      let wordHash = PassageWords.hash(word)
      words.append(wordHash)
      if let rest = Self.rest(of: word) { prefixed.append((wordHash, PassageWords.hash(rest))) }
      let term = buffer.term(of: token)
      if term.first.map({ 0x30...0x39 ~= $0 }) ?? false {
        // "one" is a pronoun as often as a number.
        if word != Self.one { waiting.numbers.append(Array(term)) }
      } else if RestrictingWords.restricts(word) {
        waiting.restrictions.append(RestrictingWords.isNegation(word) ? Self.not : Array(term))
      } else if !stopList.contains(word) {
        let hash = PassageWords.hash(term)
        if !terms.contains(hash) { longest.append(Array(term)) }
        terms.append(hash)
        guard !waiting.numbers.isEmpty || !waiting.restrictions.isEmpty else { continue }
        numbers += waiting.numbers.map { PassageWords.hash($0 + [UInt8(ascii: " ")] + term) }
        restrictions += waiting.restrictions.map { PassageWords.hash($0 + [UInt8(ascii: " ")] + term) }
        waiting = ([], [])
      }
    }
    numbers += waiting.numbers.map { PassageWords.hash($0 + [UInt8(ascii: " ")]) }
    restrictions += waiting.restrictions.map { PassageWords.hash($0 + [UInt8(ascii: " ")]) }
    self.terms = TermSet(terms)
    self.numbers = TermSet(numbers)
    self.restrictions = TermSet(restrictions)
    self.words = TermSet(words)
    longestTerms = longest.enumerated().sorted {
      $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset
    }.map(\.element)
  }

  /// 0 to 1: the share of this one's content words and numbers that `other` has too; 0 for one without.
  func share(in other: Statement) -> Double {
    let count = terms.count + numbers.count
    guard count > 0 else { return 0 }
    return Double(terms.sharedCount(with: other.terms) + numbers.sharedCount(with: other.numbers)) / Double(count)
  }

  /// Whether one has a number, a negation, a condition or one of two opposites that the other has not. Then nothing tells that they
  /// say the same, however many words they share.
  func differs(from other: Statement) -> Bool {
    numbers != other.numbers || restrictions != other.restrictions || hasOpposite(in: other)
      || other.hasOpposite(in: self)
  }

  /// Words of which one says the contrary of the other, in pairs.
  private static let opposites = WordList(
    """
    more less,most least,many few,higher lower,high low,increase decrease,increases decreases,increased decreased,rise fall,\
    rises falls,raise lower,raises lowers,before after,always never,better worse,best worst,faster slower,fast slow,\
    longer shorter,long short,early late,start stop,starts stops,begin end,safe dangerous,common rare,often seldom,\
    often rarely,strong weak,stronger weaker,allowed forbidden,large small,larger smaller,hot cold,open closed,\
    true false,gain loss
    """, separator: UInt8(ascii: ","))
  private static let oppositeWords = opposites.words.map { pair in
    let halves = pair.split(separator: UInt8(ascii: " ")).map(PassageWords.hash)
    return (halves[0], halves[1])
  }
  /// "unsafe" is the opposite of "safe".
  private static let not = Array("not".utf8)
  private static let one = Array("one".utf8)
  private static let prefixes = ["un", "in", "im", "ir", "il", "non", "dis"].map { Array($0.utf8) }

  /// What follows a prefix that turns it round; `nil` for a word without.
  private static func rest(of word: [UInt8]) -> ArraySlice<UInt8>? {
    guard let first = word.first, prefixes.contains(where: { $0[0] == first }) else { return nil }
    for prefix in prefixes where word.count > prefix.count + 2 && word.starts(with: prefix) {
      return word.dropFirst(prefix.count)
    }
    return nil
  }

  /// Whether this one has a word, and `other` its opposite, which the other way round they have not.
  private func hasOpposite(in other: Statement) -> Bool {
    func areApart(_ word: UInt64, _ opposite: UInt64) -> Bool {
      words.contains(word) && other.words.contains(opposite) && !words.contains(opposite) && !other.words.contains(word)
    }
    return Self.oppositeWords.contains { areApart($0, $1) || areApart($1, $0) }
      || prefixed.contains { areApart($0.word, $0.rest) }
  }
}
