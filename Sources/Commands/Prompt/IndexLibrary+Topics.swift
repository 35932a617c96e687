// The sections of the articles, as things to read: all of them, those near a passage, those near a question.

import Conversation
import Documents
import InvertedIndex
import Questions
import TextAnalysis

extension IndexLibrary {
  /// How many passages before and after one are looked at for the sections beside it.
  private static let reach = 200
  /// How many passages of a question are looked at for their sections.
  private static let depth = 30

  package func section(of passage: PassageID) throws -> LibrarySection {
    let opened = try index.passage(passage)
    let all = try index.passages(of: opened.article)
    func isInside(_ number: UInt32) throws -> IndexedPassage? {
      let candidate = try index.passage(PassageID(number))
      return candidate.passage.section == opened.passage.section ? candidate : nil
    }
    // Passages of one section follow each other.
    var before: [IndexedPassage] = []
    for number in (all.lowerBound..<passage.rawValue).reversed() {
      guard let candidate = try isInside(number) else { break }
      before.append(candidate)
    }
    var after: [IndexedPassage] = []
    for number in (passage.rawValue + 1)..<max(passage.rawValue + 1, all.upperBound) {
      guard let candidate = try isInside(number) else { break }
      after.append(candidate)
    }
    return LibrarySection(
      article: try index.article(opened.article), heading: opened.passage.heading,
      passages: before.reversed() + [opened] + after)
  }

  package func section(after section: LibrarySection) throws -> LibrarySection? {
    guard let last = section.passages.last else { return nil }
    let next = last.id.rawValue + 1
    guard try index.passages(of: last.article).contains(next) else { return nil }
    return try self.section(of: PassageID(next))
  }

  package func articles(limit: Int) throws -> [LibraryArticle] {
    try (0..<UInt32(min(limit, articleCount))).map { number in
      let passages = try index.passages(of: ArticleID(number))
      let article = try index.article(ArticleID(number))
      var topics: [Topic] = []
      var section: Int?
      for passage in passages {
        let indexed = try index.passage(PassageID(passage))
        guard indexed.passage.section != section else { continue }
        section = indexed.passage.section
        topics += topic(of: indexed).map { [$0] } ?? []
      }
      if topics.isEmpty, let first = passages.first {
        topics = [named(article, try index.passage(PassageID(first)))]
      }
      return LibraryArticle(article: article, passageCount: passages.count, topics: topics)
    }
  }

  package func topic(of passage: PassageID) throws -> Topic? {
    topic(of: try index.passage(passage))
  }

  package func topics(near passage: PassageID, limit: Int) throws -> [Topic] {
    let opened = try index.passage(passage)
    let all = try index.passages(of: opened.article)
    func walk(_ numbers: some Sequence<UInt32>) throws -> [Topic] {
      var found: [Topic] = []
      var section = opened.passage.section
      for number in numbers {
        let indexed = try index.passage(PassageID(number))
        guard indexed.passage.section != section else { continue }
        section = indexed.passage.section
        if let topic = topic(of: indexed) { found.append(topic) }
        if found.count == limit { break }
      }
      return found
    }
    let following = try walk(all.drop { $0 <= passage.rawValue }.prefix(Self.reach))
    let preceding = try walk(all.prefix { $0 < passage.rawValue }.suffix(Self.reach).reversed())
    return Array(Topic.alternating(following, preceding).prefix(limit))
  }

  package func topics(for query: WeightedQuery, limit: Int) throws -> [Topic] {
    var found: [Topic] = []
    for hit in try index.top(Self.depth, of: query, ranking: ranking) {
      guard let topic = try topic(of: hit.passage) else { continue }
      if !found.contains(where: { $0.article == topic.article && $0.section == topic.section }) { found.append(topic) }
      if found.count == limit { break }
    }
    return found
  }

  package func headings(with words: [String], limit: Int) -> [String] {
    var terms: [[UInt8]] = []
    for term in words.flatMap({ word in
      let buffer = analyzer.analyze(word)
      return buffer.tokens.map { Array(buffer.term(of: $0)) }
    }) where !terms.contains(term) { terms.append(term) }
    var headings: [String] = []
    do {
      // Titles and texts count for nothing: what is looked for are headings.
      var weights = settings.ranking
      (weights.title, weights.heading, weights.body) = (0, 1, 0)
      let query = WeightedQuery(terms: terms.map { WeightedQuery.Term($0) })
      for hit in try index.top(4 * limit, of: query, ranking: RankingParameters(weights)) where hit.score > 0 {
        guard let heading = try index.passage(hit.passage).passage.heading, !headings.contains(heading) else {
          continue
        }
        headings.append(heading)
        if headings.count == limit { break }
      }
    } catch {
      // A damaged index spoils completion, not the conversation: the next question tells.
      return []
    }
    return headings
  }

  private func topic(of indexed: IndexedPassage) -> Topic? {
    indexed.passage.heading.map { heading in
      Topic(
        heading: heading, passage: indexed.id, article: indexed.article, section: indexed.passage.section,
        subject: subject(of: heading))
    }
  }

  /// An article without headings is one topic: itself.
  private func named(_ article: Article, _ first: IndexedPassage) -> Topic {
    Topic(
      heading: article.name, passage: first.id, article: first.article, section: first.passage.section,
      subject: subject(of: article.name))
  }

  private func subject(of heading: String) -> Set<[UInt8]> {
    let general = Set(settings.topic.flatMap(terms))
    return Set(terms(of: heading)).subtracting(general)
  }

  private func terms(of text: String) -> [[UInt8]] {
    let buffer = analyzer.analyze(text)
    return buffer.tokens.compactMap { token in
      token.isCompound || stopList.contains(Array(buffer.word(of: token))) ? nil : Array(buffer.term(of: token))
    }
  }
}
