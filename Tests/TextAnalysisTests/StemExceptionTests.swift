// Words with a term of their own, and the forms that share it.

import Testing

@testable import TextAnalysis

@Suite struct StemExceptionTests {
  private func term(_ word: String) throws -> [UInt8] {
    let buffer = try Analyzer(language: "en").analyze(word)
    return try buffer.term(of: #require(buffer.tokens.first)).map { $0 }
  }

  @Test(arguments: [
    ("fasting", "fast"), ("several", "severe"), ("emergency", "emerge"), ("positive", "position"), ("paste", "past"),
    ("internal", "international"), ("organic", "organ"), ("experiment", "experience"), ("important", "import"),
  ])
  func `words that the stemmer makes one, though they mean different things, have two terms`(
    word: String, other: String
  ) throws {
    #expect(try term(word) != term(other))
  }

  @Test(arguments: [
    ("emergency", "Emergencies"), ("positive", "positively"), ("organisation", "organize"), ("fasting", "fasted"),
    ("experiment", "experimental"), ("severe", "severely"),
  ])
  func `forms of one word share its term`(word: String, form: String) throws {
    #expect(try term(word) == term(form))
  }
}
