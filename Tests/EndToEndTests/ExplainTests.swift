// `--explain`: what it shows adds up, for many questions, and names the rule that decided.

import Testing

@Suite struct ExplainTests {
  private let shipped: ShippedCorpus

  init() throws {
    shipped = try ShippedCorpus.shared.get()
  }

  /// The golden questions, one a line.
  private func questions() throws -> String {
    let golden = String(decoding: try TemporaryFolder.read("\(Verbatim.repository)/Tests/golden.tsv"), as: UTF8.self)
    let rows = golden.split(separator: "\n").filter { $0.first != "#" }.dropFirst()
    return rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] + "\n" }.joined()
  }

  @Test func `for every result of every golden question the numbers shown add up to the score of the record`() throws {
    let input = try questions()
    let results = try shipped.records(input, ["--top", "10"]).flatMap { $0["results"]?.elements ?? [] }
    let run = try Verbatim.run(
      ["ask", "--explain", "--top", "10", "--index", shipped.indexFolder], input: .text(input))
    var sum = 0.0
    var count = 0
    var next = results[...]
    var lifted = 0
    for line in run.lines where line.hasPrefix("  ") {
      if line.hasPrefix("  score ") {
        let score = try #require(next.popFirst()?["score"]?.double)
        #expect(Double(line.split(separator: " ")[1]) == score)
        #expect(abs(sum - score) <= 0.00051 * Double(count), "\(sum) in \(count) lines is not \(score)")
        (sum, count) = (0, 0)
      } else if let value = line.split(separator: " = ").last.flatMap({ Double($0) }), line.contains(" x ") {
        sum += value
        count += 1
        if !line.contains(" idf ") { lifted += 1 }
      }
    }
    #expect(next.isEmpty && results.count > 500 && lifted > 500)
  }

  @Test func `every answer says what was searched and why, and by which rule its verdict came about`() throws {
    let input = try questions()
    let records = try shipped.records(input)
    let lines = try Verbatim.run(["ask", "--explain", "--index", shipped.indexFolder], input: .text(input)).lines
    let verdicts = lines.compactMap {
      $0.hasPrefix("  coverage ") ? $0.split(separator: " ").last.map(String.init) : nil
    }
    #expect(verdicts == records.compactMap { $0["verdict"]?.text })
    let rules = lines.filter { $0.hasPrefix("  decided by: ") }
    #expect(rules.count == records.count)
    for (rule, record) in zip(rules, records) {
      let coverage = try #require(record["coverage"]?.double)
      let confidence = try #require(record["confidence"]?.double)
      switch record["verdict"]?.text {
      case "answered": #expect(rule.contains("no word is missing") && coverage >= 0.6)
      case "crisis": #expect(rule.contains("crisis card's list") && coverage == 0)
      case "partly":
        #expect(
          rule.contains(" is below ") || rule.contains("not more than ") || rule.contains("other words stand for")
            || rule.contains("puts them together"))
      case "no_answer":
        #expect(
          rule.contains("coverage") || rule.contains("safety") || rule.contains("more than 0.")
            || rule.contains("lay words"))
      default: #expect(confidence == 0 && rule.contains("nothing was searched"))
      }
    }
    let terms = lines.filter { $0.contains("  weight ") && $0.hasPrefix("    ") }
    #expect(terms.count > 700 && terms.allSatisfy { $0.contains(": ") })
    for reason in ["lay word for", "this form of question", "what the articles are about", "read as"] {
      #expect(terms.contains { $0.contains(reason) }, "\(reason)")
    }
  }
}
