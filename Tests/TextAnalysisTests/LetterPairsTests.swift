import Testing

@testable import TextAnalysis

/// The quick no's are right: each letter pair written down is one of its table's, and none is missing.
@Suite struct LetterPairsTests {
  @Test func `British spellings and number words begin and end as is written down`() {
    let written = BritishSpelling.pairsAsWritten
    let actual = BritishSpelling.pairsOfTables
    #expect(written.parts == actual.parts)
    #expect(written.endings == actual.endings)
    #expect(written.wholeWords == actual.wholeWords)
    #expect(NumberWords.starts == NumberWords.startsOfValues)
  }

  @Test func `a pair is found at the beginning and within`() {
    let pairs = LetterPairs("ae ou")
    #expect(pairs.contains(UInt8(ascii: "a"), UInt8(ascii: "e")))
    #expect(!pairs.contains(UInt8(ascii: "e"), UInt8(ascii: "a")))
    #expect(pairs.occur(in: Array("tumour".utf8)))
    #expect(!pairs.occur(in: Array("tumor".utf8)))
    #expect(!pairs.occur(in: Array("o".utf8)))
  }
}

/// Lists searched where they stand.
@Suite struct WordListTests {
  @Test func `a word on the list is found, a part of one is not`() {
    let list = WordList("hello,good morning,hey", separator: UInt8(ascii: ","))
    for word in ["hello", "good morning", "hey"] { #expect(list.contains(Array(word.utf8))) }
    for word in ["", "hell", "good", "morning", "he", "heyy", "hello,good morning"] {
      #expect(!list.contains(Array(word.utf8)))
    }
    #expect(list.words == ["hello", "good morning", "hey"].map { Array($0.utf8) })
  }
}
