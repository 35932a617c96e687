// Whether somebody may be in danger, decided before anything is searched. It shows nothing; the card's words are the operator's.

import Documents
import PhrasePatterns
import Questions
import TextAnalysis

/// What the operator's crisis patterns find in a text. It needs the settings alone, no index.
package struct CrisisCard {
  /// What is to be shown.
  package enum Finding: Hashable, Sendable {
    case nothing
    /// The card, first and alone.
    case card
    /// The question is about the subject: one line above the passages.
    case line
    /// Somebody despairs: one line where there is no answer to show.
    case lineWithoutAnswer
  }

  private let matcher: PatternMatcher

  /// Prepares the patterns; O(their letters).
  package init(_ settings: Settings.Crisis) {
    matcher = PatternMatcher(settings.patterns) { EnglishWords.contains(Array($0)) }
  }

  /// Reads the whole of `text`, however long; O(bytes).
  ///
  /// A pattern which stands wholly inside one of the operator's idioms (but for an "I am" before it) counts for nothing.
  /// Words of `about` call for the card where the person says them of themselves ("I keep having suicidal thoughts", "my suicidal
  /// thoughts"), else for the line ("does it help with suicidal thoughts").
  package func finding(in text: String) -> Finding {
    let read = matcher.read(text)
    func matches(_ list: Settings.Crisis.List) -> [Range<Int>] {
      matcher.matches(ofList: list.rawValue, in: read, isLongest: list == .not)
    }
    let dangers = matches(.phrases)
    let mentions = matches(.about)
    let despair = matches(.despair)
    guard !dangers.isEmpty || !mentions.isEmpty || !despair.isEmpty else { return .nothing }
    let idiomEnds = farthestEnds(of: matches(.not), wordCount: read.wordCount)
    func counts(_ match: Range<Int>) -> Bool {
      // The idiom "can't go on holiday" holds the phrase "I can't go on" too: who says it is no part of an idiom.
      var start = match.lowerBound
      while start + 1 < match.upperBound, Self.subjects.contains(read.word(start)) { start += 1 }
      return idiomEnds[start] < match.upperBound
    }
    if dangers.contains(where: counts) { return .card }
    let counted = mentions.filter(counts)
    if counted.contains(where: { Self.isFirstPerson(before: $0.lowerBound, in: read) }) { return .card }
    if !counted.isEmpty { return .line }
    return despair.contains(where: counts) ? .lineWithoutAnswer : .nothing
  }
}

extension CrisisCard {
  /// For each word, where the farthest reaching idiom ends that begins at it or before; 0 where there is none.
  private func farthestEnds(of idioms: [Range<Int>], wordCount: Int) -> [Int] {
    var ends = [Int](repeating: 0, count: wordCount)
    for idiom in idioms { ends[idiom.lowerBound] = max(ends[idiom.lowerBound], idiom.upperBound) }
    for index in ends.indices.dropFirst() { ends[index] = max(ends[index], ends[index - 1]) }
    return ends
  }

  private static let selves = WordList("i ive im")
  private static let asking = WordList("can could will would may might should do does did shall am")
  private static let subjects = WordList("i am have would will he she they is was")

  /// What may stand between "I" and the thing a person says they have, feel, or want help with.
  private static let links = WordList(
    """
    have had having feel feeling felt get gets getting got keep keeps am been being was suffer suffering struggle \
    struggling experience experiencing with from of the these this those some a lot lots constant constantly strong dark \
    bad really very so always still often sometimes now also again and many more intrusive daily thinking think thought \
    about need want help dealing deal cope coping live living go going to through battling fighting battle fight
    """)

  /// How far before the words the "I" may stand.
  private static let reach = 9

  private static func isFirstPerson(before start: Int, in text: PatternMatcher.Reading) -> Bool {
    var index = start - 1
    while index >= max(0, start - reach) {
      let word = text.word(index)
      // "Can I get suicidal thoughts from it" is a question about the subject.
      if selves.contains(word) { return index == 0 || !asking.contains(text.word(index - 1)) }
      if word.elementsEqual("my".utf8) {
        // "my suicidal thoughts", "my recurring suicidal thoughts"; not "my partner's suicidal thoughts".
        return start - index == 1 || (start - index == 2 && text.word(start - 1).last != UInt8(ascii: "s"))
      }
      // One word may be anything after "my"; after "I", only the links.
      guard isLink(word) || (index == start - 1 && index > 0 && text.word(index - 1).elementsEqual("my".utf8))
      else { return false }
      index -= 1
    }
    return false
  }

  private static func isLink(_ word: ArraySlice<UInt8>) -> Bool {
    links.contains(word) || links.words.contains { $0.count >= 4 && EditDistance.isWithin(1, word, $0[...]) }
  }
}
