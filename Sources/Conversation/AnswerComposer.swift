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
    let indexed: IndexedPassage
    let words: PassageWords
    let covered: [Bool]
    var alsoIn: [PassageID] = []
  }

  private let index: IndexReader
  private let analyzer: Analyzer
  private let coverage: Coverage
  private let highlighter: Highlighter
  private let agreement: Agreement

  /// - Parameter evidence: what the question's form asks for; `nil` for nothing.
  init(index: IndexReader, analyzer: Analyzer, coverage: Coverage, evidence: EvidenceMatch?) {
    self.index = index
    self.analyzer = analyzer
    self.coverage = coverage
    highlighter = Highlighter(coverage: coverage, evidence: evidence)
    agreement = Agreement(analyzer: analyzer)
  }

  /// The first `count` passages of `candidates`, at most two of one article among the first three, repetitions folded.
  func passages(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    try candidates.fetch(Self.reach(count))
    var buffer = TokenBuffer()
    var kept: [Candidate] = []
    var others: [Candidate] = []
    for hit in candidates.passages.prefix(Self.reach(count)) {
      let candidate = try read(hit, buffer: &buffer)
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
    try addAgreement(among: others, to: &kept)
    return try finish(kept, candidates)
  }

  /// The best passage of each of the first `count` articles.
  func articles(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    var buffer = TokenBuffer()
    var kept: [Candidate] = []
    for hit in try candidates.bestOfEachArticle(count) {
      let candidate = try read(hit, buffer: &buffer)
      if isAboutQuestion(candidate) { kept.append(candidate) }
    }
    return try finish(kept, candidates)
  }

  /// `hits` as they are, nothing folded or moved.
  func asRanked(_ hits: [ScoredPassage]) throws(IndexError) -> [AnswerPassage] {
    var buffer = TokenBuffer()
    var kept: [Candidate] = []
    for hit in hits { kept.append(try read(hit, buffer: &buffer)) }
    return try finish(kept, nil)
  }

  private func read(_ hit: ScoredPassage, buffer: inout TokenBuffer) throws(IndexError) -> Candidate {
    let indexed = try index.passage(hit.passage)
    return Candidate(
      hit: hit, indexed: indexed, words: PassageWords(indexed.passage.text, analyzer: analyzer, buffer: &buffer),
      covered: try coverage.covered(by: hit.passage, in: index))
  }

  /// Whether the passage holds any word of the question, directly or through the tables: one that holds only the implied
  /// topic, or words of the question's form, is no answer.
  private func isAboutQuestion(_ candidate: Candidate) -> Bool {
    candidate.covered.contains(true)
  }

  private func isRepetition(_ candidate: Candidate, of other: Candidate) -> Bool {
    candidate.indexed.article != other.indexed.article
      && agreement.isRepetition(
        candidate.indexed.passage.text, candidate.words, of: other.indexed.passage.text, other.words)
  }

  /// Moves what would be a third passage of one article among the first three behind the third place.
  private static func mixed(_ ranked: [Candidate]) -> [Candidate] {
    var first: [Candidate] = []
    var deferred: [Candidate] = []
    var rest = ranked[...]
    while first.count < 3, let candidate = rest.popFirst() {
      let article = candidate.indexed.article
      if first.count(where: { $0.indexed.article == article }) < mostOfOneArticle {
        first.append(candidate)
      } else {
        deferred.append(candidate)
      }
    }
    return first + deferred + rest
  }

  /// Adds to the first three, where they cover the question, the passages of other articles whose best sentence holds the words of
  /// theirs.
  private func addAgreement(among others: [Candidate], to kept: inout [Candidate]) throws(IndexError) {
    var statements: [PassageID: Statement] = [:]
    for place in kept.indices.prefix(3) {
      let shown = kept[place]
      guard coverage.share(of: shown.covered) >= Verdict.leastFullCoverage else { continue }
      for other in others where other.indexed.article != shown.indexed.article {
        guard !kept[place].alsoIn.contains(other.hit.passage), covers(other, whatIsCoveredBy: shown) else { continue }
        for candidate in [shown, other] where statements[candidate.hit.passage] == nil {
          let best = try best(of: candidate)
          statements[candidate.hit.passage] = best.map { agreement.statement(candidate.indexed.passage.text, in: $0) }
        }
        guard let said = statements[shown.hit.passage], let other = statements[other.hit.passage].map({ ($0, other) })
        else { continue }
        if agreement.holds(other.0, wordsOf: said) { kept[place].alsoIn.append(other.1.hit.passage) }
      }
    }
  }

  private func covers(_ other: Candidate, whatIsCoveredBy shown: Candidate) -> Bool {
    zip(other.covered, shown.covered).allSatisfy { $0 || !$1 }
  }

  private func best(of candidate: Candidate) throws(IndexError) -> Range<Int>? {
    let passage = candidate.indexed.passage
    return try highlighter.bestSentence(of: passage.text, candidate.words) { () throws(IndexError) in
      let title = SubjectMatch.terms(try index.article(candidate.indexed.article).title, analyzer)
      return title + SubjectMatch.terms(passage.heading, analyzer)
    }
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
          article: try index.article(candidate.indexed.article), passage: candidate.indexed.passage,
          matches: highlighter.matches(in: candidate.words), best: try best(of: candidate), alsoIn: alsoIn))
    }
    return passages
  }
}
