// The passages of one answer: each is read and analysed once, however many steps look at it. It judges none of them.

import InvertedIndex
import TextAnalysis

/// One passage as the steps of an answer look at it.
final class PassageView {
  let id: PassageID
  let indexed: IndexedPassage
  /// The different terms of its article's title, in byte order.
  let title: [[UInt8]]
  private let analyzer: Analyzer

  init(_ id: PassageID, _ indexed: IndexedPassage, title: [[UInt8]], analyzer: Analyzer) {
    self.id = id
    self.indexed = indexed
    self.title = title
    self.analyzer = analyzer
  }

  /// The different terms of its heading, in byte order; none without a heading.
  private(set) lazy var heading = SubjectMatch.terms(indexed.passage.heading, analyzer)

  /// The words of its text.
  private(set) lazy var words: PassageWords = {
    var buffer = TokenBuffer()
    return PassageWords(indexed.passage.text, analyzer: analyzer, buffer: &buffer)
  }()

  /// The different terms of its text.
  private(set) lazy var terms = words.terms

  private var knownBest: Range<Int>??

  /// The sentence that answers best, which `find` finds when it is first asked for: a view belongs to one answer.
  func best(orFrom find: () -> Range<Int>?) -> Range<Int>? {
    if let knownBest { return knownBest }
    let best = find()
    knownBest = .some(best)
    return best
  }

  /// The terms of title and heading.
  var above: [[UInt8]] { title + heading }
}

/// Reads the passages of one answer.
final class PassageViews {
  let index: IndexReader
  let analyzer: Analyzer
  /// Further ones are not kept: nothing looks at them twice.
  private static let mostKept = 64
  private var views: [PassageView] = []
  private var titles: [(article: ArticleID, terms: [[UInt8]])] = []

  init(index: IndexReader, analyzer: Analyzer) {
    self.index = index
    self.analyzer = analyzer
  }

  /// The passage with its article's title; O(1) for one that was looked at before.
  func view(of id: PassageID) throws(IndexError) -> PassageView {
    if let known = views.first(where: { $0.id == id }) { return known }
    let indexed = try index.passage(id)
    let view = PassageView(id, indexed, title: try title(of: indexed.article), analyzer: analyzer)
    if views.count < Self.mostKept { views.append(view) }
    return view
  }

  /// The different terms of an article's title, in byte order.
  func title(of article: ArticleID) throws(IndexError) -> [[UInt8]] {
    if let known = titles.first(where: { $0.article == article }) { return known.terms }
    let terms = SubjectMatch.terms(try index.article(article).title, analyzer)
    if titles.count < Self.mostKept { titles.append((article, terms)) }
    return terms
  }
}
