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
  private let story: StoryWords
  private var corrector: SpellingCorrector
  private var expansions: ExpansionFinder

  /// - Throws: `TextAnalysisError` for an index in a language without a stemmer, `IndexError` where it cannot be read.
  package init(index: IndexReader) throws {
    self.index = index
    analyzer = try Analyzer(language: index.settings.language)
    stopList = StopList(language: index.settings.language)
    isEnglish = index.settings.language == "en"
    language = LanguageGuess(language: index.settings.language, own: stopList)
    story = StoryWords(index: index, analyzer: analyzer, stopList: stopList)
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
    mark(&tokens, quoted: operators.quoted, in: text, without: left)
    question.hasUnquotedWords = tokens.tokens.contains { !$0.isQuoted && !$0.isStop }
    if !left.contains(.spelling) { try correctSpelling(of: &tokens, in: text, without: left) }
    if !left.contains(.layWords) { try readMeanings(of: &tokens, without: left) }
    try markForm(of: &tokens, in: &question)
    question.corrections = Self.corrections(of: tokens)
    let content = try ContentWords(tokens, text: text, index: index)
    question.words = content.words
    question.expansions = try expansions.expansions(of: content).filter { !left.leavesOut($0.reason) }
    if let long {
      question.focusedOn = QuestionText(long.asking).text
      let isSubject = ReadQuestion.nameNoSubject(content.words)
      if let background = try story.expansion(from: long.story, besides: content.terms, isSubject: isSubject) {
        question.expansions.append(background)
        // "Can I have it?" has no word of its own: it is about what the story is about.
        if content.words.allSatisfy(\.isLight) { question.words += try story.words(of: background) }
      }
      if content.words.allSatisfy(\.isLight) || content.words.contains(where: \.asksForSafety) {
        question.storyConditions = try story.conditions(in: long.story)
      }
    }
    if isEnglish, let asked = QuestionAspect.asked(in: FoldedWords(tokens.tokens.map(\.word))) {
      question.aspect = asked.aspect
      question.aspectWords = content.positions(in: asked.words)
    }
    if isEnglish {
      question.asksForLeave = PermissionQuestion.asks(tokens.tokens.map(\.word))
      let together = Combination.tokens(in: tokens.tokens.map(\.word))
      question.combinedWords = together.flatMap { content.positions(in: $0..<$0 + 1) }
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

  /// What kind of thing was said, as far as that is known before the words are weighed.
  private func form(of tokens: [QuestionToken], in operators: QuestionOperators) -> ReadQuestion.Form {
    if tokens.isEmpty { return .empty }
    guard operators.phrases.isEmpty else { return .question }
    let words = tokens.map(\.typed)
    switch SmallTalk.kind(of: words) {
    case .chat: return .smallTalk
    case .reply: return .reply
    case .puzzled: return .puzzled
    case .wantsPerson: return .wantsPerson
    case nil: break
    }
    return language.isOther(words, text: operators.text) ? .otherLanguage : .question
  }

  /// Marks function words, figures of speech, light words, and the words of quoted phrases, which none of the following
  /// steps touches.
  ///
  /// - Parameter left: steps that are left out.
  private func mark(_ tokens: inout QuestionTokens, quoted: [Range<Int>], in text: String, without left: AnsweringSteps)
  {
    let bytes = Array(text.utf8)
    let isShouted = !bytes.contains { 0x61...0x7A ~= $0 }
    let marksLight = isEnglish && !left.contains(.lightWords)
    for number in tokens.tokens.indices {
      let token = tokens.tokens[number]
      tokens.tokens[number].isQuoted = quoted.contains { $0.contains(token.source.lowerBound) }
      // "ID" and "US" are none of the words that they are in small letters.
      let isName = !isShouted && StopList.isName(bytes[token.source])
      guard !tokens.tokens[number].isQuoted, !isName else { continue }
      tokens.tokens[number].isStop = !left.contains(.stopList) && stopList.contains(token.typed)
      tokens.tokens[number].isLight = marksLight && LightWords.contains(token.typed)
    }
    guard marksLight else { return }
    for range in Idioms.ranges(in: tokens.tokens.map(\.typed)) {
      for number in range where !tokens.tokens[number].isQuoted {
        tokens.tokens[number].isStop = true
        tokens.tokens[number].isFigurative = true
      }
    }
  }

  private static func corrections(of tokens: QuestionTokens) -> [SpellingCorrection] {
    var corrections: [SpellingCorrection] = []
    for token in tokens.tokens {
      guard let corrected = token.corrected else { continue }
      let correction = SpellingCorrection(
        typed: token.meaning ?? String(decoding: token.typed, as: UTF8.self),
        corrected: String(decoding: corrected, as: UTF8.self),
        reason: token.meaning != nil ? .meant : token.isMisplaced ? .misplaced : .unknown)
      if !corrections.contains(correction) { corrections.append(correction) }
    }
    return corrections
  }

  private func correctSpelling(
    of tokens: inout QuestionTokens, in text: String, without left: AnsweringSteps
  ) throws(IndexError) {
    var lookups: Set<[UInt8]> = []
    let bytes = Array(text.utf8)
    let isShouted = !bytes.contains { 0x61...0x7A ~= $0 }
    let words = tokens.tokens.map(\.typed)
    for number in tokens.tokens.indices where isEnglish && !tokens.tokens[number].isQuoted {
      if let meant = MisplacedWords.meant(at: number, in: words) {
        try correct(&tokens.tokens[number], to: meant, without: left)
        tokens.tokens[number].isMisplaced = true
      }
    }
    for number in tokens.tokens.indices where tokens.tokens[number].corrected == nil {
      let token = tokens.tokens[number]
      guard !token.isStop, !token.isLight, !token.isQuoted,
        lookups.count < Self.mostLookups || lookups.contains(token.typed),
        let correction = try corrector.correction(
          for: token.typed, term: token.term,
          isName: !isShouted && !bytes[token.source].contains { 0x61...0x7A ~= $0 },
          isUnknown: { lookups.insert(token.typed) })
      else { continue }
      try correct(&tokens.tokens[number], to: correction, without: left)
    }
    try correctBesideNeighbors(&tokens, unknown: lookups, without: left)
  }

  /// Sets right an unknown word of three letters that the articles have, with one more, beside its neighbour: "sid effects".
  private func correctBesideNeighbors(
    _ tokens: inout QuestionTokens, unknown: Set<[UInt8]>, without left: AnsweringSteps
  ) throws(IndexError) {
    for number in tokens.tokens.indices where tokens.tokens[number].corrected == nil {
      let token = tokens.tokens[number]
      guard token.typed.count == NeighboringWords.lettersOfUnknown, unknown.contains(token.typed),
        let found = try NeighboringWords.meant(at: number, in: tokens.tokens, index: index, analyzer: analyzer)
      else { continue }
      try correct(&tokens.tokens[number], to: found, without: left)
    }
  }

  /// Reads what people say as what the operator's table says they mean by it: the last of its words as that word, the others as
  /// nothing.
  private func readMeanings(of tokens: inout QuestionTokens, without left: AnsweringSteps) throws(IndexError) {
    for match in try expansions.layWords.matches(in: tokens.tokens) {
      guard let means = expansions.layWords.rows[match.owner].means,
        !tokens.tokens[match.range].contains(where: \.isQuoted)
      else { continue }
      let last = match.range.upperBound - 1
      tokens.tokens[last].meaning = tokens.tokens[match.range].map { String(decoding: $0.typed, as: UTF8.self) }
        .joined(separator: " ")
      for number in match.range.dropLast() { tokens.tokens[number].isStop = true }
      try correct(&tokens.tokens[last], to: Array(means.utf8), without: left)
    }
  }

  private func correct(
    _ token: inout QuestionToken, to word: [UInt8], without left: AnsweringSteps
  ) throws(IndexError) {
    guard let term = QuestionTokens(String(decoding: word, as: UTF8.self), analyzer: analyzer).tokens.first?.term else {
      return
    }
    token.corrected = word
    token.term = term
    token.isStop = !left.contains(.stopList) && stopList.contains(word)
    token.isLight = !left.contains(.lightWords) && LightWords.contains(word)
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
    for match in try expansions.layWords.matches(in: tokens.tokens) {
      for number in match.range {
        tokens.tokens[number].isLight = false
        let isKept = expansions.searches(tokens.tokens[number].term, for: match)
        tokens.tokens[number].isInPhrase = match.range.count > 1 && !isKept
      }
      if tokens.tokens[match.range].allSatisfy({ $0.isStop || $0.isForm }) {
        tokens.tokens[match.range.upperBound - 1].isStop = false
        tokens.tokens[match.range.upperBound - 1].isForm = false
      }
    }
  }
}
