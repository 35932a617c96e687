// Whether a corpus still is what an index was made of. It compares digests, and parses only what the index does not know.

import ByteIO
import Documents

/// The first difference met between a corpus and what an index holds of it.
package enum CorpusDifference: Hashable, Sendable {
  /// An article the index holds has other bytes now.
  case changed(CorpusPath, line: Int)
  /// An article the index holds is not there any more.
  case missing(CorpusPath, line: Int)
  /// An article the index does not hold.
  case added(CorpusPath, line: Int)
}

/// Where an article stands, and the SHA-256 of what it was read from.
package struct ArticleDigest: Hashable, Sendable {
  package let path: CorpusPath
  /// From 1; that of the object in a `.jsonl` file, else 1.
  package let line: Int
  package let digest: [UInt8]

  package init(path: CorpusPath, line: Int, digest: [UInt8]) {
    self.path = path
    self.line = line
    self.digest = digest
  }
}

extension CorpusReader {
  /// The first difference between the corpus and `held`, in the corpus's order; `nil` where they are the same.
  ///
  /// Every byte of the corpus is read and hashed. Files and lines that are not in `held` are parsed, since they may be
  /// such as give no article.
  /// - Parameter held: the articles of an index, in any order.
  package func firstDifference(from held: [ArticleDigest]) -> CorpusDifference? {
    struct Place: Hashable {
      let path: CorpusPath
      let line: Int
    }
    var unseen = Dictionary(
      held.map { (Place(path: $0.path, line: $0.line), $0.digest) }, uniquingKeysWith: { first, _ in first })
    for file in list().files {
      var changedLine: Int?
      var unknownLines: Set<Int> = []
      forEachDigest(of: file) { article in
        if let digest = unseen.removeValue(forKey: Place(path: article.path, line: article.line)) {
          if digest != article.digest, changedLine == nil { changedLine = article.line }
        } else {
          unknownLines.insert(article.line)
        }
      }
      if let changedLine { return .changed(file.path, line: changedLine) }
      if let line = firstArticle(in: file, among: unknownLines) { return .added(file.path, line: line) }
    }
    let missing = unseen.keys.min { ($0.path, $0.line) < ($1.path, $1.line) }
    return missing.map { .missing($0.path, line: $0.line) }
  }

  /// The first of `lines` that holds an article, by reading the file anew; `nil` where none does.
  private func firstArticle(in file: CorpusFile, among lines: Set<Int>) -> Int? {
    if lines.isEmpty { return nil }
    var first: Int?
    forEachItem(of: file) { item in
      if case .article(let article, _, _) = item, first == nil, lines.contains(article.line) { first = article.line }
    }
    return first
  }
}
