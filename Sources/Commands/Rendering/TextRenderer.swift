// An answer as a person reads it: `text`. The articles' words stand at the margin; every line the program says itself,
// citations included, begins with two spaces.

import Conversation
import Documents
import Questions
import Terminal

/// What the program's own sentences need to know of the corpus.
package struct CorpusFacts: Hashable, Sendable {
  package var articleCount: Int
  /// Who to ask where the articles do not answer.
  package var contact: String?
  /// The operator's crisis card.
  package var crisisCard: String?
  /// The language of those sentences.
  package var language: InterfaceLanguage

  package init(
    articleCount: Int, contact: String? = nil, crisisCard: String? = nil, language: InterfaceLanguage = .english
  ) {
    self.articleCount = articleCount
    self.contact = contact
    self.crisisCard = crisisCard
    self.language = language
  }

  /// - Parameter language: the settings' own where it is `nil`.
  package init(settings: Settings, articleCount: Int, language: InterfaceLanguage? = nil) {
    let language = language ?? InterfaceLanguage(settings)
    let spoken = settings.spoken(in: language.rawValue)
    self.init(
      articleCount: articleCount, contact: spoken.contact, crisisCard: spoken.crisis?.card, language: language)
  }
}

/// Writes answers as blocks of lines, a blank line between two blocks.
package struct TextRenderer: Sendable {
  package let facts: CorpusFacts
  /// Columns to wrap at; `nil` leaves the articles' own lines, as in a pipe.
  package let columns: Int?
  package let style: TerminalStyle

  /// The program's own sentences, in the language of this renderer.
  package var sentences: Sentences { Sentences(facts.language) }

  package init(facts: CorpusFacts, columns: Int? = nil, style: TerminalStyle = .plain) {
    self.facts = facts
    self.columns = columns
    self.style = style
  }

  /// The whole answer. Never empty. The caller parts two answers by a blank line.
  package func lines(of answer: Answer) -> [String] {
    let passages = answer.results.map { lines(of: $0) }
    return joined([preamble(of: answer)] + passages)
  }

  /// What is said before the passages, or instead of them: the crisis card, what was changed in the question, and how far
  /// it is answered. Empty where there is nothing to say.
  package func preamble(of answer: Answer) -> [String] {
    switch answer.verdict {
    case .crisis: return card()
    case .empty: return said(sentences[.empty])
    case .otherLanguage: return said(sentences[.otherLanguage]) + [""] + card()
    case .notUnderstood, .noAnswer, .answered, .partly: break
    }
    var lines = answer.crisis ? said(cardAsOneLine) : []
    // That there is no answer is what such an answer is about; else the passages follow the verdict at once.
    let (verdict, changes) = (verdict(of: answer).map { [$0] } ?? [], changes(of: answer))
    for sentence in answer.results.isEmpty ? verdict + changes : changes + verdict { lines += said(sentence) }
    return lines
  }

  /// What stands above a further passage of `answer`, shown when its preamble has gone from sight: that the answer is partial.
  /// Empty where it is not.
  package func reminder(of answer: Answer) -> [String] {
    guard answer.verdict == .partly else { return [] }
    return said([sentences[.onlyInPart], contact(for: answer)].compactMap { $0 }.joined(separator: " "))
  }

  /// One passage, its citation, and where much the same words stand.
  package func lines(of passage: AnswerPassage) -> [String] {
    let shown = ShownPassage(passage)
    let wrapper = columns.map { TextWrapper(columns: $0) }
    return HighlightedText(shown.text, matches: shown.matches, best: shown.best).lines(wrapper: wrapper, style: style)
      + source(of: shown)
  }

  /// What stands beneath a passage: its citation, and where much the same words stand.
  func source(of passage: ShownPassage) -> [String] {
    let citation = said(passage.place.isEmpty ? passage.citation : "\(passage.citation)  \(passage.place)")
    return citation + (othersSentence(of: passage).map(said) ?? [])
  }

  /// A sentence of the program's own, cleaned, indented, wrapped.
  package func said(_ sentence: String) -> [String] {
    let text = Sanitizer.cleanLine(sentence)
    guard let columns else { return ["  " + text] }
    return TextWrapper(columns: columns, indent: 2, hangingIndent: 4).wrapped(text).map(style.faint)
  }

  // MARK: - Parts

  private func joined(_ blocks: [[String]]) -> [String] {
    Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The operator's card, its own lines kept.
  func card() -> [String] {
    let text = Sanitizer.clean(facts.crisisCard ?? sentences[.crisisWithoutCard])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmed }
    let kept = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    return kept.flatMap { line in
      line.isEmpty ? [""] : columns.map { TextWrapper(columns: $0, indent: 2).wrapped(line) } ?? ["  " + line]
    }
  }

  private var cardAsOneLine: String {
    (facts.crisisCard ?? sentences[.crisisWithoutCard]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every change made to the question before searching: nothing is changed silently.
  ///
  /// A question that is refused is refused for its own words: what it took over from the one before is then not spoken of, unless
  /// it had no others.
  private func changes(of answer: Answer) -> [String] {
    var said = answer.notices.map(sentences.notice)
    let ownWordsDecided = answer.verdict == .noAnswer && answer.read?.words.isEmpty == false
    if ownWordsDecided {
      // What was carried stays in the record.
    } else if let question = answer.carriedFrom, !answer.carried.isEmpty {
      said.append(sentences.followingOn(from: question))
    } else if !answer.carried.isEmpty {
      said.append(sentences.carried(answer.carried))
    }
    said += answer.corrected.map(sentences.corrected)
    let searched = ownWordsDecided ? answer.alsoSearched.filter { isOwn($0, in: answer) } : answer.alsoSearched
    if let also = sentences.alsoSearched(searched) { said.append(also) }
    return said
  }

  private func isOwn(_ expansion: Expansion, in answer: Answer) -> Bool {
    !(answer.read?.expansions ?? []).contains { other in
      other.reason == .context && other.expanded == expansion.word && other.words == expansion.searched
    }
  }

  /// How far the question is answered; `nil` where it is.
  private func verdict(of answer: Answer) -> String? {
    let missing =
      answer.missing.isEmpty ? nil : sentences.noArticleMentions(answer.missing, articleCount: facts.articleCount)
    switch answer.verdict {
    case .answered: return nil
    case .partly:
      let parts = [missing ?? sentences[.onlyInPart], contact(for: answer), sentences[.closest]]
      return parts.compactMap { $0 }.joined(separator: " ")
    case .noAnswer:
      let parts = [sentences[.cannotAnswer], missing ?? sentences[.wordsNotTogether], facts.contact]
      return parts.compactMap { $0 }.joined(separator: " ")
    case .notUnderstood:
      return answer.asksNothing ? nil : sentences[.notUnderstood]
    case .crisis, .empty, .otherLanguage: return nil
    }
  }

  /// Who asks if something may be done must not take what is near for a yes.
  private func contact(for answer: Answer) -> String? {
    answer.read?.asksForLeave == true ? facts.contact : nil
  }

  private func othersSentence(of passage: ShownPassage) -> String? {
    guard !passage.alsoIn.isEmpty else { return nil }
    return sentences.sameWords(inOtherArticles: passage.otherArticleCount, at: passage.alsoIn)
  }
}

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
