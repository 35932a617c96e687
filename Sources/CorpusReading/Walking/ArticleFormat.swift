// Which files are articles, by their names alone.

import Documents

/// How an article's bytes are to be read.
enum ArticleFormat: Hashable, Sendable {
  case markdown
  case plainText
  case html
  case jsonLines

  /// The format of a file of this name; `nil` for one that is not read.
  init?(path: CorpusPath) {
    switch path.fileExtension {
    case "md", "markdown": self = .markdown
    case "txt": self = .plainText
    case "html", "htm": self = .html
    case "jsonl": self = .jsonLines
    default: return nil
    }
  }

  /// Whether a file or folder of this name is meant not to be read: hidden.
  static func isHidden(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".")
  }

  /// Whether a file of this name speaks about the corpus instead of belonging to it.
  static func isAboutCorpus(_ name: [UInt8]) -> Bool {
    name.starts(with: Array("README".utf8)) || name.starts(with: Array("LICENSE".utf8))
      || name == Array("verbatim.yaml".utf8)
  }
}
