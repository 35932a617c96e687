// What a parser makes of one article: sections of blocks, before they are cut into passages.

/// One article's bibliographic facts, as front matter, HTML head or JSON object give them.
package struct Article: Hashable, Sendable {
  package let path: CorpusPath
  /// A JSON Lines object's own `id`; `nil` for an article that is a file of its own.
  package var identifier: String?
  /// Never empty; `nil` where the source has none.
  package var title: String?
  package var author: String?
  package var date: String?
  package var url: String?
  /// Where the article's facts come from, in the words of its front matter.
  package var source: String?
  package var license: String?
  package var reviewed: String?
  /// The line the article begins on, from 1: a JSON Lines object's line, else 1.
  package var line: Int
  /// SHA-256 of the bytes the article was read from: the whole file, or the object's line.
  package var digest: [UInt8]

  package init(path: CorpusPath, identifier: String? = nil, title: String? = nil, line: Int = 1, digest: [UInt8] = []) {
    self.path = path
    self.identifier = identifier
    self.title = title
    self.line = line
    self.digest = digest
  }

  /// What a person calls the article: its title, else its file's name.
  package var name: String {
    title ?? identifier ?? path.stem
  }
}

/// An article as a parser leaves it.
package struct Document: Hashable, Sendable {
  package var article: Article
  /// In reading order. Text before the first heading is a section without a heading.
  package var sections: [Section]

  package init(article: Article, sections: [Section]) {
    self.article = article
    self.sections = sections
  }
}

/// A heading and what stands under it up to the next heading of any level.
package struct Section: Hashable, Sendable {
  package var heading: String?
  /// The heading's source line, from 1; `nil` without a heading.
  package var headingLine: Int?
  /// 1 for the highest; 0 without a heading.
  package var level: Int
  package var blocks: [Block]

  package init(heading: String? = nil, headingLine: Int? = nil, level: Int = 0, blocks: [Block] = []) {
    self.heading = heading
    self.headingLine = headingLine
    self.level = level
    self.blocks = blocks
  }
}

/// One paragraph, one list, or one table.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case paragraph
    case list
    case table
    case preformatted
  }

  package var kind: Kind
  /// A paragraph's text; a list's items or a table's rows, one each; never empty.
  package var pieces: [SourceText]

  package init(_ kind: Kind, _ pieces: [SourceText]) {
    self.kind = kind
    self.pieces = pieces
  }

  package var lines: LineRange {
    pieces.dropFirst().reduce(pieces[0].lines) { $0.union($1.lines) }
  }
}
