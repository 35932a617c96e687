// What holds of the tokens of any text whatever.

import Testing

@testable import TextAnalysis

/// A small generator with a fixed seed (SplitMix64): the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct TokenPropertyTests {
  /// Scalars that words are made, joined and parted by.
  private static let alphabet = Array(
    "aAbz09 '-.,_é’\u{301}\u{AD}\u{2010}\u{200D}\n\u{20E3}\u{FE0F}ßœ東タกй٤ﬁ😀א\u{5B0}µ·\u{FFFD}".unicodeScalars)

  private static func randomText(using generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let anything = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
      if let anything, Int.random(in: 0..<8, using: &generator) == 0 {
        text.append(anything)
      } else {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
    }
    return String(text)
  }

  @Test func `ranges lie on scalars of the text, in order, and positions rise by one`() throws {
    let analyzer = try Analyzer(language: "en")
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let text = Self.randomText(using: &generator)
      let buffer = analyzer.analyze(text)
      let bytes = Array(text.utf8)
      var end = 0
      var position = 0
      for token in buffer.tokens {
        let isSound =
          !token.term.isEmpty && token.word.count <= 64 && token.source.lowerBound >= end && !token.source.isEmpty
          && token.source.upperBound <= bytes.count && token.position == position
          && String(validating: bytes[token.source], as: UTF8.self) != nil
          && String(validating: buffer.word(of: token), as: UTF8.self) != nil
        #expect(isSound, "\(token) of \(text.debugDescription)")
        if !token.isCompound {
          end = token.source.upperBound
          position += 1
        }
      }
      #expect(position == buffer.length)
    }
  }

  @Test func `a word found before gives the same token as one never seen`() throws {
    let used = try Analyzer(language: "en")
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let text = Self.randomText(using: &generator)
      _ = used.analyze(text)
      #expect(try isSame(used.analyze(text), Analyzer(language: "en").analyze(text)))
    }
  }

  @Test func `bytes that are no text are survived`() throws {
    let analyzer = try Analyzer(language: "en")
    var generator = SeededGenerator(seed: 3)
    var buffer = TokenBuffer()
    for _ in 0..<5_000 {
      let bytes = (0..<30).map { _ in
        Bool.random(using: &generator) ? UInt8.random(in: 0...255, using: &generator) : UInt8(ascii: "a")
      }
      analyzer.analyze(bytes.span, into: &buffer)
      #expect(buffer.tokens.allSatisfy { $0.source.upperBound <= bytes.count })
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["(", "a-", "東", "กข", "e\u{301}", "a.", "1,", "’", "\u{1F1E6}", "é\u{300}-"])
  func `a long run of anything is analysed in time`(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let buffer = try Analyzer(language: "en").analyze(text)
    #expect(buffer.length <= text.utf8.count)
  }
}
