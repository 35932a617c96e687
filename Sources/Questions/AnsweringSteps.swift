// The steps between a question and its answer that can be left out, to measure what each adds.

/// Steps on the way from a question to its answer, beyond ranking by its words.
package struct AnsweringSteps: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Function words are dropped.
  package static let stopList = AnsweringSteps(rawValue: 1 << 0)
  package static let spelling = AnsweringSteps(rawValue: 1 << 1)
  /// The operator's lay words.
  package static let layWords = AnsweringSteps(rawValue: 1 << 2)
  /// Short and long forms of a name, and compounds in one word or two.
  package static let acronyms = AnsweringSteps(rawValue: 1 << 3)
  /// What the form of a question lets expect in its answer.
  package static let cues = AnsweringSteps(rawValue: 1 << 4)
  /// Of a long question, only the sentences that ask are read.
  package static let longQuestions = AnsweringSteps(rawValue: 1 << 5)
  /// The first passages are put in order by their titles, headings and first sentences.
  package static let preference = AnsweringSteps(rawValue: 1 << 6)
  /// Words of the turns before are searched too.
  package static let context = AnsweringSteps(rawValue: 1 << 7)
  /// A turn on another subject takes nothing over; without this, every turn does.
  package static let changeOfSubject = AnsweringSteps(rawValue: 1 << 8)
  /// The verdict depends on how full of the question the passages are.
  package static let confidence = AnsweringSteps(rawValue: 1 << 9)
  /// Passages are preferred, and sentences marked, that hold the duration, the amount, the number or the person asked for.
  package static let evidence = AnsweringSteps(rawValue: 1 << 10)
  /// Words of general meaning count less, and figures of speech nothing.
  package static let lightWords = AnsweringSteps(rawValue: 1 << 11)

  /// Each step with the name it goes by on the command line.
  package static let named: [(name: String, step: AnsweringSteps)] = [
    ("stop-list", .stopList), ("light-words", .lightWords), ("spelling", .spelling), ("lay-words", .layWords),
    ("acronyms", .acronyms), ("cues", .cues), ("long-questions", .longQuestions), ("preference", .preference),
    ("context", .context), ("change-of-subject", .changeOfSubject), ("confidence", .confidence),
    ("evidence", .evidence),
  ]

  /// The steps that a list of names, separated by commas, names; `nil` where one is unknown or empty.
  package init?(names: String) {
    self = []
    for name in names.split(separator: ",", omittingEmptySubsequences: false) {
      guard let known = Self.named.first(where: { $0.name == name }) else { return nil }
      insert(known.step)
    }
  }
}

extension AnsweringSteps {
  /// Whether what is added for `reason` is of a step in this set.
  func leavesOut(_ reason: QuestionExpansion.Reason) -> Bool {
    switch reason {
    case .layWord: contains(.layWords)
    case .acronym: contains(.acronyms)
    case .spelling: contains(.spelling)
    case .cue: contains(.cues)
    case .context: contains(.context)
    case .story: contains(.longQuestions)
    case .topic: false
    }
  }
}
