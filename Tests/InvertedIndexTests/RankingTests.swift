import Documents
import Glibc
import InvertedIndex
import Testing
import TextAnalysis

/// Ranking equals the formula, worked out from the texts themselves, on random corpora.
@Suite struct RankingTests {
  @Test(arguments: 1...6)
  func `ids and scores equal those worked out from the texts`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let articles = RandomCorpus.articles(count: 25, using: &random)
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let index = try IndexReader(folder: folder.path)
    var ranking = Settings.Ranking()
    ranking.k1 = [0.4, 1.2, 2][seed % 3]
    ranking.b = [0, 0.75, 1][seed % 3]
    ranking.heading = Float(seed) / 2
    let parameters = RankingParameters(ranking)
    let oracle = try PlainScorer(articles, parameters)
    for _ in 0..<10 {
      let query = RandomCorpus.query(using: &random)
      for count in [1, 10, 1000] {
        let found = try index.top(count, of: query, ranking: parameters)
        #expect(found == Array(oracle.scored(query).prefix(count)))
      }
    }
  }

  @Test func `contributions add up to the score, bit for bit`() throws {
    var random = SeededRandom(seed: 77)
    let articles = RandomCorpus.articles(count: 20, using: &random)
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let index = try IndexReader(folder: folder.path)
    let query = RandomCorpus.query(using: &random)
    for hit in try index.top(5, of: query, ranking: .standard) {
      let parts = try index.explain(hit.passage, for: query, ranking: .standard)
      #expect(parts.map(\.score).reduce(0, +) == hit.score)
    }
  }

  @Test func `a quoted phrase must occur in this order, and articles can be chosen`() throws {
    let folder = TemporaryFolder()
    try writeIndex(
      [
        SmallArticle("a.md", [(nil, "The red bicycle stands here.")]),
        SmallArticle("b.md", [(nil, "A bicycle, red and old."), (nil, "Another red bicycle.")]),
      ], to: folder.path)
    let index = try IndexReader(folder: folder.path)
    let (red, bicycle) = (try term("red"), try term("bicycle"))
    var query = WeightedQuery(terms: [.init(red), .init(bicycle)], phrases: [[red, bicycle]])
    #expect(Set(try index.top(9, of: query, ranking: .standard).map(\.passage.rawValue)) == [0, 2])
    query.articles = [ArticleID(1)]
    #expect(try index.top(9, of: query, ranking: .standard).map(\.passage.rawValue) == [2])
    query.phrases = [[bicycle, bicycle]]
    #expect(try index.top(9, of: query, ranking: .standard).isEmpty)
  }

  @Test(arguments: 1...4)
  func `phrases are found where the texts have them, and nowhere else`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed) + 40)
    let articles = RandomCorpus.articles(count: 60, using: &random)
    let folder = TemporaryFolder()
    try writeIndex(articles, to: folder.path)
    let index = try IndexReader(folder: folder.path)
    let texts = articles.flatMap { $0.passages.map { " \($0.text) " } }
    for _ in 0..<40 {
      let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in RandomCorpus.word(using: &random) }
      let terms = words.map { Array($0.utf8) }
      let query = WeightedQuery(terms: [WeightedQuery.Term(terms[0])], phrases: [terms])
      let found = try index.top(1000, of: query, ranking: .standard).map { Int($0.passage.rawValue) }
      let expected = texts.indices.filter { texts[$0].contains(" \(words.joined(separator: " ")) ") }
      #expect(found.sorted() == expected, "\(words)")
    }
  }

  private func term(_ word: String) throws -> [UInt8] {
    let buffer = try Analyzer(language: "en").analyze(word)
    return Array(buffer.term(of: try #require(buffer.tokens.first)))
  }
}

/// Seeded random articles over a small vocabulary, so that terms are frequent and rare.
private enum RandomCorpus {
  static func articles(count: Int, using random: inout SeededRandom) -> [SmallArticle] {
    (0..<count).map { number in
      let title = Bool.random(using: &random) ? sentence(3, using: &random) : nil
      let heading = Bool.random(using: &random) ? sentence(2, using: &random) : nil
      let passages = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (heading: heading, text: sentence(Int.random(in: 1...40, using: &random), using: &random))
      }
      return SmallArticle("article\(number).md", title: title, passages)
    }
  }

  static func query(using random: inout SeededRandom) -> WeightedQuery {
    var terms: [WeightedQuery.Term] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let term = Array(word(using: &random).utf8)
      if terms.contains(where: { $0.term == term }) { continue }
      terms.append(.init(term, weight: [1, 0.5, 0.3].randomElement(using: &random) ?? 1))
    }
    return WeightedQuery(terms: terms)
  }

  /// "q", consonant, number: words that no stemmer and no spelling rule touches; low numbers are frequent.
  static func word(using random: inout SeededRandom) -> String {
    let number = min(Int.random(in: 0..<60, using: &random), Int.random(in: 0..<60, using: &random))
    return "qx\(number)"
  }

  private static func sentence(_ length: Int, using random: inout SeededRandom) -> String {
    (0..<length).map { _ in word(using: &random) }.joined(separator: " ")
  }
}

/// BM25F from the texts, passage by passage, in the order of `INTERFACE`'s formula: no index, no postings.
private struct PlainScorer {
  private struct Fields {
    var body: [String]
    var heading: [String]
    var title: [String]
  }

  private let passages: [Fields]
  private let parameters: RankingParameters

  init(_ articles: [SmallArticle], _ parameters: RankingParameters) throws {
    self.parameters = parameters
    passages = articles.flatMap { article in
      article.passages.map { passage in
        Fields(
          body: PlainScorer.words(passage.text), heading: PlainScorer.words(passage.heading ?? ""),
          title: PlainScorer.words(article.title ?? ""))
      }
    }
  }

  func scored(_ query: WeightedQuery) -> [ScoredPassage] {
    let averages = [\Fields.body, \.heading, \.title].map { field in
      let lengths = passages.map { $0[keyPath: field].count }.filter { $0 > 0 }
      return lengths.isEmpty ? 0 : Float(Double(lengths.reduce(0, +)) / Double(lengths.count))
    }
    let frequencies = query.terms.map { term in
      let word = String(decoding: term.term, as: UTF8.self)
      return passages.count { $0.body.contains(word) || $0.heading.contains(word) || $0.title.contains(word) }
    }
    let weights = zip(query.terms, frequencies).map { term, frequency in
      frequency > 0 ? term.weight * idf(frequency) : 0
    }
    // Every contribution is rounded to a step of which all weights together make at most 2^22.
    let total = weights.reduce(0, +)
    let step = Float(pow(2, floor(log2(Double(total))) - 21))
    var hits: [ScoredPassage] = []
    for (number, fields) in passages.enumerated() {
      var score: Float = 0
      for (term, weight) in zip(query.terms, weights) where weight > 0 {
        let word = String(decoding: term.term, as: UTF8.self)
        let tf =
          part(fields.body, word, averages[0], parameters.body)
          + part(fields.heading, word, averages[1], parameters.heading)
          + part(fields.title, word, averages[2], parameters.title)
        score += (weight * (tf / (parameters.k1 + tf)) / step).rounded(.toNearestOrEven) * step
      }
      if score > 0 { hits.append(ScoredPassage(passage: PassageID(UInt32(number)), score: score)) }
    }
    return hits.sorted { $0.score != $1.score ? $0.score > $1.score : $0.passage < $1.passage }
  }

  private func idf(_ frequency: Int) -> Float {
    let n = Double(frequency)
    return Float(log(1 + (Double(passages.count) - n + 0.5) / (n + 0.5)))
  }

  private func part(_ field: [String], _ word: String, _ average: Float, _ weight: Float) -> Float {
    guard average > 0 else { return 0 }
    let norm = 1 - parameters.b + parameters.b * (Float(field.count) / average)
    guard norm > 0 else { return 0 }
    return Float(field.filter { $0 == word }.count) * (weight / norm)
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
