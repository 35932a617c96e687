// What patterns find, what they leave, and what is said of wrong ones.

import Testing

@testable import PhrasePatterns

@Suite struct PatternTests {
  private func finds(_ pattern: String, in text: String, words: [(String, [String])] = []) throws -> Bool {
    var compiler = PatternCompiler()
    for (name, texts) in words { try compiler.define(name, texts) }
    compiler.beginList()
    try compiler.add(pattern)
    let matcher = PatternMatcher(try compiler.program(), isKnown: { $0.elementsEqual("filled".utf8) })
    return !matcher.matches(ofList: 0, in: matcher.read(text), isLongest: false).isEmpty
  }

  @Test(arguments: [
    ("mend the chain", "please mend the chain today"), ("mend the (chain|back wheel)", "I mend the back wheel"),
    ("mend [the] chain", "mend chain"), ("mend [the] chain", "mend the chain"),
    ("mend ... chain", "mend my old rusty chain"), ("mend ...1 chain", "mend my chain"),
    ("mend ... chain", "mend chain"),
    ("chain*", "three chains"), ("greas* chain", "greasing chain"), ("# wheels", "4 wheels"),
    ("## wheels", "24 wheels"),
    ("mend it $", "mend it"), ("mend it $", "can you mend it, or not"), ("mend it $", "mend it but slowly"),
    ("^ mend it", "mend it"), ("mend ... $", "mend a chain. Thanks"), ("^ mend it", "well, mend it"),
    ("mend !(wheels|it)", "mend tyres"), ("mend !it", "mend"),
    ("do not mend", "don't mend"), ("do not mend", "dont mend"), ("I am mending", "im mending"),
    ("(mend|oil (the|a) [old] chain) now", "oil a old chain now"), ("mend the chain", "mend the fucking chain"),
    ("mend any more", "mend anymore"), ("mend the chain", "Mend. The. Chain."), ("mend the chain", "mend the... chain"),
  ])
  func `a pattern finds what it says`(pattern: String, text: String) throws {
    #expect(try finds(pattern, in: text))
  }

  @Test(arguments: [
    ("mend the chain", "mend a chain"), ("mend ...1 chain", "mend my old chain"),
    ("mend ... chain", "mend it. A chain"),
    ("mend the chain", "please mend. The chain"),
    ("mend ... chain", "mend a b c d e chain"), ("## wheels", "4 wheels"), ("# wheels", "some wheels"),
    ("mend it $", "mend it today"), ("^ mend it", "kindly do mend it"), ("mend !(wheels|it)", "mend wheels"),
    ("chain*", "a bin"), ("(mend|oil) chain", "mend oil"), ("mend the chain", ""),
  ])
  func `a pattern leaves what it does not say`(pattern: String, text: String) throws {
    #expect(try !finds(pattern, in: text))
  }

  @Test(arguments: [
    "kil hamster", "kkill hamster", "kill hamsterrr", "kill hmaster", "kill hamstr", "KILL HAMSTER", "killhamster",
    "k i l l h a m s t e r", "k.i.l.l. hamster", "kil lhamster", "kill ham ster", "k1ll h4mster", "xxkillhamsterxxxx",
  ])
  func `typing errors and spaces in the wrong places do not hide it`(text: String) throws {
    #expect(try finds("kill hamster", in: text))
  }

  @Test func `a word of the language is no typing error`() throws {
    #expect(try !finds("killed hamsters", in: "filled hamsters"))
    #expect(try finds("killed hamsters", in: "kiled hamsters"))
  }

  @Test func `groups stand for their wordings, and may name earlier ones`() throws {
    let words = [("part", ["chain|wheel", "bottom bracket"]), ("job", ["mend (the|my) <part>", "oil it"])]
    for text in ["please mend my bottom bracket", "please oil it", "please mend the wheel"] {
      #expect(try finds("please <job>", in: text, words: words), "\(text)")
    }
    #expect(try !finds("please <job>", in: "please mend a wheel", words: words))
  }

  @Test(arguments: [
    ("", "has no words"), ("[mend]", "without any of its words"), ("...", "without any of its words"),
    ("(mend", "( without a )"), ("[mend oil", "[ without a ]"), ("mend)", "closing bracket too many"),
    ("mend|oil", "| outside of brackets; write"), ("(mend|)", "nothing between two marks"),
    ("mend ...0 it", "from ...1 to ...12"), ("mend ...99 it", "from ...1 to ...12"),
    ("<part> mend", "not among the words"),
    ("<part mend", "a < without a >"), ("me*nd", "a * within a word"), ("can't*", "behind two words"),
    ("mend %", "no word"), ("mend !(old chain)", "single words only"), ("mend !", "ends where a word should follow"),
    (String(repeating: "(", count: 100) + "a", "nested deeper than 8"),
  ])
  func `a wrong pattern is told what is wrong`(pattern: String, problem: String) {
    #expect {
      var compiler = PatternCompiler()
      compiler.beginList()
      try compiler.add(pattern)
    } throws: { error in
      (error as? PatternProblem)?.text.contains(problem) == true
    }
  }

  @Test(arguments: [("Part", "no name"), ("", "no name"), ("part", "a second time")])
  func `a wrong group is told what is wrong`(name: String, problem: String) throws {
    var compiler = PatternCompiler()
    try compiler.define("part", ["chain"])
    #expect {
      try compiler.define(name, ["wheel"])
    } throws: { error in
      (error as? PatternProblem)?.text.contains(problem) == true
    }
    #expect(throws: PatternProblem.self) { try compiler.define("empty", []) }
  }

  @Test func `too many patterns are an error, not a wrong program`() {
    #expect(throws: PatternProblem.self) {
      var compiler = PatternCompiler()
      compiler.beginList()
      for number in 0..<20_000 { try compiler.add("(a|b c) w\(number) ... d") }
    }
  }

  @Test func `no row of marks traps, whatever it is`() {
    // A fixed sequence of numbers, so that a failure comes again.
    var state: UInt64 = 42
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let marks = [
      "(", ")", "[", "]", "|", "!", "^", "$", "#", "##", "...", "...3", "<a>", "<", "word", "stem*", " ", "*", "\u{E9}",
    ]
    for _ in 0..<3_000 {
      let text = (0..<next(10)).map { _ in marks[next(marks.count)] }.joined(separator: " ")
      var compiler = PatternCompiler()
      // What it throws, if it does, is tested above.
      try? compiler.define("a", ["one|two three"])
      compiler.beginList()
      try? compiler.add(text)
      guard let program = try? compiler.program() else { continue }
      let matcher = PatternMatcher(program, isKnown: { _ in false })
      let found = matcher.matches(ofList: 0, in: matcher.read("one word two three word stems"), isLongest: true)
      #expect(found.allSatisfy { $0.upperBound <= 6 }, "\(text)")
    }
  }
}
