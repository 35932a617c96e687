import Documents
import Testing

@testable import CorpusReading

/// Passages are neither tiny nor long, hold every word once, and know their lines.
@Suite struct PassageSplitterTests {
  private func passages(_ blocks: [Block], heading: String? = nil) -> [Passage] {
    let sections = [Section(heading: heading, blocks: blocks)]
    return PassageSplitter.passages(of: Document(article: Article(path: CorpusPath("a")), sections: sections))
  }

  private func words(_ count: Int, _ word: String = "word") -> String {
    repeatElement(word, count: count).joined(separator: " ")
  }

  @Test func `small paragraphs merge, and the last with the one above`() {
    let blocks = [words(10, "a"), words(20, "b"), words(30, "c"), words(5, "d")].enumerated().map {
      Block(.paragraph, [SourceText($1, line: $0 + 1)])
    }
    let passages = passages(blocks)
    #expect(passages.map(\.text) == ["\(words(10, "a"))\n\(words(20, "b"))", "\(words(30, "c"))\n\(words(5, "d"))"])
    #expect(passages.map(\.lines) == [LineRange(1, 2), LineRange(3, 4)])
  }

  @Test func `no passage crosses a heading`() {
    let sections = ["One", "Two"].map {
      Section(heading: $0, blocks: [Block(.paragraph, [SourceText("Short.", line: 1)])])
    }
    let passages = PassageSplitter.passages(of: Document(article: Article(path: CorpusPath("a")), sections: sections))
    #expect(passages.map(\.heading) == ["One", "Two"])
    #expect(passages.map(\.section) == [0, 1])
  }

  @Test func `a long paragraph splits at sentence ends into like parts`() {
    let sentences = (0..<20).map { "Sentence \($0) has \(words(16))." }
    let passages = passages([Block(.paragraph, [SourceText(sentences.joined(separator: " "), line: 3)])])
    #expect(passages.count == 3)
    #expect(passages.allSatisfy { $0.text.hasSuffix(".") && $0.text.hasPrefix("Sentence") })
    #expect(passages.map(\.text).joined(separator: " ") == sentences.joined(separator: " "))
  }

  @Test func `a sentence over the limit splits after a clause`() {
    let text = "\(words(120)), \(words(100)), \(words(100))"
    let passages = passages([Block(.paragraph, [SourceText(text, line: 1)])])
    #expect(passages.map(\.text).joined(separator: " ") == text)
    #expect(passages.dropLast().allSatisfy { $0.text.hasSuffix(",") })
  }

  @Test(arguments: ["word ", "x", "é", "a,", "Ab. ", "😀", "- "])
  func `whatever the text, no passage is over the hard limits, and nothing is lost`(piece: String) {
    let text = String(repeating: piece, count: 30_000).split(separator: " ").joined(separator: " ")
    let passages = passages([Block(.paragraph, [SourceText(text, line: 1)])])
    #expect(passages.allSatisfy { LineShape.termCount($0.text.utf8.span) <= PassageSplitter.hardWordLimit })
    #expect(passages.allSatisfy { $0.text.utf8.count <= 2 * PassageSplitter.byteLimit })
    #expect(passages.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func `a long list splits between items and keeps its lead-in at the top`() {
    let items = (0..<12).map { SourceText("Item \($0) \(words(28)).", line: $0 + 2) }
    let passages = passages([Block(.paragraph, [SourceText("Bring:", line: 1)]), Block(.list, items)])
    #expect(passages.first?.text.hasPrefix("Bring:\nItem 0") == true)
    #expect(passages.count == 3)
    #expect(passages.map(\.text).joined(separator: "\n") == (["Bring:"] + items.map(\.text)).joined(separator: "\n"))
    #expect(passages.first?.lines.first == 1)
    #expect(passages.last?.lines.last == 13)
  }

  @Test func `a lead-in that denies or limits its items stands above each part of a list that is cut`() {
    let items = (0..<12).map { SourceText("Item \($0) \(words(28)).", line: $0 + 2) }
    for lead in ["Do not ride if:", "You may ride, except with:", "Avoid:"] {
      let passages = passages([Block(.paragraph, [SourceText(lead, line: 1)]), Block(.list, items)])
      #expect(passages.count == 3 && passages.allSatisfy { $0.text.hasPrefix("\(lead)\nItem") })
      let shown = passages.flatMap { $0.text.split(separator: "\n").dropFirst().map(String.init) }
      #expect(shown == items.map(\.text))
      #expect(passages.allSatisfy { $0.lines.first == 1 } && passages.last?.lines.last == 13)
    }
  }

  @Test func `an item too long for a passage loses neither the lead-in nor the items beside it`() {
    let long = (0..<30).map { "Part \($0) has \(words(16))." }.joined(separator: " ")
    for lead in ["Do not ride if:", "Bring:"] {
      let items = [long, "A short item.", long].enumerated().map { SourceText($1, line: $0 + 2) }
      let passages = passages([Block(.paragraph, [SourceText(lead, line: 1)]), Block(.list, items)])
      let text = passages.map(\.text).joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
      #expect(text.contains(lead) && text.contains("A short item."))
      #expect(text.replacing("\(lead) ", with: "") == items.map(\.text).joined(separator: " "))
    }
  }

  @Test func `a lead-in that denies stands above each part of an item that is cut, and never alone`() {
    let long = (0..<30).map { "Part \($0) has \(words(16))." }.joined(separator: " ")
    let items = [long, "A short item.", long].enumerated().map { SourceText($1, line: $0 + 2) }
    let passages = passages([Block(.paragraph, [SourceText("Do not ride if:", line: 1)]), Block(.list, items)])
    #expect(passages.count > 6)
    for passage in passages {
      #expect(passage.text.hasPrefix("Do not ride if:\n") && passage.text != "Do not ride if:")
    }
  }

  @Test func `items without spaces give no passage over the limit of bytes`() {
    let items = (0..<40).map { SourceText(String(repeating: "x", count: 3000 + 130 * $0), line: $0 + 2) }
    for lead in ["Not " + String(repeating: "y", count: 8000) + ":", "Bring:", "Not:"] {
      let passages = passages([Block(.paragraph, [SourceText(lead, line: 1)]), Block(.list, items)])
      #expect(passages.allSatisfy { $0.text.utf8.count <= PassageSplitter.byteLimit })
      for item in items { #expect(passages.contains { $0.text.contains(item.text) }) }
    }
  }

  @Test func `a lead-in too long for a passage is cut as any other paragraph`() {
    let lead = (0..<30).map { "Part \($0) is not \(words(16))." }.joined(separator: " ") + " Bring:"
    let passages = passages([
      Block(.paragraph, [SourceText(lead, line: 1)]), Block(.list, [SourceText("A pump.", line: 2)]),
    ])
    #expect(passages.allSatisfy { LineShape.termCount($0.text.utf8.span) <= PassageSplitter.hardWordLimit })
    #expect(passages.count > 2 && passages.map(\.text).joined(separator: " ").hasPrefix("Part 0"))
  }

  @Test func `a part of a paragraph over many lines has the lines of that part`() {
    var builder = SourceTextBuilder()
    for line in 1...20 {
      builder.append(Array("Sentence \(line) has \(words(16)).".utf8).span, line: line)
      builder.appendSpace()
    }
    let passages = passages([Block(.paragraph, builder.finish().map { [$0] } ?? [])])
    #expect(passages.count == 3)
    for passage in passages {
      #expect(passage.text.hasPrefix("Sentence \(passage.lines.first) "))
      #expect(passage.text.contains("Sentence \(passage.lines.last) "))
      #expect(!passage.text.contains("Sentence \(passage.lines.last + 1) "))
    }
  }
}
