// Terms and their numbers, and the pairs and suffixes of the program's own lists.

import Testing

@testable import TextAnalysis

@Suite struct TermNumbersTests {
  @Test func `each different term gets the next number, and keeps it`() {
    var numbers = TermNumbers()
    let terms = (0..<500).map { Array("term\($0 * $0)".utf8) } + [[], [0], [0, 0]]
    for (number, term) in terms.enumerated() {
      #expect(numbers.number(of: term) == nil)
      #expect(numbers.insert(term) == (number, true))
    }
    for (number, term) in terms.enumerated() {
      #expect(numbers.insert(term) == (number, false))
      #expect(numbers.number(of: term) == number)
    }
    #expect(numbers.terms == terms)
    #expect(numbers.number(of: Array("other".utf8)) == nil)
  }
}

@Suite struct WordPairsTests {
  private let pairs = WordPairs("aem>em our>or or>x")

  private func changed(_ word: String, _ change: (inout [UInt8]) -> Void) -> String {
    var bytes = Array(word.utf8)
    change(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `parts are replaced once each, in order, an ending only at the end`() {
    #expect(changed("anaemia", pairs.replaceParts) == "anemia")
    #expect(changed("colourour", pairs.replaceParts) == "colxour")
    #expect(changed("", pairs.replaceParts).isEmpty)
    #expect(changed("colour", pairs.replaceEnding) == "color")
    #expect(changed("colours", pairs.replaceEnding) == "colours")
    #expect(pairs.replacement(for: Array("our".utf8)) == Array("or".utf8))
    #expect(pairs.replacement(for: Array("ou".utf8)) == nil)
    #expect(pairs.all.map { String(decoding: $0.from, as: UTF8.self) } == ["aem", "our", "or"])
  }

  @Test func `the first listed word that a text ends with is its suffix`() {
    let list = WordList("ations ation e")
    for (text, count) in [("formations", 6), ("ation", 5), ("the", 1), ("", 0), ("ions", 0)] {
      #expect(list.suffixCount(of: Array(text.utf8)[...]) == count)
    }
  }
}
