import Testing

@testable import TextAnalysis

/// The quick no's are right: each letter pair written down is one of its table's, and none is missing.
@Suite struct LetterPairsTests {
  @Test func `British spellings begin and end as is written down, and no number word is passed over`() {
    #expect(BritishSpelling.writtenDown.parts == BritishSpelling.workedOut.parts)
    #expect(BritishSpelling.writtenDown.endings == BritishSpelling.workedOut.endings)
    let wholeWords = """
      programme programmes ageing grey greys greying greyish practise practises practised practising disc
      discs fulfil fulfils enrol enrols instil instils distil distils cosy speciality specialities
      dependant dependants caesarian cesarian cheque cheques jewellery learnt burnt spelt dreamt
      """
    for word in wholeWords.split(whereSeparator: \.isWhitespace).map({ Array($0.utf8) }) {
      #expect(BritishSpelling.american(word) != word)
    }
    let numbers = """
      zero one two three four five six seven eight nine ten
      eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
      forty fifty sixty seventy eighty ninety hundred thousand million billion
      """
    for word in numbers.split(whereSeparator: \.isWhitespace) {
      #expect(NumberWords.digits(for: Array(word.utf8)) != nil)
    }
  }

  @Test func `a pair is found as it was written, a triple anywhere in a word`() {
    let pairs = LetterPairs("ae ou")
    #expect(pairs.contains(UInt8(ascii: "a"), UInt8(ascii: "e")))
    #expect(!pairs.contains(UInt8(ascii: "e"), UInt8(ascii: "a")))
    #expect(!pairs.contains(UInt8(ascii: "'"), UInt8(ascii: "e")))
    let triples = LetterTriples("our col")
    for word in ["tumour", "colic", "our"] { #expect(triples.occur(in: Array(word.utf8))) }
    for word in ["tumor", "ou", "", "co-l"] { #expect(!triples.occur(in: Array(word.utf8))) }
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
