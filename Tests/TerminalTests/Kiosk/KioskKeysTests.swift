// Which bytes come through to the kiosk's line editor, and which vanish.

import Terminal
import Testing

@Suite struct KioskKeysTests {
  /// What comes of `bytes`, read one after another.
  private func typed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var keys = KioskKeys()
    var typed: [UInt8] = []
    for byte in bytes { keys.read(byte, into: &typed) }
    return typed
  }

  private func typed(_ text: String) -> String {
    String(decoding: typed(text.utf8), as: UTF8.self)
  }

  @Test(arguments: ["how fast does it work?", "¿duele?", "日本", "e\u{301}", "👩‍👩‍👧", "a\rb\nc\td"])
  func `text comes through as it was typed`(text: String) {
    #expect(typed(text) == text)
  }

  @Test func `of the control keys, the editing keys come through and no other`() {
    for byte in UInt8(0)...0x1F where byte != 0x1B {
      #expect(typed([byte]) == (KioskKeys.editing.contains(byte) ? [byte] : []))
    }
    #expect(typed([0x7F]) == [0x7F])
    // Stop, quit, search, quote, transpose, redraw, abort; prefix of more keys.
    for byte in [0x03, 0x07, 0x0C, 0x0F, 0x11, 0x12, 0x13, 0x14, 0x16, 0x18, 0x1A, 0x1C, 0x1D] as [UInt8] {
      #expect(!KioskKeys.editing.contains(byte))
    }
  }

  @Test(
    arguments: [
      ("A", 0x10), ("B", 0x0E), ("C", 0x06), ("D", 0x02), ("H", 0x01), ("F", 0x05), ("1~", 0x01), ("4~", 0x05),
      ("7~", 0x01),
      ("8~", 0x05), ("3~", 0x1E),
    ] as [(String, UInt8)])
  func `cursor keys become control keys`(sequence: String, key: UInt8) {
    #expect(typed("\u{1B}[\(sequence)x".utf8) == [key, UInt8(ascii: "x")])
    if sequence.count == 1 { #expect(typed("\u{1B}O\(sequence)x".utf8) == [key, UInt8(ascii: "x")]) }
  }

  @Test func `any other escape sequence vanishes with all its bytes`() {
    for final in UInt8(0x40)...0x7E where final != UInt8(ascii: "[") {
      #expect(typed([0x1B, 0x5B, 0x39, 0x39, 0x3B, 0x35, final, 0x78]) == [0x78])
    }
    for letter in UInt8(0x20)...0x7E where letter != UInt8(ascii: "[") && letter != UInt8(ascii: "O") {
      #expect(typed([0x1B, letter, 0x78]) == [0x78])
    }
    #expect(typed("\u{1B}[[Ax") == "x")
    #expect(typed("\u{1B}[200~a question\u{1B}[201~x") == "a questionx")
    #expect(typed("\u{1B}[1;5Ax") == "x")
    #expect(typed("\u{1B}\u{1B}[5~x") == "x")
    #expect(typed("\u{1B}[" + String(repeating: "1", count: 100_000) + "Ax") == "x")
  }

  @Test func `no sequence swallows Enter`() {
    for begun in ["\u{1B}", "\u{1B}[", "\u{1B}[200", "\u{1B}O", "\u{1B}[["] {
      #expect(typed(begun + "\rx") == "\rx")
    }
  }

  @Test func `a lone Escape is nothing once its time is over`() {
    var keys = KioskKeys()
    var typed: [UInt8] = []
    keys.read(0x1B, into: &typed)
    #expect(keys.isWithinKey)
    keys.endKey()
    for byte in "[A".utf8 { keys.read(byte, into: &typed) }
    #expect(typed == Array("[A".utf8) && !keys.isWithinKey)
  }

  @Test func `bytes that are no text, and characters that command a terminal, vanish`() {
    #expect(typed([0x61, 0x80, 0x62, 0xFF, 0x63, 0xC3, 0x64, 0xE0, 0x80, 0x80, 0x65]) == Array("abcde".utf8))
    #expect(typed([0xED, 0xA0, 0x80, 0x61, 0xF4, 0x90, 0x80, 0x80]) == [0x61])
    #expect(typed("a\u{9B}b\u{202E}c\u{2028}d\u{E0041}e") == "abcde")
  }

  @Test func `whatever comes, what is handed on is text and editing keys`() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ in
        [0x1B, 0x5B, 0x4F, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
      }
      let result = typed(bytes)
      #expect(String(validating: result, as: UTF8.self) != nil)
      for byte in result where byte < 0x20 || byte == 0x7F {
        #expect(KioskKeys.editing.contains(byte) || byte == KioskKeys.deleteForwards)
      }
    }
  }
}
