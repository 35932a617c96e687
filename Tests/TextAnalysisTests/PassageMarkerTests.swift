// What is noted of passages when they are indexed: the same as reading them when a question comes.

import Testing

@testable import TextAnalysis

@Suite struct PassageMarkerTests {
  private static let sentences = [
    "What are the side effects, and how long do they last?", "A derailleur is a device that moves the chain.",
    "Rust is caused by water", "Take the wheel off first. It is heavy.", "Who's a candidate for a new saddle?",
    "Who should not ride?", "In 1995 the first of them was sold.", "3 in 10 riders are affected", "",
    "Tell me what is wrong?", "What is a hub?", "Is it?", "2 to 3 weeks, up to 12 sessions a week, as a rule!",
    "Bearings\nlast for years", "People's bikes don't cost much; a dealer may charge 40 dollars for a service.",
    "How do I know that the chain is worn?", "Long-term use leads to complications, e.g. rust. Then treat it.",
  ]

  /// As each aspect tells it by itself.
  private func aspects(ofText text: String, analyzer: Analyzer) -> [QuestionAspect] {
    let words = FoldedWords(analyzer.analyze(text))
    if text.utf8.last == UInt8(ascii: "?"), let asked = QuestionAspect.asked(in: words) {
      return QuestionAspect.allCases.filter { $0 == asked.aspect || $0.isAsked(in: words) }
    }
    return QuestionAspect.allCases.filter { $0.isAnswered(by: words) }
  }

  @Test func `one walk over a text tells the same as each aspect by itself`() throws {
    let analyzer = try Analyzer(language: "en")
    var reader = AspectReader()
    var buffer = TokenBuffer(keepsBytes: false)
    for text in Self.sentences {
      analyzer.analyze(text.utf8.span, into: &buffer)
      let isQuestion = text.utf8.last == UInt8(ascii: "?")
      let found = reader.aspects(of: buffer, upTo: text.utf8.count, isQuestion: isQuestion, analyzer)
      let named = QuestionAspect.allCases.enumerated().filter { found & 1 << UInt32($0.offset) != 0 }.map(\.element)
      #expect(named == aspects(ofText: text, analyzer: analyzer), "\(text)")
    }
  }

  @Test func `it stays the same when the analyzer forgets its words`() throws {
    let analyzer = try Analyzer(language: "en")
    var marker = PassageMarker(language: "en")
    var buffer = TokenBuffer(keepsBytes: false)
    func marks(_ text: String) -> UInt32 {
      analyzer.analyze(text.utf8.span, into: &buffer)
      return marker.marks(of: text.utf8.span, buffer, analyzer).aspects
    }
    let before = Self.sentences.map(marks)
    let epoch = buffer.epoch
    let noise = (0..<300_000).map { "w\($0)x" }.joined(separator: " ")
    _ = marks(noise)
    #expect(Self.sentences.map(marks) == before)
    #expect(buffer.epoch > epoch)
  }

  private func marks(heading: String, _ text: String, language: String = "en") throws -> Set<String> {
    let analyzer = try Analyzer(language: language)
    var marker = PassageMarker(language: language)
    var buffer = TokenBuffer(keepsBytes: false)
    analyzer.analyze(heading.utf8.span, into: &buffer)
    marker.begin(heading: heading.utf8.span, buffer, analyzer)
    analyzer.analyze(text.utf8.span, into: &buffer)
    let marks = marker.marks(of: text.utf8.span, buffer, analyzer)
    let aspects = PassageMarks.ofAspects.enumerated().filter { marks.aspects & 1 << UInt32($0.offset) != 0 }.map(
      \.element)
    return Set((aspects + marks.shortForms).map { String(decoding: $0.dropFirst(), as: UTF8.self) })
  }

  @Test func `heading and first sentence count, what follows does not`() throws {
    #expect(try marks(heading: "What is it?", "Take it off. It costs 3 dollars.") == ["aspect definition"])
    #expect(try marks(heading: "", "It costs 3 dollars. Take it off.") == ["aspect cost"])
    #expect(try marks(heading: "Kosten", "Es ist billig.", language: "de") == [])
  }

  @Test(arguments: [
    ("Light emitting diodes (LEDs) glow.", ["short led"]),
    ("The LED (light emitting diode) glows.", ["short led"]),
    ("Lamps (LED) and hubs (dynamos).", ["short led"]), ("Made in America (U.S.).", ["short us"]),
    ("A lamp (large).", []), ("LED lamps.", []), ("The ABCDEFG (long).", []), ("(A)", []),
  ])
  func `capitals beside an opening bracket may be defined there`(text: String, expected: [String]) throws {
    #expect(try marks(heading: "", text).filter { $0.hasPrefix("short") } == Set(expected), "\(text)")
    #expect(try marks(heading: text, "So.").filter { $0.hasPrefix("short") } == Set(expected), "\(text)")
  }
}
