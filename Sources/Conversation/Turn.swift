// One question, read, with its form and what it takes over. It knows no passages.

import InvertedIndex
import Questions
import TextAnalysis

/// One turn of a conversation, before anything is searched.
struct Turn {
  /// What the reader made of the question; of a correction, of what stands behind "no, I meant".
  var read: ReadQuestion
  let shape: TurnShape
  private(set) var followUp: FollowUp
  /// As `Leaning.Finding` has it; false where there was no turn before.
  var isAnswered = false

  init(
    _ question: String, reader: QuestionReader, analyzer: Analyzer, allowsOperators: Bool,
    without left: AnsweringSteps = []
  ) throws(IndexError) {
    let correction = TurnShape.correction(in: question, analyzer: analyzer)
    read = try reader.read(correction ?? question, allowsOperators: allowsOperators, without: left)
    shape = TurnShape(read, analyzer: analyzer)
    let kind: FollowUp.Kind = correction != nil ? .corrects : shape.ellipsis != nil ? .continues : .standsAlone
    followUp = FollowUp(shape, kind: kind)
  }

  /// Takes the turn, whatever its form, as leaning on the one before or as standing alone.
  mutating func take(as kind: FollowUp.Kind) {
    followUp = FollowUp(shape, kind: kind)
  }

  /// Takes a question of form alone ("how often", "who can have it") to be about the articles' declared subject: `words`.
  ///
  /// Only a form that tells what is asked: "why" alone remains without a meaning.
  mutating func takeSubject(_ words: [QuestionWord]) {
    guard read.form == .onlyFunctionWords, !hasContext, read.expansions.contains(where: { $0.reason == .cue }) else {
      return
    }
    read.words = words
    read.form = words.isEmpty ? .onlyFunctionWords : .question
  }

  /// The verdict where there is nothing to search; `nil` where there is.
  var verdictWithoutSearch: Verdict? {
    switch read.form {
    case .empty: .empty
    case .otherLanguage: .otherLanguage
    case .smallTalk, .reply, .puzzled, .wantsPerson: .notUnderstood
    case .onlyFunctionWords: hasContext ? nil : .notUnderstood
    case .question: nil
    }
  }

  private var hasContext: Bool {
    read.expansions.contains { $0.reason == .context }
  }

  /// Enters every change made to the question before searching.
  func describe(in answer: inout Answer) {
    answer.corrected = read.corrections.map {
      Correction(from: $0.typed, to: $0.corrected, reason: $0.reason)
    }
    for expansion in read.expansions where !expansion.words.isEmpty {
      switch expansion.reason {
      case .topic: continue
      case .context where expansion.expanded.isEmpty: answer.carried += expansion.words
      case .layWord, .acronym, .spelling, .cue, .context, .story:
        answer.alsoSearched.append(
          Expansion(word: expansion.expanded, searched: expansion.words, isForm: expansion.isForm))
      }
    }
    if let asking = read.focusedOn { answer.notices.append(.focused(on: asking)) }
    if let count = read.shortenedTo { answer.notices.append(.shortened(toCharacters: count)) }
    if read.form == .smallTalk { answer.notices.append(.smallTalk) }
    if read.form == .reply { answer.notices.append(.reply) }
    if read.form == .puzzled { answer.notices.append(.puzzled) }
    if read.form == .wantsPerson { answer.notices.append(.wantsPerson) }
  }

  /// Says so where a quoted phrase or an article's name leaves nothing.
  func addNotices(about query: WeightedQuery, foundNothing: Bool, to answer: inout Answer) {
    if query.articles?.isEmpty == true {
      answer.notices += read.sources.map { .sourceNotFound($0) }
    } else {
      if foundNothing { answer.notices += read.phrases.map { .phraseNotFound($0) } }
      if answer.verdict == .noAnswer { answer.notices += read.sources.map { .sourceHasNoAnswer($0) } }
    }
  }
}
