// Puts like documents side by side, so that the gaps between the postings of a term become small.

/// Recursive graph bisection (Dhulipala, Kabiljo, Karrer, Ottaviano, Pupyrev and Shalita, "Compressing Graphs and Indexes with
/// Recursive Graph Bisection", KDD 2016).
///
/// Documents are halved again and again; within each halving, those are exchanged that make the logarithms of the gaps smaller,
/// as far as the degrees of the terms on both sides tell. All arithmetic is in integers: the same documents have the same order on
/// any machine.
struct GraphBisection {
  /// Exchanges in one halving, at most.
  private static let rounds = 20
  /// So few documents are not halved any more.
  private static let leaf = 16

  /// Of document *d* the terms `terms[starts[d]..<starts[d + 1]]`, each once.
  private let starts: [Int]
  private let terms: [UInt32]
  /// 2^16 times the logarithm, to the base 2, of each number up to that of the documents and one.
  private let logarithms: [Int32]
  /// Of the halving at hand: in how many documents of each side each term occurs. Zero but for its terms.
  private var left: [Int32]
  private var right: [Int32]
  private var order: [UInt32]
  private var gains: [Int64]

  /// - Parameter documents: for each its terms, each once, below `termCount`.
  init(_ documents: [[UInt32]], termCount: Int) {
    var starts = [0]
    var terms: [UInt32] = []
    for document in documents {
      terms += document
      starts.append(terms.count)
    }
    self.starts = starts
    self.terms = terms
    logarithms = (0...documents.count + 1).map { GraphBisection.logarithm(max(1, $0)) }
    left = [Int32](repeating: 0, count: termCount)
    right = left
    order = documents.indices.map { UInt32($0) }
    gains = [Int64](repeating: 0, count: documents.count)
  }

  /// The documents in their new order. O(terms of all documents · log documents) in each round.
  mutating func run() -> [Int] {
    var pending = [order.indices]
    while let range = pending.popLast() {
      guard range.count > GraphBisection.leaf else { continue }
      let middle = range.lowerBound + range.count / 2
      halve(range, at: middle)
      pending.append(range.lowerBound..<middle)
      pending.append(middle..<range.upperBound)
    }
    return order.map(Int.init)
  }

  private mutating func halve(_ range: Range<Int>, at middle: Int) {
    count(range.lowerBound..<middle, by: 1, isLeft: true)
    count(middle..<range.upperBound, by: 1, isLeft: false)
    defer {
      clear(range)
    }
    for _ in 0..<GraphBisection.rounds {
      for place in range {
        gains[Int(order[place])] = gain(of: Int(order[place]), range, middle, isLeft: place < middle)
      }
      sort(range.lowerBound..<middle)
      sort(middle..<range.upperBound)
      var moved = 0
      while range.lowerBound + moved < middle, middle + moved < range.upperBound {
        let (one, other) = (range.lowerBound + moved, middle + moved)
        guard gains[Int(order[one])] + gains[Int(order[other])] > 0 else { break }
        exchange(one, other)
        moved += 1
      }
      if moved == 0 { return }
    }
  }

  /// The greatest gains first; of equal ones the document that came first at the beginning.
  private mutating func sort(_ range: Range<Int>) {
    let gains = gains
    order[range].sort { one, other in
      let (a, b) = (gains[Int(one)], gains[Int(other)])
      return a != b ? a > b : one < other
    }
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    count(one..<one + 1, by: -1, isLeft: true)
    count(other..<other + 1, by: -1, isLeft: false)
    order.swapAt(one, other)
    count(one..<one + 1, by: 1, isLeft: true)
    count(other..<other + 1, by: 1, isLeft: false)
  }

  private mutating func count(_ range: Range<Int>, by step: Int32, isLeft: Bool) {
    for place in range {
      let document = Int(order[place])
      for index in starts[document]..<starts[document + 1] {
        if isLeft { left[Int(terms[index])] += step } else { right[Int(terms[index])] += step }
      }
    }
  }

  private mutating func clear(_ range: Range<Int>) {
    for place in range {
      let document = Int(order[place])
      for index in starts[document]..<starts[document + 1] {
        left[Int(terms[index])] = 0
        right[Int(terms[index])] = 0
      }
    }
  }

  /// By how much the estimate of the gaps' logarithms shrinks if the document changes sides.
  private func gain(of document: Int, _ range: Range<Int>, _ middle: Int, isLeft: Bool) -> Int64 {
    let own = logarithms[isLeft ? middle - range.lowerBound : range.upperBound - middle]
    let far = logarithms[isLeft ? range.upperBound - middle : middle - range.lowerBound]
    var gain: Int64 = 0
    for index in starts[document]..<starts[document + 1] {
      let term = Int(terms[index])
      let here = Int(isLeft ? left[term] : right[term])
      let there = Int(isLeft ? right[term] : left[term])
      gain += cost(here, own) + cost(there, far) - cost(here - 1, own) - cost(there + 1, far)
    }
    return gain
  }

  /// What `degree` postings among documents whose number has this logarithm cost: each the logarithm of its mean gap.
  private func cost(_ degree: Int, _ size: Int32) -> Int64 {
    Int64(degree) * Int64(size - logarithms[degree + 1])
  }

  /// 2^16 times the logarithm to the base 2, rounded down; by squaring, bit for bit (Knuth, TAOCP 1, 1.2.2).
  private static func logarithm(_ number: Int) -> Int32 {
    let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
    // The number as 1 ≤ x < 2 with 30 bits behind the point.
    var x = whole <= 30 ? UInt64(number) << UInt64(30 - whole) : UInt64(number) >> UInt64(whole - 30)
    var result = Int32(whole)
    for _ in 0..<16 {
      x = x * x >> 30
      result <<= 1
      if x >= 1 << 31 {
        result |= 1
        x >>= 1
      }
    }
    return result
  }
}
