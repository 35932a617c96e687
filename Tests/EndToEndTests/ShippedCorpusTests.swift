// What a patient asks of the articles that come with the program.

import Testing

@Suite struct ShippedCorpusTests {
  private let shipped: ShippedCorpus

  init() throws {
    shipped = try ShippedCorpus.shared.get()
  }

  private func firstText(_ record: JSONTree) throws -> String {
    try #require(record["results"]?.elements.first?["text"]?.text).lowercased()
  }

  @Test(arguments: [
    ("how fast does it work", ["hours", "fast"]), ("side effects", ["side effects", "dizziness"]),
    ("what are the side effects?", ["side effects"]), ("is it adictive", ["dependence"]),
  ])
  func `a plain question is answered by a passage about it`(question: String, words: [String]) throws {
    let record = try shipped.records(question + "\n")[0]
    #expect(record["verdict"]?.text == "answered")
    let text = try firstText(record)
    #expect(words.contains { text.contains($0) }, "\(text)")
  }

  @Test(arguments: ["how fast does it work", "side effects"])
  func `"what about PTSD?" follows on, and finds PTSD`(before: String) throws {
    let records = try shipped.records("\(before)\nwhat about PTSD?\n", ["--session"])
    let words = (records[1]["carried"]?.texts ?? []).joined(separator: " ")
    #expect(!words.isEmpty)
    #expect(records[1]["verdict"]?.text == "answered")
    let text = try firstText(records[1])
    #expect(text.contains("ptsd") || text.contains("post-traumatic"))
  }

  @Test func `a misspelt lay word is corrected, and the articles' own word searched too`() throws {
    let record = try shipped.records("is it adictive\n")[0]
    let correction = try #require(record["corrected"]?.elements.first)
    #expect(correction["from"]?.text == "adictive" && correction["to"]?.text == "addictive")
    let also = record["also_searched"]?.elements.first { $0["for"]?.text == "addictive" }
    #expect(also?["words"]?.texts.contains("dependence") == true)
  }

  @Test func `a word that no article has is named, and nothing is shown as an answer`() throws {
    let record = try shipped.records("is it safe in pregnancy\n")[0]
    #expect(record["verdict"]?.text == "no_answer")
    #expect(record["missing"]?.texts == ["pregnancy"])
    #expect(record["results"]?.elements.isEmpty == true)
    let run = try Verbatim.run(["ask", "--index", shipped.indexFolder, "is it safe in pregnancy"])
    #expect(run.text.contains("mentions \"pregnancy\"") && run.ending == .status(1))
  }

  @Test(arguments: ["i cant do this anymore", "I WANT TO DIE!!", "i want to kil myself"])
  func `a crisis phrase brings the card, alone`(question: String) throws {
    let record = try shipped.records(question + "\n")[0]
    #expect(record["verdict"]?.text == "crisis" && record["crisis"]?.flag == true)
    #expect(record["results"]?.elements.isEmpty == true)
    let run = try Verbatim.run(["ask", "--index", shipped.indexFolder, question])
    let settings = String(
      decoding: try TemporaryFolder.read("\(Verbatim.repository)/Corpus/verbatim.yaml"), as: UTF8.self)
    let crisis = settings.split(separator: "\n").drop { $0 != "crisis:" }
    let card = crisis.drop { $0 != "  card: |" }.dropFirst().prefix { $0.hasPrefix("    ") }
    #expect(card.count >= 2)
    #expect(run.lines.map { $0.drop { $0 == " " } } == card.map { $0.drop { $0 == " " } })
  }

  @Test func `the articles' own repairs and removals are in the ledger, and nothing was skipped`() throws {
    let status = try JSONTree(Verbatim.run(["status", "--json", "--ledger", "--index", shipped.indexFolder]).text)
    #expect(status["articles"]?.integer == 4)
    #expect(status["ledger"]?.elements.contains { $0["action"]?.text == "skipped" } == false)
  }
}
