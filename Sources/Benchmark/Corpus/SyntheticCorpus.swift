// Articles of made-up words, for measuring where no corpus is at hand. What they say is nothing; how words are spread is meant.

import Glibc

/// Markdown articles with titles, headings and paragraphs; a paragraph is one passage.
///
/// Words follow Zipf's law. Every article has a topic, whose words come up again and again in it, and a paragraph likes to
/// repeat its own words: terms come in bursts, as in real text.
struct SyntheticCorpus {
  let passageCount: Int
  /// Another seed, another corpus; the same seed and number, the same bytes.
  var seed: UInt64 = 1
  /// Without them, the articles have the same paragraphs, word for word.
  var hasHeadings = true

  static let topicWordCount = 80

  /// Writes the articles below `folder`.
  ///
  /// - Returns: Their bytes, all together.
  func write(to folder: String) throws -> Int {
    let vocabulary = Vocabulary()
    var random = RandomNumbers(seed: seed)
    var left = passageCount
    var number = 0
    var byteCount = 0
    while left > 0 {
      let count = min(left, random.integer(in: 10..<60))
      left -= count
      var article = SyntheticArticle(vocabulary, topic: topic(random.next()), random)
      let text = article.text(passageCount: count, hasHeadings: hasHeadings)
      random = article.random
      if number % 100 == 0 { TextFile.makeFolder("\(folder)/\(number / 100)") }
      try TextFile.write(text, to: "\(folder)/\(number / 100)/\(number).md")
      byteCount += text.utf8.count
      number += 1
    }
    return byteCount
  }

  /// The ranks of a topic's words; there is a topic for every 500 passages.
  private func topic(_ number: UInt64) -> [Int] {
    var random = RandomNumbers(seed: seed &* 31 &+ number % UInt64(max(8, passageCount / 500)))
    return (0..<SyntheticCorpus.topicWordCount).map { _ in random.integer(in: 100..<20_000) }
  }
}

/// One article in the making.
private struct SyntheticArticle {
  let vocabulary: Vocabulary
  let topic: [Int]
  var random: RandomNumbers

  init(_ vocabulary: Vocabulary, topic: [Int], _ random: RandomNumbers) {
    self.vocabulary = vocabulary
    self.topic = topic
    self.random = random
  }

  mutating func text(passageCount: Int, hasHeadings: Bool) -> String {
    let title = "# \(phrase(random.integer(in: 3..<7)))\n\n"
    var text = hasHeadings ? title : ""
    var left = passageCount
    while left > 0 {
      let count = min(left, random.integer(in: 2..<6))
      left -= count
      let heading = "## \(phrase(random.integer(in: 2..<5)))\n\n"
      if hasHeadings { text += heading }
      for _ in 0..<count { text += paragraph() + "\n\n" }
    }
    return text
  }

  /// Words of the topic, the first ones more often.
  private mutating func topicWord() -> Int {
    let chance = random.unit()
    return topic[Int(Double(topic.count) * chance * chance)]
  }

  private mutating func phrase(_ count: Int) -> String {
    let words = (0..<count).map { _ in vocabulary[topicWord()] }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private mutating func paragraph() -> String {
    var ranks: [Int] = []
    var text = ""
    var left = random.integer(in: 45..<110)
    while left > 0 {
      let count = min(left, random.integer(in: 8..<24))
      left -= count
      for place in 0..<count {
        let rank = word(after: ranks)
        ranks.append(rank)
        if !text.isEmpty { text += " " }
        text += place == 0 ? vocabulary[rank].prefix(1).uppercased() + vocabulary[rank].dropFirst() : vocabulary[rank]
      }
      text += "."
    }
    return text
  }

  private mutating func word(after ranks: [Int]) -> Int {
    let chance = random.unit()
    if chance < 0.18 { return topicWord() }
    if chance < 0.26, !ranks.isEmpty { return ranks[random.integer(in: 0..<ranks.count)] }
    return vocabulary.draw(&random)
  }
}
