// The operator's patterns for lines to drop: a literal text, tied to the line's beginning or end where it says so.

/// `^Read more$` matches that line alone, `^Share` what begins so, `newsletter` what holds it. No other sign is special.
struct LinePattern: Hashable, Sendable {
  /// What must occur, letter by letter.
  let literal: String
  let isAtStart: Bool
  let isAtEnd: Bool

  init(_ pattern: String) {
    isAtStart = pattern.hasPrefix("^")
    isAtEnd = pattern.hasSuffix("$") && pattern != "^"
    literal = String(pattern.dropFirst(isAtStart ? 1 : 0).dropLast(isAtEnd ? 1 : 0))
  }

  /// Whether `line` matches; O(line · literal).
  func matches(_ line: String) -> Bool {
    switch (isAtStart, isAtEnd) {
    case (true, true): line == literal
    case (true, false): line.hasPrefix(literal)
    case (false, true): line.hasSuffix(literal)
    case (false, false): line.contains(literal)
    }
  }
}
