// A stretch of a text as bits: which classes each of its words is in, where clauses end. Bit n is the place before word n.

/// Up to 63 words of a text, prepared for patterns to run over them.
struct TextWindow {
  /// The most words of a window: a place behind the last needs a bit too.
  static let mostWords = 63
  /// A window begins so many words behind the one before it: a match of up to 32 words is in one of them whole.
  static let step = 31

  /// By class, the words that are in it.
  private(set) var classes: [UInt64]
  /// Words that only add force.
  private(set) var fillers: UInt64 = 0
  /// Places where a sentence begins.
  private(set) var sentences: UInt64 = 0
  private(set) var clauseStarts: UInt64 = 0
  private(set) var clauseEnds: UInt64 = 0
  /// The words of the window.
  private(set) var words: UInt64 = 0
  private var touched: [Int] = []

  /// Groups within groups, and brackets within brackets.
  private static let deepest = 64

  init(classCount: Int) {
    classes = [UInt64](repeating: 0, count: classCount)
  }

  /// Moves the window to `range`, at most `mostWords` words.
  mutating func move(to range: Range<Int>, of text: ReadText, _ program: PatternProgram) {
    for number in touched { classes[number] = 0 }
    touched.removeAll(keepingCapacity: true)
    (fillers, sentences, clauseStarts, clauseEnds) = (0, 0, 0, 0)
    words = (1 << UInt64(range.count)) - 1
    for index in range {
      let bit: UInt64 = 1 << UInt64(index - range.lowerBound)
      let reading = text.readings[text.reading[index]]
      for word in reading.numbers {
        for place in program.classPlaces(word) {
          let number = Int(program.classes[place])
          if classes[number] == 0 { touched.append(number) }
          classes[number] |= bit
        }
      }
      if reading.isFiller { fillers |= bit }
      if text.folded.breaks[index] == .sentence { sentences |= bit }
      if text.folded.breaks[index] >= .clause || index == 0 {
        (clauseStarts, clauseEnds) = (clauseStarts | bit, clauseEnds | bit)
      }
      if reading.joinsClauses {
        clauseEnds |= bit
        clauseStarts |= bit << 1
      }
    }
    let last: UInt64 = 1 << UInt64(range.count)
    let isEnd = range.upperBound == text.folded.words.count || text.folded.breaks[range.upperBound] >= .clause
    if isEnd { clauseEnds |= last }
  }

  /// The places that the tree at `start` of a program reaches from `places`. O(units of the tree).
  ///
  /// - Parameter isExact: `places` is one place, from which no word is reached across the end of a sentence. From several
  ///   places, words across it are reached too: that may find too much, never too little.
  func advance(_ places: UInt64, over program: PatternProgram, at start: Int, isExact: Bool) -> UInt64 {
    var end = 0
    let open = isExact ? ~sentences | places : ~0
    return advance(places, over: program, at: start, end: &end, groupCount: program.groups.count, depth: 0, open)
  }

  /// - Parameters:
  ///   - end: where the tree ends.
  ///   - groupCount: only groups before this one may be named.
  ///   - open: places whose words may be taken.
  ///   - depth: of nesting. Too deep, or outside of the program: nothing is reached.
  private func advance(
    _ places: UInt64, over program: PatternProgram, at start: Int, end: inout Int, groupCount: Int, depth: Int,
    _ open: UInt64
  ) -> UInt64 {
    end = Int.max
    guard start + 1 < program.code.count, depth <= Self.deepest else { return 0 }
    let operand = Int(program.code[start + 1])
    end = start + 2
    switch PatternProgram.Code(rawValue: program.code[start]) {
    case .word: return operand < classes.count ? next(places & classes[operand] & open) : 0
    case .not: return operand < classes.count ? places & ~classes[operand] : 0
    case .gap: return skip(places, operand)
    case .clauseStart: return places & clauseStarts
    case .clauseEnd: return places & clauseEnds
    case .group:
      guard operand < groupCount else { return 0 }
      var ignored = 0
      return advance(
        places, over: program, at: Int(program.groups[operand]), end: &ignored, groupCount: operand, depth: depth + 1,
        open)
    case .sequence:
      end += operand
      var reached = places
      var place = start + 2
      while place < end, reached != 0 {
        reached = advance(
          reached, over: program, at: place, end: &place, groupCount: groupCount, depth: depth + 1, open)
      }
      return reached
    case .either, .optional:
      end += operand
      var reached = program.code[start] == PatternProgram.Code.optional.rawValue ? places : 0
      var place = start + 2
      while place < end {
        reached |= advance(
          places, over: program, at: place, end: &place, groupCount: groupCount, depth: depth + 1, open)
      }
      return reached
    case nil: return 0
    }
  }

  /// Behind the words at `places`, and behind up to two fillers that follow in the same sentence.
  private func next(_ places: UInt64) -> UInt64 {
    guard places != 0 else { return 0 }
    var reached = places << 1
    for _ in 0..<2 { reached |= (reached & fillers & ~sentences) << 1 }
    return reached
  }

  private func skip(_ places: UInt64, _ count: Int) -> UInt64 {
    var reached = places
    var step = places
    for _ in 0..<min(count, Self.mostWords) {
      step = (step & words & ~sentences) << 1
      reached |= step
    }
    return reached
  }
}
