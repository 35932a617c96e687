// What the first passages cover of the question, and the verdict on it. It changes no ranking.

import InvertedIndex
import Questions
import TextAnalysis

/// The verdict on one question's passages, with its figures.
struct Judgement {
  /// How many of the first passages are looked at. The verdict does not depend on how many are shown.
  static let depth = 3

  let verdict: Verdict
  /// What decided it.
  let rule: VerdictRule
  /// 0 to 1.
  let coverage: Double
  /// 0 to 1: the mean of two shares, each of the best of the first passages: how full of the question's words the text
  /// is, and how far its title or heading and the question name the same thing.
  ///
  /// Of 621 questions to 7,949 medical articles, where a third have no answer, this ranks an answered above an unanswered
  /// one in .95 of all pairs; coverage alone in .78, the score as a share of the ideal one in .88.
  let confidence: Double
  private let missing: [String]

  /// Judges the first passages of `candidates` (best first), which `query` found.
  ///
  /// - Parameter trustsCoverage: the verdict does not depend on the confidence.
  init(
    of question: ReadQuestion, _ coverage: Coverage, candidates: [ScoredPassage], query: WeightedQuery,
    trustsCoverage: Bool = false, in views: PassageViews
  ) throws(IndexError) {
    let index = views.index
    let ranking = RankingParameters(index.settings.ranking)
    let hashes = coverage.hashes
    var best = 0.0
    var fullness = 0.0
    var subject = 0.0
    let asksToCombine = question.asksForLeave && !question.combinedWords.isEmpty
    var isUncombined = asksToCombine
    for hit in candidates.prefix(Self.depth) {
      best = max(best, coverage.share(of: try coverage.covered(by: hit.passage, in: index)))
      let contributions = try index.explain(hit.passage, for: query, ranking: ranking)
      fullness = max(fullness, coverage.saturation(contributions, k1: ranking.k1))
      let match = try SubjectMatch(of: try views.view(of: hit.passage), coverage, hashes: hashes, in: index)
      subject = max(subject, match.named * match.asked)
      if isUncombined, Self.combines(try views.view(of: hit.passage), question, coverage, views.analyzer) {
        isUncombined = false
      }
    }
    self.coverage = best
    confidence = (fullness + subject) / 2
    missing = coverage.missing
    (verdict, rule) = Verdict.decided(
      coverage: best, confidence: trustsCoverage || question.isQuoted ? 1 : confidence,
      hasSubject: Self.hasSubject(index),
      asksForLeave: question.asksForLeave,
      missingShare: coverage.missingShare, namesMissing: !coverage.missing.isEmpty,
      safetyWord: Verdict.safetyWord(of: question),
      meantWord: question.words.first { $0.isMeant && coverage.missing.contains($0.named) }?.named,
      isUncombined: isUncombined)
  }

  /// Whether a sentence of `view` puts together with something what `question` wants to combine with its subject.
  ///
  /// To "is it ok with my antidepressant", passages about antidepressants are no answer; "along with antidepressants" may be one.
  private static func combines(
    _ view: PassageView, _ question: ReadQuestion, _ coverage: Coverage, _ analyzer: Analyzer
  ) -> Bool {
    let text = view.indexed.passage.text
    return SentenceSplitter().ranges(in: text).contains { range in
      let buffer = analyzer.analyze(String(decoding: Array(text.utf8)[range], as: UTF8.self))
      let tokens = buffer.tokens.filter { !$0.isCompound }
      let places = Combination.tokens(in: tokens.map { Array(buffer.word(of: $0)) })
      let covered = coverage.covered(by: places.map { Array(buffer.term(of: tokens[$0])) })
      return question.combinedWords.contains { covered[$0] }
    }
  }

  /// So few articles, if no subject is declared, are taken to be about one: a question to them need not name it.
  private static let fewArticles = 50

  private static func hasSubject(_ index: IndexReader) -> Bool {
    !index.settings.topic.isEmpty || index.statistics.articleCount <= fewArticles
  }

  func describe(in answer: inout Answer) {
    answer.verdict = verdict
    answer.rule = rule
    answer.coverage = coverage
    answer.confidence = confidence
    answer.missing = missing
  }
}
