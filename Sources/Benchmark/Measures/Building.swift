// How fast do articles become an index?

import Glibc

extension Bench {
  /// The whole program from Markdown to an index on the disk, with one and two threads; other engines take turns with it.
  mutating func measureBuilding(_ others: [any Engine]) throws {
    var least: [String: Double] = [:]
    func note(_ name: String, _ seconds: Double) { least[name] = min(least[name] ?? .infinity, seconds) }
    let folder = "\(scratch)/built"
    // A second round of an hour tells no more than one.
    for _ in 0..<(passageCount > 500_000 ? 1 : options.rounds) {
      for threads in [1, 2] {
        try Subprocess.run(["rm", "-rf", folder])
        // What others left for the disk to do is not to be waited for here.
        sync()
        let run = try Subprocess.run([
          options.program, "index", "--corpus", corpus, "--index", folder, "--threads", "\(threads)",
        ])
        note("verbatim, \(threads) thread\(threads == 1 ? "" : "s")", run.seconds)
        note("verbatim, processor time, \(threads) thread\(threads == 1 ? "" : "s")", run.processorSeconds)
      }
      for engine in others {
        sync()
        for step in try engine.build() {
          note("\(engine.name)\(step.name)", step.time.seconds)
          note("\(engine.name), processor time\(step.name)", step.time.processorSeconds)
        }
      }
    }
    try Subprocess.run(["rm", "-rf", folder])
    row("corpus", "articles", Double(corpusByteCount) / 1e6, "MB")
    for name in least.keys.sorted(by: >) { row("build", name, least[name] ?? 0, "s") }
    for threads in ["1 thread", "2 threads"] {
      let seconds = least["verbatim, \(threads)"] ?? .infinity
      row("build", "verbatim, \(threads), speed", Double(corpusByteCount) / seconds / 1e6, "MB/s")
    }
    row("size", "verbatim", Double(index.statistics.byteCount) / 1e6, "MB")
    for engine in others { row("size", engine.name, Double(engine.byteCount) / 1e6, "MB") }
  }
}
