// Sentences of the catalogue with their placeholders filled: what was found, counted, or typed stands in them.
// Absence is claimed of words only, never of facts: "mentions", not "says".

import Conversation
import Documents

/// The program's own sentences in one language. What they quote is cleaned by whoever renders them.
package struct Sentences: Hashable, Sendable {
  package let language: InterfaceLanguage

  package static let english = Sentences(.english)

  package init(_ language: InterfaceLanguage) {
    self.language = language
  }

  /// `sentence` as it stands in the catalogue; for one without placeholders.
  package subscript(_ sentence: Sentence) -> String {
    language.template(of: sentence)
  }

  /// `sentence` with `values` in the place of its placeholders. What stands in a value is left as it is, braces and all.
  package subscript(_ sentence: Sentence, _ values: KeyValuePairs<Sentence.Placeholder, String>) -> String {
    let template = language.template(of: sentence)
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      let value = values.first { $0.key.rawValue == name }?.value
      precondition(value != nil, "a placeholder of a sentence has no value")
      result += rest[..<open]
      result += value ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  // MARK: - Answers

  /// `None of the 4 articles mentions "pregnancy" or "nursing".`
  package func noArticleMentions(_ words: [String], articleCount: Int) -> String {
    let list = joined(words.map(Self.quoted), by: self[.or])
    switch articleCount {
    case 1: return self[.articleLacks, [.words: list]]
    case 2: return self[.twoArticlesLack, [.words: list]]
    default: return self[.articlesLack, [.count: DecimalText.grouped(articleCount), .words: list]]
    }
  }

  /// `Much the same words stand in two other articles: beds/hedges.md:9#77af02, tools.md:3#00ff11.` That is what was computed
  /// (`Agreement`): words, numbers and negations, not that anybody means the same. Without citations, in how many alone.
  package func sameWords(inOtherArticles count: Int, at citations: [String]) -> String {
    let list = citations.joined(separator: ", ")
    switch (count, citations.isEmpty) {
    case (1, false): return self[.sameWordsInArticle, [.citations: list]]
    case (1, true): return self[.sameWordsElsewhere]
    case (_, false): return self[.sameWordsInArticles, [.count: spelled(count), .citations: list]]
    case (_, true): return self[.sameWordsElsewhereMore, [.count: spelled(count)]]
    }
  }

  /// `From "Keeping roses", section "When to prune".`
  package func from(article: String, section: String?) -> String {
    guard let section else { return self[.fromArticle, [.article: Self.quoted(article)]] }
    return self[.fromSection, [.article: Self.quoted(article), .section: Self.quoted(section)]]
  }

  /// `From the article "Keeping roses", section "When to prune".`
  package func spokenFrom(article: String, section: String?) -> String {
    guard let section else { return self[.spokenFromArticle, [.article: Self.quoted(article)]] }
    return self[.spokenFromSection, [.article: Self.quoted(article), .section: Self.quoted(section)]]
  }

  /// Which articles have one word: `Only tools.md mentions "saw".`, `3 of 4 articles mention "saw"; tools.md does not.`
  package func mention(_ mention: ArticleComparison.Mention, articleCount: Int) -> String {
    let word = Self.quoted(mention.word)
    let (count, lacking) = (mention.articleCount, articleCount - mention.articleCount)
    if count == 0 { return noArticleMentions([mention.word], articleCount: articleCount) }
    if lacking == 0 {
      switch articleCount {
      case 1: return self[.articleMentions, [.word: word]]
      case 2: return self[.twoArticlesMention, [.word: word]]
      default: return self[.articlesMention, [.count: DecimalText.grouped(articleCount), .word: word]]
      }
    }
    if count == 1, let only = mention.having.first { return self[.onlyMentions, [.name: name(only), .word: word]] }
    let (having, all) = (DecimalText.grouped(count), articles(articleCount))
    guard lacking == mention.lacking.count else {
      return self[.someMention, [.count: having, .articles: all, .word: word]]
    }
    let names = joined(mention.lacking.map(name), by: self[.and])
    return self[
      lacking == 1 ? .someMentionButOne : .someMentionButSome,
      [.count: having, .articles: all, .word: word, .names: names]]
  }

  /// What an article is called where its file is meant: the path, and its own id in a file of many.
  private func name(_ article: Article) -> String {
    article.identifier.map { "\(article.path.text) (\($0))" } ?? article.path.text
  }

  /// `Shown: 20 of 1,347 articles.`
  package func shownOf(_ shown: Int, _ count: Int) -> String {
    self[.shownOf, [.shown: String(shown), .articles: articles(count)]]
  }

  /// `3 of 6 passages, from 4 of 4 articles.`
  package func listed(_ shown: Int, of passageCount: Int, from articleCount: Int, of allArticles: Int) -> String {
    self[
      .passagesListed,
      [
        .shown: String(shown), .passages: passages(passageCount), .count: String(articleCount),
        .articles: articles(allArticles),
      ]]
  }

  /// `line 12`, `lines 12-14`.
  package func named(_ lines: LineRange) -> String {
    lines.first == lines.last
      ? self[.line, [.first: String(lines.first)]]
      : self[.lines, [.first: String(lines.first), .last: String(lines.last)]]
  }

  // MARK: - Changes made to the question

  /// `Showing results for "effects": no article has "efects".` Of a word typed for another: `Showing results for "does", not "dose".`
  /// Of one that means another: `"a drink" is read as "alcohol".`
  package func corrected(_ correction: Correction) -> String {
    let sentence: Sentence =
      switch correction.reason {
      case .unknown: .corrected
      case .misplaced: .correctedMisplaced
      case .meant: .correctedMeant
      }
    return self[
      sentence,
      [.word: Self.quoted(correction.to), .typed: Self.quoted(correction.from)]]
  }

  /// `Also searched: rapid, quick (for "fast"); post-traumatic stress disorder (for "PTSD").` `nil` without expansions.
  ///
  /// What the form of the question adds replaces no word of it, and would puzzle who reads `avoid (for "can i")`: it stands in the
  /// record, and where the score is explained.
  package func alsoSearched(_ expansions: [Expansion]) -> String? {
    var merged: [Expansion] = []
    for expansion in expansions where !expansion.searched.isEmpty && !expansion.isForm {
      // Two tables may speak of one word.
      if let last = merged.last, last.word == expansion.word {
        merged.removeLast()
        let new = expansion.searched.filter { !last.searched.contains($0) }
        merged.append(Expansion(word: last.word, searched: last.searched + new))
      } else {
        merged.append(expansion)
      }
    }
    let parts = merged.map { expansion in
      let words = expansion.searched.joined(separator: ", ")
      return expansion.word.isEmpty
        ? self[.alsoSearchedRest, [.words: words]]
        : self[.alsoSearchedFor, [.words: words, .word: Self.quoted(expansion.word)]]
    }
    return parts.isEmpty ? nil : self[.alsoSearched, [.words: parts.joined(separator: "; ")]]
  }

  /// `Following on from: how fast does it work.` Of a long question, its first words.
  package func followingOn(from question: String) -> String {
    let ended = question.last.map { "?!.".contains($0) } ?? false
    let quoted = Self.beginning(of: question)
    return self[.followingOn, [.question: quoted + (ended || quoted != question ? "" : ".")]]
  }

  /// How many characters of a question are repeated: enough to know it by.
  private static let longestQuestion = 120

  /// `question`, or its first words with ` ...` after them.
  private static func beginning(of question: String) -> String {
    guard question.count > longestQuestion else { return question }
    let start = question.prefix(longestQuestion)
    return (start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start) + " ..."
  }

  /// Where the question before is not known, what was carried over from it.
  package func carried(_ words: [String]) -> String {
    self[.carried, [.words: words.joined(separator: ", ")]]
  }

  package func notice(_ notice: Answer.Notice) -> String {
    switch notice {
    case .shortened(let count): self[.shortened, [.count: DecimalText.grouped(count)]]
    case .focused(let asking): self[.focused, [.text: Self.quoted(asking)]]
    case .phraseNotFound(let phrase): self[.phraseNotFound, [.text: Self.quoted(phrase)]]
    case .sourceNotFound(let name): self[.sourceNotFound, [.name: Self.quoted(name)]]
    case .sourceHasNoAnswer(let name): self[.sourceHasNoAnswer, [.name: Self.quoted(name)]]
    case .smallTalk: self[.smallTalk]
    case .reply: self[.reply]
    case .puzzled: self[.puzzled, [.command: language.word(for: "open")]]
    case .wantsPerson: self[.wantsPerson]
    }
  }

  /// What an entry of the ledger did, as `status --ledger` and `:raw` name it.
  package func action(_ action: LedgerEntry.Action) -> String {
    switch action {
    case .decoded: self[.decoded]
    case .mojibakeRepaired: self[.mojibakeRepaired]
    case .charactersRemoved: self[.charactersRemoved]
    case .listSplit: self[.listSplit]
    case .headingFound: self[.headingFound]
    case .titleFound: self[.titleFound]
    case .captionRemoved: self[.captionRemoved]
    case .biographyRemoved: self[.biographyRemoved]
    case .navigationRemoved: self[.navigationRemoved]
    case .addressRemoved: self[.addressRemoved]
    case .boilerplateRemoved: self[.boilerplateRemoved]
    case .skipped: self[.skipped]
    case .frontMatterIgnored: self[.frontMatterIgnored]
    }
  }

  // MARK: - Words

  /// `4 articles`, `1 article`.
  package func articles(_ count: Int) -> String {
    count == 1 ? self[.article] : self[.articles, [.count: DecimalText.grouped(count)]]
  }

  /// `86 passages`, `1 passage`.
  package func passages(_ count: Int) -> String {
    count == 1 ? self[.passage] : self[.passages, [.count: DecimalText.grouped(count)]]
  }

  /// `4 terms`, `1 term`: in English, for what the command line reports.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(DecimalText.grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  package static func quoted(_ text: String) -> String {
    "\"\(text)\""
  }

  private func joined(_ parts: [String], by conjunction: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  private func spelled(_ count: Int) -> String {
    let words = self[.smallNumbers].split(separator: " ")
    return words.indices.contains(count) ? String(words[count]) : DecimalText.grouped(count)
  }
}
