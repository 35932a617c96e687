// What a text speaks about, told of many texts: the patterns of all aspects, compiled, and what each word begins remembered.

/// Reads the aspects of headings and first sentences. Not shared between threads: it remembers words.
///
/// The same as asking `QuestionAspect` of each aspect in turn, but for a small share of the instructions.
struct AspectReader: ~Copyable {
  /// A bit for each aspect, by its place among all.
  typealias Aspects = UInt32

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
    var all: [Pattern] = []
    /// For each entry of the analyzer's table, the patterns it may begin; `nil` where that was not asked yet.
    var begun: [[UInt16]?] = []

    mutating func add(_ patterns: WordPatterns, of aspect: Int) {
      patterns.forEachPattern { text in
        var words: [[Alternative]] = []
        for word in text.array.split(separator: UInt8(ascii: " ")) {
          words.append(word.split(separator: UInt8(ascii: "|")).map { Alternative(Array($0)) })
        }
        all.append(Pattern(aspect: aspect, words: words))
        return true
      }
    }

    /// The patterns that begin with `word`, which is that of `entry`.
    mutating func beginning(with word: ArraySlice<UInt8>, _ entry: Int) -> [UInt16] {
      if entry < begun.count, let known = begun[entry] { return known }
      if entry >= begun.count {
        begun.append(contentsOf: repeatElement(nil, count: max(entry + 1 - begun.count, begun.count)))
      }
      let found = all.indices.filter { all[$0].words[0].contains { $0.fits(word) } }.map { UInt16($0) }
      begun[entry] = found
      return found
    }
  }

  private var asking = Patterns()
  private var answering = Patterns()
  private var epoch = 0
  private static let definition = QuestionAspect.allCases.firstIndex(of: .definition) ?? 0

  init() {
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
      asking.begun = []
      answering.begun = []
      epoch = buffer.epoch
    }
    var entries: [UInt32] = []
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
      let word = analyzer.word(ofEntry: entries[place])
      for number in patterns.beginning(with: word, Int(entries[place])) {
        let pattern = patterns.all[Int(number)]
        let bit: Aspects = 1 << Aspects(pattern.aspect)
        let isTooFar = pattern.aspect == definition && place + pattern.words.count > QuestionAspect.definitionReach
        guard found & bit == 0, !isTooFar else { continue }
        if continues(pattern, in: entries, at: place, { analyzer.word(ofEntry: $0) }) { found |= bit }
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
      for number in patterns.beginning(with: plain(entries[place]), Int(entries[place])) {
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
