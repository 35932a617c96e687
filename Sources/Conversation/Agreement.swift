// Whether passages of other articles hold the same words together. It claims no more: that two passages mean the same, no
// comparison of words can tell.

import InvertedIndex
import Questions
import TextAnalysis

/// Compares what two passages state.
///
/// A repetition is a passage most of whose words the other has, the same numbers and the same negations with them: it is shown once.
/// A passage agrees with another where the sentence that answers best does so in both.
struct Agreement {
  /// Passages of two articles this alike say the same in the same words, and are shown once.
  ///
  /// Jaccard of stems; not tuned here.
  static let nearDuplicate = 0.6
  /// Of the content words and numbers of the sentence shown, the share that the other's sentence has too.
  ///
  /// With .6 and four words, one of 16 pairs that 240 questions brought up stated different things in the same words ("At first,
  /// ketamine was used for depression", "Ketamine was first used as an anesthetic"), and two were about different matters; with
  /// these, none of 5.
  static let leastShare = 0.7
  /// A sentence with fewer of them has too little to be compared.
  static let fewestTerms = 5

  private let analyzer: Analyzer
  private let stopList: StopList

  init(analyzer: Analyzer) {
    self.analyzer = analyzer
    stopList = StopList(language: analyzer.language)
  }

  /// Whether one of two passages repeats the other.
  func isRepetition(_ passage: PassageView, of other: PassageView) -> Bool {
    guard passage.terms.similarity(to: other.terms) >= Self.nearDuplicate else { return false }
    return !statement(passage.indexed.passage.text).differs(from: statement(other.indexed.passage.text))
  }

  /// Whether `passage` may be a repetition of `other`, as far as the index tells without its text: it is about as long, and half of
  /// the longest words are there.
  func mayRepeat(_ passage: PassageID, _ other: PassageView, in index: IndexReader) throws(IndexError) -> Bool {
    let (length, wanted) = (try index.length(of: passage), try index.length(of: other.id))
    guard min(length, wanted) * 2 >= max(length, wanted) else { return false }
    let probes = other.words.longestTerms
    return try Self.holds(passage, probes, missingAtMost: probes.count / 2, in: index)
  }

  /// What the sentence in `range`, in bytes of `text`, states.
  func statement(_ text: String, in range: Range<Int>? = nil) -> Statement {
    guard let range else { return Statement(text, analyzer: analyzer, stopList: stopList) }
    return Statement(String(decoding: Array(text.utf8)[range], as: UTF8.self), analyzer: analyzer, stopList: stopList)
  }

  /// Whether a sentence of `passage` can hold the words of `shown`, as far as the index tells without its text.
  func mayHold(_ passage: PassageID, wordsOf shown: Statement, in index: IndexReader) throws(IndexError) -> Bool {
    let count = shown.terms.count + shown.numbers.count
    guard count >= Self.fewestTerms else { return false }
    let most = count - Int((Self.leastShare * Double(count)).rounded(.up))
    return try Self.holds(passage, shown.longestTerms, missingAtMost: most, in: index)
  }

  private static func holds(
    _ passage: PassageID, _ terms: [[UInt8]], missingAtMost most: Int, in index: IndexReader
  ) throws(IndexError) -> Bool {
    var missing = 0
    for term in terms where try !index.contains(term, in: passage) {
      missing += 1
      if missing > most { return false }
    }
    return true
  }

  /// Whether `other` holds the words of `shown`: most of them, the same numbers, the same negations and conditions.
  func holds(_ other: Statement, wordsOf shown: Statement) -> Bool {
    shown.terms.count + shown.numbers.count >= Self.fewestTerms && shown.share(in: other) >= Self.leastShare
      && !shown.differs(from: other)
  }
}
