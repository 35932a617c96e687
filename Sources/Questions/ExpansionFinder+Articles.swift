// What the articles themselves tell of other ways to write a question's words: short forms, slips, compounds.

import Documents
import InvertedIndex
import TextAnalysis

extension ExpansionFinder {
  /// Short forms that the articles define, and their long forms.
  mutating func acronymExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for (number, token) in content.tokens.enumerated() where !token.isStop {
      guard let position = content.positions(in: number..<number + 1).first, isShortForm(token, in: content),
        content.words[position].passageFrequency > 0,
        let form = try acronyms.longForm(of: token.word, term: token.term)
      else { continue }
      expansions += try longFormExpansions(form, of: token, position: position, in: content)
    }
    var search = ShortFormSearch()
    for range in content.runs(ofUpTo: 6) {
      guard let acronym = try shortForm(of: range, in: content, search: &search) else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .acronym, expanded: content.text(of: range), covers: content.positions(in: range),
          words: [String(decoding: acronym, as: UTF8.self).uppercased()],
          terms: [WeightedQuery.Term(acronym, weight: Weight.acronym)]))
    }
    return expansions
  }

  /// Whether `token` may be a short form: no English word, or written in capitals.
  private func isShortForm(_ token: QuestionToken, in content: ContentWords) -> Bool {
    guard 2...6 ~= token.word.count else { return false }
    return AcronymFinder.isCandidate(token.word) || content.isInCapitals(token)
  }

  /// The rarest word of a long form stands for it; the others, which may be common, are searched at a low weight.
  private func longFormExpansions(
    _ form: AcronymFinder.LongForm, of token: QuestionToken, position: Int, in content: ContentWords
  ) throws(IndexError) -> [QuestionExpansion] {
    var frequencies: [(term: [UInt8], frequency: Int)] = []
    for term in form.terms where !content.terms.contains(term) && !stopList.contains(term) {
      if frequencies.contains(where: { $0.term == term }) { continue }
      frequencies.append((term, try index.passageFrequency(of: term)))
    }
    guard let rarest = frequencies.filter({ $0.frequency > 0 }).min(by: { $0.frequency < $1.frequency }) else {
      return []
    }
    let rest = frequencies.filter { $0.frequency > 0 && $0.term != rarest.term }
    let expanded = String(decoding: token.word, as: UTF8.self)
    // Where every passage with the long form has the short one too, both would count one thing twice.
    guard try acronyms.standsAlone(form, without: token.term) else { return [] }
    var expansions = [
      QuestionExpansion(
        reason: .acronym, expanded: expanded, covers: [position], words: [form.text],
        terms: [WeightedQuery.Term(rarest.term, weight: Weight.acronym)])
    ]
    if !rest.isEmpty {
      expansions.append(
        QuestionExpansion(
          reason: .acronym, expanded: expanded, covers: [], words: [],
          terms: rest.map { WeightedQuery.Term($0.term, weight: Weight.acronymRest) }))
    }
    return expansions
  }

  /// What was tried for one question, so that a long one does not try it again and again.
  private struct ShortFormSearch {
    /// Initials that are no short form.
    var hopeless = TermNumbers()
    /// How often the index may still be asked whether initials and words belong together.
    var left = 12
  }

  /// The term of the short form that the articles define for the words in `range`.
  private mutating func shortForm(of range: Range<Int>, in content: ContentWords, search: inout ShortFormSearch)
    throws(IndexError) -> [UInt8]?
  {
    let tokens = content.tokens[range]
    let initials = tokens.filter { !$0.isStop }.compactMap { $0.word.first }
    let all = tokens.compactMap { $0.word.first }
    for letters in initials == all ? [initials] : [initials, all] where search.hopeless.number(of: letters) == nil {
      guard 2...6 ~= letters.count, try acronyms.isBracketed(letters), AcronymFinder.isCandidate(letters),
        !stopList.contains(letters),
        let term = QuestionTokens(String(decoding: letters, as: UTF8.self), analyzer: analyzer).tokens.first?.term,
        !content.terms.contains(term), try index.passageFrequency(of: term) > 0
      else {
        _ = search.hopeless.insert(letters)
        continue
      }
      let longForm = tokens.map(\.term)
      var different = TermNumbers()
      guard search.left > 0, longForm.allSatisfy({ different.insert($0).isNew }) else { continue }
      search.left -= 1
      if try acronyms.isDefined(letters, term: term, as: longForm) { return term }
    }
    return nil
  }

  /// What real words that no article has may have been meant to be. Names, and words the operator knows, are what they are.
  func slipExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    guard index.settings.language == "en" else { return [] }
    var expansions: [QuestionExpansion] = []
    for (number, token) in content.tokens.enumerated() {
      guard let position = content.positions(in: number..<number + 1).first,
        content.words[position].passageFrequency == 0, token.corrected == nil, !token.isQuoted,
        !content.beginsWithCapital(number), try !layWords.hasWord(token.typed)
      else { continue }
      let meant = try ConfusedWords.meant(by: token.typed, in: index).map { String(decoding: $0, as: UTF8.self) }
      let added = try found(meant, notIn: content, weight: ConfusedWords.weight)
      guard !added.terms.isEmpty else { continue }
      expansions.append(
        QuestionExpansion(
          reason: .spelling, expanded: String(decoding: token.typed, as: UTF8.self), covers: [position],
          words: added.words, terms: added.terms))
    }
    return expansions
  }

  /// Hyphenated words as one, and what was written in two words or in one where the articles do otherwise.
  func joinedExpansions(of content: ContentWords) throws(IndexError) -> [QuestionExpansion] {
    var expansions: [QuestionExpansion] = []
    for compound in content.compounds where !content.terms.contains(compound.term) {
      let range = compound.first..<compound.first + compound.count
      guard try index.passageFrequency(of: compound.term) > 0 else { continue }
      expansions.append(joined(range, in: content, words: [], terms: [compound.term]))
    }
    for number in content.tokens.indices.dropLast() {
      let pair = number..<number + 2
      guard let join = try join(of: pair, in: content) else { continue }
      expansions.append(joined(pair, in: content, words: [join.word], terms: [join.term]))
    }
    for (number, token) in content.tokens.enumerated() {
      guard let parts = try parts(of: token) else { continue }
      let terms = contentTerms(of: parts)
      expansions.append(joined(number..<number + 1, in: content, words: [parts], terms: terms))
    }
    return expansions
  }

  private func joined(_ range: Range<Int>, in content: ContentWords, words: [String], terms: [[UInt8]])
    -> QuestionExpansion
  {
    QuestionExpansion(
      reason: .acronym, expanded: content.text(of: range), covers: content.positions(in: range), words: words,
      terms: terms.map { WeightedQuery.Term($0, weight: Weight.joined) })
  }

  /// Two words of which the articles lack one, as the one word they have: "anti depressants".
  private func join(of pair: Range<Int>, in content: ContentWords) throws(IndexError) -> (word: String, term: [UInt8])?
  {
    let tokens = content.tokens[pair]
    guard tokens.allSatisfy({ !$0.isStop && !$0.isForm && $0.word.count >= 2 }) else { return nil }
    let positions = content.positions(in: pair)
    guard positions.contains(where: { content.words[$0].passageFrequency == 0 }) else { return nil }
    let word = tokens.flatMap(\.word)
    guard try index.hasWord(word) else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    return QuestionTokens(text, analyzer: analyzer).tokens.first.map { (text, $0.term) }
  }

  /// One word that neither articles nor the English list have, as the two that the articles have: "sideeffects".
  private func parts(of token: QuestionToken) throws(IndexError) -> String? {
    let word = token.word
    guard token.corrected == nil, 8...30 ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 }),
      try index.passageFrequency(of: token.term) == 0, !EnglishWords.contains(word)
    else { return nil }
    for cut in 4...(word.count - 4) {
      let left = Array(word[..<cut])
      let right = Array(word[cut...])
      if try index.hasWord(left), try index.hasWord(right) {
        return String(decoding: left + [UInt8(ascii: " ")] + right, as: UTF8.self)
      }
    }
    return nil
  }
}
