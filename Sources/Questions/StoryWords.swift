// The words of a long question's story that may name its subject. Which sentences are the story, LongQuestion knows.

import InvertedIndex
import TextAnalysis

/// Chooses words of the sentences that ask nothing.
struct StoryWords {
  /// So many words of the story are searched too, each at this weight.
  private static let most = 5
  private static let weight: Float = 0.5
  /// Where what asks names no subject ("is it safe for him?"), the story has it: each weighs as much as a word that asks.
  private static let weightOfSubject: Float = 1

  private let index: IndexReader
  private let analyzer: Analyzer
  private let stopList: StopList

  init(index: IndexReader, analyzer: Analyzer, stopList: StopList) {
    self.index = index
    self.analyzer = analyzer
    self.stopList = stopList
  }

  /// The words of `story` that may name the subject, besides `terms`: those of titles and headings, if the articles have
  /// any; those that come again and that few passages have go before others. `nil` for none.
  ///
  /// - Parameter isSubject: The sentences that ask name none themselves.
  func expansion(from story: String, besides terms: [[UInt8]], isSubject: Bool) throws(IndexError) -> QuestionExpansion?
  {
    let weight = isSubject ? Self.weightOfSubject : Self.weight
    let hasHeadings = index.statistics.averageHeadingLength + index.statistics.averageTitleLength > 0
    var found: [(term: [UInt8], word: String, mass: Float)] = []
    for token in QuestionTokens(story, analyzer: analyzer).tokens
    where !stopList.contains(token.typed) && !LightWords.contains(token.typed) && !terms.contains(token.term) {
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
    }.prefix(Self.most).map(\.element)
    guard !chosen.isEmpty else { return nil }
    return QuestionExpansion(
      reason: .story, expanded: "", covers: [], words: chosen.map(\.word),
      terms: chosen.map { WeightedQuery.Term($0.term, weight: weight) })
  }

  /// The words of `expansion` as words of the question.
  func words(of expansion: QuestionExpansion) throws(IndexError) -> [QuestionWord] {
    var words: [QuestionWord] = []
    for (word, term) in zip(expansion.words, expansion.terms) {
      let frequency = try index.passageFrequency(of: term.term)
      words.append(QuestionWord(typed: word, term: term.term, passageFrequency: frequency))
    }
    return words
  }

  /// What somebody in `story` has, takes or is, where no article has the word: as typed, each once, in order, the
  /// first few.
  ///
  /// "I have epilepsy. ... Is it safe for me?" is not answered by what is safe for others.
  func conditions(in story: String) throws(IndexError) -> [String] {
    let tokens = QuestionTokens(story, analyzer: analyzer).tokens
    var found: [String] = []
    for number in tokens.indices where Self.states.contains(tokens[number].typed) {
      for token in tokens[(number + 1)...].prefix(Self.reach) {
        let word = String(decoding: token.typed, as: UTF8.self)
        guard !stopList.contains(token.typed), !LightWords.contains(token.typed), !found.contains(word) else {
          continue
        }
        if try index.passageFrequency(of: token.term) == 0 { found.append(word) }
      }
    }
    return Array(found.prefix(Self.mostConditions))
  }

  private static let reach = 3
  private static let mostConditions = 3
  private static let states = WordList(
    "have has had having got am im i'm is he's she's on take takes taking took with diagnosed")
}
