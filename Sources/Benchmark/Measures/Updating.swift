// What does it take to bring an index up to date after one article changed, beside making it anew?

import Glibc
import InvertedIndex

extension Bench {
  /// Changes the article in the middle, and back, as often as there are rounds; every other index is made anew for comparison.
  ///
  /// - Throws: Where an updated index has other bytes than one made anew.
  mutating func measureUpdating() throws {
    let middle = try index.article(of: PassageID(UInt32(passageCount / 2)))
    let article = "\(corpus)/\(try index.article(middle).path.text)"
    let original = try TextFile.read(article)
    defer { try? TextFile.write(original, to: article) }
    let updated = "\(scratch)/updated"
    let full = "\(scratch)/built"
    try Subprocess.run(["rm", "-rf", updated, full])
    try Subprocess.run(["cp", "-r", indexFolder, updated])
    // The articles were written when they were first indexed, too lately to be known again by their times.
    _ = try timedIndex(updated)
    var updates: [Subprocess] = []
    var builds: [Subprocess] = []
    for round in 0..<(passageCount > 500_000 ? 1 : options.rounds) {
      let change = "A paragraph of round \(round), too short to stand alone.\n"
      try TextFile.write(original + change, to: article)
      updates.append(try timedIndex(updated))
      builds.append(try timedIndex(full, "--full"))
      guard Subprocess.works("cmp", "\(updated)/verbatim.index", "\(full)/verbatim.index") else {
        throw BenchmarkError(text: "\(updated) was brought up to date, and differs from \(full), which was made anew")
      }
    }
    try Subprocess.run(["rm", "-rf", updated, full])
    func least(_ runs: [Subprocess], _ seconds: KeyPath<Subprocess, Double>) -> Double {
      runs.map { $0[keyPath: seconds] }.min() ?? .infinity
    }
    for (name, seconds) in [("", \Subprocess.seconds), (", processor time", \Subprocess.processorSeconds)] {
      let update = least(updates, seconds)
      let build = least(builds, seconds)
      row("update", "one article changed\(name)", update, "s")
      row("update", "all made anew\(name)", build, "s")
      row("update", "one changed, of all made anew\(name)", update / build * 100, "%")
    }
  }

  /// Runs `verbatim index` on the articles, when the disk has done what it was given before.
  private func timedIndex(_ folder: String, _ options: String...) throws -> Subprocess {
    sync()
    return try Subprocess.run([self.options.program, "index", "--corpus", corpus, "--index", folder] + options)
  }
}
