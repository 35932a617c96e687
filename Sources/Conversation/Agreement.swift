// Whether a passage of another article says the same in other words. It is cautious: silence costs less than a wrong "so too".

/// Compares two passages that answer one question.
enum Agreement {
  /// Of the words of the shorter passage, the share that the other has too.
  ///
  /// Of 1,887 pairs of passages from different articles of the clinic's corpus, half share less than .24 and nine tenths
  /// less than .35; of the 33 at .45 and above, two thirds stand under headings that ask the same.
  static let leastOverlap = 0.45
  /// Shorter passages share too little to be judged.
  static let fewestStems = 8

  /// Whether `words` says what `firstWords` says: it covers every word of the question that the first covers, and they
  /// share enough of their words.
  static func says(
    _ words: PassageWords, _ covered: [Bool], thatOf firstWords: PassageWords, _ firstCovered: [Bool],
    coverage: Coverage
  ) -> Bool {
    guard coverage.share(of: firstCovered) >= Verdict.leastFullCoverage else { return false }
    guard zip(covered, firstCovered).allSatisfy({ $0 || !$1 }) else { return false }
    let shorter = min(words.stems.count, firstWords.stems.count)
    guard shorter >= fewestStems else { return false }
    return Double(words.sharedStems(with: firstWords).count) >= leastOverlap * Double(shorter)
  }
}
