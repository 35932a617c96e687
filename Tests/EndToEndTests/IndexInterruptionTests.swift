// `verbatim index` that does not come to its end: the disk is full, or somebody stops it.

import Glibc
import Testing

@Suite struct IndexInterruptionTests {
  /// Lines that compress badly; 1,500 are about 500 KB.
  private static func lines(_ count: Int) -> String {
    (0..<count).map { number in
      let words = (0..<45).map { String((number &* 2_654_435_761 &+ $0 &* 40_503_233) % 9_999_991, radix: 36) }
      return #"{"id": "\#(number)", "text": "\#(words.joined(separator: " "))"}"#
    }.joined(separator: "\n")
  }

  /// The corpus has changed since its index was made, so that there is much to do.
  private func prepared(lineCount: Int = 1500) throws -> (own: BicycleCorpus, before: [UInt8]) {
    let own = try BicycleCorpus()
    let before = try own.folder.read("Index/verbatim.index")
    try own.folder.write("Corpus/lines.jsonl", Self.lines(lineCount))
    return (own, before)
  }

  private func expectUntouched(_ own: BicycleCorpus, _ before: [UInt8]) throws {
    #expect(try own.folder.read("Index/verbatim.index") == before)
    #expect(try own.ask(["chain"]).ending == .status(0))
    let known: Set = [
      "verbatim.crisis", "verbatim.index", "verbatim.lock", "verbatim.origin", "verbatim.stamps", "verbatim.index.tmp",
    ]
    #expect(try Set(own.folder.names(in: "Index")).isSubset(of: known))
    // What was left behind, if anything, is in nobody's way.
    #expect(try own.index().ending == .status(0))
    #expect(try own.folder.read("Index/verbatim.index") != before)
    #expect(try !own.folder.names(in: "Index").contains("verbatim.index.tmp"))
  }

  /// In blocks of 512 bytes: nothing at all, less than the texts, and less than the whole index but more than any of its parts.
  @Test(arguments: [0, 100, 700]) func `without room on the disk it ends with an error, and the old index stays`(
    blocks: Int
  ) throws {
    let (own, before) = try prepared()
    let run = try ChildProcess.run(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" index --corpus \"$1\" --index \"$2\"",
        try Verbatim.path(),
        own.corpusFolder, own.indexFolder,
      ])
    #expect(run.ending == .status(3))
    #expect(run.errors.contains("\(own.indexFolder)") && run.errors.contains("File too large"), "\(run.errors)")
    try expectUntouched(own, before)
  }

  /// On a fast machine a small corpus is done before the signal comes: then it is tried with a larger one.
  @Test(arguments: ["INT", "TERM", "KILL"]) func `stopped halfway, it leaves the old index`(signal: String) throws {
    for lineCount in [1500, 6000, 24_000, 96_000] {
      let (own, before) = try prepared(lineCount: lineCount)
      let run = try ChildProcess.run(
        "/usr/bin/timeout",
        ["-s", signal, "0.03", try Verbatim.path(), "index", "--corpus", own.corpusFolder, "--index", own.indexFolder])
      if run.ending == .status(0) { continue }
      // 124 where the time was over, 137 for KILL.
      #expect(run.ending == .status(124) || run.ending == .status(137) || run.ending == .signal(SIGKILL))
      return try expectUntouched(own, before)
    }
    Issue.record("it was done with 96,000 lines before it could be stopped")
  }
}
