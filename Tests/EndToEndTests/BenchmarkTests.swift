// The benchmark program, on a few hundred made-up passages: that it measures, not what.

import Testing

@Suite struct BenchmarkTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ arguments: [String]) throws -> Run {
    try ChildProcess.run("\(Verbatim.productsFolder)/verbatim-benchmark", arguments, directory: folder(""))
  }

  @Test func `a run gives a figure for every measure, and the page and the picture show them`() throws {
    try folder.write(
      "Documentation/benchmarks.md", "before\n<!-- results: begin -->\nold\n<!-- results: end -->\nafter\n")
    let options = ["--folder", folder("bench"), "--program", try Verbatim.path(), "--classpath", folder("nothing")]
    let run = try run(["run", "--sizes", "100,200", "--rounds", "1", "--queries", "3"] + options)
    #expect(run.ending == .status(0), "\(run.errors)")
    let measures = Set(run.lines.compactMap { $0.split(separator: "\t").dropFirst().first.map(String.init) })
    let expected = [
      "exactness", "decode", "top-k", "phrase", "open", "build", "update", "three fields", "size", "one-shot",
      "compared, words",
    ]
    #expect(measures.isSuperset(of: expected))

    #expect(try self.run(["pages"] + options).ending == .status(0))
    let page = String(decoding: try folder.read("Documentation/benchmarks.md"), as: UTF8.self)
    #expect(page.hasPrefix("before\n") && page.hasSuffix("after\n") && !page.contains("old"))
    #expect(page.contains("| open | in the page cache |"))
    #expect(page.ranges(of: "\n- Lucene is left out: ").count == 1, "said once, for two sizes")
    #expect(try folder.read("Documentation/growth.svg").starts(with: "<svg".utf8))
  }

  @Test func `the synthetic corpus is the same every time`() throws {
    for name in ["a", "b"] { #expect(try run(["corpus", folder(name), "300"]).ending == .status(0)) }
    let difference = try ChildProcess.run("/usr/bin/diff", ["-r", folder("a"), folder("b")], directory: folder(""))
    #expect(difference.ending == .status(0))
    let headings = try ChildProcess.run("/bin/grep", ["-rh", "^# ", folder("a")], directory: folder(""))
    #expect(Set(headings.lines).count > 3)
  }

  @Test(arguments: [
    ["run", "--rounds", "0"], ["run", "--sizes", "ten"], ["run", "--colour", "red"], ["nothing"], [],
  ])
  func `wrong use is explained`(arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.ending == .status(2))
    #expect(!run.errors.isEmpty)
  }
}
