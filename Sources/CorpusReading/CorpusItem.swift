// What the corpus is made of, as it is handed out: articles cut into passages, and what gave no article.

import Documents

/// What is met on the way through the corpus.
package enum CorpusItem: Sendable {
  /// An article with at least one passage, and what was repaired and removed in it.
  case article(Article, [Passage], [LedgerEntry])
  /// A file, or a line of a `.jsonl` file, that gives no article; the entry's action is `skipped`.
  case skipped(LedgerEntry)
}
