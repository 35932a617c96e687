// What every parser leaves: the article as one flat run of headings, paragraphs, lists, tables. Sections come later.

import Documents

/// One heading, paragraph, list, table or preformatted text, in reading order.
struct Fragment: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `level` from 1, the highest.
    case heading(level: Int)
    case paragraph
    case list
    case table
    case preformatted
  }

  var kind: Kind
  /// One for a heading or paragraph; a list's items or a table's rows; never empty.
  var pieces: [SourceText]
  /// Whether a blank line, or mark-up that means one, sets it off from what stands above.
  var followsGap: Bool

  init(_ kind: Kind, _ pieces: [SourceText], followsGap: Bool = true) {
    self.kind = kind
    self.pieces = pieces
    self.followsGap = followsGap
  }

  /// The text of a heading or a paragraph; `nil` for the others.
  var lineText: String? {
    switch kind {
    case .heading, .paragraph: pieces[0].text
    case .list, .table, .preformatted: nil
    }
  }

  var isParagraph: Bool { kind == .paragraph }
  var isList: Bool { kind == .list }

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}

/// What front matter, an HTML head or a JSON object say about the article.
struct Metadata: Hashable, Sendable {
  var title: String?
  var author: String?
  var date: String?
  var url: String?
  var source: String?
  var license: String?
  var reviewed: String?
}

/// An article as its parser leaves it.
struct ParsedText: Hashable, Sendable {
  var metadata = Metadata()
  var fragments: [Fragment] = []
}
