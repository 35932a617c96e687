// What may pass the only door out, and what may not.

import Terminal
import Testing

/// The characters that may never be shown, written out from the standards, not from the code under test.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  case 0xE0000...0xE007F: true
  default: false
  }
}

@Suite struct SanitizerTests {
  @Test func `every scalar passes or becomes one replacement character`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let cleaned = Sanitizer.clean(text)
      let expected = isForbidden(scalar) ? "\u{FFFD}" : text
      if Array(cleaned.utf8) != Array(expected.utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `an escape sequence loses its escape and keeps its letters`() {
    #expect(Sanitizer.clean("a\u{1B}[31mred\u{9B}0m") == "a\u{FFFD}[31mred\u{FFFD}0m")
  }

  @Test func `carriage return and newline become a newline, a lone carriage return is replaced`() {
    #expect(Sanitizer.clean("one\r\ntwo\rthree\r") == "one\ntwo\u{FFFD}three\u{FFFD}")
    #expect(Sanitizer.clean("\r\r\n") == "\u{FFFD}\n")
  }

  @Test func `newlines, tabs, accents, and emoji stay`() {
    let text = "déjà\tvu\n– 40 % “so” 日本 👩‍👩‍👧 e\u{301}"
    #expect(Sanitizer.clean(text) == text)
    #expect(Sanitizer.isClean(text))
  }

  @Test func `raw bytes that are no UTF-8 become replacement characters`() {
    #expect(Sanitizer.clean(bytes: [0x61, 0x9B, 0x33, 0xFF, 0x62]) == "a\u{FFFD}3\u{FFFD}b")
    #expect(Sanitizer.clean(bytes: [0xE2, 0x80]) == "\u{FFFD}")
    #expect(Sanitizer.clean(bytes: [0xC2, 0x9B]) == "\u{FFFD}")
  }

  @Test(arguments: 0..<200)
  func `whatever comes in, cleaning is idempotent and lets nothing forbidden through`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pool: [UInt8] = [
      0x0A, 0x0D, 0x1B, 0x20, 0x41, 0x7F, 0x80, 0x9B, 0xA0, 0xC2, 0xD8, 0x9C, 0xE2, 0xAE, 0xF3, 0x81, 0xBF,
    ]
    let bytes = (0..<60).map { _ in
      Bool.random(using: &random) ? pool.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
    }
    let once = Sanitizer.clean(bytes: bytes)
    #expect(!once.unicodeScalars.contains(where: isForbidden))
    #expect(Array(Sanitizer.clean(once).utf8) == Array(once.utf8))
    #expect(Sanitizer.isClean(once))
  }

  @Test(arguments: 0..<200)
  func `a range still holds its own words after the text around it was cleaned`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pool = ["a", "é", "\u{1B}", "\u{9B}", "\r", "\r\n", "\n", "\u{202E}", "\u{E0041}", "日", " "]
    let pieces = (0..<30).map { _ in pool.randomElement(using: &random) ?? "" }
    var text = ""
    var starts: [Int] = []
    for piece in pieces {
      starts.append(text.utf8.count)
      text += piece
    }
    // Pieces that join into CR LF would make the expectation below wrong.
    guard !zip(pieces, pieces.dropFirst()).contains(where: { $0 == "\r" && $1.hasPrefix("\n") }) else { return }
    let ranges = zip(starts, pieces).map { $0..<$0 + $1.utf8.count }
    let (cleaned, moved) = Sanitizer.clean(text, moving: ranges)
    let found = moved.map { String(decoding: Array(cleaned.utf8)[$0], as: UTF8.self) }
    #expect(found == pieces.map { Sanitizer.clean($0) })
  }

  @Test func `a line is left on one line`() {
    #expect(Sanitizer.cleanLine("a\tb\r\nc\u{7}") == "a b c\u{FFFD}")
  }
}

/// Sebastiano Vigna's SplitMix64: the same values in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
