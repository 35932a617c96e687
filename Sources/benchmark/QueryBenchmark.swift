// Times top-k queries on an index, question by question, and holds them against exhaustive evaluation.

import Glibc
import InvertedIndex
import TextAnalysis

/// Questions as bags of words: each distinct term once, in order, with weight 1.
struct QuestionSet {
  let queries: [WeightedQuery]

  /// - Parameter path: one question a line, behind an id and a tab where there is one.
  init(path: String, language: String) throws {
    guard let file = fopen(path, "r") else { throw BenchmarkError(text: "cannot read \(path)") }
    defer { fclose(file) }
    let analyzer = try Analyzer(language: language)
    var queries: [WeightedQuery] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while getline(&line, &capacity, file) > 0, let text = line {
      let question = String(cString: text).split(separator: "\t", maxSplits: 1).last.map(String.init) ?? ""
      let buffer = analyzer.analyze(question)
      var terms: [WeightedQuery.Term] = []
      for token in buffer.tokens {
        let term = WeightedQuery.Term(Array(buffer.term(of: token)))
        if !terms.contains(term) { terms.append(term) }
      }
      if !terms.isEmpty { queries.append(WeightedQuery(terms: terms)) }
    }
    free(line)
    self.queries = queries
  }
}

/// One time for each question: the least of its rounds, in microseconds.
struct QueryBenchmark {
  let index: IndexReader
  let queries: [WeightedQuery]

  func times(top count: Int, rounds: Int) throws -> [Double] {
    var least = [Double](repeating: .infinity, count: queries.count)
    for _ in 0...rounds {
      for (number, query) in queries.enumerated() {
        let start = Clock.nanoseconds()
        _ = try index.top(count, of: query, ranking: .standard)
        least[number] = min(least[number], Double(Clock.nanoseconds() - start) / 1000)
      }
    }
    return least
  }

  /// How many of the questions get other passages or scores than by exhaustive evaluation.
  func differences(top count: Int) throws -> Int {
    try queries.count { query in
      try index.top(count, of: query, ranking: .standard)
        != index.exhaustiveTop(count, of: query, ranking: .standard)
    }
  }
}

/// The system's steady clock.
enum Clock {
  static func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }
}

/// Why a benchmark cannot be run.
struct BenchmarkError: Error {
  let text: String
}
