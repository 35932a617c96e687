// Everything that is searched besides a question's own words, but for the turn before, which Conversation knows.
// The order is fixed: lay words, acronyms, other ways to write, likely slips, cues, topic.

import Documents
import InvertedIndex
import TextAnalysis

/// Finds the expansions of one question at a time, from the operator's tables and the articles.
struct ExpansionFinder {
  /// Beside 1 for the question's own words. Lay words as measured best on 66 graded patient questions over four articles.
  /// The others are chosen in their likeness: on the development part of MedQuAD, .2 to .5 for acronyms and .3 to .8 for
  /// joined words differ by less than .001 (nDCG@10).
  private enum Weight {
    static let layWord: Float = 0.5
    static let acronym: Float = 0.5
    static let acronymRest: Float = 0.15
    static let joined: Float = 0.5
    static let topic: Float = 0.2
  }

  let layWords: LayWordTable
  let cues: CueTable
  private let index: IndexReader
  private let analyzer: Analyzer
  private let stopList: StopList
  private var acronyms: AcronymFinder

  init(index: IndexReader, analyzer: Analyzer, stopList: StopList) throws(IndexError) {
    self.index = index
    self.analyzer = analyzer
    self.stopList = stopList
    let settings = index.settings
    layWords = try LayWordTable(index)
    cues = CueTable(settings.cues, isEnglish: settings.language == "en") { phrase in
      QuestionTokens(phrase, analyzer: analyzer).tokens.map(\.typed)
    }
    acronyms = AcronymFinder(index: index, analyzer: analyzer)
  }

  /// What to search besides `content.words`.
  mutating func expansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions = try layWordExpansions(of: content)
    expansions += try acronymExpansions(of: content)
    expansions += try joinedExpansions(of: content)
    expansions += try slipExpansions(of: content)
    expansions += try cueExpansions(of: content)
    expansions += try topicExpansions(of: content)
    return expansions
  }
}

// MARK: - The operator's tables

extension ExpansionFinder {
  private func layWordExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for match in try layWords.matches(in: content.tokens) {
      let added = try found(layWords.rows[match.owner].search, notIn: content, weight: Weight.layWord)
      guard !added.terms.isEmpty else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .layWord, expanded: content.text(of: match.range), covers: content.positions(in: match.range),
          words: added.words, terms: added.terms))
    }
    return expansions
  }

  /// Whether the row of `match` searches for `term`: a phrase may hold a word of the articles ("feel like": feel).
  func searches(_ term: [UInt8], for match: PhraseTable.Match) -> Bool {
    layWords.rows[match.owner].search.contains { contentTerms(of: $0).contains(term) }
  }

  private func cueExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for match in cues.matches(in: content.tokens.map(\.word)) {
      let cue = cues.cue(match)
      var telling: [String] = []
      for word in cue.prefer {
        let isTooCommon = try isEverywhere(word)
        if cue.isOperators || !isTooCommon { telling.append(word) }
      }
      var added = try found(telling, notIn: content, weight: cue.weight)
      let form = content.tokens[match.range].filter { $0.isForm && CueTable.isSearched($0.word) }.map {
        WeightedQuery.Term($0.term)
      }
      added.terms.removeAll { term in form.contains { $0.term == term.term } }
      guard !(form + added.terms).isEmpty else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .cue, expanded: content.text(of: match.range), covers: [], words: added.words,
          terms: form + added.terms))
    }
    return expansions
  }

  /// Whether every fifth passage has `word`: in articles about one treatment, "therapy" prefers nothing.
  private func isEverywhere(_ word: String) throws(IndexError) -> Bool {
    for term in contentTerms(of: word) where try index.passageFrequency(of: term) * 5 > index.statistics.passageCount {
      return true
    }
    return false
  }

  private func topicExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    let added = try found(index.settings.topic, notIn: content, weight: Weight.topic)
    guard !added.terms.isEmpty else { return [] }
    return [QuestionExpansion(reason: .topic, expanded: "", covers: [], words: added.words, terms: added.terms)]
  }

  /// Those of `words` that some article has and the question has not, and their terms.
  private func found(_ words: [String], notIn content: ContentWords, weight: Float) throws(IndexError)
    -> (words: [String], terms: [WeightedQuery.Term])
  {
    var shown: [String] = []
    var terms: [WeightedQuery.Term] = []
    for word in words {
      var isNew = false
      for term in contentTerms(of: word) where !content.terms.contains(term) {
        guard try index.passageFrequency(of: term) > 0 else { continue }
        isNew = true
        if !terms.contains(where: { $0.term == term }) { terms.append(WeightedQuery.Term(term, weight: weight)) }
      }
      if isNew { shown.append(word) }
    }
    return (shown, terms)
  }

  /// The terms of `text`, wholes of hyphenated words too, function words not.
  private func contentTerms(of text: String) -> [[UInt8]] {
    let buffer = analyzer.analyze(text)
    return buffer.tokens.filter { !stopList.contains(Array(buffer.word(of: $0))) }.map { Array(buffer.term(of: $0)) }
  }
}

// MARK: - The articles' own

extension ExpansionFinder {
  private mutating func acronymExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for (number, token) in content.tokens.enumerated() where !token.isStop {
      guard let position = content.positions(in: number..<number + 1).first, isShortForm(token, in: content),
        content.words[position].passageFrequency > 0,
        let form = try acronyms.longForm(of: token.word, term: token.term)
      else { continue }
      expansions += try longFormExpansions(form, of: token, position: position, in: content)
    }
    var search = ShortFormSearch()
    for range in content.runs(ofUpTo: 6) {
      guard let acronym = try shortForm(of: range, in: content, search: &search) else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .acronym, expanded: content.text(of: range), covers: content.positions(in: range),
          words: [String(decoding: acronym, as: UTF8.self).uppercased()],
          terms: [WeightedQuery.Term(acronym, weight: Weight.acronym)]))
    }
    return expansions
  }

  /// Whether `token` may be a short form: no English word, or written in capitals.
  private func isShortForm(_ token: QuestionToken, in content: ContentWords) -> Bool {
    guard 2...6 ~= token.word.count else { return false }
    return AcronymFinder.isCandidate(token.word) || content.isInCapitals(token)
  }

  /// The rarest word of a long form stands for it; the others, which may be common, are searched at a low weight.
  private func longFormExpansions(
    _ form: AcronymFinder.LongForm, of token: QuestionToken, position: Int, in content: ContentWords
  ) throws(IndexError) -> [QuestionExpansion] {
    var frequencies: [(term: [UInt8], frequency: Int)] = []
    for term in form.terms where !content.terms.contains(term) && !stopList.contains(term) {
      if frequencies.contains(where: { $0.term == term }) { continue }
      frequencies.append((term, try index.passageFrequency(of: term)))
    }
    guard let rarest = frequencies.filter({ $0.frequency > 0 }).min(by: { $0.frequency < $1.frequency }) else {
      return []
    }
    let rest = frequencies.filter { $0.frequency > 0 && $0.term != rarest.term }
    let expanded = String(decoding: token.word, as: UTF8.self)
    // Where every passage with the long form has the short one too, both would count one thing twice.
    guard try acronyms.standsAlone(form, without: token.term) else { return [] }
    var expansions = [
      QuestionExpansion(
        reason: .acronym, expanded: expanded, covers: [position], words: [form.text],
        terms: [WeightedQuery.Term(rarest.term, weight: Weight.acronym)])
    ]
    if !rest.isEmpty {
      expansions.append(
        QuestionExpansion(
          reason: .acronym, expanded: expanded, covers: [], words: [],
          terms: rest.map { WeightedQuery.Term($0.term, weight: Weight.acronymRest) }))
    }
    return expansions
  }

  /// What was tried for one question, so that a long one does not try it again and again.
  private struct ShortFormSearch {
    /// Initials that are no short form.
    var hopeless = TermNumbers()
    /// How often the index may still be asked whether initials and words belong together.
    var left = 12
  }

  /// The term of the short form that the articles define for the words in `range`.
  private mutating func shortForm(of range: Range<Int>, in content: ContentWords, search: inout ShortFormSearch)
    throws(IndexError) -> [UInt8]?
  {
    let tokens = content.tokens[range]
    let initials = tokens.filter { !$0.isStop }.compactMap { $0.word.first }
    let all = tokens.compactMap { $0.word.first }
    for letters in initials == all ? [initials] : [initials, all] where search.hopeless.number(of: letters) == nil {
      guard AcronymFinder.isCandidate(letters), !stopList.contains(letters), try isWordOrPlural(letters),
        let term = QuestionTokens(String(decoding: letters, as: UTF8.self), analyzer: analyzer).tokens.first?.term,
        !content.terms.contains(term), try index.passageFrequency(of: term) > 0
      else {
        _ = search.hopeless.insert(letters)
        continue
      }
      let longForm = tokens.map(\.term)
      var different = TermNumbers()
      guard search.left > 0, longForm.allSatisfy({ different.insert($0).isNew }) else { continue }
      search.left -= 1
      if try acronyms.isDefined(letters, term: term, as: longForm) { return term }
    }
    return nil
  }

  private func isWordOrPlural(_ word: [UInt8]) throws(IndexError) -> Bool {
    if try index.hasWord(word) { return true }
    return try index.hasWord(word + [UInt8(ascii: "s")])
  }

  /// What real words that no article has may have been meant to be. Names, and words the operator knows, are what they are.
  private func slipExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    guard index.settings.language == "en" else { return [] }
    var expansions: [QuestionExpansion] = []
    for (number, token) in content.tokens.enumerated() {
      guard let position = content.positions(in: number..<number + 1).first,
        content.words[position].passageFrequency == 0, token.corrected == nil, !token.isQuoted,
        !content.beginsWithCapital(number), try !layWords.hasWord(token.typed)
      else { continue }
      let meant = try ConfusedWords.meant(by: token.typed, in: index).map { String(decoding: $0, as: UTF8.self) }
      let added = try found(meant, notIn: content, weight: ConfusedWords.weight)
      guard !added.terms.isEmpty else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .spelling, expanded: String(decoding: token.typed, as: UTF8.self), covers: [position],
          words: added.words, terms: added.terms))
    }
    return expansions
  }

  /// Hyphenated words as one, and what was written in two words or in one where the articles do otherwise.
  private func joinedExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for compound in content.compounds where !content.terms.contains(compound.term) {
      let range = compound.first..<compound.first + compound.count
      guard try index.passageFrequency(of: compound.term) > 0 else { continue }
      expansions.append(joined(range, in: content, words: [], terms: [compound.term]))
    }
    for number in content.tokens.indices.dropLast() {
      let pair = number..<number + 2
      guard let join = try join(of: pair, in: content) else { continue }
      expansions.append(joined(pair, in: content, words: [join.word], terms: [join.term]))
    }
    for (number, token) in content.tokens.enumerated() {
      guard let parts = try parts(of: token) else { continue }
      let terms = contentTerms(of: parts)
      expansions.append(joined(number..<number + 1, in: content, words: [parts], terms: terms))
    }
    return expansions
  }

  private func joined(_ range: Range<Int>, in content: ContentWords, words: [String], terms: [[UInt8]])
    -> QuestionExpansion
  {
    QuestionExpansion(
      reason: .acronym, expanded: content.text(of: range), covers: content.positions(in: range), words: words,
      terms: terms.map { WeightedQuery.Term($0, weight: Weight.joined) })
  }

  /// Two words of which the articles lack one, as the one word they have: "anti depressants".
  private func join(of pair: Range<Int>, in content: ContentWords) throws(IndexError) -> (word: String, term: [UInt8])?
  {
    let tokens = content.tokens[pair]
    guard tokens.allSatisfy({ !$0.isStop && !$0.isForm && $0.word.count >= 2 }) else { return nil }
    let positions = content.positions(in: pair)
    guard positions.contains(where: { content.words[$0].passageFrequency == 0 }) else { return nil }
    let word = tokens.flatMap(\.word)
    guard try index.hasWord(word) else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    return QuestionTokens(text, analyzer: analyzer).tokens.first.map { (text, $0.term) }
  }

  /// One word that neither articles nor the English list have, as the two that the articles have: "sideeffects".
  private func parts(of token: QuestionToken) throws(IndexError) -> String? {
    let word = token.word
    guard token.corrected == nil, 8...30 ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 }),
      try index.passageFrequency(of: token.term) == 0, !EnglishWords.contains(word)
    else { return nil }
    for cut in 4...(word.count - 4) {
      let left = Array(word[..<cut])
      let right = Array(word[cut...])
      if try index.hasWord(left), try index.hasWord(right) {
        return String(decoding: left + [UInt8(ascii: " ")] + right, as: UTF8.self)
      }
    }
    return nil
  }
}
