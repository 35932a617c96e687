// How far the passages answer the question, and from what that is decided.

import Questions

/// How far the passages answer the question.
package enum Verdict: String, CaseIterable, Sendable {
  case answered
  /// The closest passages; but the question has words no article mentions, or they cover it only in part.
  case partly
  /// Nothing is shown as an answer.
  case noAnswer = "no_answer"
  /// The crisis card, alone.
  case crisis
  /// Only function words.
  case notUnderstood = "not_understood"
  case otherLanguage = "other_language"
  case empty
}

extension Verdict {
  /// Coverage below this is no answer.
  static let leastCoverage = 0.3
  /// Coverage below this answers in part.
  static let leastFullCoverage = 0.6
  /// Confidence below this answers in part, whatever the coverage: the words stand there, but thinly and in passing.
  ///
  /// Where the articles declare a subject, or are few, a question need not name it, so that less of it stands in titles.
  /// Of 45 questions to the clinic's articles that have an answer, 42 reach .245 and more; of 40 others, 32 are refused for their missing
  /// words, and of the 5 whose words are all there, or nearly, 3 stay below.
  static let leastConfidenceOfSubject = 0.24
  /// Where it asks if something may be done: "can I have a drink after the session" must not be met with "people rest and drink".
  static let leastConfidenceOfLeave = 0.35
  /// Elsewhere. On the development part of 621 medical questions, a third of them without an answer in 7,949 articles, this
  /// qualifies .76 of the unanswerable and .028 of the answerable; .35 does .65 and .018, .5 does .80 and .031.
  static let leastConfidence = 0.45
  /// Where words that no article mentions carry more than this share of the question, the rest of it is not the question.
  static let mostMissing = 0.65

  /// The word by which `question` asks if something does harm; `nil` where it does not.
  static func safetyWord(of question: ReadQuestion) -> String? {
    question.words.first(where: \.asksForSafety).map { $0.corrected ?? $0.typed }
  }

  /// Decides from what the best of the first three passages covers, and says by which rule.
  ///
  /// - Parameters:
  ///   - coverage: 0 to 1.
  ///   - confidence: 0 to 1.
  ///   - hasSubject: Whether the articles declare what they are about, or are few.
  ///   - asksForLeave: If something may be done.
  ///   - missingShare: 0 to 1: the share of the question that words of no article are.
  ///   - namesMissing: Some words are to be named as missing.
  ///   - safetyWord: By which the question asks for harm, if it does.
  ///   - meantWord: A word that no article has, and that the operator's table says is meant.
  ///   - isUncombined: It asks if two things may go together, and no passage speaks of the two together.
  static func decided(
    coverage: Double, confidence: Double, hasSubject: Bool, asksForLeave: Bool, missingShare: Double,
    namesMissing: Bool, safetyWord: String? = nil, meantWord: String? = nil, isUncombined: Bool = false
  ) -> (verdict: Verdict, rule: VerdictRule) {
    if coverage < leastCoverage { return (.noAnswer, .coverageBelow(coverage, cut: leastCoverage)) }
    if let meantWord { return (.noAnswer, .missingMeant(meantWord)) }
    if missingShare > 0 {
      if let safetyWord { return (.noAnswer, .missingBesideSafety(safetyWord)) }
      return missingShare > mostMissing
        ? (.noAnswer, .missingAbove(missingShare, cut: mostMissing))
        : (.partly, .missingUpTo(missingShare, cut: mostMissing))
    }
    if namesMissing { return (.partly, .onlyStoodFor) }
    if isUncombined { return (.partly, .uncombined) }
    if coverage < leastFullCoverage { return (.partly, .coverageBelow(coverage, cut: leastFullCoverage)) }
    let least = !hasSubject ? leastConfidence : asksForLeave ? leastConfidenceOfLeave : leastConfidenceOfSubject
    return confidence < least
      ? (.partly, .confidenceBelow(confidence, cut: least))
      : (.answered, .reached(coverageCut: leastFullCoverage, confidenceCut: least))
  }
}

/// The rule that decided a verdict, with the figure it went by and the cut it was held against; each 0 to 1.
package enum VerdictRule: Hashable, Sendable {
  /// Coverage below `leastCoverage` or `leastFullCoverage`.
  case coverageBelow(Double, cut: Double)
  case confidenceBelow(Double, cut: Double)
  /// A question about safety, by this word of it, has a word that no article has.
  case missingBesideSafety(String)
  /// No article has this word, by which the operator's table says what is meant.
  case missingMeant(String)
  /// The question asks if two things may go together, and no passage speaks of the two together.
  case uncombined
  /// Words of no article are more of the question than the cut allows.
  case missingAbove(Double, cut: Double)
  /// There are such words, but no more than the cut allows.
  case missingUpTo(Double, cut: Double)
  /// A word that no article has is named, although another stands for it.
  case onlyStoodFor
  /// No word is missing, and neither measure is below its cut.
  case reached(coverageCut: Double, confidenceCut: Double)
  /// A quoted phrase stands in no passage.
  case phraseNowhere
}
