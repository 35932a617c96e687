// The bytes a program gets.

import Commands
import Conversation
import Testing

@Suite struct RecordRendererTests {
  private let context = RecordContext(id: "7", fingerprint: "4be1d7c0")

  private var answer: Answer {
    var answer = Sample.answer(
      "when do I prune rozes",
      results: [
        Sample.passage(matches: ["Prune"], best: "Prune in late winter.", alsoIn: ["beds/hedges.md:9#77af02"])
      ])
    answer.coverage = 0.81
    answer.confidence = 0.87654
    answer.corrected = [Correction(from: "rozes", to: "roses")]
    answer.alsoSearched = [Expansion(word: "prune", searched: ["cut back", "trim"])]
    answer.notices = [.shortened(toCharacters: 40), .focused(on: "When?")]
    return answer
  }

  @Test func `a compact record has every field, in order, on one line`() {
    #expect(
      RecordRenderer.record(of: answer, in: context).compact
        == #"{"v":1,"id":"7","question":"when do I prune rozes","verdict":"answered","coverage":0.81,"#
        + #""confidence":0.8765,"missing":[],"corrected":[{"from":"rozes","to":"roses"}],"#
        + #""also_searched":[{"for":"prune","words":["cut back","trim"]}],"carried":[],"focused":"When?","crisis":false,"#
        + #""stale":null,"index":"4be1d7c0","results":[{"rank":1,"score":7.31,"citation":"beds/roses.md:12#0a1b2c","#
        + #""path":"beds/roses.md","lines":[12,14],"article":"Keeping roses","section":"When to prune","url":null,"#
        + #""text":"Prune in late winter.\n- before buds open\n- on a dry day","matches":[[0,5]],"best":[0,21],"#
        + #""also_in":["beds/hedges.md:9#77af02"]}]}"#)
  }

  @Test func `a pretty record shows the same values over several lines`() {
    var answer = Sample.answer("is it safe for cats", .noAnswer)
    answer.missing = ["cats"]
    #expect(
      RecordRenderer.record(of: answer, in: RecordContext(id: "1", fingerprint: "4be1d7c0", stale: true)).pretty == """
        {
          "v": 1,
          "id": "1",
          "question": "is it safe for cats",
          "verdict": "no_answer",
          "coverage": 0,
          "confidence": 0,
          "missing": ["cats"],
          "corrected": [],
          "also_searched": [],
          "carried": [],
          "focused": null,
          "crisis": false,
          "stale": true,
          "index": "4be1d7c0",
          "results": []
        }
        """)
  }

  @Test func `pretty objects within arrays are indented, ranges stay on their line`() {
    let value = JSONValue.object([
      .init(
        "results",
        .array([.object([.init("matches", .array([JSONValue(1..<2), JSONValue(4..<9)])), .init("best", .null)])]))
    ])
    #expect(
      value.pretty == """
        {
          "results": [
            {
              "matches": [[1, 2], [4, 9]],
              "best": null
            }
          ]
        }
        """)
  }

  @Test func `what an article lacks is null`() {
    let passage = Sample.passage(title: nil, heading: nil)
    let record = RecordRenderer.record(of: Sample.answer(results: [passage]), in: context).compact
    #expect(record.contains(#""article":null,"section":null,"url":null"#))
    #expect(record.contains(#""matches":[],"best":null,"also_in":[]"#))
  }

  @Test func `a range refers to the cleaned text that is printed`() {
    let passage = Sample.passage(
      heading: "Heading\u{1B}[2J", text: "\u{1B}[1mLate\u{202E} winter", matches: ["Late", "winter"], best: "winter")
    let record = RecordRenderer.record(of: Sample.answer(results: [passage]), in: context).compact
    // Each replacement character is three bytes long.
    #expect(record.contains(#""text":"\#u{FFFD}[1mLate\#u{FFFD} winter","matches":[[6,10],[14,20]],"best":[14,20]"#))
    #expect(record.contains(#""section":"Heading\#u{FFFD}[2J""#))
  }

  @Test func `quotes, backslashes, and controls are escaped`() {
    #expect(JSONValue.string("a\"b\\c\nd\te\u{1}").compact == #""a\"b\\c\nd\te\u0001""#)
  }

  @Test func `a score is printed so that it reads back as the same value`() {
    for score in [Float(0.1), 7.31, 1.0e-7, 3, 16_777_216, Float(0.1).nextUp] as [Float] {
      let text = JSONValue(exactly: score).compact
      #expect(Float(text) == score)
    }
  }

  @Test(arguments: [(0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.12345, "0.1235"), (0.99999, "1"), (-0.25, "-0.25")])
  func `measures have at most four decimals`(value: Double, text: String) {
    #expect(JSONValue(rounded: value).compact == text)
  }
}
