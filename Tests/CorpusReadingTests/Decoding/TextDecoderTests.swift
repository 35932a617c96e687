import Documents
import Testing

@testable import CorpusReading

/// Bytes of every encoding met in the wild become the same clean text.
@Suite struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) -> (text: String, ledger: [LedgerEntry]) {
    var ledger = ArticleLedger(path: CorpusPath("a.txt"))
    let text = TextDecoder.decode(bytes, ledger: &ledger)
    return (String(decoding: text, as: UTF8.self), ledger.finished())
  }

  @Test func `plain ASCII stays as it is and leaves no entry`() {
    let (text, ledger) = decode(Array("One\tline.\nTwo.".utf8))
    #expect(text == "One\tline.\nTwo.")
    #expect(ledger.isEmpty)
  }

  @Test func `a byte order mark goes in silence`() {
    let (text, ledger) = decode([0xEF, 0xBB, 0xBF] + Array("Ünder".utf8))
    #expect(text == "Ünder")
    #expect(ledger.isEmpty)
  }

  @Test(arguments: [false, true], [false, true])
  func `UTF-16 is read in either order, with its mark or without`(isBig: Bool, hasMark: Bool) {
    let units = (hasMark ? [0xFEFF] : []) + Array("A plain line, naïve.\r\nNext 😀".utf16)
    let bytes = units.flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let (text, ledger) = decode(bytes)
    #expect(text == "A plain line, naïve.\nNext 😀")
    #expect(ledger.map(\.detail) == ["read as UTF-16\(isBig ? "B" : "L")E"])
  }

  @Test func `Windows-1252 is known by its quotes and apostrophes`() {
    let bytes =
      Array("They don".utf8) + [0x92] + Array("t say ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94, 0x2E]
    let (text, ledger) = decode(bytes)
    #expect(text == "They don’t say “café”.")
    #expect(ledger.map(\.action) == [.decoded])
    #expect(ledger.first?.detail.contains("Windows-1252") == true)
  }

  @Test func `Mac OS Roman is known by its quotes and apostrophes`() {
    let bytes =
      Array("They don".utf8) + [0xD5] + Array("t say ".utf8) + [0xD2] + Array("caf".utf8) + [0x8E, 0xD3, 0x2E]
    let (text, ledger) = decode(bytes)
    #expect(text == "They don’t say “café”.")
    #expect(ledger.first?.detail.contains("Mac OS Roman") == true)
  }

  @Test func `a French text in Windows-1252 keeps its accents`() {
    let bytes: [UInt8] = Array("L".utf8) + [0x92, 0xE9] + Array("t".utf8) + [0xE9] + Array(" o".utf8) + [0xF9]
    #expect(decode(bytes).text == "L’été où")
  }

  @Test func `mostly valid UTF-8 stays UTF-8, its damage marked on its line`() {
    let (text, ledger) = decode(Array("Zoë, naïve.\nA b".utf8) + [0xFF] + Array("d byte; café.".utf8))
    #expect(text == "Zoë, naïve.\nA b\u{FFFD}d byte; café.")
    #expect(ledger.map(\.line) == [2])
  }

  @Test func `every kind of line end counts as one line`() {
    let (text, _) = decode(Array("a\r\nb\rc\n\r\nd\r\r\ne".utf8))
    #expect(text == "a\nb\nc\n\nd\n\ne")
  }

  @Test func `dangerous characters are removed and entered`() {
    let (text, ledger) = decode(Array("a\0b\u{1B}[31mc\u{9B}d\u{202E}e\u{E0041}f\u{200B}g\u{7F}h".utf8))
    #expect(text == "ab[31mcdefgh")
    #expect(ledger.allSatisfy { $0.action == .charactersRemoved })
    #expect(
      ledger.map(\.detail) == [
        "control characters removed: 4", "bidirectional controls removed: 1", "tag characters removed: 1",
        "invisible format characters removed: 1",
      ])
  }

  @Test func `white space of every width becomes a space`() {
    #expect(decode(Array("a\u{A0}b\u{2028}c\u{202F}d\u{C}e".utf8)).text == "a b c d e")
  }

  @Test func `letters with marks are composed`() {
    let (text, ledger) = decode(Array("cafe\u{301} \u{1100}\u{1161} \u{212B}".utf8))
    #expect(Array(text.utf8) == Array("caf\u{E9} \u{AC00} \u{C5}".utf8))
    #expect(ledger.isEmpty)
  }

  @Test func `any bytes at all become clean text with as many lines`() {
    var random = SystemRandomNumberGenerator()
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = decode(bytes).text
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control })
    }
  }
}
