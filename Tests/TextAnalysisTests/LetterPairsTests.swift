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

  @Test func `a list long enough for a table finds the same words as one that is walked`() {
    let list = WordList(
      """
      a ab abc abcd abcde b ba bab baba c ca cab d da dab dabc e ef efg f fa fab g ga gab h ha hab i is j ja k ka l la m ma n na \
      o or p pa q qu r ra s sa t ta u up v va w wa x xa y ya z za
      """)
    let words = list.words
    #expect(words.count == 64)
    for word in words { #expect(list.contains(word)) }
    for word in words where word.count > 1 {
      let longer = word + [UInt8(ascii: "z")]
      let shorter = Array(word.dropFirst())
      #expect(list.contains(longer) == words.contains(longer) && list.contains(shorter) == words.contains(shorter))
    }
    for none in ["", " ", "a b", "za ", " a"] { #expect(!list.contains(Array(none.utf8))) }
  }
}
