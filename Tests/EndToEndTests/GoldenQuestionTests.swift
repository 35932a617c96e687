// Tests/golden.tsv on the articles that come with the program: what is right stays right.

import Testing

@Suite struct GoldenQuestionTests {
  private static let file = "\(Verbatim.repository)/Tests/golden.tsv"
  private let shipped: ShippedCorpus

  init() throws {
    shipped = try ShippedCorpus.shared.get()
  }

  private func eval(_ arguments: String...) throws -> Run {
    try Verbatim.run(["eval", Self.file, "--index", shipped.indexFolder] + arguments)
  }

  /// The minimum that holds is 1: what fails is marked as known, and whoever makes another fail has to mark it.
  @Test func `every golden question that is not known to fail is right`() throws {
    let run = try eval("--minimum", "1")
    #expect(run.ending == .status(0), "\(run.text)\(run.errors)")
  }

  @Test func `the marks of known failures are not more than they were, and the measures not lower`() throws {
    let record = try JSONTree(eval("--json").text)
    let count = try #require(record["count"]?.integer)
    let known = try #require(record["known"]?.integer)
    #expect(count >= 211 && known <= 68)
    let shares = try ["p_at_1", "success_at_3", "ndcg_at_10"].map { try #require(record[$0]?.double) }
    #expect(shares[0] >= 0.63 && shares[1] >= 0.73 && shares[2] >= 0.64, "\(shares)")
  }

  @Test func `there are questions of every kind, at least forty of them without an answer`() throws {
    let kinds = try #require(try JSONTree(eval("--json").text)["kinds"])
    let counts = ["passages", "no_answer", "missing", "crisis"].map { kinds[$0]?["count"]?.integer ?? 0 }
    #expect(counts[0] >= 100 && counts[1] + counts[2] >= 40 && counts[3] >= 20)
  }

  /// `eval` looks into the passages; this looks into the files.
  @Test func `the quoted words stand in the article`() throws {
    var articles: [String: String] = [:]
    var count = 0
    for line in String(decoding: try TemporaryFolder.read(Self.file), as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard line.first != "#", fields.count == 4, fields[3].contains("::") else { continue }
      for part in fields[3].replacing(" !known", with: "").split(separator: " || ") {
        let halves = part.split(separator: "::", maxSplits: 1).map(String.init)
        try #require(halves.count == 2)
        if articles[halves[0]] == nil {
          let text = try TemporaryFolder.read("\(Verbatim.repository)/Corpus/\(halves[0])")
          articles[halves[0]] = String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
        }
        let words = halves[1].replacing(#/=\d$/#, with: "")
        #expect(articles[halves[0]]?.contains(words) == true, "\(part)")
        count += 1
      }
    }
    #expect(count >= 136)
  }
}
