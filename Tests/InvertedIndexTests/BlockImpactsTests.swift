import Documents
import Testing

@testable import InvertedIndex

/// A block's impacts bound every posting in it, whatever the parameters; and not too loosely at the usual ones.
@Suite struct BlockImpactsTests {
  @Test(arguments: 0..<60)
  func `no posting exceeds the bound`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var ranking = Settings.Ranking()
    if seed > 0 {
      ranking.b = [0, 1, 0.75, Float.random(in: 0...1, using: &random)][seed % 4]
      ranking.body = [1, 0, 7][seed % 3]
      ranking.heading = Float.random(in: 0...3, using: &random)
      ranking.title = [0, 0.5][seed % 2]
    }
    let lengths = (0..<128).map { _ in
      FieldLengths(
        body: Int.random(in: 1...(seed % 5 == 0 ? 70_000 : 180), using: &random),
        heading: Int.random(in: 1...12, using: &random), title: Int.random(in: 1...20, using: &random))
    }
    var statistics = StoredStatistics()
    for length in lengths { statistics.add(length) }
    let parameters = RankingParameters(ranking)
    let norms = FieldNorms(statistics, parameters)
    let scale = ImpactScale(statistics, parameters)
    var collector = ImpactCollector()
    var most: Float = 0
    for (number, lengths) in lengths.enumerated() {
      let posting = Posting(
        passage: UInt32(number), body: UInt32.random(in: 0...(seed % 7 == 0 ? 900 : 6), using: &random),
        heading: seed % 3 == 0 ? UInt32.random(in: 0...2, using: &random) : 0,
        title: seed % 4 == 1 ? UInt32.random(in: 0...1, using: &random) : 0)
      collector.add(posting, lengths)
      most = max(most, norms.frequency(posting, lengths))
    }
    let bound = 1 / scale.reciprocal(collector.impacts)
    // Both are calculated in floats: where they meet, the last bit may differ.
    #expect(bound * 1.00001 >= most)
    let isUsual = seed % 5 != 0 && seed % 7 != 0 && seed % 3 != 0 && seed % 4 != 1
    if isUsual { #expect(bound <= 1.15 * most) }
  }

  @Test func `classes of quotients are rounded up, by a sixteenth of an octave at most`() {
    for number in 1..<4000 {
      let quotient = Float(number) / 17
      let back = BlockImpacts.quotient(BlockImpacts.quantized(quotient))
      #expect(back >= quotient)
      #expect(back <= quotient * 1.0626 || quotient > 230)
    }
    #expect(BlockImpacts.quantized(0) == 0)
    #expect(BlockImpacts.quotient(BlockImpacts.quantized(1e-9)) > 0)
    #expect(BlockImpacts.quotient(BlockImpacts.quantized(1e9)) == .infinity)
  }

  @Test func `length classes rise, are exact where most passages lie, and hold what they are given`() {
    var previous = 0
    for length in 0...65_535 {
      let lengthClass = LengthClass.of(length)
      let ranked = LengthClass.length(lengthClass)
      #expect(ranked <= length && LengthClass.of(ranked) == lengthClass && Int(lengthClass) >= previous)
      if length < 192 { #expect(ranked == length) }
      if length < 49_000 { #expect(Float(length) < Float(ranked) * 1.126 || length == 0) }
      previous = Int(lengthClass)
    }
    let lengths = [3, 191, 192, 1000, 65_535].map { FieldLengths(body: $0, heading: $0, title: 2) }
    let section = FieldLengths.encode(lengths)
    let back = try? FieldLengths.decode(section.span.bytes, count: 5)
    #expect(back == lengths)
    #expect(section.count == 5 * 3 + 3 * 2)
    let short = Array(section.dropLast())
    #expect((try? FieldLengths.decode(short.span.bytes, count: 5)) == nil)
  }
}
