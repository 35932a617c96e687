// What do titles and headings cost, as fields of their own beside the body?

import Glibc
import InvertedIndex

extension Bench {
  /// The same paragraphs once more without titles and headings: how much more the index with three fields takes, in percent.
  ///
  /// - Throws: Where the two indexes do not have the same passages.
  mutating func measureFields() throws {
    let folder = "\(scratch)/bodies"
    let bodyCorpus = "\(folder)/corpus"
    let bodyIndex = "\(folder)/index"
    try Subprocess.run(["rm", "-rf", folder])
    TextFile.makeFolder(bodyCorpus)
    _ = try SyntheticCorpus(passageCount: wantedPassageCount, hasHeadings: false).write(to: bodyCorpus)
    var least = (bodies: Double.infinity, fields: Double.infinity)
    for _ in 0..<(passageCount > 500_000 ? 1 : options.rounds) {
      least.bodies = min(least.bodies, try processorSeconds(corpus: bodyCorpus, index: bodyIndex))
      least.fields = min(least.fields, try processorSeconds(corpus: corpus, index: "\(folder)/fields"))
    }
    let bodies = try IndexReader(folder: bodyIndex)
    guard bodies.statistics.passageCount == passageCount, bodies.statistics.tokenCount == index.statistics.tokenCount
    else { throw BenchmarkError(text: "\(bodyCorpus) does not have the passages of \(corpus)") }
    let times = try milliseconds(queries.bags, top: 10, in: [bodies, index]).map { $0.reduce(0, +) }
    func price(_ name: String, _ fields: Double, _ bodies: Double) {
      row("three fields", "\(name), beyond one field", (fields / bodies - 1) * 100, "%")
    }
    price("postings", Double(index.postingByteCount), Double(bodies.postingByteCount))
    price("index", Double(index.statistics.byteCount), Double(bodies.statistics.byteCount))
    price("build, processor time", least.fields, least.bodies)
    price("top-k, k = 10, mean", times[1], times[0])
    try Subprocess.run(["rm", "-rf", folder])
  }

  /// Of `verbatim index` with one thread, from nothing.
  private func processorSeconds(corpus: String, index: String) throws -> Double {
    try Subprocess.run(["rm", "-rf", index])
    sync()
    let command = [options.program, "index", "--corpus", corpus, "--index", index, "--threads", "1"]
    return try Subprocess.run(command).processorSeconds
  }
}
