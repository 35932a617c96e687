import ByteIO
import Documents
import Testing
import TextAnalysis

@testable import InvertedIndex

/// Pruned evaluation gives what exhaustive evaluation gives: the same passages, the same scores, bit for bit.
@Suite struct MaxScoreTests {
  @Test(arguments: 0..<4)
  func `ids and scores equal the exhaustive ones`(seed: Int) throws {
    let corpus = try SkewedIndex(seed: seed)
    var random = SeededRandom(seed: UInt64(seed) + 900)
    var ranking = Settings.Ranking()
    if seed % 2 == 1 {
      ranking.k1 = Float.random(in: 0.2...3, using: &random)
      ranking.b = Float.random(in: 0...1, using: &random)
      ranking.heading = Float.random(in: 0...2, using: &random)
    }
    let parameters = RankingParameters(ranking)
    for number in 0..<60 {
      let query = SkewedIndex.query(using: &random)
      let oracle = ExhaustiveSearch(segment: corpus.segment, ranking: parameters)
      let scratch = SearchScratch(corpus.segment.statistics, parameters)
      var search = MaxScoreSearch(segment: corpus.segment, ranking: parameters, scratch: scratch)
      search.mostWindow = [1, 256, 4096][number % 3]
      search.exhaustiveLimit = number % 4 == 3 ? .max : 0
      for count in [1, 10, 200, 10_000] {
        let found = try search.top(count, of: query, filter: nil)
        #expect(found == (try oracle.top(count, of: query, filter: nil)), "question \(number), top \(count)")
      }
    }
  }

  @Test func `phrases and chosen articles restrict it likewise`() throws {
    let corpus = try SkewedIndex(seed: 9)
    var random = SeededRandom(seed: 31)
    for _ in 0..<40 {
      var query = SkewedIndex.query(using: &random)
      query.articles = (0..<200).filter { _ in Bool.random(using: &random) }.map { ArticleID($0) }
      if Bool.random(using: &random), query.terms.count > 1 {
        query.phrases = [[query.terms[0].term, query.terms[1].term]]
      }
      let filter = try PassageFilter(query, in: corpus.segment)
      let oracle = ExhaustiveSearch(segment: corpus.segment, ranking: .standard)
      let scratch = SearchScratch(corpus.segment.statistics, .standard)
      var search = MaxScoreSearch(segment: corpus.segment, ranking: .standard, scratch: scratch)
      search.exhaustiveLimit = 0
      #expect(try search.top(10, of: query, filter: filter) == (try oracle.top(10, of: query, filter: filter)))
    }
  }

  @Test func `the first passage is scored as any other, also where its range is evaluated late`() throws {
    // Four ranges promise more than the first but keep it in play: their best passages lack the common term, too.
    let rare: Set<Int> = [0, 645, 1285, 1925, 2565]
    let passages = (0..<3840).map { number -> (heading: String?, text: String) in
      if rare.contains(number) { return (nil, number == 0 ? "qxa qxa qxf qxf" : "qxa qxa qxf") }
      return (nil, number % 2 == 0 ? "qxb qxf qxf" : "qxf qxf qxf")
    }
    let folder = TemporaryFolder()
    try writeIndex([SmallArticle("a.md", passages)], to: folder.path)
    let segment = try OpenSegment(SegmentReader(folder: folder.path))
    let query = WeightedQuery(terms: [.init(Array("qxa".utf8)), .init(Array("qxb".utf8))])
    let oracle = ExhaustiveSearch(segment: segment, ranking: .standard)
    let scratch = SearchScratch(segment.statistics, .standard)
    var search = MaxScoreSearch(segment: segment, ranking: .standard, scratch: scratch)
    search.exhaustiveLimit = 0
    for count in 1...6 {
      #expect(try search.top(count, of: query, filter: nil) == (try oracle.top(count, of: query, filter: nil)))
    }
  }

  @Test func `questions of hundreds of terms are answered alike`() throws {
    let corpus = try SkewedIndex(seed: 5)
    let terms = (0..<400).map { WeightedQuery.Term(Array("qx\($0)".utf8), weight: $0 % 3 == 0 ? 0.2 : 1) }
    let oracle = ExhaustiveSearch(segment: corpus.segment, ranking: .standard)
    let pool = SearchScratchPool()
    for query in [WeightedQuery(terms: terms), WeightedQuery(terms: Array(terms.prefix(100)))] {
      let found = try pool.withScratch(corpus.segment.statistics, .standard) { (scratch) throws(IndexError) in
        var search = MaxScoreSearch(segment: corpus.segment, ranking: .standard, scratch: scratch)
        search.exhaustiveLimit = 0
        return try search.top(10, of: query, filter: nil)
      }
      #expect(found == (try oracle.top(10, of: query, filter: nil)))
    }
  }

  @Test(arguments: [0, .leastNonzeroMagnitude, 1e-30, 1e30, .greatestFiniteMagnitude] as [Float])
  func `no weight of a field keeps a search from ending`(weight: Float) throws {
    let corpus = try SkewedIndex(seed: 2)
    for (k1, b) in [(1.2, 0), (.leastNonzeroMagnitude, 0.75), (.greatestFiniteMagnitude, 1)] as [(Float, Float)] {
      var ranking = Settings.Ranking()
      (ranking.k1, ranking.b, ranking.body, ranking.heading) = (k1, b, weight, weight)
      let parameters = RankingParameters(ranking)
      let scratch = SearchScratch(corpus.segment.statistics, parameters)
      var search = MaxScoreSearch(segment: corpus.segment, ranking: parameters, scratch: scratch)
      search.exhaustiveLimit = 0
      let query = WeightedQuery(terms: ["qx0", "qx3", "qx900"].map { .init(Array($0.utf8)) })
      #expect(try search.top(5, of: query, filter: nil).count <= 5)
    }
  }

  @Test func `a search that fails leaves nothing behind for the next`() throws {
    let corpus = try SkewedIndex(seed: 4)
    let pool = SearchScratchPool()
    let query = WeightedQuery(terms: [.init(Array("qx1".utf8)), .init(Array("qx700".utf8))])
    _ = try? pool.withScratch(corpus.segment.statistics, .standard) { (scratch) throws(MalformedBytes) in
      scratch.prepare(window: 4096, statistics: corpus.segment.statistics, ranking: .standard)
      for place in 0..<64 { scratch.scores[place] = 1 }
      throw MalformedBytes(offset: 0)
    }
    let found = try pool.withScratch(corpus.segment.statistics, .standard) { (scratch) throws(IndexError) in
      try MaxScoreSearch(segment: corpus.segment, ranking: .standard, scratch: scratch).top(10, of: query, filter: nil)
    }
    let oracle = ExhaustiveSearch(segment: corpus.segment, ranking: .standard)
    #expect(found == (try oracle.top(10, of: query, filter: nil)))
  }

  @Test func `contributions of any weights add up in any order`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<200 {
      let weights = (0..<12).map { _ in Float.random(in: 1e-6...20, using: &random) }
      let quantum = ScoreQuantum(total: weights.reduce(0, +))
      var parts = weights.map { quantum.rounded($0 * Float.random(in: 0..<1, using: &random)) }
      let sum = parts.reduce(0, +)
      parts.shuffle(using: &random)
      #expect(parts.reduce(0, +) == sum)
      #expect(zip(weights, weights.map(quantum.roundedUp)).allSatisfy { $0 <= $1 })
    }
  }
}

/// An index of a few thousand short passages over words whose frequencies fall as in a language.
private struct SkewedIndex {
  let folder = TemporaryFolder()
  let segment: OpenSegment

  init(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let articles = (0..<200).map { number in
      let title = SkewedIndex.sentence(3, using: &random)
      let passages = (0..<Int.random(in: 5...25, using: &random)).map { place in
        (
          heading: place % 4 == 0 ? SkewedIndex.sentence(2, using: &random) : nil,
          text: SkewedIndex.sentence(Int.random(in: 3...40, using: &random), using: &random)
        )
      }
      return SmallArticle("article\(1000 + number).md", title: number % 3 == 0 ? nil : title, passages)
    }
    try writeIndex(articles, to: folder.path)
    segment = try OpenSegment(SegmentReader(folder: folder.path))
  }

  static func query(using random: inout SeededRandom) -> WeightedQuery {
    var terms: [WeightedQuery.Term] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let term = Array(word(using: &random).utf8)
      if terms.contains(where: { $0.term == term }) { continue }
      terms.append(.init(term, weight: [1, 1, 0.5, 0.001].randomElement(using: &random) ?? 1))
    }
    return WeightedQuery(terms: terms)
  }

  /// Words that no stemmer and no spelling rule touches; the lowest numbers are in half of all passages.
  private static func word(using random: inout SeededRandom) -> String {
    let uniform = Double.random(in: 0..<1, using: &random)
    return "qx\(Int(1000 * uniform * uniform * uniform * uniform))"
  }

  private static func sentence(_ length: Int, using random: inout SeededRandom) -> String {
    (0..<length).map { _ in word(using: &random) }.joined(separator: " ")
  }
}
