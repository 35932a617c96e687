// From a read question to the query the index is asked.
// It adds nothing: what is searched was decided when the question was read, or by the turn before.

import Documents
import InvertedIndex
import TextAnalysis

/// Makes weighted queries.
struct QueryMaker {
  private let index: IndexReader
  private let analyzer: Analyzer

  init(index: IndexReader, analyzer: Analyzer) {
    self.index = index
    self.analyzer = analyzer
  }

  /// The query for `question`: its words at weight 1, light ones at less, then what expansions add, in order; each term once, in its first
  /// place and with its highest weight. `source:` names no article has leave no article.
  func query(for question: ReadQuestion) throws(IndexError) -> WeightedQuery {
    var terms = question.words.map(term(for:)) + question.expansions.flatMap(\.terms)
    var places = TermNumbers()
    var merged: [WeightedQuery.Term] = []
    for term in terms {
      let (place, isNew) = places.insert(term.term)
      if isNew {
        merged.append(term)
      } else if term.weight > merged[place].weight {
        merged[place] = term
      }
    }
    terms = merged
    let phrases = question.phrases.map { QuestionTokens($0, analyzer: analyzer).tokens.map(\.term) }
    let articles = question.sources.isEmpty ? nil : try articles(named: question.sources)
    return WeightedQuery(terms: terms, phrases: phrases.filter { !$0.isEmpty }, articles: articles)
  }

  private func term(for word: QuestionWord) -> WeightedQuery.Term {
    guard word.isLight else { return WeightedQuery.Term(word.term) }
    let idf = RankingParameters.idf(
      passageFrequency: word.passageFrequency, passageCount: index.statistics.passageCount)
    return WeightedQuery.Term(word.term, weight: LightWords.weight(idf: idf))
  }

  /// The articles that one of `names` names, in the order of the corpus; O(articles).
  private func articles(named names: [String]) throws(IndexError) -> [ArticleID] {
    var articles: [ArticleID] = []
    for number in 0..<index.statistics.articleCount {
      let id = ArticleID(UInt32(number))
      let article = try index.article(id)
      if names.contains(where: { isNamed($0, article) }) { articles.append(id) }
    }
    return articles
  }

  /// Whether `name` is the article's path, its file's name with or without extension, its identifier, or its title;
  /// capitals and accents do not matter.
  private func isNamed(_ name: String, _ article: Article) -> Bool {
    let names = [article.path.text, article.path.stem, fileName(article.path), article.identifier, article.title]
    let wanted = folded(name)
    return names.contains { $0.map(folded) == wanted }
  }

  private func fileName(_ path: CorpusPath) -> String? {
    path.text.split(separator: "/").last.map(String.init)
  }

  private func folded(_ name: String) -> String {
    let words = QuestionTokens(name, analyzer: analyzer).tokens.map { String(decoding: $0.typed, as: UTF8.self) }
    return words.isEmpty ? name : words.joined(separator: " ")
  }
}
