// Questions made to break something. Each is answered with one valid record, and the next good one is answered right.

import Testing

@Suite struct HostileQuestionTests {
  static let questions: [(name: String, bytes: [UInt8])] = [
    ("a megabyte of one letter", [UInt8](repeating: UInt8(ascii: "q"), count: 1_000_000)),
    ("three megabytes of words", Array(repeatElement(Array("chain ".utf8), count: 500_000).joined())),
    ("ten thousand brackets", Array(repeatElement(Array("([{\"".utf8), count: 2_500).joined())),
    ("ten thousand quotes", [UInt8](repeating: UInt8(ascii: "\""), count: 10_000)),
    ("search syntax", Array("AND * ( ) : ' OR NOT ~ ^ \\ / \"".utf8)),
    ("conversions of printf", Array("%s%s%n%n%d %1000000d".utf8)),
    ("ill-formed UTF-8", [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE2, 0x82]),
    ("escape sequences", Array("\u{1B}]0;owned\u{7}\u{1B}[2J \u{9B}31m \u{202E}niahc".utf8)),
    ("source: without a name", Array("source: source:\" source:/../../etc/passwd".utf8)),
    ("combining marks", Array(("e" + String(repeating: "\u{301}", count: 20_000)).utf8)),
    ("separators of lines and paragraphs", Array("worn\u{2028}chain\u{2029}\u{85}".utf8)),
  ]

  @Test(arguments: questions.indices)
  func `a hostile question is answered with one valid record`(number: Int) throws {
    let bytes = Self.questions[number].bytes
    let run = try BicycleCorpus.shared.get().ask(
      ["--format", "jsonl"], input: .bytes(bytes + Array("\nworn chain\n".utf8)))
    #expect(run.ending == .status(0) || run.ending == .status(1), "\(Self.questions[number].name)")
    try #require(run.lines.count == 2)
    let records = try run.lines.map { try JSONTree($0) }
    #expect(records[1]["results"]?.elements.first?["path"]?.text == "chain.txt")
    #expect(String(validating: run.output, as: UTF8.self) != nil)
    #expect(!run.output.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    let dangerous: Set<Unicode.Scalar> = ["\u{9B}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{85}"]
    #expect(!run.text.unicodeScalars.contains { dangerous.contains($0) })
  }

  @Test(arguments: ["text", "json", "tsv", "trec"])
  func `no format lets a control character through`(format: String) throws {
    let input = Self.questions.map(\.bytes).filter { $0.count < 1000 }.joined(separator: [0])
    let run = try BicycleCorpus.shared.get().ask(["-0", "--format", format], input: .bytes(Array(input)))
    #expect(run.ending == .status(1))
    #expect(!run.output.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F })
  }

  @Test func `NUL bytes within a line are no end of it`() throws {
    let records = try BicycleCorpus.shared.get().records("worn\0chain\n")
    #expect(records.count == 1)
    #expect(records[0]["question"]?.text == "worn\u{FFFD}chain")
  }

  @Test func `a long question says that it was shortened`() throws {
    let run = try BicycleCorpus.shared.get().ask([], input: .text(String(repeating: "chain ", count: 2_000) + "\n"))
    #expect(run.ending == .status(0))
    #expect(run.text.contains("Your question is long"))
    #expect(run.text.utf8.count < 10_000)
  }

  @Test func `a crisis phrase is found at the end of a long paste`() throws {
    let paste = String(repeating: "the chain is worn and the rim is bent. ", count: 5_000) + "i want to die"
    let record = try BicycleCorpus.shared.get().records(paste + "\n")[0]
    #expect(record["verdict"]?.text == "crisis")
  }
}
