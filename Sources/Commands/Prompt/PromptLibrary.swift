// What the prompt asks of the world behind it: answers, and the articles they come from. No formatting.

import Conversation
import Documents
import InvertedIndex

/// One section of an article, whole.
package struct LibrarySection: Sendable {
  package var article: Article
  /// `nil` where the text stands under no heading.
  package var heading: String?
  /// In reading order; never empty.
  package var passages: [IndexedPassage]

  package init(article: Article, heading: String?, passages: [IndexedPassage]) {
    self.article = article
    self.heading = heading
    self.passages = passages
  }
}

/// One article, with what it has sections about.
package struct LibraryArticle: Sendable {
  package var article: Article
  package var passageCount: Int
  /// Its sections that have a heading, in reading order; where none has, the article as one. Never empty.
  package var topics: [Topic]

  package init(article: Article, passageCount: Int, topics: [Topic]) {
    self.article = article
    self.passageCount = passageCount
    self.topics = topics
  }
}

/// What one conversation draws on. An index in use is one; a test makes its own.
package protocol PromptLibrary: AnyObject {
  var settings: Settings { get }
  var articleCount: Int { get }
  var passageCount: Int { get }
  var fingerprint: String { get }
  /// When the index was made, in seconds since 1970.
  var modificationTime: Int { get }
  var ranking: RankingParameters { get }

  /// Takes a newer index into use where there is one, and then forgets the conversation: no answer mixes two. True
  /// where it did.
  func refresh() throws -> Bool
  func answer(_ question: String, options: AnswerOptions) throws -> Answer
  /// Begins a new conversation.
  func reset()

  /// The section that `passage` stands in.
  func section(of passage: PassageID) throws -> LibrarySection
  /// The section that follows in the same article; `nil` after the last.
  func section(after section: LibrarySection) throws -> LibrarySection?
  /// The section that `passage` stands in; `nil` where that has no heading.
  func topic(of passage: PassageID) throws -> Topic?
  /// The sections beside that of `passage` in its article, the nearest first, at most `limit`.
  func topics(near passage: PassageID, limit: Int) throws -> [Topic]
  /// The sections of the best passages for `query`, whatever the verdict on it, the best first, at most `limit`.
  func topics(for query: WeightedQuery, limit: Int) throws -> [Topic]
  /// The first `limit` articles, with their sections. It reads all their passages.
  func articles(limit: Int) throws -> [LibraryArticle]
  /// What each article says with `words`, at most `limit` of them.
  func compare(_ words: String, limit: Int) throws -> ArticleComparison
  func explain(_ passage: PassageID, for query: WeightedQuery) throws -> [TermContribution]
  /// Repairs and removals in `lines` of the file at `path`, and those of the file as a whole.
  func ledger(of path: CorpusPath, lines: LineRange) throws -> [LedgerEntry]
  /// `lines` of the file at `path`, as they stand there; `nil` where the corpus is not at hand.
  func sourceLines(of path: CorpusPath, lines: LineRange) -> [String]?
  /// The corpus folder, absolute; `nil` where it is not at hand.
  var corpusPath: String? { get }
  /// The file at `path`, as it is opened from the working folder: relative where it lies beneath, else absolute; `nil` where the
  /// corpus is not at hand.
  func file(of path: CorpusPath) -> String?
  /// The passage on `line` of the article at `path`, or the next one; `path` may be that of the article or one that opens its file.
  /// `nil` where there is none.
  func passage(at path: String, line: Int) throws -> IndexedPassage?
  /// All passages of one article.
  func passages(of article: ArticleID) throws -> [IndexedPassage]
  func article(_ article: ArticleID) throws -> Article
  /// The articles' words that begin with `prefix`, the most frequent first, at most `limit`.
  func words(beginningWith prefix: String, limit: Int) -> [String]
  /// Headings that hold one of `words`, those of the best passages for them first, at most `limit`, each once.
  func headings(with words: [String], limit: Int) -> [String]
}
