// The options of `ask`, and its two exceptions to "a question is text".

import Glibc
import Testing

@Suite struct AskOptionTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  private func paths(_ record: JSONTree) -> [String] {
    (record["results"]?.elements ?? []).compactMap { $0["path"]?.text }
  }

  @Test func `--top limits the passages and changes no verdict`() throws {
    let counts = try [1, 2, 50].map { top in
      let record = try bicycles.records("a worn tyre or chain\n", ["--top", String(top)])[0]
      #expect(record["verdict"]?.text == "answered")
      return paths(record).count
    }
    #expect(counts[0] == 1 && counts[1] == 2 && counts[2] > 2)
  }

  @Test(arguments: ["4611686018427387904", "9223372036854775807"])
  func `--top may be larger than any corpus`(top: String) throws {
    let usual = try bicycles.ask(["--format", "jsonl", "--top", "1000", "worn chain"])
    #expect(try bicycles.ask(["--format", "jsonl", "--top", top, "worn chain"]).output == usual.output)
    for options in [["--group-by", "article"], ["--format", "trec"], ["--bag-of-words"]] {
      #expect(try bicycles.ask(options + ["--top", top, "worn chain"]).ending == .status(0))
    }
  }

  @Test func `--group-by article gives each article once`() throws {
    let grouped = try paths(bicycles.records("tyre\n", ["--group-by", "article", "--top", "20"])[0])
    let passages = try paths(bicycles.records("tyre\n", ["--top", "20"])[0])
    #expect(Set(grouped).count == grouped.count)
    #expect(passages.count > Set(passages).count)
    #expect(grouped.first == passages.first)
  }

  @Test func `--quiet writes nothing, and the status tells`() throws {
    for (question, status) in [("worn chain", 0), ("helmet", 1)] as [(String, Int32)] {
      let run = try bicycles.ask(["--quiet", question])
      #expect(run.output.isEmpty && run.errors.isEmpty)
      #expect(run.ending == .status(status))
    }
  }

  @Test func `colors come only where they are asked for`() throws {
    let always = try bicycles.ask(["--color", "always", "worn chain"])
    #expect(always.output.contains(0x1B))
    for arguments in [["--color", "never"], ["--color", "auto"], []] {
      #expect(try !bicycles.ask(arguments + ["worn chain"]).output.contains(0x1B))
    }
    let dumb = try bicycles.ask(
      ["--color", "always", "worn chain"], environment: ["NO_COLOR": "1", "TERM": "dumb"])
    #expect(dumb.output == always.output)
    #expect(try !bicycles.ask(["--color", "always", "--format", "jsonl", "worn chain"]).output.contains(0x1B))
  }

  @Test func `--bag-of-words corrects nothing and adds nothing`() throws {
    let plain = try bicycles.records("why do braks squeal\n", ["--bag-of-words"])[0]
    let usual = try bicycles.records("why do braks squeal\n")[0]
    #expect(plain["corrected"]?.elements.isEmpty == true && plain["also_searched"]?.elements.isEmpty == true)
    #expect(usual["corrected"]?.elements.first?["to"]?.text == "brakes")
    #expect(paths(plain).first == "brakes.md" && paths(usual).first == "brakes.md")
  }

  @Test func `--without leaves out the steps it names, and no others`() throws {
    func change(_ question: String, _ field: String, _ without: String) throws -> Int? {
      try bicycles.records(question + "\n", ["--without", without])[0][field]?.elements.count
    }
    #expect(try change("why do braks squeal", "corrected", "spelling") == 0)
    #expect(try change("why do braks squeal", "corrected", "lay-words,context") == 1)
    #expect(try change("a flat", "also_searched", "lay-words") == 0)
    #expect(try change("a flat", "also_searched", "spelling") == 1)
    let conversation = "how do I oil a chain\nand how often?\n"
    let usual = try bicycles.records(conversation, ["--session"])
    let alone = try bicycles.records(conversation, ["--session", "--without", "context"])
    #expect(usual[1]["carried"]?.elements.isEmpty == false && alone[1]["carried"]?.elements.isEmpty == true)
    let run = try bicycles.ask(["--without", "speling", "chain"])
    #expect(run.ending == .status(2) && run.errors.contains("speling") && run.errors.contains("spelling"))
  }

  @Test func `--timings empties its file and writes one number a question`() throws {
    let folder = try TemporaryFolder()
    try folder.write("timings", "left over\n")
    let run = try bicycles.ask(["--quiet", "--timings", folder("timings")], input: .text("chain\n\nhelmet\n"))
    #expect(run.ending == .status(1))
    let lines = String(decoding: try folder.read("timings"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { Int($0).map { $0 > 0 } == true })
    #expect(try bicycles.ask(["--timings", "/dev/full", "chain"]).ending == .status(2))
  }

  @Test func `a quoted phrase must occur as it is written`() throws {
    let found = try bicycles.records("\"oil the chain\"\n")[0]
    #expect(found["verdict"]?.text == "answered")
    #expect(paths(found) == ["chain.txt"])
    let run = try bicycles.ask(["\"the oil chain\""])
    #expect(run.ending == .status(1))
    #expect(run.text.contains("\"the oil chain\""))
    #expect(try bicycles.records("\"the oil chain\"\n")[0]["results"]?.elements.isEmpty == true)
  }

  @Test func `source:NAME limits the answer to one article`() throws {
    #expect(try Set(paths(bicycles.records("source:tyres rim\n", ["--top", "9"])[0])) == ["tyres.md"])
    #expect(try Set(paths(bicycles.records("rim\n", ["--top", "9"])[0])).count > 1)
    let run = try bicycles.ask(["source:tandems", "rim"])
    #expect(run.ending == .status(1))
    #expect(run.text.contains("\"tandems\""))
  }

  @Test func `punctuation and capitals change nothing`() throws {
    let plain = try #require(try bicycles.records("worn chain\n")[0]["results"])
    for question in [
      "WORN CHAIN", "worn AND chain?", "(worn) -chain*", "worn: chain'", "+worn +chain~2", "worn^3 chain",
    ] {
      let record = try bicycles.records(question + "\n")[0]
      #expect(record["results"]?.elements.first?["citation"] == plain.elements.first?["citation"], "\(question)")
      #expect(record["verdict"]?.text == "answered", "\(question)")
    }
  }
}
