import Testing

@testable import InvertedIndex

/// Documents with the same terms come to stand side by side.
@Suite struct GraphBisectionTests {
  /// The sum of the logarithms of the gaps between the documents of each term, when they stand in `order`.
  private func cost(_ documents: [[UInt32]], _ order: [Int]) -> Double {
    var last: [UInt32: Int] = [:]
    var cost = 0.0
    for (place, document) in order.enumerated() {
      for term in documents[document] {
        let gap = place - (last[term] ?? -1)
        var steps = 0
        while 1 << steps < gap { steps += 1 }
        cost += Double(steps)
        last[term] = place
      }
    }
    return cost
  }

  /// Documents of `kinds` vocabularies, dealt out like cards.
  private func dealt(_ count: Int, kinds: Int, seed: UInt64) -> [[UInt32]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { number in
      let terms = (0..<12).map { _ in UInt32(number % kinds) * 40 + UInt32.random(in: 0..<40, using: &random) }
      return Set(terms).sorted()
    }
  }

  @Test(arguments: 1...6) func `every document keeps a place, and the gaps shrink`(seed: UInt64) {
    let documents = dealt(400, kinds: 8, seed: seed)
    var bisection = GraphBisection(documents, termCount: 320)
    let order = bisection.run()
    #expect(order.sorted() == Array(0..<400))
    #expect(cost(documents, order) < 0.75 * cost(documents, Array(0..<400)))
    var again = GraphBisection(documents, termCount: 320)
    #expect(again.run() == order)
  }

  @Test(arguments: [0, 1, 2, 16, 17]) func `few documents, and documents without terms, are no trouble`(count: Int) {
    var bisection = GraphBisection(dealt(count, kinds: 2, seed: 9), termCount: 80)
    #expect(bisection.run().sorted() == Array(0..<count))
    var empty = GraphBisection([[UInt32]](repeating: [], count: count), termCount: 0)
    #expect(empty.run() == Array(0..<count))
  }
}
