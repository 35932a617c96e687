// What every measure works on: a corpus, its index, queries, and where figures go.

import InvertedIndex

/// One corpus, made and indexed, and what is measured on it.
struct Bench {
  let options: Options
  /// The articles.
  let corpus: String
  let corpusByteCount: Int
  /// As they were asked for; a few may not stand alone in the index.
  let wantedPassageCount: Int
  /// Where our index lies.
  let indexFolder: String
  /// Where other engines' files and scripts lie.
  let scratch: String
  let index: IndexReader
  let queries: QuerySet
  var results: Results

  /// Makes articles and their index below `options.folder`.
  init(_ options: Options, passageCount: Int, _ results: Results) throws {
    self.options = options
    self.results = results
    wantedPassageCount = passageCount
    scratch = "\(options.folder)/\(passageCount)"
    corpus = "\(scratch)/corpus"
    indexFolder = "\(scratch)/index"
    try Subprocess.run(["rm", "-rf", scratch])
    TextFile.makeFolder(corpus)
    corpusByteCount = try SyntheticCorpus(passageCount: passageCount).write(to: corpus)
    try Subprocess.run([options.program, "index", "--corpus", corpus, "--index", indexFolder])
    index = try IndexReader(folder: indexFolder)
    queries = try QuerySet(index, countPerLength: options.queriesPerLength)
  }

  /// Passages as they were indexed.
  var passageCount: Int { index.statistics.passageCount }

  mutating func row(_ measure: String, _ variant: String, _ value: Double, _ unit: String) {
    results.add(passageCount, measure, variant, value, unit)
  }
}

extension [Double] {
  /// The value that `share` of the others do not exceed; 0 for an empty array.
  func percentile(_ share: Double) -> Double {
    let values = sorted()
    return values.isEmpty ? 0 : values[Swift.min(values.count - 1, Int(share * Double(values.count)))]
  }
}
