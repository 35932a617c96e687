// What a turn takes over from the one before. It reads the words of both turns, and no passages.

import InvertedIndex
import Questions
import TextAnalysis

/// A turn that was answered, at least in part: what a later one may take over.
struct AnsweredTurn {
  struct Word {
    let word: QuestionWord
    /// The preposition the word stands behind ("for depression"); `nil` for none.
    let preposition: String?
    /// The word is the object of a verb ("help depression").
    let isObject: Bool
    /// The word is the subject of a question: behind "do" or "can", before another ("how quickly do SSRIs work").
    var isSubject = false
  }

  /// As it was asked.
  let question: String
  let words: [Word]
  /// What the turn itself took over, weaker with each turn.
  let background: [QuestionExpansion]
  /// Lay words, acronyms and cues of the turn.
  let expansions: [QuestionExpansion]
  /// The article of the first passage it was answered with.
  let article: ArticleID?

  /// What it was about: its words, and what it took over at the weight that had.
  var query: WeightedQuery {
    var terms = words.map { WeightedQuery.Term($0.word.term) }
    var present = Set(terms.map(\.term))
    for term in background.flatMap(\.terms) where present.insert(term.term).inserted { terms.append(term) }
    return WeightedQuery(terms: terms)
  }
}

/// What a turn says about the one before.
struct FollowUp {
  enum Kind: Hashable {
    /// A full question: it takes nothing over.
    case standsAlone
    /// "and for PTSD?": it takes over what it does not replace.
    case continues
    /// "no, I meant the cost": it takes the place of the end of the question before.
    case corrects
  }

  /// What carried words weigh, beside 1 for a turn's own.
  ///
  /// On the DoQA collection (MRR@10 over changes of subject and follow-ups), this and `fading` gave .685 at .5 and .7 (with `mostMass`
  /// 3), .700 at .7 and .7, .705 at .7 and .85.
  static let weight: Float = 0.7
  /// With each further turn, what was carried before weighs this part of it.
  private static let fading: Float = 0.85
  /// What has become weaker than this is forgotten: words of some twelve turns before.
  private static let leastWeight: Float = 0.1
  /// All that is carried weighs at most this many times what the turn's own words do, in idf mass: rare words of the turns
  /// before must not drown the common words of this one. DoQA, as above: 3 gives .698, 5 and 9 .705.
  private static let mostMass: Float = 5
  /// Where the articles have one subject and a passage covers the turn's own words, what is carried only chooses among
  /// such passages: "nausea" after "does it help with sleep" asks about nausea.
  private static let mostMassBesideAnswer: Float = 0.5

  let kind: Kind
  private let shape: TurnShape

  init(_ shape: TurnShape, kind: Kind) {
    self.shape = shape
    self.kind = kind
  }

  /// What is searched besides, from `turn`: words it has itself are not carried. The expansions cover nothing.
  func carried(from turn: AnsweredTurn, into question: ReadQuestion) -> [QuestionExpansion] {
    guard kind != .standsAlone else { return [] }
    let kept = keptWords(of: turn)
    var present = Set(question.words.map(\.term))
    for expansion in question.expansions where expansion.reason != .topic {
      present.formUnion(expansion.terms.map(\.term))
    }
    var result: [QuestionExpansion] = []
    for word in kept where word.word.passageFrequency > 0 && present.insert(word.word.term).inserted {
      let shown = word.word.corrected ?? word.word.typed
      let term = WeightedQuery.Term(word.word.term, weight: Self.weight)
      result.append(QuestionExpansion(reason: .context, expanded: "", covers: [], words: [shown], terms: [term]))
    }
    let keptTerms = Set(kept.map(\.word.term))
    let spoken = turn.expansions.filter { expansion in
      switch expansion.reason {
      case .layWord, .acronym, .spelling: expansion.covers.allSatisfy { keptTerms.contains(turn.words[$0].word.term) }
      case .cue: kind == .continues && !question.expansions.contains { $0.reason == .cue }
      case .topic, .context, .story: false
      }
    }
    result += spoken.compactMap { Self.faded($0, by: Self.weight, except: &present) }
    result += turn.background.compactMap { Self.faded($0, by: Self.fading, except: &present) }
    return result
  }

  /// `expansion` at `factor` of its weight, without terms that are `present`; `nil` where nothing is left.
  private static func faded(
    _ expansion: QuestionExpansion, by factor: Float, except present: inout Set<[UInt8]>
  ) -> QuestionExpansion? {
    let terms = expansion.terms.filter { $0.weight * factor >= leastWeight && !present.contains($0.term) }
    guard !terms.isEmpty else { return nil }
    present.formUnion(terms.map(\.term))
    var kept = QuestionExpansion(
      reason: .context, expanded: expansion.expanded, covers: [], words: expansion.words, terms: terms)
    kept.isForm = expansion.isForm
    return weakened(kept, by: factor)
  }

  /// `carried`, weakened where it would outweigh the words of `question`.
  ///
  /// - Parameter isAnswered: As `Leaning.Finding` has it.
  static func bounded(
    _ carried: [QuestionExpansion], by question: ReadQuestion, isAnswered: Bool, index: IndexReader
  ) throws(IndexError) -> [QuestionExpansion] {
    let own = try mass(question.words.map { WeightedQuery.Term($0.term) }, in: index)
    guard own > 0 else { return carried }
    let carriedMass = try mass(carried.flatMap(\.terms), in: index)
    let passageCount = index.statistics.passageCount
    // A turn of very common words alone ("and ketamine?", of articles about it) still counts as much as a word of every tenth passage.
    let least = RankingParameters.idf(passageFrequency: max(1, passageCount / 10), passageCount: passageCount)
    let most = isAnswered ? mostMassBesideAnswer * own : mostMass * max(least, own)
    return carriedMass > most ? carried.map { weakened($0, by: most / carriedMass) } : carried
  }

  /// The idf mass of the terms that occur in the articles.
  private static func mass(_ terms: [WeightedQuery.Term], in index: IndexReader) throws(IndexError) -> Float {
    var mass: Float = 0
    for term in terms {
      let frequency = try index.passageFrequency(of: term.term)
      guard frequency > 0 else { continue }
      mass +=
        term.weight
        * RankingParameters.idf(passageFrequency: frequency, passageCount: index.statistics.passageCount)
    }
    return mass
  }

  private static func weakened(_ expansion: QuestionExpansion, by factor: Float) -> QuestionExpansion {
    var weakened = expansion
    weakened.terms = expansion.terms.map { WeightedQuery.Term($0.term, weight: $0.weight * factor) }
    return weakened
  }

  /// The words of `turn` that this one neither replaces nor corrects.
  func keptWords(of turn: AnsweredTurn) -> [AnsweredTurn.Word] {
    switch kind {
    case .standsAlone: return []
    case .corrects:
      let dropped = max(1, min(shape.contentCount, turn.words.count - 1))
      return Array(turn.words.dropLast(dropped))
    case .continues:
      guard let slot = shape.replacedSlot else { return turn.words }
      if shape.replacesSubject, !turn.words.contains(where: slot.holds) { return turn.words.filter { !$0.isSubject } }
      return turn.words.filter { !slot.holds($0) }
    }
  }
}
