// What a stretch of text states, as far as its words tell: content words, numbers, and what is denied. It knows no grammar.

import Questions
import TextAnalysis

/// The words of a sentence or a passage, so that two can be told to hold the same words, or to differ in what turns them round.
struct Statement {
  /// Of the content words that are no numbers; sorted, each once.
  let terms: [[UInt8]]
  /// Numbers as the analyzer writes them, each with the term behind it: `40 minut`; sorted, each once.
  let numbers: [[UInt8]]
  /// What negations and conditions stand before: the word itself and the next content word's term; sorted, each once.
  let restrictions: [[UInt8]]
  /// Folded words, sorted, each once: to find opposites.
  private let words: [[UInt8]]

  /// Reads `text`; O(bytes).
  init(_ text: String, analyzer: Analyzer, stopList: StopList) {
    let buffer = analyzer.analyze(text)
    let tokens = buffer.tokens.filter { !$0.isCompound }.map { token in
      (word: Array(buffer.word(of: token)), term: Array(buffer.term(of: token)))
    }
    let isContent = tokens.map { !stopList.contains($0.word) && !RestrictingWords.restricts($0.word) }
    func isNumber(_ index: Int) -> Bool { tokens[index].term.first.map { 0x30...0x39 ~= $0 } ?? false }
    func following(_ index: Int) -> [UInt8] {
      tokens.indices[(index + 1)...].first { isContent[$0] && !isNumber($0) }.map { tokens[$0].term } ?? []
    }
    var terms: [[UInt8]] = []
    var numbers: [[UInt8]] = []
    var restrictions: [[UInt8]] = []
    for index in tokens.indices {
      if isNumber(index) {
        // "one" is a pronoun as often as a number.
        if tokens[index].word == Array("one".utf8) { continue }
        numbers.append(tokens[index].term + [UInt8(ascii: " ")] + following(index))
      } else if isContent[index] {
        terms.append(tokens[index].term)
      } else if RestrictingWords.restricts(tokens[index].word) {
        let kind = RestrictingWords.isNegation(tokens[index].word) ? Array("not".utf8) : tokens[index].term
        restrictions.append(kind + [UInt8(ascii: " ")] + following(index))
      }
    }
    self.terms = Self.sorted(terms)
    self.numbers = Self.sorted(numbers)
    self.restrictions = Self.sorted(restrictions)
    words = Self.sorted(tokens.map(\.word))
  }

  /// 0 to 1: the share of this one's content words and numbers that `other` has too; 0 for one without.
  func share(in other: Statement) -> Double {
    let count = terms.count + numbers.count
    guard count > 0 else { return 0 }
    let shared =
      terms.count { Self.contains($0, in: other.terms) } + numbers.count { Self.contains($0, in: other.numbers) }
    return Double(shared) / Double(count)
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
  private static let oppositeWords = opposites.words.map { $0.split(separator: UInt8(ascii: " ")).map(Array.init) }
  /// "unsafe" is the opposite of "safe".
  private static let prefixes = ["un", "in", "im", "ir", "il", "non", "dis"].map { Array($0.utf8) }

  /// Whether this one has a word, and `other` its opposite, which the other way round they have not.
  private func hasOpposite(in other: Statement) -> Bool {
    func areApart(_ word: [UInt8], _ opposite: [UInt8]) -> Bool {
      Self.contains(word, in: words) && Self.contains(opposite, in: other.words) && !Self.contains(opposite, in: words)
        && !Self.contains(word, in: other.words)
    }
    for halves in Self.oppositeWords {
      if areApart(halves[0], halves[1]) || areApart(halves[1], halves[0]) { return true }
    }
    return words.contains { word in
      Self.prefixes.contains { prefix in
        word.starts(with: prefix) && word.count > prefix.count + 2
          && areApart(word, Array(word.dropFirst(prefix.count)))
      }
    }
  }

  private static func sorted(_ all: [[UInt8]]) -> [[UInt8]] {
    let sorted = all.sorted { $0.lexicographicallyPrecedes($1) }
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  private static func contains(_ word: [UInt8], in sorted: [[UInt8]]) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == word
  }
}
