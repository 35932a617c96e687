// Whether a question that is full in form still goes on with the subject of the turn before. The form itself is TurnShape's.

import InvertedIndex
import Questions
import TextAnalysis

/// Weighs a question against the turns before.
///
/// "Is admission free?" is a whole question, but who asks it after one about a cemetery means the cemetery; and who asks "why do
/// cats purr" has left the cemetery without a word. What tells is what each finds: a question goes on if the article just read
/// also speaks to it, or if its own best passage is on the subject before; it begins anew the more it finds by itself, the more
/// words it has and the rarer they are. The weights are those of a logistic regression.
///
/// On the DoQA collection (3,401 turns; MRR@10 averaged over changes of subject and follow-ups, in a model of this search):
/// carrying nothing .56, always carrying .65, by these weights .71 (fitted on four fifths of the dialogues and measured on the
/// last, in turn), knowing which turns follow .75. 92 of 100 changes and 89 of 100 follow-ups are told.
struct Leaning {
  /// A question of which a passage covers this share of the idf mass stands alone, if the articles declare their subject.
  private static let coverageAlone = 0.9
  private static let intercept = 2.6
  private static let pronoun = 1.8
  /// For each content word.
  private static let word = -0.26
  /// For each rarest word's worth of the best score: a term that one passage has, once.
  private static let ownScore = -3.0
  /// For the rarest word of the question, 0 (in all passages) to 1 (in one).
  private static let rarity = -1.5
  private static let aboutness = 5.2
  private static let within = 4.9

  let index: IndexReader
  let analyzer: Analyzer
  let reader: QuestionReader
  let ranking: RankingParameters

  /// How a turn stands to the one before.
  struct Finding {
    /// It takes over words of the turn before.
    let leans: Bool
    /// The articles have a declared subject, and one of the first passages covers the turn's own words.
    let isAnswered: Bool
  }

  /// Searches for `turn` by itself, and weighs what it finds against `before`.
  func finding(for turn: Turn, after before: AnsweredTurn) throws(IndexError) -> Finding {
    let query = try reader.query(for: turn.read)
    let hits = try index.top(Judgement.depth, of: query, ranking: ranking)
    guard let best = hits.first, !turn.read.words.isEmpty else { return Finding(leans: true, isAnswered: false) }
    let coverage = try Coverage(of: turn.read, carried: [], index: index, analyzer: analyzer)
    // Where the articles declare a subject, "it" may be that subject, and one word of one's own is a question.
    let hasSubject = !index.settings.topic.isEmpty
    var isAnswered = false
    // "and ketamine?", of articles about it, is covered by every passage: that tells nothing.
    if hasSubject, namesMoreThanSubject(turn) {
      for hit in hits where !isAnswered {
        isAnswered = coverage.share(of: try coverage.covered(by: hit.passage, in: index)) >= Self.coverageAlone
      }
    }
    if turn.shape.ellipsis == .pronoun, turn.shape.pointsBack { return Finding(leans: true, isAnswered: false) }
    if turn.shape.ellipsis == .fragment || (turn.shape.ellipsis == .pronoun && !hasSubject) {
      return Finding(leans: true, isAnswered: isAnswered)
    }
    if isAnswered { return Finding(leans: false, isAnswered: true) }
    return Finding(leans: try evidence(for: turn, after: before, query: query, best: best) > 0, isAnswered: false)
  }

  private func namesMoreThanSubject(_ turn: Turn) -> Bool {
    let buffer = analyzer.analyze(index.settings.topic.joined(separator: " "))
    let subject = buffer.tokens.map { Array(buffer.term(of: $0)) }
    return turn.read.words.contains { !subject.contains($0.term) }
  }

  /// What speaks for leaning, above 0, or against it, below: a log-odds.
  private func evidence(
    for turn: Turn, after before: AnsweredTurn, query: WeightedQuery, best: ScoredPassage
  ) throws(IndexError) -> Double {
    let passageCount = index.statistics.passageCount
    let frequencies = turn.read.words.map(\.passageFrequency).filter { $0 > 0 }
    let rarest = Double(RankingParameters.idf(passageFrequency: 1, passageCount: passageCount))
    var evidence = Self.intercept + (turn.shape.hasPronoun ? Self.pronoun : 0)
    evidence += Self.word * Double(turn.read.words.count) + Self.ownScore * Double(best.score) / rarest
    if let least = frequencies.min() {
      evidence +=
        Self.rarity * Double(RankingParameters.idf(passageFrequency: least, passageCount: passageCount)) / rarest
    }
    evidence += Self.aboutness * (try aboutness(of: best.passage, for: before.query))
    if query.articles == nil, let article = before.article {
      var within = query
      within.articles = [article]
      evidence += Self.within * Double((try index.top(1, of: within, ranking: ranking).first?.score ?? 0) / best.score)
    }
    return evidence
  }

  /// 0 to 1: how much of the best score for `query` `passage` reaches.
  private func aboutness(of passage: PassageID, for query: WeightedQuery) throws(IndexError) -> Double {
    guard let best = try index.top(1, of: query, ranking: ranking).first, best.score > 0 else { return 0 }
    let score = try index.explain(passage, for: query, ranking: ranking).reduce(0) { $0 + $1.score }
    return Double(score / best.score)
  }
}
