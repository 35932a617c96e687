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
    let article: ArticleID
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
  ///
  /// Texts are read as far down as the passages shown stand; of those further down, only the ones whose words, as the index has them,
  /// may repeat or bear out what is shown.
  func passages(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    try candidates.fetch(Self.reach(count))
    var rest = candidates.passages.prefix(Self.reach(count))
    // Where fewer than three are shown, three are composed, so that each is the same as if three were shown.
    let composed = max(3, count)
    var kept: [Candidate] = []
    while !Self.isDecided(kept, composed), let hit = rest.popFirst() {
      let candidate = try read(hit)
      guard isAboutQuestion(candidate), try !fold(candidate, into: &kept) else { continue }
      kept.append(candidate)
    }
    var others = kept
    kept = Self.mixed(kept).ordered
    kept.removeLast(max(0, kept.count - composed))
    for hit in rest {
      let candidate = try read(hit)
      guard isAboutQuestion(candidate), try !fold(candidate, into: &kept) else { continue }
      others.append(candidate)
    }
    kept.removeLast(max(0, kept.count - count))
    try addAgreement(among: others, to: &kept)
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
      hit: hit, article: try index.article(of: hit.passage),
      covered: try coverage.covered(by: hit.passage, in: index))
  }

  /// Whether the passage holds any word of the question, directly or through the tables: one that holds only the implied
  /// topic, or words of the question's form, is no answer.
  private func isAboutQuestion(_ candidate: Candidate) -> Bool {
    candidate.covered.contains(true)
  }

  /// Adds `candidate` to the first of `kept` that it repeats; false where it repeats none.
  ///
  /// A repetition holds the same of the question's words as what it repeats.
  private func fold(_ candidate: Candidate, into kept: inout [Candidate]) throws(IndexError) -> Bool {
    for place in kept.indices where kept[place].article != candidate.article {
      guard kept[place].covered == candidate.covered else { continue }
      let first = try views.view(of: kept[place].hit.passage)
      guard try agreement.mayRepeat(candidate.hit.passage, first, in: index),
        agreement.isRepetition(try views.view(of: candidate.hit.passage), of: first)
      else { continue }
      kept[place].alsoIn.append(candidate.hit.passage)
      return true
    }
    return false
  }

  /// Whether the first `count`, at least three, stay what they are, whatever follows `kept`.
  private static func isDecided(_ kept: [Candidate], _ count: Int) -> Bool {
    kept.count >= count && mixed(kept).isFull
  }

  /// Moves what would be a third passage of one article among the first three behind the third place.
  ///
  /// - Returns: Also whether three were found for the first three places.
  private static func mixed(_ ranked: [Candidate]) -> (ordered: [Candidate], isFull: Bool) {
    var first: [Candidate] = []
    var deferred: [Candidate] = []
    var rest = ranked[...]
    while first.count < 3, let candidate = rest.popFirst() {
      if first.count(where: { $0.article == candidate.article }) < mostOfOneArticle {
        first.append(candidate)
      } else {
        deferred.append(candidate)
      }
    }
    return (first + deferred + rest, first.count == 3)
  }

  /// Adds to the first three, where they cover the question, the passages of other articles whose best sentence holds the words of
  /// theirs.
  private func addAgreement(among others: [Candidate], to kept: inout [Candidate]) throws(IndexError) {
    for place in kept.indices.prefix(3) {
      let shown = kept[place]
      guard coverage.share(of: shown.covered) >= Verdict.leastFullCoverage else { continue }
      let rivals = others.filter {
        $0.article != shown.article && !shown.alsoIn.contains($0.hit.passage) && covers($0, whatIsCoveredBy: shown)
      }
      guard !rivals.isEmpty, let said = try statement(of: shown) else { continue }
      for other in rivals where try agreement.mayHold(other.hit.passage, wordsOf: said, in: index) {
        guard let answer = try statement(of: other), agreement.holds(answer, wordsOf: said) else { continue }
        kept[place].alsoIn.append(other.hit.passage)
      }
    }
  }

  /// What the sentence of a passage that answers best states; `nil` where none does.
  private func statement(of candidate: Candidate) throws(IndexError) -> Statement? {
    let view = try views.view(of: candidate.hit.passage)
    return best(of: view).map { agreement.statement(view.indexed.passage.text, in: $0) }
  }

  private func covers(_ other: Candidate, whatIsCoveredBy shown: Candidate) -> Bool {
    zip(other.covered, shown.covered).allSatisfy { $0 || !$1 }
  }

  private func best(of view: PassageView) -> Range<Int>? {
    view.best { highlighter.bestSentence(of: view.indexed.passage.text, view.words) { view.above } }
  }

  /// - Parameter candidates: where `kept` come from; `nil` where nothing lifted them.
  private func finish(_ kept: [Candidate], _ candidates: Candidates?) throws(IndexError) -> [AnswerPassage] {
    var passages: [AnswerPassage] = []
    for (place, candidate) in kept.enumerated() {
      let view = try views.view(of: candidate.hit.passage)
      var alsoIn: [Citation] = []
      for other in candidate.alsoIn { alsoIn.append(try index.citation(of: other)) }
      passages.append(
        AnswerPassage(
          rank: place + 1, id: candidate.hit.passage, score: candidate.hit.score,
          lift: candidates?.lift(of: candidate.hit.passage) ?? .none,
          citation: try index.citation(of: candidate.hit.passage), article: try index.article(candidate.article),
          passage: view.indexed.passage, matches: highlighter.matches(in: view.words), best: best(of: view),
          alsoIn: alsoIn))
    }
    return passages
  }
}
