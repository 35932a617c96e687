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
  enum Weight {
    static let layWord: Float = 0.5
    static let acronym: Float = 0.5
    static let acronymRest: Float = 0.15
    static let joined: Float = 0.5
    static let topic: Float = 0.2
  }

  let layWords: LayWordTable
  let cues: CueTable
  let index: IndexReader
  let analyzer: Analyzer
  let stopList: StopList
  var acronyms: AcronymFinder

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
      // In articles about one treatment, "after my treatment" does not ask what is the treatment.
      let isOneWord = !cue.isOperators && match.range.count == 1 && !index.settings.topic.isEmpty
      if isOneWord, try isEverywhere(content.tokens[match.range.lowerBound].term) { continue }
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
    for term in contentTerms(of: word) where try isEverywhere(term) { return true }
    return false
  }

  private func isEverywhere(_ term: [UInt8]) throws(IndexError) -> Bool {
    try index.passageFrequency(of: term) * 5 > index.statistics.passageCount
  }

  private func topicExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    let added = try found(index.settings.topic, notIn: content, weight: Weight.topic)
    guard !added.terms.isEmpty else { return [] }
    return [QuestionExpansion(reason: .topic, expanded: "", covers: [], words: added.words, terms: added.terms)]
  }

  /// Those of `words` that some article has and the question has not, and their terms.
  func found(_ words: [String], notIn content: ContentWords, weight: Float) throws(IndexError)
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
  func contentTerms(of text: String) -> [[UInt8]] {
    let buffer = analyzer.analyze(text)
    return buffer.tokens.filter { !stopList.contains(Array(buffer.word(of: $0))) }.map { Array(buffer.term(of: $0)) }
  }
}
