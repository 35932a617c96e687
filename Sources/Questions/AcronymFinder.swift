// Short forms the articles define themselves: "Post-Traumatic Stress Disorder (PTSD)".
// Found when a question asks for one, in the passages that have it; remembered for as long as the reader lives.

import InvertedIndex
import TextAnalysis

/// What the articles say a short form stands for.
struct AcronymFinder {
  /// The long form of a short one.
  struct LongForm: Hashable {
    /// As the article writes it.
    let text: String
    /// Its terms, in order, compounds apart.
    let terms: [[UInt8]]
  }

  /// How many of the passages with a short form beside a bracket are read. A definition stands where the short form is met first
  /// and often, so it is among the best passages for it.
  private static let passagesRead = 16
  /// Puts the passages with the bracket first, whatever else they hold.
  private static let markWeight: Float = 64
  /// How many of the passages that hold a short form and its supposed long form are read.
  private static let passagesWithBoth = 3

  private let index: IndexReader
  private let analyzer: Analyzer
  private var acronyms = TermNumbers()
  /// By the number of the acronym.
  private var longForms: [LongForm?] = []
  /// A short form's term and those of a long form, a NUL before each.
  private var pairs = TermNumbers()
  /// By the number of the pair.
  private var areDefined: [Bool] = []
  private var buffer = TokenBuffer()

  init(index: IndexReader, analyzer: Analyzer) {
    self.index = index
    self.analyzer = analyzer
  }

  /// Whether `word`, folded, may be a short form: two to six letters that are no English word.
  static func isCandidate(_ word: [UInt8]) -> Bool {
    2...6 ~= word.count && word.allSatisfy { 0x61...0x7A ~= $0 } && !EnglishWords.contains(word)
  }

  /// The long form that most passages read give for `acronym`, folded, whose term is `term`.
  mutating func longForm(of acronym: [UInt8], term: [UInt8]) throws(IndexError) -> LongForm? {
    guard try isBracketed(acronym) else { return nil }
    if let known = acronyms.number(of: acronym) { return longForms[known] }
    var counts: [(form: LongForm, count: Int)] = []
    let query = WeightedQuery(terms: [
      WeightedQuery.Term(PassageMark.brackets(acronym), weight: Self.markWeight), WeightedQuery.Term(term),
    ])
    for hit in try index.top(Self.passagesRead, of: query, ranking: .standard) {
      let passage = try index.passage(hit.passage).passage
      for form in definitions(of: acronym, in: passage.text) + definitions(of: acronym, in: passage.heading ?? "") {
        if let known = counts.firstIndex(where: { $0.form == form }) {
          counts[known].count += 1
        } else {
          counts.append((form, 1))
        }
      }
    }
    var best: (form: LongForm, count: Int)?
    for counted in counts where counted.count > best?.count ?? 0 { best = counted }
    if longForms.count > 1_000 { (acronyms, longForms) = (TermNumbers(), []) }
    _ = acronyms.insert(acronym)
    longForms.append(best?.form)
    return best?.form
  }

  /// Whether `acronym`, folded, stands in capitals beside a bracket somewhere: else nothing defines it. O(log terms).
  func isBracketed(_ acronym: [UInt8]) throws(IndexError) -> Bool {
    try index.passageFrequency(of: PassageMark.brackets(acronym)) > 0
  }

  /// Whether one of the best passages with `form`, word for word, lacks the short form with `term`.
  func standsAlone(_ form: LongForm, without term: [UInt8]) throws(IndexError) -> Bool {
    let query = WeightedQuery(terms: form.terms.map { WeightedQuery.Term($0) }, phrases: [form.terms])
    let hits = try index.top(Self.passagesRead, of: query, ranking: .standard)
    for hit in hits where try !index.contains(term, in: hit.passage) { return true }
    return hits.isEmpty
  }

  /// Whether the articles define `acronym`, folded, whose term is `term`, by words with the terms `longForm`.
  mutating func isDefined(_ acronym: [UInt8], term: [UInt8], as longForm: [[UInt8]]) throws(IndexError) -> Bool {
    var pair: [UInt8] = []
    for term in [term] + longForm { pair += [0] + term }
    guard try isBracketed(acronym) else { return false }
    if let known = pairs.number(of: pair) { return areDefined[known] }
    var isFound = false
    let query = WeightedQuery(terms: [WeightedQuery.Term(term)], phrases: [longForm])
    for hit in try index.top(Self.passagesWithBoth, of: query, ranking: .standard) where !isFound {
      let passage = try index.passage(hit.passage).passage
      isFound = definitions(of: acronym, in: passage.text).contains { $0.terms == longForm }
    }
    if areDefined.count > 1_000 { (pairs, areDefined) = (TermNumbers(), []) }
    _ = pairs.insert(pair)
    areDefined.append(isFound)
    return isFound
  }

  /// The long forms before "(ACRONYM", and in brackets after "ACRONYM (", in `text`.
  private mutating func definitions(of acronym: [UInt8], in text: String) -> [LongForm] {
    let bytes = Array(text.utf8)
    guard Self.mayDefine(acronym, in: bytes) else { return [] }
    analyzer.analyze(bytes.span, into: &buffer)
    let tokens = buffer.tokens.filter { !$0.isCompound }
    let most = min(acronym.count + 5, acronym.count * 2)
    var forms: [LongForm] = []
    for (number, token) in tokens.enumerated() where isWritten(acronym, at: token, in: bytes) {
      if token.source.lowerBound > 0, bytes[token.source.lowerBound - 1] == UInt8(ascii: "(") {
        let before = tokens[max(0, number - most)..<number]
        if let start = start(of: acronym, in: before) { forms.append(form(of: before[start...], in: bytes)) }
      } else if bytes[token.source.upperBound...].starts(with: Array(" (".utf8)) {
        let close = bytes[token.source.upperBound...].firstIndex(of: UInt8(ascii: ")")) ?? 0
        let inside = tokens[(number + 1)...].prefix(most + 1).prefix { $0.source.upperBound <= close }
        if inside.count <= most, let start = start(of: acronym, in: inside), start == inside.startIndex {
          forms.append(form(of: inside, in: bytes))
        }
      }
    }
    return forms
  }

  /// Whether an opening bracket stands in `bytes`, and the first letter of `acronym` as a capital behind it or one before: else
  /// the text need not be analysed.
  private static func mayDefine(_ acronym: [UInt8], in bytes: [UInt8]) -> Bool {
    let capital = acronym[0] & 0x5F
    for index in bytes.indices where bytes[index] == UInt8(ascii: "(") {
      if index + 1 < bytes.count, bytes[index + 1] == capital { return true }
      let before = bytes[max(0, index - acronym.count * 2 - 2)..<index]
      if before.contains(capital) { return true }
    }
    return false
  }

  /// Whether `token` is `acronym`, in capitals, singular or plural.
  private func isWritten(_ acronym: [UInt8], at token: Token, in bytes: [UInt8]) -> Bool {
    let word = buffer.word(of: token)
    let isPlural = word.count == acronym.count + 1 && word.last == UInt8(ascii: "s") && word.starts(with: acronym)
    guard isPlural || word.elementsEqual(acronym) else { return false }
    return bytes[token.source].prefix(acronym.count).allSatisfy { 0x41...0x5A ~= $0 || $0 == UInt8(ascii: ".") }
  }

  /// The first of the fewest last `tokens` that hold the letters of `acronym` in order, the first letter beginning a
  /// word (Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", 2003).
  private func start(of acronym: [UInt8], in tokens: ArraySlice<Token>) -> Int? {
    var letter = acronym.count - 1
    for index in tokens.indices.reversed() {
      let word = buffer.word(of: tokens[index])
      if word.elementsEqual(acronym) { return nil }
      for offset in word.indices.reversed() where word[offset] == acronym[letter] {
        if letter == 0, offset > word.startIndex { continue }
        if letter == 0 { return index }
        letter -= 1
      }
    }
    return nil
  }

  private func form(of tokens: ArraySlice<Token>, in bytes: [UInt8]) -> LongForm {
    let start = tokens.first?.source.lowerBound ?? 0
    let end = tokens.last?.source.upperBound ?? start
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return LongForm(text: text.lowercased(), terms: tokens.map { Array(buffer.term(of: $0)) })
  }
}
