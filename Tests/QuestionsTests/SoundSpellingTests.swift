// Words written by ear are read as the words they stand for; names and other words are not.

import InvertedIndex
import Testing

@testable import Questions

@Suite struct SoundSpellingTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test(arguments: [
    ("shud", "should"), ("wud", "would"), ("wich", "which"), ("wer", "were"), ("wel", "well"), ("hav", "have"),
    ("becos", "because"), ("bcoz", "because"), ("b4", "before"), ("2day", "today"), ("whut", "what"), ("wht", "what"),
    ("mutch", "much"), ("abowt", "about"), ("evrything", "everything"), ("ppl", "people"), ("hte", "the"),
    ("doin", "doing"),
    ("thier", "their"), ("sumthing", "something"),
  ])
  func `a function word written by ear is read as that word`(typed: String, meant: String) throws {
    let question = try reader.read("\(typed) nausea itch")
    #expect(question.corrections.map(\.corrected) == [meant], "\(typed)")
    #expect(question.corrections.map(\.typed) == [typed])
    #expect(question.words.map(\.typed).suffix(2) == ["nausea", "itch"])
  }

  @Test(arguments: [
    "hiv", "als", "tms", "ect", "mdd", "gad", "bpd", "ocd", "adhd", "copd", "ibs", "uti", "std", "dbt", "emdr", "thc",
    "cbd", "lsd",
    "mdma", "ghb", "dmt", "snri", "maoi", "tca", "nsaid", "ssri", "pcos", "pmdd", "mthfr", "gerd", "gi", "er", "ms",
    "bp", "dna", "rls",
    "crps", "tmj", "vns", "dbs", "iud", "bmi", "ekg", "mri", "ocpd", "did", "npd", "tbi", "eds", "pots", "me", "cfs",
  ])
  func `a short name of an illness, a drug or an examination stays`(name: String) throws {
    for text in ["can nausea come with \(name)", "can nausea come with \(name.uppercased())"] {
      #expect(try reader.read(text).corrections.isEmpty, "\(text)")
    }
  }

  @Test func `no English word and no word of the articles is taken for one written by ear`() throws {
    let index = try SmallIndex.index()
    var words: [[UInt8]] = []
    try index.forEachWord { word, _ in words.append(word.indices.map { word[$0] }) }
    for word in EnglishWords.all() where word.count <= 6 { words.append(word) }
    var corrector = SpellingCorrector(
      index: index, layWords: try LayWordTable(index), stopList: StopList(language: "en"))
    for word in words { #expect(try corrector.correction(for: word, term: word, isUnknown: {}) == nil) }
  }

  @Test func `a word in capitals is a name, unless all is in capitals`() throws {
    #expect(try reader.read("can nausea come with WUD").corrections.isEmpty)
    #expect(try reader.read("WUD NAUSEA COME").corrections.map(\.corrected) == ["would"])
  }

  @Test func `words of one sound are written alike, and other vowels are another sound`() {
    func sound(_ word: String) -> [UInt8] { SoundSpelling.sound(of: Array(word.utf8)) }
    #expect(sound("shud") == sound("should"))
    #expect(sound("rite") == sound("right"))
    #expect(sound("becoz") == sound("because"))
    #expect(sound("hiv") != sound("have"))
    #expect(sound("tms") != sound("times"))
    #expect(sound("").isEmpty)
  }
}

@Suite struct NeighboringWordsTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test func `an unknown word of three letters is read as the one that the articles have beside its neighbour`() throws
  {
    let question = try reader.read("sid effects")
    #expect(question.corrections == [SpellingCorrection(typed: "sid", corrected: "side")])
    #expect(try reader.read("sid nausea").corrections.isEmpty)
    #expect(try reader.read("effects of sid").corrections.isEmpty)
  }

  @Test func `a real word stays, whatever its neighbour`() throws {
    for text in ["sit effects", "site effects"] { #expect(try reader.read(text).corrections.isEmpty) }
  }

  @Test func `every string with one letter more is given once`() {
    let found = NeighboringWords.oneLetterMore(than: Array("ab".utf8))
    #expect(Set(found).count == found.count)
    for other in ["aab", "abb", "abc", "cab", "azb"] { #expect(found.contains(Array(other.utf8))) }
    #expect(found.allSatisfy { $0.count == 3 })
  }
}
