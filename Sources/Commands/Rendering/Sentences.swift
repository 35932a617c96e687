// Every sentence the program says itself about an answer. Whoever changes the wording, changes it here.
// Absence is claimed of words only, never of facts: "mentions", not "says".

import Conversation
import Documents

/// The program's own sentences, in English. What they quote is cleaned by whoever renders them.
package enum Sentences {
  /// Heads an answer that is none.
  package static let cannotAnswer = "I cannot answer that."
  /// No word is missing, yet no passage has enough of them together.
  package static let wordsNotTogether = "No passage holds enough of your question's words together."
  package static let onlyInPart = "These passages cover your question only in part."
  package static let closest = "The closest passages:"
  package static let notUnderstood = "I need a word to look up. Please say what your question is about."
  package static let empty = "The question is empty."
  package static let smallTalk = "I look up passages in articles. I do not chat."
  package static let reply = "Please type your next question."
  /// To somebody who asked in another language than the articles', most likely Spanish.
  package static let otherLanguage =
    "Los artículos están en inglés. Por favor, pregunte al personal. (The articles are in English.)"
  /// Stands behind every crisis card, where the operator has set none.
  package static let crisisWithoutCard = "Tell a member of staff now."

  /// `None of the 4 articles mentions "pregnancy" or "nursing".`
  package static func noArticleMentions(_ words: [String], articleCount: Int) -> String {
    let list = joined(words.map(quoted), by: "or")
    switch articleCount {
    case 1: return "The article does not mention \(list)."
    case 2: return "Neither of the 2 articles mentions \(list)."
    default: return "None of the \(DecimalText.grouped(articleCount)) articles mentions \(list)."
    }
  }

  /// `Much the same words stand in two other articles: beds/hedges.md:9#77af02, tools.md:3#00ff11.` That is what was computed
  /// (`Agreement`): words, numbers and negations, not that anybody means the same.
  package static func sameWords(inOtherArticles count: Int, at citations: [String]) -> String {
    let articles = count == 1 ? "another article" : "\(spelled(count)) other articles"
    return "Much the same words stand in \(articles): \(citations.joined(separator: ", "))."
  }

  /// Which articles have one word: `Only tools.md mentions "saw".`, `3 of 4 articles mention "saw"; tools.md does not.`
  package static func mention(_ mention: ArticleComparison.Mention, articleCount: Int) -> String {
    let word = quoted(mention.word)
    let (count, lacking) = (mention.articleCount, articleCount - mention.articleCount)
    if count == 0 { return noArticleMentions([mention.word], articleCount: articleCount) }
    if lacking == 0 {
      switch articleCount {
      case 1: return "The article mentions \(word)."
      case 2: return "Both articles mention \(word)."
      default: return "All \(DecimalText.grouped(articleCount)) articles mention \(word)."
      }
    }
    if count == 1, let only = mention.having.first { return "Only \(name(only)) mentions \(word)." }
    let sentence = "\(DecimalText.grouped(count)) of \(counted(articleCount, "article")) mention \(word)"
    guard lacking == mention.lacking.count else { return sentence + "." }
    return "\(sentence); \(joined(mention.lacking.map(name), by: "and")) \(lacking == 1 ? "does" : "do") not."
  }

  /// What an article is called where its file is meant: the path, and its own id in a file of many.
  private static func name(_ article: Article) -> String {
    article.identifier.map { "\(article.path.text) (\($0))" } ?? article.path.text
  }

  /// `Shown: 20 of 1,347 articles.`
  package static func shownOf(_ shown: Int, _ count: Int) -> String {
    "Shown: \(shown) of \(counted(count, "article"))."
  }

  /// `Showing results for "effects": no article has "efects".` Of a word typed for another: `Showing results for "does", not "dose".`
  package static func corrected(_ correction: Correction) -> String {
    let reason = correction.isMisplaced ? ", not" : ": no article has"
    return "Showing results for \(quoted(correction.to))\(reason) \(quoted(correction.from))."
  }

  /// `Also searched: rapid, quick (for "fast"); post-traumatic stress disorder (for "PTSD").` `nil` without expansions.
  package static func alsoSearched(_ expansions: [Expansion]) -> String? {
    var merged: [Expansion] = []
    for expansion in expansions where !expansion.searched.isEmpty {
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
        ? "\(words) (from the rest of your question)" : "\(words) (for \(quoted(expansion.word)))"
    }
    return parts.isEmpty ? nil : "Also searched: \(parts.joined(separator: "; "))."
  }

  /// `Following on from: how fast does it work.`
  package static func followingOn(from question: String) -> String {
    let ended = question.last.map { "?!.".contains($0) } ?? false
    return "Following on from: \(question)\(ended ? "" : ".")"
  }

  /// Where the question before is not known, what was carried over from it.
  package static func carried(_ words: [String]) -> String {
    "Following on from the question before: \(words.joined(separator: ", "))."
  }

  package static func notice(_ notice: Answer.Notice) -> String {
    switch notice {
    case .shortened(let count):
      "Your question is long: only its first \(DecimalText.grouped(count)) characters were read."
    case .focused(let asking): "Your question is long. This part of it was looked up: \(quoted(asking))."
    case .phraseNotFound(let phrase): "No passage holds \(quoted(phrase)) word for word."
    case .sourceNotFound(let name): "No article is called \(quoted(name))."
    case .sourceHasNoAnswer(let name): "Only articles called \(quoted(name)) were searched."
    case .smallTalk: smallTalk
    case .reply: reply
    }
  }

  /// What an entry of the ledger did, as `status --ledger` and `:raw` name it.
  package static func action(_ action: LedgerEntry.Action) -> String {
    switch action {
    case .decoded: "read in another encoding"
    case .mojibakeRepaired: "wrongly encoded characters repaired"
    case .charactersRemoved: "characters removed"
    case .listSplit: "list split into its items"
    case .headingFound: "taken for a heading"
    case .titleFound: "taken for the title"
    case .captionRemoved: "caption removed"
    case .biographyRemoved: "biography removed"
    case .navigationRemoved: "navigation removed"
    case .addressRemoved: "bare address removed"
    case .boilerplateRemoved: "boilerplate removed"
    case .skipped: "skipped"
    case .frontMatterIgnored: "front matter ignored"
    }
  }

  // MARK: - Words

  /// `4 articles`, `1 article`.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(DecimalText.grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  package static func quoted(_ text: String) -> String {
    "\"\(text)\""
  }

  private static func joined(_ parts: [String], by conjunction: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  private static func spelled(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(count) ? words[count] : DecimalText.grouped(count)
  }
}
