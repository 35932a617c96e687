// From ranked passages to what a person is shown: repetitions folded, articles mixed, matches marked. It decides no verdict.

import Documents
import InvertedIndex
import Questions
import TextAnalysis

/// Composes the passages of one answer.
struct AnswerComposer {
  /// Passages of two articles this alike say the same in the same words, and are shown once.
  ///
  /// Jaccard of stems; not tuned here.
  static let nearDuplicate = 0.6
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

  let index: IndexReader
  let analyzer: Analyzer
  let coverage: Coverage
  let evidence: [ReadQuestion.Evidence]

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
    addAgreement(among: others, to: &kept)
    return try finish(kept)
  }

  /// The best passage of each of the first `count` articles.
  func articles(_ count: Int, of candidates: inout Candidates) throws(IndexError) -> [AnswerPassage] {
    var buffer = TokenBuffer()
    var kept: [Candidate] = []
    for hit in try candidates.bestOfEachArticle(count) {
      let candidate = try read(hit, buffer: &buffer)
      if isAboutQuestion(candidate) { kept.append(candidate) }
    }
    return try finish(kept)
  }

  /// `hits` as they are, nothing folded or moved.
  func asRanked(_ hits: [ScoredPassage]) throws(IndexError) -> [AnswerPassage] {
    var buffer = TokenBuffer()
    var kept: [Candidate] = []
    for hit in hits { kept.append(try read(hit, buffer: &buffer)) }
    return try finish(kept)
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
      && candidate.words.similarity(to: other.words) >= Self.nearDuplicate
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

  private func addAgreement(among others: [Candidate], to kept: inout [Candidate]) {
    for index in kept.indices.prefix(3) {
      for other in others where other.indexed.article != kept[index].indexed.article {
        let agrees = Agreement.says(
          other.words, other.covered, thatOf: kept[index].words, kept[index].covered, coverage: coverage)
        if agrees, !kept[index].alsoIn.contains(other.hit.passage) { kept[index].alsoIn.append(other.hit.passage) }
      }
    }
  }

  private func finish(_ kept: [Candidate]) throws(IndexError) -> [AnswerPassage] {
    let highlighter = Highlighter(coverage: coverage, evidence: evidence)
    var passages: [AnswerPassage] = []
    for (place, candidate) in kept.enumerated() {
      let text = candidate.indexed.passage.text
      let matches = highlighter.matches(in: candidate.words)
      var alsoIn: [Citation] = []
      for other in candidate.alsoIn { alsoIn.append(try index.citation(of: other)) }
      passages.append(
        AnswerPassage(
          rank: place + 1, id: candidate.hit.passage, score: candidate.hit.score,
          citation: try index.citation(of: candidate.hit.passage),
          article: try index.article(candidate.indexed.article), passage: candidate.indexed.passage, matches: matches,
          best: highlighter.bestSentence(of: text, candidate.words), alsoIn: alsoIn))
    }
    return passages
  }
}
