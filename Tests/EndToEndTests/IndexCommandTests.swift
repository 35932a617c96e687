// `verbatim index`: what it skips, when it writes, what it refuses.

import Testing

@Suite struct IndexCommandTests {
  @Test func `what is no article is named with its reason; the rest is counted`() throws {
    let own = try BicycleCorpus()
    let folder = try TemporaryFolder()
    let run = try Verbatim.run(["index", "--corpus", own.corpusFolder, "--index", folder("Index")])
    #expect(run.ending == .status(0))
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(3) == [
        "verbatim: skipped empty.md: empty", "verbatim: skipped photo.png: not a format of articles: .png",
        "verbatim: skipped sizes.csv: not a format of articles: .csv",
      ])
    #expect(lines.count == 4)
    #expect(lines.last?.hasPrefix("verbatim: 6 articles, 11 passages, ") == true)
  }

  @Test func `a second run writes nothing; a changed article makes another index, changed back the same as before`()
    throws
  {
    let own = try BicycleCorpus()
    let first = try own.folder.read("Index/verbatim.index")
    let again = try own.index()
    #expect(again.ending == .status(0) && again.errors.contains("is up to date"))
    let tyres = try own.folder.read("Corpus/tyres.md")
    try own.folder.write(
      "Corpus/tyres.md",
      tyres
        + Array(
          "\n## What is sealant for?\n\nSealant in the tube closes small holes by itself while the wheel turns.\n".utf8)
    )
    #expect(try own.records("what is sealant\n")[0]["missing"]?.texts.contains("sealant") == true)
    #expect(try own.index().ending == .status(0))
    #expect(try own.records("what is sealant\n")[0]["missing"]?.texts == [])
    #expect(try own.folder.read("Index/verbatim.index") != first)
    try own.folder.write("Corpus/tyres.md", tyres)
    #expect(try own.index().ending == .status(0))
    #expect(try own.folder.read("Index/verbatim.index") == first)
  }

  @Test func `a folder without articles leaves the old index as it was`() throws {
    let own = try BicycleCorpus()
    let first = try own.folder.read("Index/verbatim.index")
    try own.folder.write("Empty/photo.png", "no article")
    let run = try Verbatim.run(["index", "--corpus", own.folder("Empty"), "--index", own.folder("Index")])
    #expect(run.ending == .status(2))
    #expect(run.errors.contains("skipped photo.png") && run.errors.contains("no article was found"))
    #expect(try own.folder.read("Index/verbatim.index") == first)
  }

  @Test func `the same articles give the same bytes, wherever they lie`() throws {
    let (one, other) = (try BicycleCorpus(), try BicycleCorpus())
    #expect(try one.folder.read("Index/verbatim.index") == other.folder.read("Index/verbatim.index"))
  }

  @Test(arguments: [["--threads", "1"], ["--threads", "4", "--memory", "32"], ["--threads", "2", "--memory", "600"]])
  func `neither threads nor memory change a byte, and nothing else is left in the folder`(options: [String]) throws {
    let own = try BicycleCorpus()
    // A file of lines that is read in several pieces, with an id that comes again in another piece.
    let lines = (0..<4000).map {
      #"{"id": "\#($0 % 3900)", "text": "\#($0) \#(String(repeating: "two wheels ", count: 30))"}"#
    }
    try own.folder.write("Corpus/lines.jsonl", lines.joined(separator: "\n"))
    #expect(try own.index().errors.contains("skipped 83 more"))
    let run = try Verbatim.run(["index", "--corpus", own.corpusFolder, "--index", own.folder("Other")] + options)
    #expect(run.ending == .status(0))
    #expect(try own.folder.read("Other/verbatim.index") == own.folder.read("Index/verbatim.index"))
    #expect(
      try own.folder.names(in: "Other") == [
        "verbatim.crisis", "verbatim.index", "verbatim.lock", "verbatim.origin", "verbatim.stamps",
      ])
  }

  @Test(arguments: [
    ["--memory", "31"], ["--memory", "9999999"], ["--threads", "0"], ["--threads", "300"],
  ])
  func `memory or threads that make no sense are refused, with what does`(options: [String]) throws {
    let own = try BicycleCorpus()
    let run = try Verbatim.run(["index", "--corpus", own.corpusFolder, "--index", own.folder("Other")] + options)
    #expect(run.ending == .status(2))
    #expect(run.errors.contains("\(options[0]) \(options[1]) is not possible. Give "))
  }

  @Test func `changed settings alone make another index`() throws {
    let own = try BicycleCorpus()
    let fingerprint = try own.records("chain\n")[0]["index"]
    try own.folder.write("Corpus/verbatim.yaml", BicycleCorpus.settings + "boilerplate: [\"^Next$\"]\n")
    #expect(try own.index().errors.contains("6 articles"))
    #expect(try own.records("chain\n")[0]["index"] != fingerprint)
  }

  @Test func `an index made by other rules of reading is made anew`() throws {
    let own = try BicycleCorpus()
    #expect(try own.index().errors.contains("is up to date"))
    let origin = String(decoding: try own.folder.read("Index/verbatim.origin"), as: UTF8.self)
    let lines = origin.split(separator: "\n").map { $0.hasPrefix("rules ") ? "rules 0" : String($0) }
    try own.folder.write("Index/verbatim.origin", lines.joined(separator: "\n") + "\n")
    #expect(try own.index().errors.contains("6 articles"))
    #expect(try own.index().errors.contains("is up to date"))
  }

  @Test func `an index of the same articles elsewhere is asked about those`() throws {
    let own = try BicycleCorpus()
    for (name, text) in BicycleCorpus.articles + BicycleCorpus.skipped { try own.folder.write("Other/\(name)", text) }
    try own.folder.write("Other/verbatim.yaml", BicycleCorpus.settings)
    let run = try Verbatim.run(["index", "--corpus", own.folder("Other"), "--index", own.indexFolder])
    #expect(run.errors.contains("is up to date"))
    let origin = String(decoding: try own.folder.read("Index/verbatim.origin"), as: UTF8.self)
    #expect(origin.contains("corpus ../Other\n") && origin.contains("config ../Other/verbatim.yaml\n"))
  }

  @Test func `reordering reads twice and names once what is skipped`() throws {
    let own = try BicycleCorpus()
    let run = try Verbatim.run(["index", "--reorder", "--corpus", own.corpusFolder, "--index", own.indexFolder])
    #expect(run.ending == .status(0))
    #expect(run.errors.split(separator: "\n").count(where: { $0.contains("skipped photo.png") }) == 1)
  }

  @Test func `a crisis card without phrases is warned of`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Corpus/verbatim.yaml", "crisis:\n  card: Tell somebody now.\n")
    let run = try own.index()
    #expect(run.ending == .status(0))
    #expect(run.errors.contains("the crisis card has no phrases"))
  }

  @Test func `a wrong setting is named with file and line, and the old index goes on answering`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Corpus/verbatim.yaml", "title: Bicycles\ncolour: red\n")
    let run = try own.index()
    #expect(run.ending == .status(2))
    #expect(run.errors.contains("\(own.folder("Corpus/verbatim.yaml")):2: ") && run.errors.contains("colour"))
    #expect(try own.ask(["chain"]).ending == .status(0))
  }

  @Test func `a corpus or a settings file that is not there is an error`() throws {
    let folder = try TemporaryFolder()
    let corpus = try Verbatim.run(["index", "--corpus", folder("none"), "--index", folder("Index")])
    #expect(corpus.ending == .status(2))
    #expect(corpus.errors.contains(folder("none")) && corpus.errors.contains("--corpus"))
    let own = try BicycleCorpus()
    let settings = try Verbatim.run(
      ["index", "--corpus", own.corpusFolder, "--index", own.indexFolder, "--config", folder("none.yaml")])
    #expect(settings.ending == .status(2) && settings.errors.contains("none.yaml"))
  }

  @Test func `a corpus without an article is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Corpus/README.md", "# Not an article\n\nThis file tells what the folder is for.\n")
    let run = try Verbatim.run(["index", "--corpus", folder("Corpus"), "--index", folder("Index")])
    #expect(run.ending == .status(2))
    #expect(run.errors.contains("no article was found"))
  }

  @Test(arguments: [0, 9, 40, 639, 700, 3000, -1])
  func `a damaged index is refused with what to do, and made anew by "index"`(offset: Int) throws {
    let own = try BicycleCorpus()
    let whole = try own.folder.read("Index/verbatim.index")
    var damaged = whole
    damaged[offset < 0 ? whole.count + offset : offset] ^= 0x5A
    try own.folder.write("Index/verbatim.index", damaged)
    for command in [["ask", "chain"], ["check"]] {
      let run = try Verbatim.run(command + ["--index", own.indexFolder])
      #expect(run.ending == .status(3), "\(command)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("\(own.indexFolder)/verbatim.index") && run.errors.contains("verbatim index"))
    }
    #expect(try own.index().ending == .status(0))
    #expect(try own.folder.read("Index/verbatim.index") == whole)
  }

  @Test func `a truncated index is refused`() throws {
    let own = try BicycleCorpus()
    let whole = try own.folder.read("Index/verbatim.index")
    for count in [0, 1, 63, 64, 500, whole.count / 2, whole.count - 1] {
      try own.folder.write("Index/verbatim.index", Array(whole.prefix(count)))
      let run = try own.ask(["chain"])
      #expect(run.ending == .status(3) && run.output.isEmpty, "\(count) bytes")
    }
  }
}
