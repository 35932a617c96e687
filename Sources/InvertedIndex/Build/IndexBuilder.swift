// From articles and passages to the index file.

import Documents
import TextAnalysis

/// Takes articles in the order of the corpus, and writes one index file.
package struct IndexBuilder: ~Copyable {
  /// - Throws: `TextAnalysisError` for a language without a stemmer.
  package init(settings: Settings) throws(TextAnalysisError) {
    preconditionFailure("not written yet")
  }

  /// Adds one article with its passages, in reading order. An article without passages is left out.
  package mutating func add(_ article: Article, passages: [Passage]) throws(IndexError) {
    preconditionFailure("not written yet")
  }

  package mutating func add(_ entries: [LedgerEntry]) {
    preconditionFailure("not written yet")
  }

  /// Writes `verbatim.index` into `folder`, replacing an old one whole: the new one is on the disk when this returns.
  ///
  /// - Returns: What was written.
  package consuming func finish(folder: String) throws(IndexError) -> IndexStatistics {
    preconditionFailure("not written yet")
  }
}
