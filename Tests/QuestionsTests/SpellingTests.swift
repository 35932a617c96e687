// Typing errors are corrected, and nothing else is.

import InvertedIndex
import Testing

@testable import Questions

@Suite struct SpellingTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  private func correction(_ word: String) throws -> String? {
    try reader.read("valerian " + word).words.dropFirst().first?.corrected
  }

  @Test(arguments: [
    ("nasuea", "nausea"), ("dizzines", "dizziness"), ("dizzyness", "dizziness"), ("insommnia", "insomnia"),
    ("headahce", "headache"), ("dolars", "dollars"), ("antidepresants", "antidepressants"), ("valarian", "valerian"),
    ("efects", "effects"), ("insurrance", "insurance"),
  ])
  func `a typing error is corrected to a word of the articles`(typed: String, meant: String) throws {
    let word = try reader.read("warm " + typed).words[1]
    #expect(word.corrected == meant)
    #expect(word.typed == typed)
    #expect(word.passageFrequency > 0)
  }

  @Test func `a typing error may have meant a lay word`() throws {
    let question = try reader.read("is it adictive")
    #expect(question.words.first?.corrected == "addictive")
    #expect(question.expansions.first?.reason == .layWord)
    #expect(question.expansions.first?.expanded == "addictive")
    #expect(question.expansions.first?.words == ["dependence"])
  }

  @Test func `a typing error may have meant a function word`() throws {
    let question = try reader.read("shoudl nausea itch")
    #expect(question.words.map(\.typed) == ["nausea", "itch"])
    #expect(question.corrections == [SpellingCorrection(typed: "shoudl", corrected: "should")])
  }

  @Test(arguments: [
    "pregnancy", "dollar", "days", "hose", "warn", "heart", "bats", "tumour", "behaviour", "anaesthesia", "lexapro12",
    "bth", "xyzzyqwert", "organisation", "nuasae", "dolrsa",
  ])
  func `a real word, a short one, one with digits, and one near nothing stay`(word: String) throws {
    #expect(try correction(word) == nil)
  }

  @Test func `a word of the articles is never corrected`() throws {
    let index = try SmallIndex.index()
    var words: [String] = []
    try index.forEachWord { word, _ in
      var bytes: [UInt8] = []
      for offset in word.indices { bytes.append(word[offset]) }
      words.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(words.count > 60)
    for word in words { #expect(try reader.read(word).words.allSatisfy { $0.corrected == nil }, "\(word)") }
  }

  @Test func `no English word is ever corrected`() throws {
    let words = EnglishWords.all()
    for start in stride(from: 0, to: words.count, by: 300) {
      let text = words[start..<min(words.count, start + 60)].map { String(decoding: $0, as: UTF8.self) }
      let question = try reader.read(text.joined(separator: " "))
      for word in question.words { #expect(word.corrected == nil, "\(word.typed)") }
    }
  }

  @Test func `an error that is nearer to an English word than to one of the articles is left as it is`() throws {
    // One letter from "assurance", two from "insurance".
    #expect(try correction("asurance") == nil)
    #expect(try correction("innsurance") == "insurance")
  }

  @Test func `an ending that the stem forgives is not corrected`() throws {
    let word = try reader.read("insurence").words[0]
    #expect(word.corrected == nil)
    #expect(word.passageFrequency == 1)
  }

  @Test func `a quoted word is not corrected`() throws {
    #expect(try reader.read("\"nasuea\"").words.map(\.corrected) == [nil])
  }

  @Test func `other languages are not corrected`() throws {
    var settings = SmallIndex.settings()
    settings.language = "de"
    #expect(try SmallIndex.questionReader(settings).read("nasuea").words.first?.corrected == nil)
  }

  @Test func `the nearer word wins, then the first letter, then the more frequent`() throws {
    #expect(try correction("bathe") == nil)
    #expect(try correction("evenigns") == "evenings")
    #expect(try correction("wamr") == "warm")
  }
}

@Suite struct EnglishWordsTests {
  @Test func `every word of the list is found and its neighbours are not`() {
    let words = EnglishWords.all()
    #expect(words.count > 70_000)
    let set = Set(words)
    for (number, word) in words.enumerated() where number % 7 == 0 {
      #expect(EnglishWords.contains(word))
      let changed = word.dropLast() + [UInt8(ascii: "q")]
      #expect(EnglishWords.contains(Array(changed)) == set.contains(Array(changed)))
    }
  }

  @Test func `the list is in byte order, each word once`() {
    let words = EnglishWords.all()
    #expect(zip(words, words.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: ["", "a", "Depression", "don't", "zzzz", "aa", "depressionn", "\u{e9}tude"])
  func `what is no word of the list is not found`(word: String) {
    #expect(!EnglishWords.contains(Array(word.utf8)))
  }
}
