// A pattern as a tree, and as the operator writes it. Documentation/corpus.md explains the language to operators.

/// One wording, or many at once.
///
///     pattern     := sequence
///     sequence    := item+
///     item        := operand | "!" operand | gap | "^" | "$" | "[" several "]"
///     operand     := word | "(" several ")"
///     several     := sequence { "|" sequence }
///     word        := letters [ "*" ] | "<" name ">" | "#" | "##"
///     gap         := "..." [ number ]
indirect enum Pattern: Hashable, Sendable {
  /// One word; `isStem`: any word that begins with it.
  case word([UInt8], isStem: Bool)
  /// A number in digits, of so many digits at least.
  case number(digits: Int)
  /// A group of words, by its place among the groups.
  case group(Int)
  case sequence([Pattern])
  /// One of them.
  case either([Pattern])
  case optional(Pattern)
  /// Up to so many words of the same sentence.
  case gap(Int)
  /// Not one of these words next.
  case not(Pattern)
  case clauseStart
  case clauseEnd
}

/// Why a pattern cannot be read.
package struct PatternProblem: Error, Hashable {
  /// What is wrong and what to write instead.
  package let text: String
}

extension Pattern {
  /// A gap without a number is for up to so many words.
  static let usualGap = 4
  static let longestGap = 12
  /// Deeper brackets are refused.
  static let deepestNesting = 8

  /// Reads `text`; O(characters).
  ///
  /// - Parameters:
  ///   - groups: names that `<name>` may stand for, in order.
  ///   - isGroup: `text` is one of a group's wordings, in which bars part whole wordings, as within brackets.
  init(_ text: String, groups: [String], isGroup: Bool = false) throws(PatternProblem) {
    var parser = PatternParser(text, groups: groups, depth: isGroup ? 1 : 0)
    self = try parser.pattern()
  }

  /// It can be found without any word of it in the text.
  func mayBeEmpty(_ groups: [Pattern]) -> Bool {
    switch self {
    case .word, .number: false
    case .group(let number): groups[number].mayBeEmpty(groups)
    case .sequence(let parts): parts.allSatisfy { $0.mayBeEmpty(groups) }
    case .either(let parts): parts.contains { $0.mayBeEmpty(groups) }
    case .optional, .gap, .not, .clauseStart, .clauseEnd: true
    }
  }
}
