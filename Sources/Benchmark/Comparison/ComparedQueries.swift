// The same queries to every engine, in turns.

extension Bench {
  /// The mean time of a query at 10 wanted: a process that answers them all less one that answers none, by their number.
  mutating func compareQueries(_ others: [any Engine]) throws {
    let ours = Ourselves(indexFolder: indexFolder)
    for (kind, all) in [("words", queries.bags), ("phrase", queries.phrases)] {
      // FTS5 scores all it finds: with every query, it would take hours.
      let limit = passageCount > 500_000 ? 40 : 100
      var step = max(1, all.count / limit)
      // Lengths of bags come in turns of 7, those of phrases in turns of 2: each gets its share.
      while step > 1, step % 7 == 0 || step % 2 == 0 { step += 1 }
      let sample = all.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      var least: [String: Double] = [:]
      for round in 0..<options.rounds {
        for engine in [ours as any Engine] + others {
          for variant in engine.variants() {
            for queries in [sample, []] {
              let file = "\(scratch)/queries.\(engine.name)\(variant).\(queries.isEmpty ? "none" : kind)"
              if round == 0 { try engine.prepare(queries, file: file, variant: variant) }
              let key = "\(engine.name)\(variant)\(queries.isEmpty ? "\t" : "")"
              least[key] = min(least[key] ?? .infinity, try engine.answer(file))
            }
          }
        }
      }
      for engine in [ours as any Engine] + others {
        for variant in engine.variants() {
          let name = engine.name + variant
          let seconds = (least[name] ?? 0) - (least[name + "\t"] ?? 0)
          row("compared, \(kind)", name, seconds / Double(sample.count) * 1000, "ms/query")
        }
      }
    }
  }
}

/// Our own index, asked in a process of its own as the others are.
private struct Ourselves: Engine {
  let indexFolder: String
  let name = "verbatim"
  let byteCount = 0

  func build() throws -> [(name: String, time: Subprocess)] { [] }
  func variants() -> [String] { [""] }

  func prepare(_ queries: [SampleQuery], file: String, variant: String) throws {
    try FixedWork.write(queries, to: file)
  }

  func answer(_ file: String) throws -> Double {
    try Subprocess.run([CommandLine.arguments[0], "work", "queries", indexFolder, file]).seconds
  }

  func oneShot(_ words: [String]) -> [String]? { nil }
}
