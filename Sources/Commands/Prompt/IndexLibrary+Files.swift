// The files behind the articles: where they lie, and which passage stands on a line.

import Documents
import Glibc
import InvertedIndex

extension IndexLibrary {
  package var corpusPath: String? {
    corpusFolder.flatMap { IndexLocation.realPath($0) }
  }

  package func file(of path: CorpusPath) -> String? {
    guard let folder = corpusPath else { return nil }
    let file = "\(folder)/\(path.text)"
    guard access(file, R_OK) == 0 else { return nil }
    guard let here = IndexLocation.realPath("."), here != "/", file.hasPrefix(here + "/") else { return file }
    return String(file.dropFirst(here.count + 1))
  }

  package func passage(at path: String, line: Int) throws -> IndexedPassage? {
    var nearest: IndexedPassage?
    for number in 0..<UInt32(articleCount) {
      let article = try index.article(ArticleID(number))
      // The file is looked for only where the name fits: that takes a look at the disk.
      guard article.path.text == path || path.hasSuffix("/" + article.path.text) && file(of: article.path) == path
      else { continue }
      // The objects of one .jsonl file are an article each, in the order of their lines.
      let found = try passages(of: ArticleID(number)).first { $0.passage.lines.last >= line }
      if let found, found.passage.lines.first < nearest?.passage.lines.first ?? .max { nearest = found }
    }
    return nearest
  }

  package func passages(of article: ArticleID) throws -> [IndexedPassage] {
    try index.passages(of: article).map { try index.passage(PassageID($0)) }
  }

  package func article(_ article: ArticleID) throws -> Article {
    try index.article(article)
  }
}
