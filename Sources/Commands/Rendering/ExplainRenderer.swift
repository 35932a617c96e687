// How a question was read, how a passage came by its score, and what decided the verdict: `--explain` and `:why`.
// It repeats the formulas with their inputs.

import Conversation
import InvertedIndex
import Questions
import Terminal

/// Writes out scores, term by term, and verdicts.
package struct ExplainRenderer: Sendable {
  private let ranking: RankingParameters

  package init(ranking: RankingParameters) {
    self.ranking = ranking
  }

  // MARK: - The question

  /// The question as it was searched, every term with its weight, then why each term is there:
  ///
  ///     searched: addict depend^0.5
  ///       addict  weight 1.000: "adictive", read as "addictive"
  ///       depend  weight 0.500: lay word for "addictive"
  ///
  /// Empty where nothing was searched.
  package func queryLines(of answer: Answer) -> [String] {
    guard !answer.query.terms.isEmpty else { return [] }
    let names = answer.query.terms.map { Sanitizer.clean(bytes: $0.term) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    let reasons = zip(names, answer.query.terms).map { name, term in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      let because = answer.read.map { Self.reasons(for: term, in: $0) } ?? []
      return "    \(name)\(padding)  weight \(fixed(term.weight))"
        + (because.isEmpty ? "" : ": \(because.joined(separator: "; "))")
    }
    return [queryLine(of: answer)] + reasons
  }

  private func queryLine(of answer: Answer) -> String {
    let terms = answer.query.terms.map { term in
      let name = Sanitizer.clean(bytes: term.term)
      return term.weight == 1 ? name : "\(name)^\(DecimalText.trimmed(Double(term.weight), decimals: 3))"
    }
    return "  searched: \(terms.joined(separator: " "))"
  }

  /// Why `term` is searched. A term that has several reasons has the greatest of their weights; each that would have given it
  /// another says so.
  private static func reasons(for term: WeightedQuery.Term, in question: ReadQuestion) -> [String] {
    var reasons: [String] = []
    for word in question.words where word.term == term.term {
      let typed = Sentences.quoted(Sanitizer.cleanLine(word.typed))
      let read = word.corrected.map { ", read as \(Sentences.quoted(Sanitizer.cleanLine($0)))" } ?? ""
      reasons.append("\(typed)\(read), of the question\(word.isLight ? ", of general meaning" : "")")
    }
    for expansion in question.expansions {
      guard let added = expansion.terms.first(where: { $0.term == term.term }) else { continue }
      let weight =
        added.weight == term.weight ? "" : " (\(DecimalText.fixed(Double(added.weight), decimals: 3)))"
      let reason = "\(name(of: expansion))\(weight)"
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons
  }

  private static func name(of expansion: QuestionExpansion) -> String {
    let expanded = Sanitizer.cleanLine(expansion.expanded)
    let stood = expanded.isEmpty ? "" : " for \(Sentences.quoted(expanded))"
    return switch expansion.reason {
    case .layWord: "lay word\(stood)"
    case .acronym: "another way to write it\(stood)"
    case .spelling: "what may have been meant\(stood)"
    case .cue: "an answer to this form of question may hold it\(stood)"
    case .topic: "what the articles are about"
    case .context: "from the question before\(stood)"
    case .story: "from the part of the question that asks nothing"
    }
  }

  // MARK: - A passage

  /// The terms of one passage's score in the order they are added, what lifts their sum, and the score:
  ///
  ///     dependence  idf 3.500 x tf/(k1+tf) 0.450 x weight 0.500 = 0.788
  ///     title names what is asked about: 0.788 x 0.300 = 0.236
  ///     score 1.02375   (k1 1.2, b 0.75)
  ///
  /// The numbers behind the equals signs add up to the score, but for the rounding of each to three decimals. Terms the passage lacks
  /// are named in one line after them.
  package func lines(of contributions: [TermContribution], score: Float, lift: Lift) -> [String] {
    let present = contributions.filter { $0.score > 0 }
    let names = present.map { Sanitizer.clean(bytes: $0.term.term) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    var lines = zip(names, present).map { name, contribution in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      let saturated = contribution.frequency / (ranking.k1 + contribution.frequency)
      return "  \(name)\(padding)  idf \(fixed(contribution.idf)) x tf/(k1+tf) \(fixed(saturated))"
        + " x weight \(fixed(contribution.term.weight)) = \(fixed(contribution.score))"
    }
    // Added in the order and precision of the ranking.
    let sum = contributions.reduce(Float(0)) { $0 + $1.score }
    let lifts = [
      ("title names what is asked about", lift.title), ("heading or first words speak of what is asked", lift.opening),
      ("evidence asked for, near the question's words", lift.evidence),
    ]
    lines += lifts.filter { $0.1 != 0 }.map { "  \($0.0): \(fixed(sum)) x \(fixed($0.1)) = \(fixed(sum * $0.1))" }
    lines.append("  score \(score)   (k1 \(ranking.k1), b \(ranking.b))")
    let absent = contributions.filter { $0.score <= 0 }.map { Sanitizer.clean(bytes: $0.term.term) }
    if !absent.isEmpty { lines.append("  not in this passage: \(absent.joined(separator: ", "))") }
    return lines
  }

  // MARK: - The verdict

  /// What the verdict was decided from, and by which rule, with the cut it was held against.
  package func verdictLines(of answer: Answer) -> [String] {
    let coverage = fixed(Float(answer.coverage))
    let confidence = fixed(Float(answer.confidence))
    return [
      "  coverage \(coverage)   confidence \(confidence)   verdict: \(answer.verdict.rawValue)",
      "  decided by: \(rule(of: answer))",
    ]
  }

  private func rule(of answer: Answer) -> String {
    func number(_ value: Double) -> String { DecimalText.fixed(value, decimals: 3) }
    switch answer.rule {
    case .coverageBelow(let coverage, let cut): return "coverage \(number(coverage)) is below \(number(cut))"
    case .confidenceBelow(let confidence, let cut): return "confidence \(number(confidence)) is below \(number(cut))"
    case .missingBesideSafety(let word):
      let asked = Sentences.quoted(Sanitizer.cleanLine(word))
      return "the question asks about safety (\(asked)), and no article has \(missing(of: answer))"
    case .missingAbove(let share, let cut):
      return "words that no article has are \(number(share)) of the question, more than \(number(cut))"
    case .missingUpTo(let share, let cut):
      return "words that no article has are \(number(share)) of the question, not more than \(number(cut))"
    case .reached(let coverage, let confidence):
      return "no word is missing, coverage is at least \(number(coverage)), confidence at least \(number(confidence))"
    case .onlyStoodFor:
      return "no article has \(missing(of: answer)), although other words stand for it"
    case .missingMeant(let word):
      let meant = Sentences.quoted(Sanitizer.cleanLine(word))
      return "the question is about \(meant), as the lay words have it, and no article has that"
    case .uncombined:
      return "the question asks if two things may go together, and none of the first passages puts them together"
    case .phraseNowhere: return "a quoted phrase stands in no passage"
    case nil: break
    }
    switch answer.verdict {
    case .crisis: return "a phrase of the crisis card's list; nothing was searched"
    case .answered, .partly, .noAnswer: return "whether any passage has a word of the question: the baseline"
    case .empty, .notUnderstood, .otherLanguage: return "the question alone; nothing was searched"
    }
  }

  private func missing(of answer: Answer) -> String {
    answer.missing.map { Sentences.quoted(Sanitizer.cleanLine($0)) }.joined(separator: ", ")
  }

  private func fixed(_ value: Float) -> String {
    DecimalText.fixed(Double(value), decimals: 3)
  }
}
