// What a text speaks about, told of many texts: the patterns of all aspects, compiled, and what each word begins remembered.

/// Reads the aspects of headings and first sentences. Not shared between threads: it remembers words.
///
/// The same as asking `QuestionAspect` of each aspect in turn, but for a small share of the instructions.
package struct AspectReader: ~Copyable {
  /// A bit for each aspect, by its place among all.
  package typealias Aspects = UInt32

  private struct Alternative {
    let bytes: [UInt8]
    let isPrefix: Bool

    init(_ bytes: [UInt8]) {
      isPrefix = bytes.last == UInt8(ascii: "*")
      self.bytes = isPrefix ? bytes.dropLast() : bytes
    }

    func fits(_ word: ArraySlice<UInt8>) -> Bool {
      if bytes == [UInt8(ascii: "#")] { return word.first.map { 0x30...0x39 ~= $0 } ?? false }
      return isPrefix ? word.starts(with: bytes) : word.elementsEqual(bytes)
    }
  }

  private struct Pattern {
    let aspect: Int
    /// For each word, what it may be.
    let words: [[Alternative]]
  }

  /// The patterns of all aspects, of one kind.
  private struct Patterns {
    private(set) var all: [Pattern] = []
    /// By the first byte of a word, the patterns that it may begin.
    private var candidates = [[Int]](repeating: [], count: 256)
    /// For each entry of the analyzer's table, where the patterns that it begins stand in `numbers`: behind their count. 0 for an
    /// entry that was not asked for yet.
    private var places: [UInt32] = []
    /// In the first place nothing; in the second the count of no pattern at all, which most words begin.
    private(set) var numbers: [UInt16] = [0, 0]

    mutating func add(_ patterns: WordPatterns, of aspect: Int) {
      patterns.forEachPattern { text in
        var words: [[Alternative]] = []
        for word in text.array.split(separator: UInt8(ascii: " ")) {
          words.append(word.split(separator: UInt8(ascii: "|")).map { Alternative(Array($0)) })
        }
        for alternative in words[0] {
          let isNumber = alternative.bytes == [UInt8(ascii: "#")]
          for first in isNumber ? 0x30...0x39 : Int(alternative.bytes[0])...Int(alternative.bytes[0])
          where candidates[first].last != all.count {
            candidates[first].append(all.count)
          }
        }
        all.append(Pattern(aspect: aspect, words: words))
        return true
      }
    }

    /// Where in `numbers` the patterns stand that begin with the word of `entry`.
    @inline(__always)
    mutating func beginning(with entry: UInt32, _ word: (UInt32) -> ArraySlice<UInt8>) -> Range<Int> {
      let isKnown = Int(entry) < places.count && places[Int(entry)] > 0
      let place = Int(isKnown ? places[Int(entry)] : find(entry, word(entry)))
      return place + 1..<place + 1 + Int(numbers[place])
    }

    private mutating func find(_ entry: UInt32, _ word: ArraySlice<UInt8>) -> UInt32 {
      let entry = Int(entry)
      if entry >= places.count {
        places.append(contentsOf: repeatElement(0, count: max(entry + 1 - places.count, places.count)))
      }
      let found = candidates[Int(word.first ?? 0)].filter { all[$0].words[0].contains { $0.fits(word) } }
      places[entry] = found.isEmpty ? 1 : UInt32(numbers.count)
      if !found.isEmpty { numbers += [UInt16(found.count)] + found.map { UInt16($0) } }
      return places[entry]
    }

    mutating func forgetEntries() {
      places = []
      numbers = [0, 0]
    }
  }

  private var asking = Patterns()
  private var answering = Patterns()
  private var epoch = 0
  /// Of the text at hand.
  private var entries: [UInt32] = []
  private static let definition = QuestionAspect.allCases.firstIndex(of: .definition) ?? 0

  package init() {
    for (number, aspect) in QuestionAspect.allCases.enumerated() {
      asking.add(aspect.asks, of: number)
      answering.add(aspect.answers ?? QuestionAspect.definitionForms, of: number)
    }
  }

  /// What the words of `buffer` up to byte `end` of its text speak about; where `isQuestion` and they ask for something, what they ask.
  ///
  /// - Precondition: `analyzer` filled `buffer` last.
  mutating func aspects(of buffer: TokenBuffer, upTo end: Int, isQuestion: Bool, _ analyzer: Analyzer) -> Aspects {
    if buffer.epoch != epoch {
      asking.forgetEntries()
      answering.forgetEntries()
      epoch = buffer.epoch
    }
    entries.removeAll(keepingCapacity: true)
    for token in buffer.tokens where !token.isCompound {
      guard token.source.upperBound <= end else { break }
      entries.append(token.entry)
    }
    let asked = isQuestion ? Self.asked(in: entries, &asking, analyzer) : 0
    return asked != 0 ? asked : Self.answered(by: entries, &answering, analyzer)
  }

  private static func answered(by entries: [UInt32], _ patterns: inout Patterns, _ analyzer: Analyzer) -> Aspects {
    var found: Aspects = 0
    for place in entries.indices {
      for index in patterns.beginning(with: entries[place], { analyzer.word(ofEntry: $0) }) {
        let number = Int(patterns.numbers[index])
        let aspect = patterns.all[number].aspect
        guard found & 1 << Aspects(aspect) == 0 else { continue }
        let count = patterns.all[number].words.count
        if aspect == definition, place + count > QuestionAspect.definitionReach { continue }
        if count == 1 || continues(patterns.all[number], in: entries, at: place, { analyzer.word(ofEntry: $0) }) {
          found |= 1 << Aspects(aspect)
        }
      }
    }
    return found
  }

  /// A definition is asked for where nothing else is, and by the first words.
  private static func asked(in entries: [UInt32], _ patterns: inout Patterns, _ analyzer: Analyzer) -> Aspects {
    func plain(_ entry: UInt32) -> ArraySlice<UInt8> {
      let word = analyzer.word(ofEntry: entry)
      return word.contains(UInt8(ascii: "'")) ? word.filter { $0 != UInt8(ascii: "'") }[...] : word
    }
    var found: Aspects = 0
    var asksDefinition: (pattern: UInt16, place: Int) = (.max, 0)
    for place in entries.indices {
      for index in patterns.beginning(with: entries[place], plain) {
        let number = patterns.numbers[index]
        let pattern = patterns.all[Int(number)]
        guard continues(pattern, in: entries, at: place, plain) else { continue }
        if pattern.aspect != definition {
          found |= 1 << Aspects(pattern.aspect)
        } else if number < asksDefinition.pattern {
          asksDefinition = (number, place)
        }
      }
    }
    let isDefinition = asksDefinition.pattern < .max && asksDefinition.place == 0
    return found == 0 && isDefinition ? 1 << Aspects(definition) : found
  }

  /// Whether the words behind `place` are those of the pattern behind its first.
  private static func continues(
    _ pattern: Pattern, in entries: [UInt32], at place: Int, _ word: (UInt32) -> ArraySlice<UInt8>
  ) -> Bool {
    guard place + pattern.words.count <= entries.count else { return false }
    for offset in pattern.words.indices.dropFirst() {
      let next = word(entries[place + offset])
      if !pattern.words[offset].contains(where: { $0.fits(next) }) { return false }
    }
    return true
  }
}
