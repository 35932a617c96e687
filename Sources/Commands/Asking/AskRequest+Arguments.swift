// Reads a well-formed `ask` command line without the argument parser, which takes longer than an answer.

import Terminal

/// The argument parser costs 10 million instructions and 1.3 ms, more than the four articles' answer (callgrind, wall time).
///
/// So what is written well is read here, and everything else is the parser's: help, errors, and whatever it may learn.
extension AskRequest {
  /// The request of the `arguments` after `ask`; `nil` unless each is understood and valid.
  ///
  /// Where this gives a request, the argument parser gives the same.
  package init?(arguments: [String]) {
    self.init()
    var next = 0
    while next < arguments.count {
      let argument = arguments[next]
      next += 1
      if argument == "--" {
        guard addQuestion(arguments[next...]) else { return nil }
        break
      }
      guard argument.isOption else {
        question.append(argument)
        continue
      }
      if setFlag(argument) { continue }
      if let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) {
        let value = String(argument[argument.utf8.index(after: equals)...])
        // After an empty value, as in `--index=`, the parser takes the next word.
        guard !value.isEmpty, setOption(String(argument[..<equals]), to: value) else { return nil }
      } else {
        guard next < arguments.count, !arguments[next].isOption, setOption(argument, to: arguments[next]) else {
          return nil
        }
        next += 1
      }
    }
    if mistake != nil { return nil }
  }

  /// Words that cannot be options; `false` where the parser might see one of them otherwise.
  private mutating func addQuestion(_ words: ArraySlice<String>) -> Bool {
    question += words
    return !words.contains("--")
  }

  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--ids": hasIDs = true
    case "-0": isNULSeparated = true
    case "--session": isSession = true
    case "--fail-stale": failsWhenStale = true
    case "--quiet": isQuiet = true
    case "--explain": explains = true
    case "--bag-of-words": isBagOfWords = true
    default: return false
    }
    return true
  }

  /// - Returns: `false` for a name or a value that is not known here.
  private mutating func setOption(_ name: String, to value: String) -> Bool {
    switch name {
    case "--index": indexFolder = value
    case "--timings": timings = value
    case "--top": return AskRequest.set(&top, Int(value))
    case "--format": return AskRequest.set(&format, AnswerFormat(rawValue: value))
    case "--group-by": return AskRequest.set(&grouping, Grouping(rawValue: value))
    case "--color": return AskRequest.set(&color, ColorChoice(rawValue: value))
    default: return false
    }
    return true
  }

  private static func set<Value>(_ field: inout Value, _ value: Value?) -> Bool {
    if let value { field = value }
    return value != nil
  }
}

extension String {
  /// Whether it begins as an option does; a lone hyphen counts too.
  fileprivate var isOption: Bool {
    utf8.first == UInt8(ascii: "-")
  }
}
