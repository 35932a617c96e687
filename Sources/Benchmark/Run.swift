// One run: every measure on every corpus, one after another.

/// The order of the measures.
enum Run {
  static func everything(_ options: Options) throws {
    var results = Results()
    for size in options.sizes {
      var bench = try Bench(options, passageCount: size, results)
      let others = try bench.otherEngines()
      try bench.measureExactness()
      try bench.measureDecoding()
      try bench.measureQueries()
      try bench.measurePhrases()
      try bench.measureOpening()
      try bench.measureBuilding(others)
      try bench.measureUpdating()
      try bench.measureFields()
      try bench.compareQueries(others)
      try bench.measureOneShot(others)
      results = bench.results
      try results.write(to: "\(options.folder)/results.tsv")
    }
  }
}
