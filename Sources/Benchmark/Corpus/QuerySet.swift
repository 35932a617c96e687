// Queries drawn from the passages of an index: bags of words, and phrases.

import InvertedIndex
import TextAnalysis

/// One query: words as they are typed, for any engine, and as our index is asked.
struct SampleQuery {
  /// Small ASCII letters.
  let words: [String]
  let isPhrase: Bool
  let query: WeightedQuery

  init(words: [String], isPhrase: Bool, _ analyzer: Analyzer) {
    self.words = words
    self.isPhrase = isPhrase
    var terms: [WeightedQuery.Term] = []
    var sequence: [[UInt8]] = []
    let buffer = analyzer.analyze(words.joined(separator: " "))
    for token in buffer.tokens {
      sequence.append(Array(buffer.term(of: token)))
      let term = WeightedQuery.Term(Array(buffer.term(of: token)))
      if !terms.contains(term) { terms.append(term) }
    }
    query = WeightedQuery(terms: terms, phrases: isPhrase ? [sequence] : [])
  }
}

/// Queries of 2 to 8 words that stand in one passage, frequent, middling and rare ones mixed; and phrases of 2 or 3 words.
struct QuerySet {
  static let lengths = 2...8
  let bags: [SampleQuery]
  let phrases: [SampleQuery]

  /// - Parameter countPerLength: bags of each length; there are twice as many phrases.
  init(_ index: IndexReader, countPerLength: Int, seed: UInt64 = 7) throws {
    let analyzer = try Analyzer(language: index.settings.language)
    var random = RandomNumbers(seed: seed)
    var bags: [SampleQuery] = []
    var phrases: [SampleQuery] = []
    for _ in 0..<countPerLength {
      for length in QuerySet.lengths {
        let words = try QuerySet.words(index, &random)
        let chosen = try QuerySet.mixed(words, count: length, index, analyzer, &random)
        bags.append(SampleQuery(words: chosen, isPhrase: false, analyzer))
      }
      for length in 2...3 {
        let words = try QuerySet.words(index, &random)
        guard words.count >= length else { continue }
        let start = random.integer(in: 0..<words.count - length + 1)
        phrases.append(SampleQuery(words: Array(words[start..<start + length]), isPhrase: true, analyzer))
      }
    }
    self.bags = bags
    self.phrases = phrases
  }

  /// The words of a passage chosen at random, small letters, as they follow each other.
  private static func words(_ index: IndexReader, _ random: inout RandomNumbers) throws -> [String] {
    let id = PassageID(UInt32(random.integer(in: 0..<index.statistics.passageCount)))
    return try index.passage(id).passage.text.lowercased().split { !("a"..."z").contains($0) }.map(String.init)
  }

  /// A quarter of the words in 5 % of the passages or more, a quarter in less than 0.1 %, the others between, as far as there are.
  private static func mixed(
    _ words: [String], count: Int, _ index: IndexReader, _ analyzer: Analyzer, _ random: inout RandomNumbers
  ) throws -> [String] {
    var classes: [[String]] = [[], [], []]
    for word in Set(words).sorted() {
      guard let term = SampleQuery(words: [word], isPhrase: false, analyzer).query.terms.first else { continue }
      let share = Double(try index.passageFrequency(of: term.term)) / Double(index.statistics.passageCount)
      classes[share >= 0.05 ? 0 : share < 0.001 ? 2 : 1].append(word)
    }
    var chosen: [String] = []
    while chosen.count < count, classes.contains(where: { !$0.isEmpty }) {
      let wanted = [0, 1, 1, 2][random.integer(in: 0..<4)]
      guard !classes[wanted].isEmpty else { continue }
      chosen.append(classes[wanted].remove(at: random.integer(in: 0..<classes[wanted].count)))
    }
    return chosen
  }
}
