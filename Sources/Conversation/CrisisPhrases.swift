// Finds the operator's phrases in a text, however badly they are typed. What a find means is the crisis card's affair.

import TextAnalysis

/// Phrases, prepared to be found in a text despite typing errors.
///
/// A phrase is found in two ways. Word by word: each word equals the phrase's, or stretches it ("diiie"), or drops one of
/// its double letters ("kil"), or is a typing error away from it: a swap of neighbours in three or four letters, one error
/// from five letters on, two from eight on; words that only add force may stand between. And letter by letter, without
/// regard to where words end ("killmyself", "k i l l  m y s e l f"), then without other errors.
struct CrisisPhrases {
  private struct Phrase {
    /// Numbers in `vocabulary`, never empty.
    let words: [Int]
    /// The phrase without spaces.
    let letters: [UInt8]
  }

  private var phrases: [Phrase] = []
  /// The different words of the phrases.
  private var vocabulary: [[UInt8]] = []
  /// Which letters each word of the vocabulary has, and in how many of them a form of it may differ.
  private var signatures: [(letters: UInt64, mostDifferences: Int)] = []
  /// By word of the vocabulary, the phrases that begin with it.
  private var phrasesByFirstWord: [[Int]] = []
  /// The phrases that may also be found letter by letter, by their first letter.
  private var phrasesByFirstLetter = [[Int]](repeating: [], count: 256)

  /// Words that may stand between those of a phrase: "want to just die".
  private static let fillers = WordList(
    """
    just really so badly fucking fuckin freaking bloody actually literally simply honestly even fully please damn \
    goddamn
    """)

  /// - Parameter texts: As the operator wrote them; one without a letter is left out.
  init(_ texts: [String]) {
    var numbersByFirstLetter = [[Int]](repeating: [], count: 256)
    for text in texts {
      let folded = CrisisText(text)
      guard !folded.words.isEmpty else { continue }
      var words: [Int] = []
      for index in folded.words.indices {
        let letters = folded.word(index)
        let first = Int(letters[letters.startIndex])
        let known = numbersByFirstLetter[first].first { vocabulary[$0].elementsEqual(letters) }
        let number = known ?? vocabulary.count
        if known == nil {
          numbersByFirstLetter[first].append(number)
          vocabulary.append(Array(letters))
          phrasesByFirstWord.append([])
          // Each error changes at most two of the letters that occur.
          signatures.append((Self.signature(letters), 2 * Self.limit(letters.count)))
        }
        words.append(number)
      }
      phrasesByFirstWord[words[0]].append(phrases.count)
      // Shorter ones occur in ordinary text by accident.
      if folded.letters.count >= 6 { phrasesByFirstLetter[Int(folded.letters[0])].append(phrases.count) }
      phrases.append(Phrase(words: words, letters: folded.letters))
    }
  }

  /// The word ranges of `text` that a phrase covers, in no order; O(words of `text` × words of the phrases).
  func matches(in text: CrisisText) -> [Range<Int>] {
    guard !phrases.isEmpty, !text.words.isEmpty else { return [] }
    var found = matchesWordByWord(in: text)
    found.append(contentsOf: matchesLetterByLetter(in: text))
    return found
  }

  /// The word ranges of `text` that a phrase covers exactly as written.
  func exactMatches(in text: CrisisText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in text.words.indices {
      for phrase in phrases where start + phrase.words.count <= text.words.count {
        let end = start + phrase.words.count
        let letters = text.words[start].lowerBound..<text.words[end - 1].upperBound
        guard letters.count == phrase.letters.count, text.letters[letters].elementsEqual(phrase.letters)
        else { continue }
        if zip(start..<end, phrase.words).allSatisfy({ text.words[$0].count == vocabulary[$1].count }) {
          found.append(start..<end)
        }
      }
    }
    return found
  }
}

// MARK: - Word by word

extension CrisisPhrases {
  /// What a word of the text may stand for.
  private struct Reading {
    /// Numbers in `vocabulary`.
    let numbers: [Int]
    let isFiller: Bool
  }

  private func matchesWordByWord(in text: CrisisText) -> [Range<Int>] {
    // By their hashes: a text of a hundred thousand different words is looked up a hundred thousand times. In an
    // ordinary question hardly a word comes twice, and the table would cost more than it saves.
    let isLong = text.words.count > 100
    var known: [UInt64: Int] = [:]
    var readings: [Reading] = []
    let read = text.words.indices.map { index in
      let word = text.word(index)
      let hash = PassageWords.hash(word)
      if isLong {
        if let reading = known[hash] { return reading }
        known[hash] = readings.count
      }
      readings.append(Reading(numbers: numbersMatching(word), isFiller: Self.fillers.contains(Array(word))))
      return readings.count - 1
    }
    var found: [Range<Int>] = []
    for start in read.indices {
      for number in readings[read[start]].numbers {
        for phrase in phrasesByFirstWord[number] {
          if let end = end(of: phrases[phrase].words, from: start, in: read, readings) { found.append(start..<end) }
        }
      }
    }
    return found
  }

  private func end(of words: [Int], from start: Int, in read: [Int], _ readings: [Reading]) -> Int? {
    var position = start + 1
    for number in words.dropFirst() {
      var skipped = 0
      while position < read.count, !readings[read[position]].numbers.contains(number) {
        guard skipped < 2, readings[read[position]].isFiller else { return nil }
        skipped += 1
        position += 1
      }
      guard position < read.count else { return nil }
      position += 1
    }
    return position
  }

  private func numbersMatching(_ word: ArraySlice<UInt8>) -> [Int] {
    let letters = Self.signature(word)
    var numbers: [Int] = []
    for number in signatures.indices {
      let signature = signatures[number]
      guard (letters ^ signature.letters).nonzeroBitCount <= signature.mostDifferences else { continue }
      if Self.isForm(word, of: vocabulary[number]) { numbers.append(number) }
    }
    return numbers
  }

  /// How many typing errors a word of `length` letters may hold.
  private static func limit(_ length: Int) -> Int {
    length >= 8 ? 2 : length >= 3 ? 1 : 0
  }

  private static func isForm(_ word: ArraySlice<UInt8>, of known: [UInt8]) -> Bool {
    let length = known.count
    if word.elementsEqual(known) || isStretch(word, of: known[...]) { return true }
    guard length >= 3, abs(word.count - length) <= limit(length) else { return false }
    // In three or four letters only a swap is taken for an error.
    if length <= 4, word.count != length || word.sorted() != known.sorted() { return false }
    return EditDistance.isWithin(limit(length), word, known[...])
  }

  /// Whether `word` is `known` with letters held down ("diiie"), or, from four letters on, doubles typed once ("kil").
  private static func isStretch(_ word: ArraySlice<UInt8>, of known: ArraySlice<UInt8>) -> Bool {
    var rest = word
    var expected = known
    while let letter = expected.first {
      let wanted = expected.prefix { $0 == letter }.count
      let typed = rest.prefix { $0 == letter }.count
      guard typed >= wanted || (typed == 1 && wanted == 2 && known.count >= 4) else { return false }
      expected = expected.dropFirst(wanted)
      rest = rest.dropFirst(typed)
    }
    return rest.isEmpty
  }

  /// Which letters occur.
  private static func signature(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

// MARK: - Letter by letter

extension CrisisPhrases {
  /// Within one word without spaces ("iwanttokillmyself"), only phrases at least this long are believed.
  private static let leastLettersWithinWord = 9

  private func matchesLetterByLetter(in text: CrisisText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in text.words.indices {
      let word = text.words[index]
      for phrase in phrasesByFirstLetter[Int(text.letters[word.lowerBound])] {
        guard let end = end(of: phrases[phrase].letters, from: word.lowerBound, in: text.letters) else { continue }
        if let last = lastWord(endingAt: end, from: index, in: text) { found.append(index..<(last + 1)) }
      }
      if word.count >= Self.leastLettersWithinWord, hidesPhrase(word, in: text) { found.append(index..<(index + 1)) }
    }
    return found
  }

  private func hidesPhrase(_ word: Range<Int>, in text: CrisisText) -> Bool {
    for start in word where start == word.lowerBound || text.letters[start] != text.letters[start - 1] {
      for number in phrasesByFirstLetter[Int(text.letters[start])] {
        let phrase = phrases[number]
        guard phrase.words.count > 1, phrase.letters.count >= Self.leastLettersWithinWord else { continue }
        if let end = end(of: phrase.letters, from: start, in: text.letters), end <= word.upperBound { return true }
      }
    }
    return false
  }

  /// Where `letters`, each perhaps held down, ends in `text` when it begins at `start`.
  private func end(of letters: [UInt8], from start: Int, in text: [UInt8]) -> Int? {
    var position = start
    var wanted = 0
    while wanted < letters.count {
      let letter = letters[wanted]
      guard position < text.count, text[position] == letter else { return nil }
      position += 1
      wanted += 1
      let isRunDone = wanted == letters.count || letters[wanted] != letter
      // Longer runs than this are noise; without a bound, a page of one letter would cost its square.
      var held = 0
      while isRunDone, held < 16, position < text.count, text[position] == letter {
        position += 1
        held += 1
      }
    }
    return position
  }

  private func lastWord(endingAt end: Int, from first: Int, in text: CrisisText) -> Int? {
    var index = first
    while index < text.words.count, text.words[index].upperBound < end { index += 1 }
    return index < text.words.count && text.words[index].upperBound == end ? index : nil
  }
}
