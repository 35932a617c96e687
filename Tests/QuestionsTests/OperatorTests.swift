// Quoted phrases and source:, and everything that only looks like them.

import InvertedIndex
import Testing

@testable import Questions

@Suite struct OperatorTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test func `a quoted phrase must occur as written, function words and all`() throws {
    let question = try reader.read("nausea \"in the bath\"")
    #expect(question.phrases == ["in the bath"])
    #expect(question.words.map(\.typed) == ["nausea", "in", "the", "bath"])
    let query = try reader.query(for: question)
    #expect(query.phrases == [["in", "the", "bath"].map { Array($0.utf8) }])
    #expect(question.text == "nausea \"in the bath\"")
  }

  @Test func `a source limits the answer to its article`() throws {
    for name in ["baths", "baths.md", "BATHS.md", "\"Warm baths\""] {
      let question = try reader.read("nausea source:\(name)")
      #expect(question.words.map(\.typed) == ["nausea"])
      #expect(try reader.query(for: question).articles == [ArticleID(1)])
    }
    #expect(try reader.query(for: reader.read("source:valerian nausea")).articles == [ArticleID(0)])
    #expect(try reader.query(for: reader.read("source:teas/valerian.md nausea")).articles == [ArticleID(0)])
  }

  @Test func `an unknown source leaves no article`() throws {
    let question = try reader.read("nausea source:nowhere")
    #expect(question.sources == ["nowhere"])
    #expect(try reader.query(for: question).articles == [])
  }

  @Test func `operators are text where they are not allowed`() throws {
    let question = try reader.read("\"warm bath\" source:baths", allowsOperators: false)
    #expect(question.phrases.isEmpty && question.sources.isEmpty)
    #expect(question.words.map(\.typed) == ["warm", "bath", "source"])
  }

  @Test(arguments: [
    "is \"valerian safe", "a 5\" bath and a 6\" bath", "what's in the patients' bath", "\"", "\" \"", "source: baths",
    "the source:", "x\"bath\"", "\" bath \"", "resource:baths",
  ])
  func `what is no operator is text`(text: String) throws {
    let question = try reader.read(text)
    #expect(question.phrases.isEmpty)
    #expect(question.sources.isEmpty)
  }

  @Test(arguments: [
    "?", "'", "(", ")", " - ", ":", " *", " AND ", " OR ", " NOT ", "+", "~2", "^3", "[", "{", "\\", "/", "&", "|", "!",
  ])
  func `punctuation and the words of query languages change nothing`(mark: String) throws {
    let plain = try reader.query(for: reader.read("nausea bath"))
    let marked = try reader.query(for: reader.read("\(mark) nausea \(mark) bath\(mark)"))
    #expect(marked.terms.filter { !["2", "3"].contains(String(decoding: $0.term, as: UTF8.self)) } == plain.terms)
  }
}
