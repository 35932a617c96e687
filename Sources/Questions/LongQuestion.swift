// A long question is mostly a story with a question in it: this finds the sentences that ask.

import TextAnalysis

/// A question of many words, taken apart.
///
/// Of a letter of eighty words two or three matter, and the others find passages about something else. What is asked stands in the
/// sentences that ask; of the rest, the words that come again and that few passages have may name the subject.
struct LongQuestion {
  /// Shorter questions are taken as they are.
  private static let leastWords = 25

  /// The text with spaces in the place of what does not ask, in UTF-8 as long as before.
  let asking: String
  /// The same with spaces in the place of what asks.
  let story: String

  /// - Returns: `nil` where the question is not long, or nothing, or everything in it, asks.
  init?(_ text: String, wordCount: Int) {
    guard wordCount >= Self.leastWords else { return nil }
    let bytes = Array(text.utf8)
    let sentences = SentenceSplitter().ranges(in: text)
    let marked = sentences.filter { Self.endsAsking(bytes[$0]) }
    let asked = marked.isEmpty ? sentences.filter { Self.beginsAsking(bytes[$0]) } : marked
    guard !asked.isEmpty, asked.count < sentences.count else { return nil }
    var asking = [UInt8](repeating: UInt8(ascii: " "), count: bytes.count)
    var story = bytes
    for range in asked {
      asking[range] = bytes[range]
      for index in range { story[index] = UInt8(ascii: " ") }
    }
    self.asking = String(decoding: asking, as: UTF8.self)
    self.story = String(decoding: story, as: UTF8.self)
  }

  private static func endsAsking(_ sentence: ArraySlice<UInt8>) -> Bool {
    sentence.reversed().prefix(3).contains(UInt8(ascii: "?"))
  }

  private static let openers = WordList(
    "what how when where who why which can could is are do does did will would should may has have")
  private static let requests = WordPatterns(
    "want|like|need to know, wonder|wondering|wondered, tell me|us, my question, question is|was, please advise|explain|help"
  )

  private static func beginsAsking(_ sentence: ArraySlice<UInt8>) -> Bool {
    let words = sentence.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }.split { !(0x61...0x7A ~= $0) }.map(Array.init)
    guard let first = words.first else { return false }
    return openers.contains(first) || requests.firstMatch(in: words) != nil
  }
}
