// What stands for the words of one question in a passage's text, and where. It weighs nothing and draws nothing.

import TextAnalysis

/// The patterns of terms that cover the words of one question, a handful.
struct QuestionPatterns {
  struct Pattern {
    /// Of the question's word that it covers.
    let place: Int
    /// Of terms that stand one after another.
    let hashes: [UInt64]
    let mass: Double
    /// The number of the first pattern with these hashes.
    let first: Int
  }

  let patterns: [Pattern]
  /// The idf mass of each of the question's words.
  let masses: [Double]

  /// Cues and topic stand for no word: a person did not ask for them.
  ///
  /// - Parameter context: what the turn before brings, each as a word of its own, its mass by its weight.
  init(_ coverage: Coverage, context: [(hashes: [UInt64], mass: Double)] = []) {
    var found = coverage.patterns
    var masses = coverage.masses
    for word in context {
      found += word.hashes.map { (place: masses.count, hashes: [$0], mass: word.mass) }
      masses.append(word.mass)
    }
    patterns = found.map { pattern in
      let first = found.firstIndex { $0.hashes == pattern.hashes }
      return Pattern(place: pattern.place, hashes: pattern.hashes, mass: pattern.mass, first: first ?? 0)
    }
    self.masses = masses
  }

  /// Which patterns begin within `indices` of `words`, by their numbers; of those with the same hashes the first.
  func found(in words: PassageWords, _ indices: Range<Int>) -> [Bool] {
    var found = [Bool](repeating: false, count: patterns.count)
    for index in indices {
      for pattern in patterns where pattern.hashes[0] == words.words[index].hash && !found[pattern.first] {
        if !words.sources(of: pattern.hashes, at: index).isEmpty { found[pattern.first] = true }
      }
    }
    return found
  }

  /// The idf mass of the different patterns `found`.
  func mass(_ found: [Bool]) -> Double {
    patterns.indices.reduce(0) { found[$1] ? $0 + patterns[$1].mass : $0 }
  }

  /// Which of the question's words the patterns `found` cover.
  func covered(_ found: [Bool]) -> [Bool] {
    var covered = [Bool](repeating: false, count: masses.count)
    for pattern in patterns where found[pattern.first] { covered[pattern.place] = true }
    return covered
  }

  /// Which of the question's words a heading with these terms holds.
  func covered(by terms: [[UInt8]]) -> [Bool] {
    let hashes = terms.map(PassageWords.hash)
    var covered = [Bool](repeating: false, count: masses.count)
    for pattern in patterns where pattern.hashes.allSatisfy(hashes.contains) { covered[pattern.place] = true }
    return covered
  }
}
