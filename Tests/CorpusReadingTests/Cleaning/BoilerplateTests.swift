import Documents
import Testing

@testable import CorpusReading

/// What surrounds an article goes, with an entry; what only resembles it stays.
@Suite struct BoilerplateTests {
  private func page(_ middle: String) -> String {
    "\(paragraph("mill"))\n\n\(middle)\n\n\(paragraph("barn"))\n"
  }

  @Test func `a caption between paragraphs goes, and the line that explains it`() {
    let text = ReadText(page("a heron on a post\n\nHerons wait here for the fish to come"), as: .plainText)
    #expect(text.texts == [paragraph("mill"), paragraph("barn")])
    #expect(text.details(.captionRemoved) == ["a heron on a post", "Herons wait here for the fish to come"])
    #expect(text.ledger.map(\.line) == [3, 5])
  }

  @Test func `credits of pictures go`() {
    #expect(ReadText(page("Photo by Ann Bee"), as: .plainText).details(.captionRemoved) == ["Photo by Ann Bee"])
  }

  @Test(arguments: [
    "a heron is a bird that waits.", "Herons wait here for the fish to come", "and then went on", "the following:",
    "a heron", "The Heron on Its Post",
  ])
  func `a line that only resembles a caption stays`(line: String) {
    let text = ReadText(page(line), as: .plainText)
    #expect(text.details(.captionRemoved).isEmpty)
    let kept = text.allText + (text.passages.last?.heading ?? "")
    #expect(kept.contains(line))
  }

  @Test func `the operator's patterns leave a biography the end it is known by`() {
    var settings = Settings()
    settings.boilerplate = ["^Previous$", "^Next$"]
    let text = ReadText(
      "\(paragraph("mill"))\n\nCora Vane\n\nCora Vane is a coach who helps millers. She is also a host.\n\nhttps://cora.example\nPrevious\nPrevious\n\nThe Other Mill\n\nNext\nNext\n",
      as: .plainText, settings: settings)
    #expect(text.texts == [paragraph("mill")])
  }

  @Test func `a biography at the end goes with its call`() {
    let text = ReadText(
      "\(paragraph("mill"))\n\nCora Vane\n\nCora Vane is a coach who helps millers. She is also a host.\n\nWork with Cora.\n\nhttps://cora.example\n",
      as: .plainText)
    #expect(text.texts == [paragraph("mill")])
    #expect(text.details(.biographyRemoved).count == 3)
    #expect(text.details(.addressRemoved) == ["https://cora.example"])
  }

  @Test func `a biography that an article goes on after stays`() {
    let text = ReadText(
      "\(paragraph("mill"))\n\nCora Vane\n\nCora Vane is a coach who helps millers.\n\n\(paragraph("barn"))\n",
      as: .plainText)
    #expect(text.details(.biographyRemoved).isEmpty)
    #expect(text.allText.contains("helps millers"))
  }

  @Test func `a section about a thing with a name stays`() {
    let text = ReadText(
      "\(paragraph("mill"))\n\nGreat Wheel\n\nGreat Wheel is a wheel that turned for the host of the house.\n",
      as: .plainText)
    #expect(text.details(.biographyRemoved).isEmpty)
  }

  @Test func `links to the next page go with their titles`() {
    let text = ReadText(
      "\(paragraph("mill"))\n\nPrevious\nPrevious\n\nThe Barn: A Story\n\nNext\nNext\n\nThe Gate and Its \"Keeper\"",
      as: .plainText)
    #expect(text.texts == [paragraph("mill")])
    #expect(text.details(.navigationRemoved).count == 6)
  }

  @Test func `a paragraph that begins with such a word stays`() {
    let text = ReadText("\(paragraph("mill"))\n\nNext, open the gate.\n", as: .plainText)
    #expect(text.details(.navigationRemoved).isEmpty)
  }

  @Test(arguments: ["https://x.example/a?b=c", "www.x.example", "ann@x.example"])
  func `an address alone goes`(address: String) {
    #expect(ReadText(page(address), as: .plainText).details(.addressRemoved) == [address])
  }

  @Test func `an address in a sentence stays`() {
    #expect(ReadText(page("See https://x.example for more."), as: .plainText).details(.addressRemoved).isEmpty)
  }

  @Test func `the operator's patterns go by the line, item and heading`() {
    var settings = Settings()
    settings.boilerplate = ["^Tickets$", "^Follow us", "newsletter", "!$"]
    let text = ReadText(
      "Tickets\n\nTickets are sold here.\n\n- Follow us there\n- Bring a dog\n\nOur newsletter is free\n\nCome!\n",
      as: .markdown, settings: settings)
    #expect(text.texts == ["Tickets are sold here.\nBring a dog"])
    #expect(text.details(.boilerplateRemoved).count == 4)
  }
}
