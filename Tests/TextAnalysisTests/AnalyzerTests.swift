// What the analyzer makes of words: exact tokens of small texts.

import Testing

@testable import TextAnalysis

/// The tokens of `text` as `term@position`, a compound with a star.
func tokens(_ text: String, language: String = "en") throws -> [String] {
  let buffer = try Analyzer(language: language).analyze(text)
  return buffer.tokens.map { token in
    "\(String(decoding: buffer.term(of: token), as: UTF8.self))@\(token.position)\(token.isCompound ? "*" : "")"
  }
}

/// The terms of `text`, one after another.
func terms(_ text: String, language: String = "en") throws -> [String] {
  let buffer = try Analyzer(language: language).analyze(text)
  return buffer.tokens.map { String(decoding: buffer.term(of: $0), as: UTF8.self) }
}

@Suite struct AnalyzerTests {
  @Test func `an empty text has no tokens`() throws {
    let buffer = try Analyzer(language: "en").analyze("")
    #expect(buffer.tokens.isEmpty)
    #expect(buffer.length == 0)
  }

  @Test func `case and accents do not tell words apart`() throws {
    #expect(try terms("CRÈME crème Creme cre\u{300}me") == ["creme", "creme", "creme", "creme"])
    #expect(try terms("naïve NAÏVE") == ["naiv", "naiv"])
    #expect(try terms("ﬁne Ærø straße") == ["fine", "aero", "strass"])
    #expect(try Set(terms("ΟΔΟΣ οδός", language: "el")).count == 1)
  }

  @Test func `Cyrillic letters keep their marks`() throws {
    #expect(try terms("йод и\u{306}од", language: "ru") == ["йод", "йод"])
  }

  @Test func `a curly apostrophe is a straight one`() throws {
    #expect(try terms("don’t") == terms("don't"))
    #expect(try terms("the nurse’s chair") == ["the", "nurs", "chair"])
    #expect(try terms("the nurse's chair") == ["the", "nurs", "chair"])
  }

  @Test func `a quotation mark is no apostrophe`() throws {
    #expect(try terms("'calm' ‘calm’ calm'") == ["calm", "calm", "calm"])
  }

  @Test func `a hyphenated word is whole and in parts`() throws {
    #expect(try tokens("one sleep-deprived owl") == ["1@0", "sleepdepriv@1*", "sleep@1", "depriv@2", "owl@3"])
    #expect(try Analyzer(language: "en").analyze("sleep-deprived").length == 2)
    #expect(try tokens("sleep\u{2010}deprived") == tokens("sleep-deprived"))
    #expect(try tokens("sleep\u{2011}deprived") == tokens("sleep-deprived"))
  }

  @Test func `the whole of a hyphenated word spans its parts`() throws {
    let buffer = try Analyzer(language: "en").analyze("a sleep-deprived owl")
    let whole = try #require(buffer.tokens.first { $0.isCompound })
    #expect(whole.source == 2..<16)
  }

  @Test func `a dash is no hyphen`() throws {
    #expect(try tokens("sleep--deep - well –dawn") == ["sleep@0", "deep@1", "well@2", "dawn@3"])
    #expect(try tokens("a-b-c-d-e-f-g").count == 7)
    #expect(try tokens("a-b-c-d-e-f").count == 7)
  }

  @Test func `a range of numbers has no whole`() throws {
    #expect(try tokens("30-40") == ["30@0", "40@1"])
    #expect(try tokens("2031-05-04") == ["2031@0", "05@1", "04@2"])
    #expect(try tokens("covid-19") == ["covid19@0*", "covid@0", "19@1"])
  }

  @Test func `number words are digits`() throws {
    #expect(try terms("forty 40 Forty") == ["40", "40", "40"])
    #expect(try tokens("twenty-four owls") == ["24@0", "owl@1"])
    #expect(try Analyzer(language: "en").analyze("twenty-four owls").length == 2)
    #expect(try terms("1,000 1000 10,000,000 thousand") == ["1000", "1000", "10000000", "1000"])
    #expect(try terms("2.5 1,2 10,00 1,0000") == ["2.5", "1", "2", "10", "00", "1", "0000"])
    #expect(try tokens("twenty-teen") == ["twentyteen@0*", "20@0", "teen@1"])
  }

  @Test func `number words are words in other languages`() throws {
    #expect(try terms("ten", language: "de") == ["ten"])
  }

  @Test func `a unit parts from its number`() throws {
    #expect(try tokens("40mg") == ["40mg@0*", "40@0", "mg@1"])
    #expect(try tokens("0.5mg/kg") == ["0.5mg@0*", "0.5@0", "mg@1", "kg@2"])
    #expect(try tokens("3rd 5ht b12") == ["3rd@0", "5ht@1", "b12@2"])
  }

  @Test func `an abbreviation loses its full stops and a sentence does not`() throws {
    #expect(try terms("I.V. e.g. Ph.D. U.S.A.") == ["iv", "eg", "phd", "usa"])
    #expect(try terms("the end.Next is done.A") == ["the", "end", "next", "is", "done", "a"])
    #expect(try terms("www.example.org") == ["www", "exampl", "org"])
  }

  @Test func `punctuation and emoji are no words`() throws {
    #expect(try terms("… ?! — “ ” 😀 👨‍👩‍👧 ☃ $ € + = <>") == [])
    #expect(try terms("👍🏽ok 1️⃣") == ["ok", "1"])
    #expect(try terms("_under_ score_card") == ["under", "score", "card"])
  }

  @Test func `each ideograph is a word and katakana stay together`() throws {
    #expect(try terms("東京 タワー") == ["東", "京", "タワー"])
  }

  @Test func `digits of other scripts are digits`() throws {
    #expect(try terms("٤٠ ４０") == ["40", "40"])
  }

  @Test func `a soft hyphen is not there`() throws {
    #expect(try terms("so\u{AD}cial") == ["social"])
  }

  @Test func `other languages have their own stems`() throws {
    #expect(try terms("depresiones", language: "es") == terms("depresión", language: "es"))
    #expect(try terms("Häuser", language: "de") == terms("Hauser", language: "de"))
    #expect(try terms("l'amitié qu’elle", language: "fr") == terms("amitié elle", language: "fr"))
  }

  @Test(arguments: ["", "xx", "english", "EN", "e", "e\u{0}"])
  func `a language without a stemmer is refused`(code: String) {
    #expect(throws: TextAnalysisError.unknownLanguage(code: code)) { try Analyzer(language: code) }
  }

  @Test func `a word beyond 64 bytes is cut at a scalar`() throws {
    let long = String(repeating: "q", count: 63)
    let buffer = try Analyzer(language: "en").analyze(long + "zzzz " + long + "й" + long)
    #expect(buffer.tokens.map { buffer.word(of: $0).count } == [64, 63])
    #expect(buffer.tokens[0].source == 0..<67)
    let ascii = try Analyzer(language: "en").analyze(String(repeating: "q", count: 100_000))
    #expect(ascii.tokens.map { ascii.word(of: $0).count } == [64])
    #expect(ascii.tokens[0].source == 0..<100_000)
  }

  @Test func `the word is the folded surface form`() throws {
    let buffer = try Analyzer(language: "en").analyze("Nurses’ Half-Moons tumours forty")
    #expect(
      buffer.tokens.map { String(decoding: buffer.word(of: $0), as: UTF8.self) }
        == ["nurses", "half-moons", "half", "moons", "tumours", "forty"])
  }

  @Test func `a used buffer holds nothing of the text before`() throws {
    let analyzer = try Analyzer(language: "en")
    var buffer = TokenBuffer()
    analyzer.analyze("seven grey owls".utf8.span, into: &buffer)
    analyzer.analyze("one-eyed cat".utf8.span, into: &buffer)
    #expect(isSame(buffer, analyzer.analyze("one-eyed cat")))
    #expect(buffer.length == 3)
  }
}

/// Whether two buffers hold the same tokens.
func isSame(_ left: TokenBuffer, _ right: TokenBuffer) -> Bool {
  left.tokens == right.tokens && left.bytes == right.bytes && left.length == right.length
}
