// Whatever is shown of a passage alone keeps the negations and conditions of the clause it is cut from: for every passage of the
// articles that come with the program, and of others made to be cut wrongly, under many questions made of their words.

import Testing

@Suite struct CutSentenceTests {
  /// Lists under a lead-in that denies, fragments, lists of exceptions, long sentences.
  private static let traps = """
    # Ladders

    ## Before the climb

    Do not climb a ladder if:

    - the rungs are wet
    - the ground is soft
    - somebody stands below

    ## Leaning it

    A ladder leans safely against a wall. Unless the wall is glass. It stands at a steep angle. But not in a storm. Only on dry days.

    ## Paint

    You may paint a ladder with clear varnish, except where:

    - cracks would be hidden
    - the label would no longer be read

    ## Carrying

    Carry the ladder upright, never flat, until you reach the door; without a helper do not take the stairs, even though the stairs
    are wide. Or the lift. Nor the window.

    ## Storing

    Ladders may hang in the barn. The barn must be dry. Not the cellar. Until spring they need no oil.
    """

  private func folder(_ articles: [(String, String)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in articles { try folder.write("Corpus/\(name)", text) }
    try Verbatim.index(folder("Corpus"), into: folder("Index"))
    return folder
  }

  /// Questions of one, two and three neighbouring content words of every passage, and forms that ask for evidence.
  private func questions(about texts: [String]) -> String {
    var questions: [String] = []
    for text in texts {
      let words = text.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() }.filter { $0.count > 4 }
      for index in stride(from: 0, to: words.count, by: 7) {
        questions.append(words[index...].prefix(1 + index % 3).joined(separator: " "))
        if index % 2 == 0 { questions.append("how long is \(words[index])") }
        if index % 5 == 0 { questions.append("how many \(words[index...].prefix(2).joined(separator: " "))") }
      }
    }
    return questions.map { $0 + "\n" }.joined()
  }

  private func passages(of index: String) throws -> [String] {
    // Every passage holds one of these; the longest list a question gives is all of them.
    var texts: [String] = []
    for word in ["ketamine", "people", "treatment", "brain", "ladder", "barn", "varnish", "climb"] {
      for result in try Verbatim.records(word + "\n", ["--top", "200"], index: index)[0]["results"]?.elements ?? [] {
        if let text = result["text"]?.text, !texts.contains(text) { texts.append(text) }
      }
    }
    return texts
  }

  private func checkBest(in index: String, fewestCuts: Int) throws {
    let texts = try passages(of: index)
    var cuts = 0
    for record in try Verbatim.records(questions(about: texts), ["--top", "10"], index: index) {
      for result in record["results"]?.elements ?? [] {
        guard let bounds = result["best"]?.elements.compactMap(\.integer), bounds.count == 2 else { continue }
        let text = try #require(result["text"]?.text)
        if bounds[1] - bounds[0] < text.utf8.count { cuts += 1 }
        let lost = Clause.lost(from: text, showing: bounds[0]..<bounds[1])
        #expect(lost.isEmpty, "\(lost) of \(text), \(bounds)")
      }
    }
    #expect(cuts >= fewestCuts)
  }

  @Test func `no best sentence of the articles loses a negation or a condition`() throws {
    try checkBest(in: ShippedCorpus.shared.get().indexFolder, fewestCuts: 1000)
  }

  @Test func `no best sentence of articles made to be cut wrongly loses one`() throws {
    let items = (0..<20).map { "- rung \($0) of a climb with so many words in each item that the list is cut in parts" }
    let long = "# Rungs\n\nDo not climb on:\n\n" + items.joined(separator: "\n") + "\n"
    let folder = try folder([("ladders.md", Self.traps), ("rungs.md", long)])
    for text in try passages(of: folder("Index")) where text.contains("rung ") {
      #expect(text.hasPrefix("Do not climb") || text.contains("if:"), "\(text)")
    }
    try checkBest(in: folder("Index"), fewestCuts: 30)
  }

  @Test func `the check would see a sentence cut short`() {
    let list = "Do not climb if:\nthe rungs are wet\nit rains"
    #expect(Clause.lost(from: list, showing: 17..<34) == ["not", "if"])
    #expect(Clause.lost(from: list, showing: 0..<34) == [])
    let fragment = "It is safe. Unless it rains. Go."
    #expect(Clause.lost(from: fragment, showing: 0..<11) == ["unless"])
    #expect(Clause.lost(from: fragment, showing: 0..<28) == [])
    #expect(Set(Clause.lost(from: "Never take it, unless told to.", showing: 6..<13)) == ["never", "unless"])
    #expect(Clause.lost(from: "Never take it. It is dear.", showing: 15..<26) == [])
  }
}

/// A second opinion on what belongs to a clause, in other words than the program's.
private enum Clause {
  private static let limiting: Set<String> = [
    "not", "no", "never", "without", "cannot", "unless", "if", "only", "except", "until", "nor", "neither", "don't",
    "can't",
  ]

  /// The negations and conditions which stand in the clause that `shown`, in bytes of `text`, is cut from, and not in it.
  static func lost(from text: String, showing shown: Range<Int>) -> [String] {
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<shown.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[shown.upperBound...], as: UTF8.self)
    let inside = String(decoding: bytes[shown], as: UTF8.self)
    var missed = beginning(before, of: inside)
    if let last = inside.last, !".!?:".contains(last) { missed += words(after.prefix { !".!?\n".contains($0) }) }
    let next = after.drop { !$0.isLetter }.prefix { !".!?\n".contains($0) }
    let first = words(next).prefix(2)
    let isFragment =
      ["unless", "except", "only", "not", "until"].contains(first.first)
      || (["but", "and"].contains(first.first) && first.contains("not"))
    if isFragment { missed += words(next) }
    return missed.filter(limiting.contains)
  }

  /// What stands before `inside` and belongs to its clause: its sentence's own beginning, and a lead-in above.
  private static func beginning(_ before: String, of inside: String) -> [String] {
    var missed: [String] = []
    let end = before.last { !$0.isWhitespace }
    let isOnNewLine = before.last { $0 != " " } == "\n"
    if let end, !".!?:".contains(end), !isOnNewLine {
      missed += words(Substring(before.split { ".!?\n".contains($0) }.last ?? ""))
    }
    let lines = before.split(separator: "\n")
    if isOnNewLine, let lead = lines.last(where: { $0.last == ":" }) {
      missed += words(lead.split { ".!?".contains($0) }.last ?? "")
    }
    return missed
  }

  private static func words(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }.map { $0.lowercased() }
  }
}
