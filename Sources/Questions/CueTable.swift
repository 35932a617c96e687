// What the form of a question tells about its answer: "how long" is answered with a duration.
// Cues prefer passages; they never make a question answered, for they cover none of its words.

import Documents
import TextAnalysis

/// The general cues, and the operator's.
struct CueTable {
  /// One form of question.
  struct Cue {
    let prefer: [String]
    let evidence: ReadQuestion.Evidence?
    /// Of each of `prefer`, beside 1 for the question's own words.
    let weight: Float
    /// From the operator's settings: goes before a general one about the same words.
    let isOperators: Bool
  }

  /// The operator's, then the general ones, numbered on: owners of `phrases`.
  private var operators: [Cue] = []
  private var phrases = PhraseTable()
  private let isEnglish: Bool

  /// - Parameter split: the folded words of a phrase; asked only where they are not plain.
  init(_ settings: [Settings.Cue], isEnglish: Bool, split: (String) -> [[UInt8]]) {
    self.isEnglish = isEnglish
    for cue in settings {
      let evidence = cue.evidence.flatMap { ReadQuestion.Evidence(rawValue: $0.rawValue) }
      for ask in cue.ask {
        phrases.add(Self.plainWords(ask) ?? split(ask).map(withoutApostrophes), owner: operators.count)
      }
      operators.append(Cue(prefer: cue.prefer, evidence: evidence, weight: Self.formWeight, isOperators: true))
    }
    guard isEnglish else { return }
    for (number, form) in Self.forms.enumerated() {
      for ask in form.ask { phrases.add(ask, owner: operators.count + number) }
    }
    for (number, aspect) in Self.aspects.enumerated() {
      for ask in aspect.ask { phrases.add(ask, owner: operators.count + Self.forms.count + number) }
    }
  }

  /// The cue that was found.
  func cue(_ match: PhraseTable.Match) -> Cue {
    if isOperators(match) { return operators[match.owner] }
    let number = match.owner - operators.count
    let isForm = number < Self.forms.count
    let prefer = isForm ? Self.forms[number].prefer : Self.aspects[number - Self.forms.count].prefer
    return Cue(
      prefer: WordList(prefer).words.map { String(decoding: $0, as: UTF8.self) },
      evidence: isForm ? Self.forms[number].evidence : nil, weight: isForm ? Self.formWeight : Self.aspectWeight,
      isOperators: false)
  }

  /// The words of a phrase of small ASCII letters and single spaces; `nil` for any other, which takes an analyzer.
  private static func plainWords(_ phrase: String) -> [[UInt8]]? {
    let space = UInt8(ascii: " ")
    guard phrase.utf8.allSatisfy({ $0 == space || $0 &- 0x61 < 26 }) else { return nil }
    return phrase.utf8.split(separator: space).map(Array.init)
  }

  /// The cues in `words`, folded; a general one only where no cue of the operator's overlaps it.
  func matches(in words: [[UInt8]]) -> [PhraseTable.Match] {
    let found = phrases.matches(in: words.map(withoutApostrophes))
    return found.filter { match in
      isOperators(match) || !found.contains { isOperators($0) && $0.range.overlaps(match.range) }
    }
  }

  private func isOperators(_ match: PhraseTable.Match) -> Bool {
    match.owner < operators.count
  }

  /// Where in `words` a word only says, after "how", what kind of answer is wanted.
  func formWords(in words: [[UInt8]]) -> [Int] {
    guard isEnglish || !operators.isEmpty else { return [] }
    return words.indices.filter { $0 > 0 && words[$0 - 1] == Array("how".utf8) && Self.degrees.contains(words[$0]) }
  }

  /// Whether an answer holds `word`, a form word, itself: "fast", but not the "long" of "how long".
  static func isSearched(_ word: [UInt8]) -> Bool {
    searchedDegrees.contains(word)
  }

  private static let searchedDegrees = WordList("fast quick quickly rapidly")
  private static let degrees = WordList("fast quick quickly rapidly soon long often frequently frequent far old")

  /// Forms, the words an answer tends to hold, and what else it holds.
  private static let forms: [(ask: [StaticString], prefer: StaticString, evidence: ReadQuestion.Evidence?)] = [
    (
      [
        "how fast", "how quickly", "how quick", "how soon", "how rapidly", "when will i feel", "when does it start",
        "when will it work",
      ],
      "hours days weeks rapid quickly", .duration
    ),
    (["how long"], "minutes hours days weeks months", .duration),
    (["how often", "how frequently", "how many times", "how many sessions"], "weekly week month daily times", .number),
    (
      [
        "how much does it cost", "how much do they cost", "what does it cost", "how much money", "how expensive",
        "what is the price", "what is the cost", "how much is it", "how much will it cost", "what do they charge",
      ], "cost price", .amount
    ),
    (["how much"], "", .amount),
    (["how many patients", "how many of them", "what percentage", "what percent"], "percent", .number),
    (["how many"], "", .number),
    (["what dose", "what dosage", "how many mg", "how many milligrams", "how strong"], "dose", .amount),
    (["how old", "what age", "at what age"], "age years", .number),
    (
      ["who should not", "who shouldnt", "who cant", "who cannot", "who must not", "who should avoid"],
      "avoid history conditions careful", .person
    ),
    (
      [
        "who can", "who should", "who may", "who is it for", "who qualifies", "who is eligible", "am i eligible",
        "am i a candidate",
      ],
      "people patients candidates", .person
    ),
    (["who invented", "who discovered", "who gives", "who does", "who will"], "", .person),
    (
      ["is it safe", "is this safe", "are they safe", "how safe", "is it dangerous", "is it risky"], "safety risks", nil
    ),
    (
      ["can i", "may i", "am i allowed", "is it ok", "should i", "do i have to", "do i need"], "avoid recommended", nil
    ),
    // No question for leave: "how can I keep it".
    (
      ["how can i", "what can i", "where can i", "how may i", "how should i", "what should i", "where should i"], "",
      nil
    ),
    (["side effect", "side effects"], "common include", nil),
  ]

  /// Words that name what somebody wants to know of an illness or a treatment, and the other words for it.
  private static let aspects: [(ask: [StaticString], prefer: StaticString)] = [
    (["how many people", "how common", "how rare"], "affects estimated occurs people frequency"),
    (["what causes", "what is the cause", "why do people get", "why did i get", "causes"], "caused cause mutations"),
    (["signs", "symptoms", "how do i know", "how can i tell"], "signs symptoms features"),
    (["inherited", "hereditary", "in the family", "in families", "passed down"], "inherited autosomal gene parents"),
    (["genetic", "genetic changes"], "gene mutations"),
    (["outlook", "prognosis", "life expectancy"], "prognosis outlook survival"),
    (["treatment", "treatments", "treated", "treat"], "treatment therapy treated"),
    (["diagnose", "diagnosed", "diagnosis", "exams"], "diagnosis diagnosed tests exam"),
    (["prevent", "prevented", "prevention"], "prevention prevent avoid"),
    (["at risk", "risk factors"], "risk factors"),
    (["research"], "clinical trials studies"),
  ]

  /// As measured best on 66 graded patient questions over four articles.
  private static let formWeight: Float = 0.3
  /// On the development part of MedQuAD, with the tables of the day, nDCG@10: without .593, at .3 .623, .6 .649, .8 .658,
  /// 1 .661; the cooking dialogues of DoQA lose under .001 at .8 (MRR@10), and .002 at 1. With the words of every fifth
  /// passage left out, .8 scores .648.
  private static let aspectWeight: Float = 0.8
}

/// `word` as somebody in a hurry types it: "don't" → `dont`.
func withoutApostrophes(_ word: [UInt8]) -> [UInt8] {
  word.filter { $0 != UInt8(ascii: "'") }
}
