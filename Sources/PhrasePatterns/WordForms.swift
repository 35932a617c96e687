// Which words of the patterns a word of a text may be, despite typing errors. It knows no patterns, only their words.

import TextAnalysis

/// Recognizes the words of a program.
///
/// A word is taken for one of the program if it equals it, begins with it (a stem), or stretches it ("diiie"); failing that, and
/// unless it is a word of the language itself, if it drops one of its double letters ("kil") or is a typing error away:
/// a swap of neighbours in three letters, one error from four letters on, two from eight on.
struct WordForms {
  private let program: PatternProgram
  /// Whether letters are a word of the language, and so no error.
  private let isKnown: (ArraySlice<UInt8>) -> Bool
  /// Which letters each word has, and in how many of them a form of it may differ.
  private var signatures: [(letters: UInt64, mostDifferences: Int)] = []
  /// By their length, the numbers of the words.
  private var byLength: [[Int]] = []
  /// By first letter, the lengths that words of the program have: bit n for n letters.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// - Parameter isKnown: whether letters are a word of the language, and so no error.
  init(_ program: PatternProgram, isKnown: @escaping (ArraySlice<UInt8>) -> Bool) {
    self.program = program
    self.isKnown = isKnown
    signatures.reserveCapacity(program.ends.count)
    for number in program.ends.indices {
      let word = program.word(number)
      // Each error changes at most two of the letters that occur.
      signatures.append((Self.signature(word), 2 * Self.limit(word.count)))
      while byLength.count <= word.count { byLength.append([]) }
      byLength[word.count].append(number)
      lengths[Int(word[word.startIndex])] |= 1 << UInt64(min(63, word.count))
    }
  }

  /// The numbers of the words that `word` may be, and whether it is a word of the program or of the language as it stands.
  ///
  /// Only what is neither is compared with all words of the program; else no more than two neighbours may be swapped.
  func numbers(_ word: ArraySlice<UInt8>) -> (numbers: [Int], isOrdinary: Bool) {
    let numbers = exact(word)
    if numbers.contains(where: { program.word($0).count == word.count }) { return (numbers, true) }
    if isKnown(word) {
      guard 3...4 ~= word.count else { return (numbers, true) }
      let alike = word.count < byLength.count ? byLength[word.count] : []
      return (numbers + alike.filter { isShortSwap(word, of: program.word($0)) }, true)
    }
    return (numbers + errors(word, isStem: !numbers.isEmpty), false)
  }

  /// - Parameter isStem: the word begins with a stem; another stem is not looked for.
  private func errors(_ word: ArraySlice<UInt8>, isStem: Bool) -> [Int] {
    let letters = Self.signature(word)
    var found: [Int] = []
    // Held letters make a word longer by any number, dropped doubles and errors shorter by three at most.
    for length in byLength.indices where length <= word.count + 3 {
      for number in byLength[length] {
        let signature = signatures[number]
        guard (letters ^ signature.letters).nonzeroBitCount <= signature.mostDifferences else { continue }
        if isError(word, of: program.word(number)) { found.append(number) }
      }
    }
    guard found.isEmpty, !isStem else { return found }
    return program.stems.lazy.map(Int.init).filter { isError(word, ofStem: program.word($0)) }
  }

  /// The numbers of the words that are `word`, and of the stems it begins with.
  func exact(_ word: ArraySlice<UInt8>) -> [Int] {
    var numbers: [Int] = []
    if let number = place(of: word) {
      numbers.append(number)
      if number + 1 < program.ends.count, program.word(number + 1) == word { numbers.append(number + 1) }
    }
    for stem in program.stems where word.count > program.word(Int(stem)).count {
      if word.starts(with: program.word(Int(stem))) { numbers.append(Int(stem)) }
    }
    if word.allSatisfy({ 0x30...0x39 ~= $0 }) {
      numbers += (1...min(2, word.count)).compactMap { place(of: PatternProgram.number(digits: $0)[...]) }
    }
    return numbers
  }

  /// Whether `word` is a word of the program, or begins with one of its stems.
  func has(_ word: ArraySlice<UInt8>) -> Bool {
    guard lengths[Int(word[word.startIndex])] >> UInt64(min(63, word.count)) & 1 == 1 else { return false }
    return place(of: word) != nil
  }

  /// The first place of `word` in the program, by halving.
  private func place(of word: ArraySlice<UInt8>) -> Int? {
    var low = 0
    var high = program.ends.count
    while low < high {
      let middle = (low + high) / 2
      if program.word(middle).lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < program.ends.count && program.word(low) == word ? low : nil
  }
}

extension WordForms {
  /// How many typing errors a word of `length` letters may hold.
  private static func limit(_ length: Int) -> Int {
    length >= 8 ? 2 : length >= 3 ? 1 : 0
  }

  /// Whether `word` begins with a stem of five letters or more, but for one error behind its first letter.
  private func isError(_ word: ArraySlice<UInt8>, ofStem known: ArraySlice<UInt8>) -> Bool {
    guard known.count >= 5, word.count >= known.count, word.first == known.first else { return false }
    let missing = Self.signature(known) & ~Self.signature(word.prefix(known.count + 1))
    guard missing.nonzeroBitCount <= 1 else { return false }
    return (known.count - 1...known.count + 1).contains { length in
      length <= word.count && EditDistance.isWithin(1, word.prefix(length), known)
    }
  }

  private func isError(_ word: ArraySlice<UInt8>, of known: ArraySlice<UInt8>) -> Bool {
    let limit = Self.limit(known.count)
    if Self.isStretch(word, of: known) { return true }
    guard known.count >= 3, abs(word.count - known.count) <= limit else { return false }
    if known.count == 3 { return isShortSwap(word, of: known) }
    // Of four letters the first is right, unless two are swapped.
    if known.count == 4, word.first != known.first, !isShortSwap(word, of: known) { return false }
    return EditDistance.isWithin(limit, word, known)
  }

  /// Two neighbours of three or four letters swapped ("dei").
  private func isShortSwap(_ word: ArraySlice<UInt8>, of known: ArraySlice<UInt8>) -> Bool {
    known.count <= 4 && known.count >= 3 && word.count == known.count && word.sorted() == known.sorted()
      && EditDistance.isWithin(1, word, known)
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
