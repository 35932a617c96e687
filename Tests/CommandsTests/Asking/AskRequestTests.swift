// The command line of `ask`, read in two ways: without the argument parser, and with it.

import Commands
import Testing

@Suite struct AskRequestTests {
  /// One part of a command line, as a person may write it.
  private typealias Part = [String]

  private static let flags: [Part] = [
    ["--ids"], ["-0"], ["--session"], ["--fail-stale"], ["--quiet"], ["--explain"], ["--bag-of-words"],
  ]
  private static let options: [(name: String, values: [String])] = [
    ("--index", ["Index", "", "a=b", "a b", "é"]), ("--timings", ["t.txt"]),
    ("--top", ["1", "007", "+5", "9223372036854775807"]),
    ("--format", ["text", "json", "jsonl", "tsv", "trec"]), ("--group-by", ["passage", "article"]),
    ("--color", ["auto", "always", "never"]),
  ]
  private static let words: [Part] = [
    ["side"], ["side effects"], [""], ["a=b"], ["="], ["ask"], ["help"], ["\u{301}-x"],
  ]
  /// What the parser refuses, or reads otherwise than its look suggests.
  private static let traps: [Part] = [
    ["--top"], ["--top", "0"], ["--top", "-3"], ["--top=-3"], ["--top", "three"], ["--top="], ["--top", "1e3"],
    ["--index="], ["--form", "json"], ["--format", "JSON"], ["--format=json "], ["-index", "x"], ["--ids=1"],
    ["--ids="],
    ["--no-ids"],
    ["-"], ["--top", "-"], ["-0q"], ["-00"], ["-x"], ["-é"], ["--help"], ["-h"], ["--version"], ["--=x"], ["---"],
    ["--"], ["--index", "--"], ["--index"], ["--quiet", "--quiet"], ["--color"], ["--Top", "3"],
    ["--top", "9223372036854775808"],
    ["--timings=--x"], ["--index=-"], ["-\u{301}"], ["-0=1"], ["--generate-completion-script", "bash"],
  ]

  private static func written(_ random: inout SplitMix) -> Part {
    if Bool.random(using: &random) { return flags.randomElement(using: &random) ?? [] }
    guard let option = options.randomElement(using: &random), let value = option.values.randomElement(using: &random)
    else { return [] }
    return value.isEmpty || Bool.random(using: &random) ? [option.name, value] : ["\(option.name)=\(value)"]
  }

  /// Both readings; what only the parser reads is `nil`, what the parser refuses as well.
  private func readings(_ line: [String]) -> (ours: AskRequest?, parsers: AskRequest?) {
    // What the parser refuses is told by the absence of a request; its words have tests of their own.
    (AskRequest(arguments: line), try? AskRequest(parsing: line))
  }

  @Test func `a well-formed command line gives what the argument parser gives, in any order`() {
    var random = SplitMix(state: 1)
    var requests = 0
    for _ in 0..<400 {
      var parts = (0..<Int.random(in: 0...5, using: &random)).map { _ in Self.written(&random) }
      parts += (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in Self.words.randomElement(using: &random) }
      parts.shuffle(using: &random)
      var line = parts.flatMap(\.self)
      if Int.random(in: 0..<4, using: &random) == 0 { line += ["--", "--top", "-", "side"] }
      let (ours, parsers) = readings(line)
      #expect(ours == parsers, "\(line)")
      if ours != nil { requests += 1 }
    }
    #expect(requests > 100)
  }

  @Test func `what is not understood is left to the argument parser`() {
    var random = SplitMix(state: 2)
    var left = 0
    for count in 0..<400 {
      var parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in Self.written(&random) }
      parts += [Self.traps[count % Self.traps.count]] + Self.words.prefix(Int.random(in: 0...2, using: &random))
      parts.shuffle(using: &random)
      let line = parts.flatMap(\.self)
      let (ours, parsers) = readings(line)
      #expect(ours == nil || ours == parsers, "\(line)")
      if ours == nil { left += 1 }
    }
    #expect(left > 280)
  }
}

/// SplitMix64, so that a failing line can be made again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
