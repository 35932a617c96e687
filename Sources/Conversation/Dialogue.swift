// Turns of one conversation: what carries over from one question to the next, and the way from a question to its answer.

import Documents
import InvertedIndex
import Questions
import TextAnalysis

/// How a question is to be answered.
package struct AnswerOptions: Hashable, Sendable {
  /// How many passages, >= 1.
  package var top = 3
  package var groupByArticle = false
  /// Plain BM25F over all words with default weights: no stop list, spelling, lay words, cues, context, folding or cap.
  package var bagOfWords = false
  /// `retrieved` is wanted (for `trec`), and `results` is not: each is left empty without need.
  package var wantsRetrieved = false
  /// How many passages match in all is wanted, as the prompt shows it; else both counts are left 0.
  package var countsMatches = false
  /// Quoted phrases and `source:` are read as such. Off in the kiosk.
  package var allowsOperators = true
  /// Steps that are left out, to measure what they add.
  package var without: AnsweringSteps = []

  package init() {}
}

/// One conversation with one person. Forgetting it is dropping it.
package struct Dialogue {
  private let index: IndexReader
  private let reader: QuestionReader
  private let analyzer: Analyzer
  private let crisis: CrisisCard?
  private let ranking: RankingParameters
  /// The last turn that was answered; a later one that was not leaves it standing.
  private var lastAnswered: AnsweredTurn?
  /// The last question that was refused for words no article has, and those words, until another is answered: "is it safe" after
  /// "I am pregnant" asks whether it is safe then.
  private var refused: (question: String, missing: [String])?
  /// The turn just before was answered: only then can it be corrected.
  private var wasAnswered = false

  /// - Throws: `TextAnalysisError` for an index in a language without a stemmer, `IndexError` where it cannot be read.
  package init(index: IndexReader) throws {
    self.index = index
    reader = try QuestionReader(index: index)
    analyzer = try Analyzer(language: index.settings.language)
    crisis = index.settings.crisis.map(CrisisCard.init)
    ranking = RankingParameters(index.settings.ranking)
  }

  /// Answers `question` in the light of the turns before, and remembers it.
  package mutating func answer(_ question: String, options: AnswerOptions) throws(IndexError) -> Answer {
    precondition(options.top >= 1, "an answer holds at least one passage, not \(options.top)")
    var options = options
    options.top = min(options.top, max(1, index.statistics.passageCount))
    if options.bagOfWords { return try baseline(question, options: options) }
    let finding = crisis?.finding(in: question) ?? .nothing
    if finding == .card {
      wasAnswered = false
      var answer = Answer(question: question, verdict: .crisis)
      answer.crisis = true
      return answer
    }
    var turn = try turn(question, options, allowsOperators: options.allowsOperators)
    let unheld = try unheldPhrases(of: turn)
    if !unheld.isEmpty {
      turn = try self.turn(question, options, allowsOperators: false)
    }
    let context = try context(for: &turn, without: options.without)
    let carried = context.map { turn.followUp.carried(from: $0, into: turn.read) } ?? []
    turn.read.expansions += try FollowUp.bounded(
      carried, by: turn.read, isAnswered: turn.isAnswered, index: index)
    let isOfRefused = refused != nil && turn.read.namesNoSubject
    if isOfRefused { turn.read.storyConditions += refused?.missing ?? [] }
    if turn.read.form == .onlyFunctionWords { turn.takeSubject(try reader.topicWords()) }
    var answer = Answer(question: question, verdict: .empty)
    answer.crisis = finding == .line
    turn.describe(in: &answer)
    if isOfRefused {
      answer.carriedFrom = refused?.question
    } else if !carried.isEmpty {
      answer.carriedFrom = context?.question
    }
    if let verdict = turn.verdictWithoutSearch {
      answer.verdict = verdict
      if verdict != .empty { wasAnswered = false }
    } else {
      let kept = context.map { turn.followUp.keptWords(of: $0).map(\.word) } ?? []
      let article = try search(turn, carried: kept, options, &answer)
      if !unheld.isEmpty { refuse(unheld, in: &answer) }
      remember(turn, carried, article, answer)
      if !isOfRefused {
        let isRefusal = answer.verdict != .answered && !answer.missing.isEmpty
        refused = isRefusal ? (question, answer.missing) : nil
      }
    }
    // To a question that is answered, such a line would be in the way; a refusal must not be the last word.
    if finding == .lineWithoutAnswer, answer.verdict != .answered, answer.verdict != .partly { answer.crisis = true }
    return answer
  }

  /// Begins a new conversation.
  package mutating func reset() {
    lastAnswered = nil
    refused = nil
    wasAnswered = false
  }
}

extension Dialogue {
  private func turn(
    _ question: String, _ options: AnswerOptions, allowsOperators: Bool
  ) throws(IndexError) -> Turn {
    try Turn(
      question, reader: reader, analyzer: analyzer, allowsOperators: allowsOperators, without: options.without)
  }

  /// The quoted phrases of a question, if they leave nothing and there is more to search by.
  private func unheldPhrases(of turn: Turn) throws(IndexError) -> [String] {
    guard !turn.read.phrases.isEmpty, turn.read.sources.isEmpty, turn.read.hasUnquotedWords else { return [] }
    let found = try index.top(1, of: try reader.query(for: turn.read), ranking: ranking)
    return found.isEmpty ? turn.read.phrases : []
  }

  /// What was asked for word for word is not there: that is no answer, whatever else was found by the words. A run lists that,
  /// as it lists what was retrieved for any other question.
  private func refuse(_ phrases: [String], in answer: inout Answer) {
    answer.notices += phrases.map { .phraseNotFound($0) }
    answer.verdict = .noAnswer
    answer.rule = .phraseNowhere
    answer.results = []
    answer.matchingPassageCount = 0
    answer.matchingArticleCount = 0
  }

  /// The turn that `turn` takes words over from: the last answered one; a correction only from the one just before.
  private func context(
    for turn: inout Turn, without left: AnsweringSteps
  ) throws(IndexError) -> AnsweredTurn? {
    guard !left.contains(.context), let lastAnswered,
      turn.read.form == .question || turn.read.form == .onlyFunctionWords
    else { return nil }
    if turn.followUp.kind == .corrects { return wasAnswered ? lastAnswered : nil }
    let leaning = Leaning(index: index, analyzer: analyzer, reader: reader, ranking: ranking)
    let finding = try leaning.finding(for: turn, after: lastAnswered)
    let leans = finding.leans || left.contains(.changeOfSubject)
    turn.take(as: leans ? .continues : .standsAlone)
    turn.isAnswered = finding.isAnswered
    return leans ? lastAnswered : nil
  }

  private mutating func remember(_ turn: Turn, _ carried: [QuestionExpansion], _ article: ArticleID?, _ answer: Answer)
  {
    wasAnswered = answer.verdict == .answered || answer.verdict == .partly
    // A turn answered in part counts: passages were shown. Counting only full answers costs .04 on the DoQA collection.
    guard wasAnswered else { return }
    lastAnswered = AnsweredTurn(
      question: answer.question, words: turn.shape.placed(turn.read), background: carried,
      expansions: turn.read.expansions.filter { $0.reason != .context && $0.reason != .story }, article: article)
  }

  private func baseline(_ question: String, options: AnswerOptions) throws(IndexError) -> Answer {
    let read = try reader.readAsBagOfWords(question)
    var answer = Answer(question: question, verdict: .empty)
    guard read.form != .empty else { return answer }
    answer.query = try reader.query(for: read)
    answer.read = read
    var candidates = Candidates(answer.query, in: index, ranking: .standard)
    answer.retrieved = try retrieved(from: &candidates, options: options)
    answer.verdict = answer.retrieved.isEmpty ? .noAnswer : .answered
    answer.matchingPassageCount = answer.retrieved.count
    guard !options.wantsRetrieved else { return answer }
    let coverage = try Coverage(of: read, carried: [], index: index, analyzer: analyzer)
    let composer = AnswerComposer(PassageViews(index: index, analyzer: analyzer), coverage: coverage, evidence: nil)
    answer.results = try composer.asRanked(answer.retrieved)
    answer.retrieved = []
    return answer
  }

  private func retrieved(
    from candidates: inout Candidates, options: AnswerOptions
  ) throws(IndexError) -> [ScoredPassage] {
    if options.groupByArticle { return try candidates.bestOfEachArticle(options.top) }
    try candidates.fetch(options.top)
    return Array(candidates.passages.prefix(options.top))
  }

  /// - Returns: The article of the first passage found.
  private func search(
    _ turn: Turn, carried: [QuestionWord], _ options: AnswerOptions, _ answer: inout Answer
  ) throws(IndexError) -> ArticleID? {
    answer.query = try reader.query(for: turn.read)
    answer.read = turn.read
    let coverage = try Coverage(of: turn.read, carried: carried, index: index, analyzer: analyzer)
    let evidence =
      options.without.contains(.evidence) ? nil : try EvidenceMatch(turn.read, coverage, in: index)
    let views = PassageViews(index: index, analyzer: analyzer)
    let preference = try Preference(turn.read, carried: carried, coverage, evidence: evidence, in: views)
    var candidates = Candidates(
      answer.query, in: index, ranking: ranking, preference: options.without.contains(.preference) ? nil : preference)
    if options.wantsRetrieved {
      answer.retrieved = try retrieved(from: &candidates, options: options)
      try candidates.fetch(Judgement.depth)
    } else {
      let reach = AnswerComposer.reach(options.top)
      try candidates.fetch(options.countsMatches ? max(Self.countingDepth, reach) : reach)
    }
    let judgement = try Judgement(
      of: turn.read, coverage, candidates: candidates.passages, query: answer.query,
      trustsCoverage: options.without.contains(.confidence), in: views)
    judgement.describe(in: &answer)
    turn.addNotices(about: answer.query, foundNothing: candidates.passages.isEmpty, to: &answer)
    let first = try candidates.passages.first.map { hit throws(IndexError) in try index.article(of: hit.passage) }
    guard !options.wantsRetrieved, answer.verdict == .answered || answer.verdict == .partly else { return first }
    let composer = AnswerComposer(views, coverage: coverage, evidence: evidence)
    answer.results =
      options.groupByArticle
      ? try composer.articles(options.top, of: &candidates) : try composer.passages(options.top, of: &candidates)
    if options.countsMatches {
      try countMatches(candidates.passages, coverage, atLeast: answer.coverage / 2, in: &answer)
    }
    return first
  }

  /// How many of the first passages found are counted as matching.
  private static let countingDepth = 100

  /// Counts the passages that cover at least `share` of the question, among the first hundred found.
  private func countMatches(
    _ hits: [ScoredPassage], _ coverage: Coverage, atLeast share: Double, in answer: inout Answer
  ) throws(IndexError) {
    var articles: Set<ArticleID> = []
    for hit in hits.prefix(Self.countingDepth) {
      guard coverage.share(of: try coverage.covered(by: hit.passage, in: index)) >= share else { continue }
      answer.matchingPassageCount += 1
      articles.insert(try index.article(of: hit.passage))
    }
    answer.matchingArticleCount = articles.count
  }
}
