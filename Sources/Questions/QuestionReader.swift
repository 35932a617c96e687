// From a question in a person's own words to what is searched.
// The steps are types of their own; this room puts them in order.

import Documents
import InvertedIndex
import TextAnalysis

/// Reads questions for one open index. Not shared between threads.
package final class QuestionReader {
  /// The most unknown words of one question that are looked up for correction: a page of noise must not take seconds.
  private static let mostLookups = 16

  private let index: IndexReader
  private let analyzer: Analyzer
  private let stopList: StopList
  private let isEnglish: Bool
  private let language: LanguageGuess
  private var corrector: SpellingCorrector
  private var expansions: ExpansionFinder

  /// - Throws: `TextAnalysisError` for an index in a language without a stemmer, `IndexError` where it cannot be read.
  package init(index: IndexReader) throws {
    self.index = index
    analyzer = try Analyzer(language: index.settings.language)
    stopList = StopList(language: index.settings.language)
    isEnglish = index.settings.language == "en"
    language = LanguageGuess(language: index.settings.language, own: stopList)
    expansions = try ExpansionFinder(index: index, analyzer: analyzer, stopList: stopList)
    corrector = SpellingCorrector(index: index, layWords: expansions.layWords, stopList: stopList)
  }

  /// Reads `text`: stop list, spelling, lay words, acronyms, cues, topic; with `allowsOperators`, quotes and `source:`.
  ///
  /// Steps that are `left` out are not made. Reads no more than `QuestionText.longest` characters. Same index and text, same result.
  package func read(
    _ text: String, allowsOperators: Bool = true, without left: AnsweringSteps = []
  ) throws(IndexError) -> ReadQuestion {
    let cleaned = QuestionText(text)
    let operators = allowsOperators ? QuestionOperators(cleaned.text) : QuestionOperators(plain: cleaned.text)
    var tokens = QuestionTokens(operators.text, analyzer: analyzer)
    let long =
      isEnglish && operators.phrases.isEmpty && !left.contains(.longQuestions)
      ? LongQuestion(operators.text, wordCount: tokens.tokens.count) : nil
    let text = long?.asking ?? operators.text
    if long != nil { tokens = QuestionTokens(text, analyzer: analyzer) }
    var question = ReadQuestion(text: cleaned.text, form: form(of: tokens.tokens, in: operators))
    question.shortenedTo = cleaned.shortenedTo
    guard question.form == .question else { return question }
    question.phrases = operators.phrases
    question.sources = operators.sources
    mark(&tokens, quoted: operators.quoted, in: text, keepingAll: left.contains(.stopList))
    question.hasUnquotedWords = tokens.tokens.contains { !$0.isQuoted && !$0.isStop }
    if !left.contains(.spelling) { try correctSpelling(of: &tokens) }
    try markForm(of: &tokens, in: &question)
    question.corrections = Self.corrections(of: tokens)
    let content = try ContentWords(tokens, text: text, index: index)
    question.words = content.words
    question.expansions = try expansions.expansions(of: content).filter { !left.leavesOut($0.reason) }
    if let long {
      question.focusedOn = QuestionText(long.asking).text
      question.expansions += try background(of: long.story, besides: content.terms)
    }
    if isEnglish, let asked = QuestionAspect.asked(in: tokens.tokens.map(\.word)) {
      question.aspect = asked.aspect
      question.aspectWords = content.positions(in: asked.words)
    }
    if question.words.isEmpty { question.form = .onlyFunctionWords }
    return question
  }

  /// Every word of `text` at weight 1, nothing else done to it: the baseline.
  package func readAsBagOfWords(_ text: String) throws(IndexError) -> ReadQuestion {
    let cleaned = QuestionText(text)
    let buffer = analyzer.analyze(cleaned.text)
    var question = ReadQuestion(text: cleaned.text, form: buffer.tokens.isEmpty ? .empty : .question)
    question.shortenedTo = cleaned.shortenedTo
    var seen = TermNumbers()
    for token in buffer.tokens {
      let term = Array(buffer.term(of: token))
      guard seen.insert(term).isNew else { continue }
      let typed = String(decoding: buffer.word(of: token), as: UTF8.self)
      let frequency = try index.passageFrequency(of: term)
      question.words.append(QuestionWord(typed: typed, term: term, passageFrequency: frequency))
    }
    return question
  }

  /// The words of the declared subject that the articles have: what a question is about that names nothing.
  package func topicWords() throws(IndexError) -> [QuestionWord] {
    var words: [QuestionWord] = []
    for token in index.settings.topic.flatMap({ QuestionTokens($0, analyzer: analyzer).tokens }) {
      let frequency = try index.passageFrequency(of: token.term)
      guard frequency > 0, !words.contains(where: { $0.term == token.term }) else { continue }
      let typed = String(decoding: token.typed, as: UTF8.self)
      words.append(QuestionWord(typed: typed, term: token.term, passageFrequency: frequency))
    }
    return words
  }

  /// The query for `question` with what `expansions` (its own and any from the turn before) add.
  package func query(for question: ReadQuestion) throws(IndexError) -> WeightedQuery {
    try QueryMaker(index: index, analyzer: analyzer).query(for: question)
  }

  /// Function words that are names where they stand in capitals, in a question that is not all capitals.
  private static let capitalNames = WordList("ID US IT WHO")

  /// So many words of the story are searched too, each at this weight.
  private static let storyWords = 5
  private static let storyWeight: Float = 0.5

  /// The words of a story that may name the subject: those of titles and headings, if the articles have any; those that come again
  /// and that few passages have go before others.
  private func background(of story: String, besides terms: [[UInt8]]) throws(IndexError) -> [QuestionExpansion] {
    let hasHeadings = index.statistics.averageHeadingLength + index.statistics.averageTitleLength > 0
    var found: [(term: [UInt8], word: String, mass: Float)] = []
    for token in QuestionTokens(story, analyzer: analyzer).tokens
    where !stopList.contains(token.typed) && !terms.contains(token.term) {
      let frequency = try index.passageFrequency(of: token.term)
      guard frequency > 0 else { continue }
      if hasHeadings { guard try index.isInHeading(token.term) else { continue } }
      let idf = RankingParameters.idf(passageFrequency: frequency, passageCount: index.statistics.passageCount)
      if let place = found.firstIndex(where: { $0.term == token.term }) {
        found[place].mass += idf
      } else {
        found.append((token.term, String(decoding: token.typed, as: UTF8.self), idf))
      }
    }
    let chosen = found.enumerated().sorted {
      $0.element.mass != $1.element.mass ? $0.element.mass > $1.element.mass : $0.offset < $1.offset
    }.prefix(Self.storyWords).map(\.element)
    guard !chosen.isEmpty else { return [] }
    return [
      QuestionExpansion(
        reason: .story, expanded: "the rest of your question", covers: [], words: chosen.map(\.word),
        terms: chosen.map { WeightedQuery.Term($0.term, weight: Self.storyWeight) })
    ]
  }

  /// What kind of thing was said, as far as that is known before the words are weighed.
  private func form(of tokens: [QuestionToken], in operators: QuestionOperators) -> ReadQuestion.Form {
    if tokens.isEmpty { return .empty }
    guard operators.phrases.isEmpty else { return .question }
    let words = tokens.map(\.typed)
    if SmallTalk.isAll(of: words) { return .smallTalk }
    return language.isOther(words, text: operators.text) ? .otherLanguage : .question
  }

  /// Marks function words, and the words of quoted phrases, which none of the following steps touches.
  private func mark(_ tokens: inout QuestionTokens, quoted: [Range<Int>], in text: String, keepingAll: Bool) {
    let bytes = Array(text.utf8)
    let isShouted = !bytes.contains { 0x61...0x7A ~= $0 }
    for number in tokens.tokens.indices {
      let source = tokens.tokens[number].source
      tokens.tokens[number].isQuoted = quoted.contains { $0.contains(source.lowerBound) }
      // "ID" and "US" are none of the words that they are in small letters.
      let isName = !isShouted && Self.capitalNames.contains(bytes[source])
      tokens.tokens[number].isStop =
        !keepingAll && !tokens.tokens[number].isQuoted && !isName && stopList.contains(tokens.tokens[number].typed)
    }
  }

  private static func corrections(of tokens: QuestionTokens) -> [SpellingCorrection] {
    var corrections: [SpellingCorrection] = []
    for token in tokens.tokens {
      guard let corrected = token.corrected else { continue }
      let correction = SpellingCorrection(
        typed: String(decoding: token.typed, as: UTF8.self), corrected: String(decoding: corrected, as: UTF8.self))
      if !corrections.contains(correction) { corrections.append(correction) }
    }
    return corrections
  }

  private func correctSpelling(of tokens: inout QuestionTokens) throws(IndexError) {
    var lookups: Set<[UInt8]> = []
    for number in tokens.tokens.indices {
      let token = tokens.tokens[number]
      guard !token.isStop, !token.isQuoted, lookups.count < Self.mostLookups || lookups.contains(token.typed),
        let correction = try corrector.correction(
          for: token.typed, term: token.term, isUnknown: { lookups.insert(token.typed) }),
        let term = QuestionTokens(String(decoding: correction, as: UTF8.self), analyzer: analyzer).tokens.first?.term
      else { continue }
      tokens.tokens[number].corrected = correction
      tokens.tokens[number].term = term
      tokens.tokens[number].isStop = stopList.contains(correction)
    }
  }

  /// Marks the words that belong to the question's form, keeps those a lay phrase needs, and notes the evidence wanted.
  private func markForm(of tokens: inout QuestionTokens, in question: inout ReadQuestion) throws(IndexError) {
    let words = tokens.tokens.map(\.word)
    for number in expansions.cues.formWords(in: words) where !tokens.tokens[number].isQuoted {
      tokens.tokens[number].isForm = true
    }
    for match in expansions.cues.matches(in: words) {
      guard let evidence = expansions.cues.cue(match).evidence, !question.evidence.contains(evidence) else {
        continue
      }
      question.evidence.append(evidence)
    }
    // "what is it like" has no content word, but somebody gave it a meaning: its last word stands for it.
    for match in try expansions.layWords.matches(in: tokens.tokens.map(\.term)) {
      if tokens.tokens[match.range].allSatisfy({ $0.isStop || $0.isForm }) {
        tokens.tokens[match.range.upperBound - 1].isStop = false
        tokens.tokens[match.range.upperBound - 1].isForm = false
      }
    }
  }
}
