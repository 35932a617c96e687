// Answers in the order of speech: which passage and where it is from, then its words.

import Conversation
import Documents
import InvertedIndex
import Terminal

extension PromptView {
  /// One passage:
  ///
  ///     Answer 1 of 3. From the article "Keeping roses", section "When to prune".
  ///
  ///     Prune in late winter.
  ///
  ///     File beds/roses.md, line 12.
  func spokenPassage(_ shown: ShownPassage, of count: Int) -> [String] {
    let wrapper = TextWrapper(columns: columns)
    let rank = sentences[.spokenRank, [.rank: String(shown.rank), .count: String(count)]]
    let origin = sentences.spokenFrom(article: shown.title ?? shown.path, section: shown.heading)
    var beneath = audience == .staff ? wrapper.wrapped(place(of: shown)) : []
    if shown.otherArticleCount > 0 {
      beneath += wrapper.wrapped(sentences.sameWords(inOtherArticles: shown.otherArticleCount, at: []))
    }
    return wrapper.wrapped("\(rank) \(origin)") + [""]
      + HighlightedText(shown.text).lines(wrapper: wrapper, style: .plain)
      + (beneath.isEmpty ? [] : [""] + beneath)
  }

  /// A line for each passage but the first: `Answer 2: When to prune. File beds/roses.md, line 12.`
  func spokenList(_ passages: [ShownPassage]) -> [String] {
    passages.dropFirst().flatMap { passage in
      let name = passage.heading ?? passage.title ?? passage.path
      let entry = sentences[.spokenListed, [.rank: String(passage.rank), .name: name]]
      return TextWrapper(columns: columns).wrapped("\(entry) \(place(of: passage))")
    }
  }

  private func place(of passage: ShownPassage) -> String {
    sentences[.spokenFile, [.name: passage.path, .text: sentences.named(passage.lines)]]
  }

  /// What is typed, and what it does or stands for, side by side: `more  next passage`; in speech `more: next passage`.
  func entry(_ typed: String, _ text: String) -> String {
    layout == .spoken ? "\(typed): \(text)" : "\(typed)  \(text)"
  }
}
