import Documents
import Testing

@testable import CorpusReading

/// Plain text as people save it: with and without blank lines, with lists run together, with and without a title.
@Suite struct PlainTextTests {
  @Test func `without blank lines each line is a paragraph, and its line is right`() {
    let text = ReadText("\(paragraph("mill"))\n\(paragraph("barn"))\n", as: .plainText)
    #expect(text.texts == [paragraph("mill"), paragraph("barn")])
    #expect(text.passages.map(\.lines) == [LineRange(1, 1), LineRange(2, 2)])
  }

  @Test func `lines cut at a margin are joined into their paragraph`() {
    let text = ReadText(
      "A paragraph that somebody wrapped at\na margin so narrow that it takes\nthree lines.\n\nAnother one that is also wrapped at\nthe same margin.\n",
      as: .plainText)
    #expect(
      text.texts == [
        "A paragraph that somebody wrapped at a margin so narrow that it takes three lines.\n"
          + "Another one that is also wrapped at the same margin."
      ])
    #expect(text.passages.map(\.lines) == [LineRange(1, 6)])
  }

  @Test func `a short line in Title Case is the heading of what follows`() {
    let text = ReadText("\(paragraph("mill"))\nThe Barn and Its Owners\n\(paragraph("barn"))", as: .plainText)
    #expect(text.headings == [nil, "The Barn and Its Owners"])
    #expect(text.details(.headingFound) == ["The Barn and Its Owners"])
  }

  @Test(arguments: ["Who may visit?", "Barn vs. Mill: Which is Older?", "Conclusion", "VISITING HOURS"])
  func `a heading may ask, be one word, or be in capitals`(heading: String) {
    let text = ReadText("\(paragraph("mill"))\n\(heading)\n\(paragraph("barn"))", as: .plainText)
    #expect(text.headings == [nil, heading])
  }

  @Test(arguments: ["It is closed.", "opening hours", "The gate is always open to those who ask", "Note:"])
  func `a short line that is a sentence, small, or a lead-in is no heading`(line: String) {
    let text = ReadText("\(paragraph("mill"))\n\(line)\n\(paragraph("barn"))", as: .plainText)
    #expect(text.headings.allSatisfy { $0 == nil })
    #expect(text.allText.contains(line))
  }

  @Test func `a last line in Title Case heads nothing, and stays text`() {
    let text = ReadText("\(paragraph("mill"))\nThe End of It", as: .plainText)
    #expect(text.headings == [nil])
    #expect(text.allText.hasSuffix("\nThe End of It"))
  }

  @Test func `a first line in Title Case above a blank line is the title`() {
    let text = ReadText("The Story of the Mill\n\n\(paragraph("mill"))", as: .plainText)
    #expect(text.article.title == "The Story of the Mill")
    #expect(text.texts == [paragraph("mill")])
    #expect(text.details(.titleFound) == ["The Story of the Mill"])
  }

  @Test func `a first paragraph is no title`() {
    #expect(ReadText("\(paragraph("mill"))\n\n\(paragraph("barn"))", as: .plainText).article.title == nil)
  }

  @Test func `a list goes with the line that leads in to it`() {
    let text = ReadText("Visitors may bring:\n- a dog\n- a chair\n2. bread\n", as: .plainText)
    #expect(text.texts == ["Visitors may bring:\na dog\na chair\nbread"])
  }

  @Test func `items that ran into one line are cut, and the text after them goes on`() {
    let text = ReadText(
      "Visitors may bring: - A small dog. - A folding chair. - Bread for the ducks. The gate closes at six.",
      as: .plainText)
    #expect(
      text.texts == [
        "Visitors may bring:\nA small dog.\nA folding chair.\nBread for the ducks.\nThe gate closes at six."
      ])
    #expect(text.details(.listSplit).count == 1)
  }

  @Test func `heads of items that ran into the paragraphs before them are set apart`() {
    let text = ReadText(
      "- Grinding Grain\nThe wheel turns the stone. - Sawing Wood\nIt drives the saw too. - Giving Light\nAt night it lights the yard.",
      as: .plainText)
    #expect(
      text.texts == [
        "Grinding Grain\nThe wheel turns the stone.\nSawing Wood\nIt drives the saw too.\nGiving Light\nAt night it lights the yard."
      ])
    #expect(text.passages.map(\.lines) == [LineRange(1, 4)])
  }

  @Test(arguments: [
    "The mill - a ruin now - is old.", "Open from 9 - 5. Closed on Sundays.", "A well-known end. - B", "x - - - y",
  ])
  func `dashes in a sentence are no list`(line: String) {
    let text = ReadText(line, as: .plainText)
    #expect(text.texts == [line])
    #expect(text.ledger.isEmpty)
  }

  @Test func `a rule parts paragraphs and is no text`() {
    #expect(ReadText("One.\n-----\nTwo.\n", as: .plainText).texts == ["One.\nTwo."])
  }
}
