// How much of a question a passage holds: the measure that tells an answer from a mere hit. It ranks nothing.

import InvertedIndex
import Questions
import TextAnalysis

/// The content words of one question, each with its idf mass and what covers it.
struct Coverage {
  private struct Slot {
    let mass: Double
    /// Covered where all terms of one of them occur.
    let alternatives: [[[UInt8]]]
  }

  /// Content words that no article contains, as typed, in the question's order: those that nothing stands for; those that
  /// a likely slip stands for; and, where harm is feared or two things go together, those that another word stands for.
  ///
  /// "Is it safe with sertraline" is not answered by what the articles say of its class.
  let missing: [String]
  /// 0 to 1: the missing words' share of the question's idf mass, in which light words count half.
  let missingShare: Double
  private let slots: [Slot]
  private let total: Double

  /// Weighs the words of `question`; without words of its own, those that `carried` brings from the turn before.
  ///
  /// A word is covered by itself, or by an entry of a lay word, acronym or likely slip that stands for it, all words of the entry
  /// together. Cues, topic and context cover nothing. A word that occurs in no article weighs as one of passage
  /// frequency 0, unless an entry that does occur stands for it: then it weighs as the entry.
  ///
  /// - Parameter ignored: the places of words to be left out.
  init(
    of question: ReadQuestion, carried: [QuestionWord], without ignored: [Int] = [], index: IndexReader,
    analyzer: Analyzer
  ) throws(IndexError) {
    let hasOwn = question.words.indices.contains { !ignored.contains($0) }
    let words = hasOwn ? question.words : carried
    let ignored = hasOwn ? ignored : []
    let entries = !hasOwn ? [:] : try Self.entries(of: question, index: index, analyzer: analyzer)
    let slips = question.expansions.filter { $0.reason == .spelling }.flatMap(\.covers)
    let asksForSafety = hasOwn && Verdict.safetyWord(of: question) != nil
    var slots: [Slot] = []
    var missing: [String] = []
    var missingMass = 0.0
    var lightMass = 0.0
    for (position, word) in words.enumerated() where !ignored.contains(position) {
      let others = entries[position] ?? []
      let isMissing = word.passageFrequency == 0 && others.isEmpty
      let frequency = word.passageFrequency > 0 ? word.passageFrequency : others.map(\.frequency).max() ?? 0
      let idf = Self.idf(frequency, in: index)
      let mass = word.isLight ? idf * Double(LightWords.weight(idf: Float(idf))) : idf
      let isExact = slips.contains(position) || question.combinedWords.contains(position)
      let isRisk = asksForSafety && !word.isLight && !word.asksForSafety
      let isNamed = isMissing || (hasOwn && word.passageFrequency == 0 && (isExact || isRisk))
      if isNamed, !missing.contains(word.named) { missing.append(word.named) }
      if isMissing { missingMass += mass }
      if !isMissing, !word.isLight, Self.lightWords.contains(Array((word.corrected ?? word.typed).utf8)) {
        lightMass += mass / 2
      }
      let itself: [[[UInt8]]] = word.passageFrequency > 0 ? [[word.term]] : []
      slots.append(Slot(mass: mass, alternatives: itself + others.map(\.terms)))
    }
    for word in question.storyConditions where !missing.contains(word) {
      missing.append(word)
      slots.append(Slot(mass: Self.idf(0, in: index), alternatives: []))
      missingMass += Self.idf(0, in: index)
    }
    self.slots = slots
    self.missing = missing
    total = slots.reduce(0) { $0 + $1.mass }
    missingShare = total > lightMass ? missingMass / (total - lightMass) : 0
  }

  /// There is nothing to be covered.
  var isEmpty: Bool { slots.isEmpty }

  /// Which of the question's words `passage` covers, in the question's order.
  func covered(by passage: PassageID, in index: IndexReader) throws(IndexError) -> [Bool] {
    var covered: [Bool] = []
    covered.reserveCapacity(slots.count)
    for slot in slots {
      var isCovered = false
      for terms in slot.alternatives where !isCovered {
        isCovered = try Self.holds(passage, terms, in: index)
      }
      covered.append(isCovered)
    }
    return covered
  }

  /// Which of the question's words the passage's title and heading cover, in the question's order.
  func covered(byHeadingsOf passage: PassageID, in index: IndexReader) throws(IndexError) -> [Bool] {
    var covered: [Bool] = []
    for slot in slots {
      var isCovered = false
      for terms in slot.alternatives where !isCovered {
        isCovered = true
        for term in terms where isCovered { isCovered = try index.isInHeading(term, of: passage) }
      }
      covered.append(isCovered)
    }
    return covered
  }

  /// Which of the question's words a text with these terms covers, in the question's order.
  func covered(by terms: [[UInt8]]) -> [Bool] {
    slots.map { slot in slot.alternatives.contains { $0.allSatisfy(terms.contains) } }
  }

  /// 0 to 1: the share of the question's idf mass that the covered words are; 0 for a question without words.
  func share(of covered: [Bool]) -> Double {
    guard total > 0 else { return 0 }
    return zip(slots, covered).reduce(0) { $1.1 ? $0 + $1.0.mass : $0 } / total
  }

  /// 0 to 1: as `share(of:)`, but each covered word counts by how often `passage` holds it, `f / (k1 + f)`.
  ///
  /// - Parameter contributions: of the terms of the query in the passage; their frequencies are normalised and weighted
  ///   as they are scored.
  func saturation(_ contributions: [TermContribution], k1: Float) -> Double {
    guard total > 0 else { return 0 }
    var terms = TermNumbers()
    var frequencies: [Float] = []
    for contribution in contributions {
      let (number, isNew) = terms.insert(contribution.term.term)
      if isNew {
        frequencies.append(contribution.frequency)
      } else {
        frequencies[number] = max(frequencies[number], contribution.frequency)
      }
    }
    func frequency(_ term: [UInt8]) -> Float { terms.number(of: term).map { frequencies[$0] } ?? 0 }
    let sum = slots.reduce(0) { sum, slot in
      let best = slot.alternatives.map { terms in terms.map(frequency).min() ?? 0 }.max() ?? 0
      return sum + slot.mass * Double(best / (k1 + best))
    }
    return sum / total
  }

  /// Of the terms that may cover words; some may come twice.
  var hashes: [UInt64] {
    var hashes: [UInt64] = []
    for slot in slots {
      for terms in slot.alternatives { hashes += terms.map(PassageWords.hash) }
    }
    return hashes
  }

  /// What covers each of the question's words: the word's place, the hashes of terms that stand one after another, and the
  /// word's idf mass.
  var patterns: [(place: Int, hashes: [UInt64], mass: Double)] {
    slots.enumerated().flatMap { place, slot in
      slot.alternatives.map { (place: place, hashes: $0.map(PassageWords.hash), mass: slot.mass) }
    }
  }

  /// The idf mass of each of the question's words, in its order.
  var masses: [Double] { slots.map(\.mass) }
}

extension Coverage {
  /// Beside the words of general meaning, which weigh less already (`LightWords`), these count half where another is missing.
  /// What somebody does with a thing, or hopes of it, is no subject: "can I drink alcohol with it" is not about drinking.
  private static let lightWords = WordList(
    """
    take takes taking taken took use uses used using drink drinks drinking eat eats eating have having get gets getting \
    give gives giving good bad help helps helping helped work works working treat treats treated treating go goes going \
    make makes making bring brings bringing mix mixing mixed combine combining combined try trying tried stop stopping \
    stopped start starting started need needs want wants feel feels feeling ok okay fine right better worse test tests
    """)

  private struct Entry {
    let terms: [[UInt8]]
    /// Of its rarest term.
    let frequency: Int
  }

  private static func idf(_ frequency: Int, in index: IndexReader) -> Double {
    Double(RankingParameters.idf(passageFrequency: frequency, passageCount: index.statistics.passageCount))
  }

  private static func holds(
    _ passage: PassageID, _ terms: [[UInt8]], in index: IndexReader
  ) throws(IndexError) -> Bool {
    for term in terms where try !index.contains(term, in: passage) { return false }
    return true
  }

  /// For each word of the question, by its position, the entries of tables that stand for it and occur in the articles.
  private static func entries(
    of question: ReadQuestion, index: IndexReader, analyzer: Analyzer
  ) throws(IndexError) -> [Int: [Entry]] {
    var entries: [Int: [Entry]] = [:]
    for expansion in question.expansions where [.layWord, .acronym, .spelling].contains(expansion.reason) {
      for word in expansion.words {
        let buffer = analyzer.analyze(word)
        for isJoined in [false, true] {
          let terms = terms(of: buffer, isJoined: isJoined)
          guard !terms.isEmpty, let frequency = try rarest(terms, in: index) else { continue }
          for position in expansion.covers {
            entries[position, default: []].append(Entry(terms: terms, frequency: frequency))
          }
        }
      }
    }
    return entries
  }

  /// An entry's terms: hyphenated words in their parts, or joined; empty where there is nothing to join.
  private static func terms(of buffer: TokenBuffer, isJoined: Bool) -> [[UInt8]] {
    let compounds = buffer.tokens.filter(\.isCompound).map(\.source)
    guard !isJoined || !compounds.isEmpty else { return [] }
    return buffer.tokens.filter { token in
      let isPart = compounds.contains {
        $0.lowerBound <= token.source.lowerBound && token.source.upperBound <= $0.upperBound
      }
      return isJoined ? token.isCompound || !isPart : !token.isCompound
    }.map { Array(buffer.term(of: $0)) }
  }

  /// The least passage frequency of `terms`; `nil` where one occurs nowhere.
  private static func rarest(_ terms: [[UInt8]], in index: IndexReader) throws(IndexError) -> Int? {
    var rarest = Int.max
    for term in terms {
      let frequency = try index.passageFrequency(of: term)
      guard frequency > 0 else { return nil }
      rarest = min(rarest, frequency)
    }
    return rarest
  }
}
