// What a record promises: its hash, its ranges, its fields.

import ByteIO
import Testing

@Suite struct RecordTests {
  private static let questions = """
    why do brakes squeal
    café in Besançon
    what to carry on a long tour
    mend a flat tyre
    how high should the saddle be
    when is a chain worn

    """

  private func results() throws -> [JSONTree] {
    try BicycleCorpus.shared.get().records(Self.questions, ["--top", "5"]).flatMap { $0["results"]?.elements ?? [] }
  }

  @Test func `a citation's hash is the beginning of the SHA-256 of the text`() throws {
    let results = try results()
    #expect(results.count > 6)
    for result in results {
      let text = Array(try #require(result["text"]?.text).utf8)
      let citation = try #require(result["citation"]?.text)
      let hash = try #require(citation.split(separator: "#").last)
      #expect(hash.count >= 6)
      #expect(SHA256.hex(SHA256.digest(of: text.span)).hasPrefix(hash))
      let (path, lines) = (try #require(result["path"]?.text), try #require(result["lines"]?.elements))
      #expect(citation == "\(path):\(lines[0].integer ?? 0)#\(hash)")
    }
  }

  @Test func `ranges lie on the bounds of characters, in order, within the text`() throws {
    var kinds: Set<Int> = []
    for result in try results() {
      let text = Array(try #require(result["text"]?.text).utf8)
      let matches = try #require(result["matches"]).elements.map { try #require($0.range) }
      let best = result["best"] == .null ? nil : try #require(result["best"]?.range)
      for range in matches + (best.map { [$0] } ?? []) {
        #expect(!range.isEmpty && range.upperBound <= text.count)
        #expect(text[range.lowerBound] & 0xC0 != 0x80)
        #expect(range.upperBound == text.count || text[range.upperBound] & 0xC0 != 0x80)
      }
      #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      kinds.formUnion([matches.isEmpty ? 0 : 1, best == nil ? 2 : 3])
    }
    #expect(kinds.isSuperset(of: [1, 3]))
  }

  @Test func `a match is the word that was asked for, also beside letters of two bytes`() throws {
    let result = try #require(try BicycleCorpus.shared.get().records("besancon dynamo")[0]["results"]?.elements.first)
    let text = Array(try #require(result["text"]?.text).utf8)
    let words = (result["matches"]?.elements ?? []).compactMap {
      $0.range.map { String(decoding: text[$0], as: UTF8.self) }
    }
    #expect(words.contains("Besançon") && words.contains("dynamo"))
  }

  @Test func `the first passage is in the file at the lines it names`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let result = try #require(try bicycles.records("why do brakes squeal")[0]["results"]?.elements.first)
    let path = try #require(result["path"]?.text)
    let lines = try #require(result["lines"]?.range)
    let file = String(decoding: try bicycles.folder.read("Corpus/\(path)"), as: UTF8.self)
    let source = file.split(separator: "\n", omittingEmptySubsequences: false)
    let quoted = source[(lines.lowerBound - 1)...(lines.upperBound - 1)].joined(separator: " ")
    #expect(result["text"]?.text == quoted)
  }

  @Test func `every record has every field, in one order`() throws {
    let records = try BicycleCorpus.shared.get().records("brakes squeal\nhelmet\n\nwant to die\nwhat is it\n")
    let names = try #require(records.first).names
    #expect(records.count == 5)
    #expect(records.allSatisfy { $0.names == names && $0["v"]?.integer == 1 })
    #expect(
      records.compactMap { $0["verdict"]?.text } == ["answered", "no_answer", "empty", "crisis", "not_understood"])
    #expect(records.compactMap { $0["id"]?.text } == ["1", "2", "3", "4", "5"])
    #expect(records.dropFirst().allSatisfy { $0["results"]?.elements.isEmpty == true })
    #expect(records.map { $0["crisis"]?.flag } == [false, false, false, true, false])
  }
}
