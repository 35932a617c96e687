// Whether a question that is full in form still goes on with the subject of the turn before. The form itself is TurnShape's.

import InvertedIndex
import Questions
import TextAnalysis

/// Weighs a full question against the turn before.
///
/// "Is admission free?" is a whole question, but who asks it after one about a cemetery means the cemetery. A question
/// which one passage covers stands alone. Of the others, those go on which the article just read also speaks to, which
/// repeat its words, or whose own best passage is on its subject; the more a question finds by itself, the less it leans.
///
/// On the DoQA collection (3,401 turns; MRR@10 averaged over changes of subject and follow-ups): carrying nothing .56, by
/// form alone .58, this .67, with no question standing alone .69, knowing which turns follow .75.
struct Leaning {
  /// A question of which a passage covers this share of the idf mass stands alone, if it names its subject: by two words
  /// of its own, or because the articles declare theirs.
  private static let coverageAlone = 0.9
  /// What a pronoun adds, beside three shares of 0 to 1.
  private static let pronoun = 0.45
  /// Before anything speaks for it: most turns go on.
  private static let prior = 0.4
  /// A score of this much of its own weighs as much against leaning as one whole share does for it.
  private static let ownScore = 10.0

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
    var isCovered = false
    for hit in hits where !isCovered {
      isCovered = coverage.share(of: try coverage.covered(by: hit.passage, in: index)) >= Self.coverageAlone
    }
    // Where the articles declare a subject, "it" may be that subject, and one word of one's own is a question.
    let hasSubject = !index.settings.topic.isEmpty
    let isAnswered = isCovered && hasSubject
    if turn.shape.ellipsis == .fragment || (turn.shape.ellipsis == .pronoun && !hasSubject) {
      return Finding(leans: true, isAnswered: isAnswered)
    }
    if isAnswered || (isCovered && turn.read.words.count >= 2) { return Finding(leans: false, isAnswered: isAnswered) }
    let evidence = try evidence(for: turn, after: before, query: query, best: best, coverage)
    return Finding(leans: evidence > 0, isAnswered: isAnswered)
  }

  /// What speaks for leaning, above 0, or against it, below.
  private func evidence(
    for turn: Turn, after before: AnsweredTurn, query: WeightedQuery, best: ScoredPassage, _ coverage: Coverage
  ) throws(IndexError) -> Double {
    let context = Self.query(of: before)
    var evidence = Self.prior + (turn.shape.hasPronoun ? Self.pronoun : 0) - Double(best.score) / Self.ownScore
    evidence += try aboutness(of: best.passage, for: context)
    evidence += coverage.share(of: coverage.covered(by: context.terms.map(\.term)))
    if query.articles == nil, let article = before.article {
      var within = query
      within.articles = [article]
      evidence += Double((try index.top(1, of: within, ranking: ranking).first?.score ?? 0) / best.score)
    }
    return evidence
  }

  /// 0 to 1: how much of the best score for `query` `passage` reaches.
  private func aboutness(of passage: PassageID, for query: WeightedQuery) throws(IndexError) -> Double {
    guard let best = try index.top(1, of: query, ranking: ranking).first, best.score > 0 else { return 0 }
    let score = try index.explain(passage, for: query, ranking: ranking).reduce(0) { $0 + $1.score }
    return Double(score / best.score)
  }

  private static func query(of turn: AnsweredTurn) -> WeightedQuery {
    var terms = turn.words.map { WeightedQuery.Term($0.word.term) }
    var present = Set(terms.map(\.term))
    for term in turn.background.flatMap(\.terms) where present.insert(term.term).inserted { terms.append(term) }
    return WeightedQuery(terms: terms)
  }
}
