// Patterns to a program. Every word is numbered, and every set of words that may stand in one place is a class.

/// Compiles groups of words and lists of patterns.
package struct PatternCompiler {
  /// One word as patterns write it.
  private struct Literal: Hashable {
    let letters: [UInt8]
    let isStem: Bool
  }

  private var names: [String] = []
  private var groups: [Pattern] = []
  private var groupStarts: [Int] = []
  private var classNumbers: [Set<Literal>: Int] = [:]
  private var code: [UInt16] = []
  private var lists: [[Int]] = []

  /// The most code units a program has: they are counted in sixteen bits.
  private static let mostUnits = Int(UInt16.max)

  package init() {}

  /// Names a group for the patterns that come after it.
  ///
  /// - Parameters:
  ///   - name: letters, digits and hyphens.
  ///   - texts: the group's wordings, each a pattern.
  package mutating func define(_ name: String, _ texts: [String]) throws(PatternProblem) {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.mayBeInName) else {
      throw PatternProblem(text: "\"\(name)\" is no name; write small letters, digits and hyphens")
    }
    guard !names.contains(name) else { throw PatternProblem(text: "<\(name)> is there a second time") }
    guard !texts.isEmpty else { throw PatternProblem(text: "<\(name)> has no words") }
    var branches: [Pattern] = []
    for text in texts { branches.append(try read(text, isGroup: true)) }
    let group = branches.count == 1 ? branches[0] : Pattern.either(branches)
    groupStarts.append(code.count)
    try emit(group)
    names.append(name)
    groups.append(group)
  }

  /// Begins the next list.
  package mutating func beginList() {
    lists.append([])
  }

  /// Adds a pattern to the list begun last.
  package mutating func add(_ text: String) throws(PatternProblem) {
    precondition(!lists.isEmpty, "a list is begun before anything is added to it")
    let pattern = try read(text)
    lists[lists.count - 1].append(code.count)
    try emit(pattern)
  }

  /// What was added, compiled; O(words · log words).
  ///
  /// - Throws: where it is more than sixteen bits can number.
  package func program() throws(PatternProblem) -> PatternProgram {
    var classes: [Literal: [Int]] = [:]
    for (literals, number) in classNumbers {
      for literal in literals { classes[literal, default: []].append(number) }
    }
    let words = classes.map { (letters: $0.key.letters, isStem: $0.key.isStem, classes: $0.value.sorted()) }
    let counts = [
      words.reduce(0) { $0 + $1.letters.count }, words.reduce(0) { $0 + $1.classes.count }, classNumbers.count,
      code.count,
    ]
    guard counts.allSatisfy({ $0 <= Self.mostUnits }) else { throw Self.tooMany }
    return PatternProgram(
      words: words.sorted { one, other in
        one.letters == other.letters
          ? !one.isStem && other.isStem : one.letters.lexicographicallyPrecedes(other.letters)
      }, classCount: classNumbers.count, code: code, groups: groupStarts, lists: lists)
  }

  private static let tooMany = PatternProblem(
    text: "the patterns are too many for one file; join some of them, or leave some out")

  private static func mayBeInName(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || byte == UInt8(ascii: "-")
  }

  private func read(_ text: String, isGroup: Bool = false) throws(PatternProblem) -> Pattern {
    let pattern = try Pattern(text, groups: names, isGroup: isGroup)
    guard !pattern.mayBeEmpty(groups) else {
      throw PatternProblem(text: "\"\(text)\" fits a text without any of its words; leave one word outside of [ ]")
    }
    return pattern
  }
}

extension PatternCompiler {
  /// The words that `pattern` stands for, if each of its wordings is one word.
  private func literals(_ pattern: Pattern) -> Set<Literal>? {
    switch pattern {
    case .word(let letters, let isStem): return [Literal(letters: letters, isStem: isStem)]
    case .number(let digits): return [Literal(letters: PatternProgram.number(digits: digits), isStem: false)]
    case .group(let number): return literals(groups[number])
    case .either(let parts):
      var all: Set<Literal> = []
      for part in parts {
        guard let more = literals(part) else { return nil }
        all.formUnion(more)
      }
      return all
    default: return nil
    }
  }

  private mutating func number(_ literals: Set<Literal>) -> Int {
    if let known = classNumbers[literals] { return known }
    classNumbers[literals] = classNumbers.count
    return classNumbers.count - 1
  }

  private mutating func emit(_ pattern: Pattern) throws(PatternProblem) {
    if let literals = literals(pattern) {
      emit(.word, number(literals))
      return
    }
    switch pattern {
    case .word, .number: break
    case .group(let number): emit(.group, number)
    case .gap(let count): emit(.gap, count)
    case .clauseStart: emit(.clauseStart, 0)
    case .clauseEnd: emit(.clauseEnd, 0)
    case .not(let words):
      guard let literals = literals(words) else {
        throw PatternProblem(text: "a ! stands before something longer than one word; it can forbid single words only")
      }
      emit(.not, number(literals))
    case .sequence(let parts): try emit(.sequence, parts)
    case .either(let parts): try emit(.either, merged(parts))
    case .optional(let part): try emit(.optional, [part])
    }
    guard code.count <= Self.mostUnits else {
      throw Self.tooMany
    }
  }

  /// All branches of one word as one branch.
  private func merged(_ parts: [Pattern]) -> [Pattern] {
    let single = parts.filter { literals($0) != nil }
    guard single.count > 1 else { return parts }
    return [.either(single)] + parts.filter { literals($0) == nil }
  }

  private mutating func emit(_ op: PatternProgram.Code, _ operand: Int) {
    code.append(op.rawValue)
    code.append(UInt16(truncatingIfNeeded: operand))
  }

  private mutating func emit(_ op: PatternProgram.Code, _ parts: [Pattern]) throws(PatternProblem) {
    let start = code.count
    emit(op, 0)
    for part in parts { try emit(part) }
    code[start + 1] = UInt16(truncatingIfNeeded: code.count - start - 2)
  }
}
