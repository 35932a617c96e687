// From ranked passages to what a person is shown: repetitions folded, articles mixed, matches marked. It decides no verdict.

import Documents
import InvertedIndex
import Questions
import TextAnalysis

/// Composes the passages of one answer.
struct AnswerComposer {
  /// At most this many passages of one article stand among the first three.
  private static let mostOfOneArticle = 2
  /// How many passages are looked at for `count` shown, for repetitions and for other articles: the same for one as for three.
  static func reach(_ count: Int) -> Int { max(3, count) + 9 }

  private struct Candidate {
    let hit: ScoredPassage
    let view: PassageView
    let covered: [Bool]
    var alsoIn: [PassageID] = []
  }

  private let index: IndexReader
  private let views: PassageViews
  private let coverage: Coverage
  private let highlighter: Highlighter
  private let agreement: Agreement

  /// - Parameter evidence: what the question's form asks for; `nil` for nothing.
  init(_ views: PassageViews, coverage: Coverage, evidence: EvidenceMatch?) {
    self.views = views
    index = views.index
    self.coverage = coverage
    highlighter = Highlighter(coverage: coverage, evidence: evidence)
    agreement = Agreement(analyzer: views.analyzer)
  }

  /// The first `count` passages of `candidates`, at most two of one article among the first three, repetitions folded.
  func passages(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    try candidates.fetch(Self.reach(count))
    var kept: [Candidate] = []
    var others: [Candidate] = []
    for hit in candidates.passages.prefix(Self.reach(count)) {
      let candidate = try read(hit)
      guard isAboutQuestion(candidate) else { continue }
      if let first = kept.firstIndex(where: { isRepetition(candidate, of: $0) }) {
        kept[first].alsoIn.append(hit.passage)
      } else {
        kept.append(candidate)
        others.append(candidate)
      }
    }
    kept = Self.mixed(kept)
    kept.removeLast(max(0, kept.count - count))
    addAgreement(among: others, to: &kept)
    return try finish(kept, candidates)
  }

  /// The best passage of each of the first `count` articles.
  func articles(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    var kept: [Candidate] = []
    for hit in try candidates.bestOfEachArticle(count) {
      let candidate = try read(hit)
      if isAboutQuestion(candidate) { kept.append(candidate) }
    }
    return try finish(kept, candidates)
  }

  /// `hits` as they are, nothing folded or moved.
  func asRanked(_ hits: [ScoredPassage]) throws(IndexError) -> [AnswerPassage] {
    var kept: [Candidate] = []
    for hit in hits { kept.append(try read(hit)) }
    return try finish(kept, nil)
  }

  private func read(_ hit: ScoredPassage) throws(IndexError) -> Candidate {
    Candidate(
      hit: hit, view: try views.view(of: hit.passage), covered: try coverage.covered(by: hit.passage, in: index))
  }

  /// Whether the passage holds any word of the question, directly or through the tables: one that holds only the implied
  /// topic, or words of the question's form, is no answer.
  private func isAboutQuestion(_ candidate: Candidate) -> Bool {
    candidate.covered.contains(true)
  }

  /// A repetition holds the same of the question's words as what it repeats.
  private func isRepetition(_ candidate: Candidate, of other: Candidate) -> Bool {
    guard candidate.view.indexed.article != other.view.indexed.article, candidate.covered == other.covered else {
      return false
    }
    return agreement.isRepetition(candidate.view, of: other.view)
  }

  /// Moves what would be a third passage of one article among the first three behind the third place.
  private static func mixed(_ ranked: [Candidate]) -> [Candidate] {
    var first: [Candidate] = []
    var deferred: [Candidate] = []
    var rest = ranked[...]
    while first.count < 3, let candidate = rest.popFirst() {
      let article = candidate.view.indexed.article
      if first.count(where: { $0.view.indexed.article == article }) < mostOfOneArticle {
        first.append(candidate)
      } else {
        deferred.append(candidate)
      }
    }
    return first + deferred + rest
  }

  /// Adds to the first three, where they cover the question, the passages of other articles whose best sentence holds the words of
  /// theirs.
  private func addAgreement(among others: [Candidate], to kept: inout [Candidate]) {
    var statements: [(passage: PassageID, best: Statement?)] = []
    func statement(of candidate: Candidate) -> Statement? {
      if let known = statements.first(where: { $0.passage == candidate.hit.passage }) { return known.best }
      let text = candidate.view.indexed.passage.text
      let best = best(of: candidate).map { agreement.statement(text, in: $0) }
      statements.append((candidate.hit.passage, best))
      return best
    }
    for place in kept.indices.prefix(3) {
      let shown = kept[place]
      guard coverage.share(of: shown.covered) >= Verdict.leastFullCoverage else { continue }
      for other in others where other.view.indexed.article != shown.view.indexed.article {
        guard !shown.alsoIn.contains(other.hit.passage), covers(other, whatIsCoveredBy: shown),
          let said = statement(of: shown), agreement.mayHold(other.view.words, wordsOf: said),
          let answer = statement(of: other)
        else { continue }
        if agreement.holds(answer, wordsOf: said) { kept[place].alsoIn.append(other.hit.passage) }
      }
    }
  }

  private func covers(_ other: Candidate, whatIsCoveredBy shown: Candidate) -> Bool {
    zip(other.covered, shown.covered).allSatisfy { $0 || !$1 }
  }

  private func best(of candidate: Candidate) -> Range<Int>? {
    let passage = candidate.view.indexed.passage
    return highlighter.bestSentence(of: passage.text, candidate.view.words) { candidate.view.above }
  }

  /// - Parameter candidates: where `kept` come from; `nil` where nothing lifted them.
  private func finish(_ kept: [Candidate], _ candidates: Candidates?) throws(IndexError) -> [AnswerPassage] {
    var passages: [AnswerPassage] = []
    for (place, candidate) in kept.enumerated() {
      var alsoIn: [Citation] = []
      for other in candidate.alsoIn { alsoIn.append(try index.citation(of: other)) }
      passages.append(
        AnswerPassage(
          rank: place + 1, id: candidate.hit.passage, score: candidate.hit.score,
          lift: candidates?.lift(of: candidate.hit.passage) ?? .none,
          citation: try index.citation(of: candidate.hit.passage),
          article: try index.article(candidate.view.indexed.article), passage: candidate.view.indexed.passage,
          matches: highlighter.matches(in: candidate.view.words), best: best(of: candidate), alsoIn: alsoIn))
    }
    return passages
  }
}
