// Reads a pattern as the operator wrote it. What the marks mean is said at Pattern.

/// A recursive descent over one pattern's marks and words.
struct PatternParser {
  private enum Mark: Hashable {
    case word(String)
    case name(String)
    case gap(Int?)
    case open, close, openOptional, closeOptional, bar, not, start, end
    /// Of so many digits at least.
    case number(Int)
  }

  private let text: String
  private let groups: [String]
  private var marks: [Mark] = []
  private var next = 0
  private var problem: PatternProblem?

  private let depth: Int

  /// - Parameter depth: 1 for wordings of a group, which are read as within brackets.
  init(_ text: String, groups: [String], depth: Int) {
    self.depth = depth
    self.text = text
    self.groups = groups
  }

  /// The whole pattern.
  mutating func pattern() throws(PatternProblem) -> Pattern {
    marks = try Self.marks(text)
    let result = depth == 0 ? try sequence(depth: 0) : try several(depth: depth)
    guard next == marks.count else { throw wrong("has a closing bracket too many") }
    return result
  }

  private func wrong(_ what: String) -> PatternProblem {
    PatternProblem(text: "\"\(text)\" \(what)")
  }
}

// MARK: - Marks

extension PatternParser {
  private static func marks(_ text: String) throws(PatternProblem) -> [Mark] {
    var marks: [Mark] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("##") {
        marks.append(.number(2))
        rest.removeFirst(2)
      } else if let mark = simple(first) {
        marks.append(mark)
        rest.removeFirst()
      } else if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("...") {
        rest.removeFirst(3)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest.removeFirst(digits.count)
        marks.append(.gap(Int(digits)))
      } else if first == "<" {
        guard let end = rest.firstIndex(of: ">") else {
          throw PatternProblem(text: "\"\(text)\" has a < without a >")
        }
        marks.append(.name(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { simple($0) == nil && !$0.isWhitespace && $0 != "<" }
        marks.append(.word(String(word)))
        rest.removeFirst(word.count)
      }
    }
    return marks
  }

  private static func simple(_ character: Character) -> Mark? {
    switch character {
    case "(": .open
    case ")": .close
    case "[": .openOptional
    case "]": .closeOptional
    case "|": .bar
    case "!": .not
    case "^": .start
    case "$": .end
    case "#": .number(1)
    default: nil
    }
  }
}

// MARK: - Grammar

extension PatternParser {
  private mutating func several(depth: Int) throws(PatternProblem) -> Pattern {
    guard depth <= Pattern.deepestNesting else { throw wrong("is nested deeper than \(Pattern.deepestNesting)") }
    var branches = [try sequence(depth: depth)]
    while next < marks.count, marks[next] == .bar {
      next += 1
      branches.append(try sequence(depth: depth))
    }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  /// Items up to a closing bracket, the end, or, within brackets, a bar.
  private mutating func sequence(depth: Int) throws(PatternProblem) -> Pattern {
    var items: [Pattern] = []
    loop: while next < marks.count {
      switch marks[next] {
      case .close, .closeOptional: break loop
      case .bar where depth > 0: break loop
      default: items.append(try item(depth: depth))
      }
    }
    guard !items.isEmpty else { throw wrong(depth > 0 ? "has nothing between two marks" : "has no words") }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func item(depth: Int) throws(PatternProblem) -> Pattern {
    let mark = marks[next]
    switch mark {
    case .openOptional: return .optional(try bracketed(by: .closeOptional, depth: depth))
    case .gap(let count):
      next += 1
      let count = count ?? Pattern.usualGap
      guard 1...Pattern.longestGap ~= count else {
        throw wrong("has a gap of \(count) words; write from ...1 to ...\(Pattern.longestGap)")
      }
      return .gap(count)
    case .start:
      next += 1
      return .clauseStart
    case .end:
      next += 1
      return .clauseEnd
    case .not:
      next += 1
      return .not(try operand(depth: depth))
    default: return try operand(depth: depth)
    }
  }

  /// What stands between the bracket at hand and `close`.
  private mutating func bracketed(by close: Mark, depth: Int) throws(PatternProblem) -> Pattern {
    next += 1
    let inner = try several(depth: depth + 1)
    guard next < marks.count, marks[next] == close else {
      throw wrong("has a \(close == .close ? "( without a )" : "[ without a ]")")
    }
    next += 1
    return inner
  }

  /// A word, or wordings in brackets.
  private mutating func operand(depth: Int) throws(PatternProblem) -> Pattern {
    guard next < marks.count else { throw wrong("ends where a word should follow") }
    let mark = marks[next]
    if mark == .open { return try bracketed(by: .close, depth: depth) }
    next += 1
    switch mark {
    case .number(let digits): return .number(digits: digits)
    case .name(let name):
      guard let number = groups.lastIndex(of: name) else {
        throw wrong("names <\(name)>, which is not among the words above it")
      }
      return .group(number)
    case .word(let text): return try folded(text)
    default: throw wrong("has a | outside of brackets; write (one|two words|three)")
    }
  }

  private mutating func folded(_ text: String) throws(PatternProblem) -> Pattern {
    let isStem = text.hasSuffix("*")
    var whole = isStem ? String(text.dropLast()) : text
    guard !whole.contains("*") else { throw wrong("has a * within a word; it may only stand at a word's end") }
    // "any more" and "my self" are one word in a text, and so they are here.
    if !isStem, next < marks.count, case .word(let second) = marks[next],
      FoldedText(second).words.count == 1, FoldedText(whole + " " + second).words.count == 1
    {
      whole += " " + second
      next += 1
    }
    let folded = FoldedText(whole)
    guard !folded.words.isEmpty else { throw wrong("has \"\(text)\", which is no word") }
    guard !isStem || folded.words.count == 1 else { throw wrong("has \"\(text)\", whose * stands behind two words") }
    let words = folded.words.map { Pattern.word(Array(folded.letters[$0]), isStem: isStem) }
    return words.count == 1 ? words[0] : .sequence(words)
  }
}
