// Fetches as many of the best passages as an answer needs, and no more. It judges none of them.

import InvertedIndex

/// The best passages for one query, searched for deeper as more of them are asked for.
struct Candidates {
  private let source: IndexReader
  private let query: WeightedQuery
  private let ranking: RankingParameters
  private let preference: Preference?
  /// Best first.
  private(set) var passages: [ScoredPassage] = []
  /// Of the first of `passages`, those that were looked at for `preference`: what lifted them, in no order of use.
  private var lifts: [(passage: PassageID, lift: Lift)] = []
  /// All that match are in `passages`.
  private(set) var isComplete = false

  /// - Parameter preference: puts the first passages found in another order; `nil` for that of the terms alone.
  init(_ query: WeightedQuery, in index: IndexReader, ranking: RankingParameters, preference: Preference? = nil) {
    source = index
    self.query = query
    self.ranking = ranking
    self.preference = preference
  }

  /// Makes sure of the first `count` passages, or of all there are.
  mutating func fetch(_ count: Int) throws(IndexError) {
    guard !isComplete, passages.count < count else { return }
    let wanted = preference == nil ? count : max(count, Preference.depth)
    let found = try source.top(wanted, of: query, ranking: ranking)
    isComplete = found.count < wanted
    guard let preference else {
      passages = found
      return
    }
    // What is found later scores less than any of these, so that their order stays.
    if passages.isEmpty {
      let ranked = try preference.ranked(Array(found.prefix(Preference.depth)))
      passages = ranked.map(\.hit)
      lifts = ranked.map { (passage: $0.hit.passage, lift: $0.lift) }
    }
    passages += found.dropFirst(passages.count)
  }

  /// What lifted `passage`.
  func lift(of passage: PassageID) -> Lift {
    lifts.first { $0.passage == passage }?.lift ?? .none
  }

  /// The best passage of each article, best first, up to `count` articles; `count` is at most the number of passages.
  ///
  /// The first look is as deep as `count` articles of average length reach; it doubles while that does not do.
  mutating func bestOfEachArticle(_ count: Int) throws(IndexError) -> [ScoredPassage] {
    let statistics = source.statistics
    guard statistics.articleCount < statistics.passageCount else {
      try fetch(count)
      return Array(passages.prefix(count))
    }
    var depth = min(statistics.passageCount, count * 2 + 10)
    while true {
      try fetch(depth)
      let best = try firstOfEachArticle(upTo: count)
      if best.count >= count || isComplete || depth >= statistics.passageCount { return best }
      depth = min(statistics.passageCount, depth * 2)
    }
  }

  private func firstOfEachArticle(upTo count: Int) throws(IndexError) -> [ScoredPassage] {
    var seen: Set<ArticleID> = []
    var best: [ScoredPassage] = []
    for hit in passages where best.count < count {
      if try seen.insert(source.article(of: hit.passage)).inserted { best.append(hit) }
    }
    return best
  }
}
