// Instructions that fixed pieces of work take, as valgrind counts them: the same from run to run, whatever else is going on.

import Glibc

/// `verbatim-benchmark instructions`: fails where a count is above its threshold by more than 5 %.
enum InstructionCounts {
  static let tolerance = 0.05

  static func run(_ options: Options) throws {
    guard Subprocess.works("valgrind", "--version") else { throw BenchmarkError(text: "valgrind is not installed") }
    let folder = "\(options.folder)/instructions"
    let pieces = try prepare(folder, options)
    var counts: [(name: String, count: Int)] = []
    for (name, command) in pieces {
      counts.append((name, try count(command, output: "\(folder)/callgrind.out")))
    }
    if options.isUpdate { return try update(counts, options) }
    try compare(counts, options)
  }

  /// Makes a corpus, its index and queries, and names the pieces of work on them.
  private static func prepare(_ folder: String, _ options: Options) throws -> [(String, [String])] {
    var settings = options
    settings.folder = folder
    settings.queriesPerLength = 15
    let bench = try Bench(settings, passageCount: 2000, Results())
    let built = "\(bench.scratch)/built"
    let queries = "\(folder)/queries"
    let own = CommandLine.arguments[0]
    try FixedWork.write(Array(bench.queries.bags.prefix(100)), to: queries)
    return [
      ("decode", [own, "work", "decode", bench.indexFolder, queries]),
      ("queries", [own, "work", "queries", bench.indexFolder, queries]),
      ("build", [options.program, "index", "--corpus", bench.corpus, "--index", built, "--threads", "1"]),
      ("one-shot", [options.program, "ask", "--index", bench.indexFolder] + bench.queries.bags[0].words),
    ]
  }

  private static func count(_ command: [String], output: String) throws -> Int {
    try Subprocess.run(
      ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(output)"] + command, statuses: 0...1)
    for line in try TextFile.read(output).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "totals:" || words.first == "summary:", words.count > 1, let count = Int(words[1]) {
        return count
      }
    }
    throw BenchmarkError(text: "callgrind counted nothing for \(command.joined(separator: " "))")
  }

  private static func update(_ counts: [(name: String, count: Int)], _ options: Options) throws {
    var text = """
      # Instructions of fixed pieces of work, counted by callgrind on x86-64. `make bench-check` fails at 5 % more.
      # Where more is meant to be needed, or less was reached: `make bench-thresholds`, and say why in the commit.

      """
    for (name, count) in counts {
      text += "\(name) \(count)\n"
      print("\(name)\t\(count)")
    }
    try TextFile.write(text, to: options.thresholds)
  }

  private static func compare(_ counts: [(name: String, count: Int)], _ options: Options) throws {
    var thresholds: [String: Int] = [:]
    for line in try TextFile.read(options.thresholds).split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]), count > 0 else {
        throw BenchmarkError(text: "\(options.thresholds): not a threshold: \(line)")
      }
      thresholds[String(words[0])] = count
    }
    var tooMany: [String] = []
    for (name, count) in counts {
      guard let threshold = thresholds[name] else { throw BenchmarkError(text: "no threshold for \(name)") }
      let change = Double(count) / Double(threshold) - 1
      print("\(name)\t\(count)\tthreshold \(threshold)\t\(change < 0 ? "" : "+")\((change * 1000).rounded() / 10) %")
      if change > tolerance { tooMany.append(name) }
      if change < -tolerance { print("  that is less: make bench-thresholds keeps it so") }
    }
    guard tooMany.isEmpty else {
      throw BenchmarkError(
        text: """
          \(tooMany.joined(separator: ", ")): more than 5 % above the threshold in \(options.thresholds).
          Mend it; or, where it is meant, run `make bench-thresholds`, and say why in the commit.
          """)
    }
  }
}
