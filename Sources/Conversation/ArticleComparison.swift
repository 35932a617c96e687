// What each article says with some words: its best sentence, and which articles do not have them. It judges nothing.

import Documents
import InvertedIndex
import Questions
import TextAnalysis

/// The articles that have some words, side by side.
package struct ArticleComparison: Sendable {
  /// One article, by the sentence of it that holds the most of the words.
  package struct Entry: Sendable {
    package var article: Article
    package var citation: Citation
    package var passage: Passage
    /// The sentence with what limits it, in bytes of the passage's text; `nil` where only title or heading have the words.
    package var sentence: Range<Int>?
    /// Sorted, disjoint byte ranges of the text where the words stand.
    package var matches: [Range<Int>]

    package init(
      article: Article, citation: Citation, passage: Passage, sentence: Range<Int>?, matches: [Range<Int>]
    ) {
      self.article = article
      self.citation = citation
      self.passage = passage
      self.sentence = sentence
      self.matches = matches
    }
  }

  /// In which articles one word stands, in any of its forms, in text, heading or title.
  package struct Mention: Sendable {
    /// As typed, folded.
    package var word: String
    package var articleCount: Int
    /// The first few that have it, in the order of the corpus.
    package var having: [Article]
    /// The first few that do not.
    package var lacking: [Article]

    package init(word: String, articleCount: Int, having: [Article], lacking: [Article]) {
      self.word = word
      self.articleCount = articleCount
      self.having = having
      self.lacking = lacking
    }
  }

  /// Those that have most of the words' idf mass first, equal ones in the order of the corpus.
  package var entries: [Entry] = []
  /// How many articles have one of the words; `entries` may be fewer.
  package var articleCount = 0
  /// One for each of the words; empty where there was none but function words.
  package var mentions: [Mention] = []

  package init() {}
}

/// Compares articles by words. Words alone: no spelling, no lay words, no context.
package struct ArticleComparer {
  /// How many passages of one article are read for its best sentence: those with the most of the words.
  private static let mostPassages = 8
  /// How many articles a mention names.
  private static let mostNamed = 5

  private let index: IndexReader
  private let analyzer: Analyzer
  private let stopList: StopList
  private let ranking: RankingParameters

  /// - Throws: `TextAnalysisError` for an index in a language without a stemmer.
  package init(index: IndexReader) throws(TextAnalysisError) {
    self.index = index
    analyzer = try Analyzer(language: index.settings.language)
    stopList = StopList(language: index.settings.language)
    ranking = RankingParameters(index.settings.ranking)
  }

  /// The articles that have any of `words`, at most `limit` of them; O(p log p) for p postings of the words.
  package func comparison(of words: String, limit: Int) throws(IndexError) -> ArticleComparison {
    let question = try read(words)
    var comparison = ArticleComparison()
    var found: [ArticleID: Found] = [:]
    for word in question.words {
      let idf = RankingParameters.idf(
        passageFrequency: word.passageFrequency, passageCount: index.statistics.passageCount)
      var having: Set<ArticleID> = []
      for passage in try passages(with: word) {
        let article = try index.article(of: passage)
        found[article, default: Found()].add(passage, idf, isNewWord: having.insert(article).inserted)
      }
      comparison.mentions.append(try mention(of: word, having: having))
    }
    comparison.articleCount = found.count
    let ordered = found.sorted { $0.value.mass != $1.value.mass ? $0.value.mass > $1.value.mass : $0.key < $1.key }
    let coverage = try Coverage(of: question, carried: [], index: index, analyzer: analyzer)
    let highlighter = Highlighter(coverage: coverage, evidence: nil)
    for (article, found) in ordered.prefix(limit) {
      comparison.entries.append(try entry(article, found, highlighter))
    }
    return comparison
  }

  /// The passages of one article that have some of the words.
  private struct Found {
    /// Of the different words the article has.
    var mass: Float = 0
    var passages: [PassageID: Float] = [:]

    mutating func add(_ passage: PassageID, _ idf: Float, isNewWord: Bool) {
      if isNewWord { mass += idf }
      passages[passage, default: 0] += idf
    }

    /// Those with the most of the words first, equal ones in reading order.
    var ordered: [PassageID] {
      passages.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    }
  }

  /// The content words of `text`; where it has none, all its words.
  private func read(_ text: String) throws(IndexError) -> ReadQuestion {
    let buffer = analyzer.analyze(text)
    let tokens = buffer.tokens.filter { !$0.isCompound }
    let content = tokens.filter { !stopList.contains(Array(buffer.word(of: $0))) }
    var question = ReadQuestion(text: text, form: .question)
    for token in content.isEmpty ? tokens : content {
      let term = Array(buffer.term(of: token))
      guard !question.words.contains(where: { $0.term == term }) else { continue }
      question.words.append(
        QuestionWord(
          typed: String(decoding: buffer.word(of: token), as: UTF8.self), term: term,
          passageFrequency: try index.passageFrequency(of: term)))
    }
    return question
  }

  private func passages(with word: QuestionWord) throws(IndexError) -> [PassageID] {
    guard word.passageFrequency > 0 else { return [] }
    let query = WeightedQuery(terms: [WeightedQuery.Term(word.term)])
    return try index.top(word.passageFrequency, of: query, ranking: ranking).map(\.passage)
  }

  private func mention(
    of word: QuestionWord, having: Set<ArticleID>
  ) throws(IndexError) -> ArticleComparison.Mention {
    var mention = ArticleComparison.Mention(word: word.typed, articleCount: having.count, having: [], lacking: [])
    for number in 0..<UInt32(index.statistics.articleCount) {
      if mention.having.count >= min(Self.mostNamed, having.count), mention.lacking.count >= Self.mostNamed { break }
      let id = ArticleID(number)
      if having.contains(id) {
        if mention.having.count < Self.mostNamed { mention.having.append(try index.article(id)) }
      } else if mention.lacking.count < Self.mostNamed {
        mention.lacking.append(try index.article(id))
      }
    }
    return mention
  }

  /// The sentence of `article` that holds the most of the words.
  private func entry(
    _ article: ArticleID, _ found: Found, _ highlighter: Highlighter
  ) throws(IndexError) -> ArticleComparison.Entry {
    var buffer = TokenBuffer()
    let ordered = found.ordered
    var best = (passage: ordered[0], sentence: Range<Int>?.none, mass: 0.0)
    for passage in ordered.prefix(Self.mostPassages) {
      let text = try index.passage(passage).passage.text
      let words = PassageWords(text, analyzer: analyzer, buffer: &buffer)
      guard let fullest = highlighter.fullestSentence(of: text, words), fullest.mass > best.mass else { continue }
      best = (passage, fullest.range, fullest.mass)
    }
    let passage = try index.passage(best.passage).passage
    let words = PassageWords(passage.text, analyzer: analyzer, buffer: &buffer)
    return ArticleComparison.Entry(
      article: try index.article(article), citation: try index.citation(of: best.passage), passage: passage,
      sentence: best.sentence, matches: highlighter.matches(in: words))
  }
}
