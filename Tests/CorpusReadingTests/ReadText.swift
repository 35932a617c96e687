import Documents

@testable import CorpusReading

/// One article read from a text, as a test looks at it.
struct ReadText {
  var article: Article
  var passages: [Passage] = []
  var ledger: [LedgerEntry] = []

  /// Reads `text` as `format`; no passages where it gives no article.
  init(_ text: String, as format: ArticleFormat, settings: Settings = Settings()) {
    self.init(Array(text.utf8), as: format, settings: settings)
  }

  init(_ bytes: [UInt8], as format: ArticleFormat, settings: Settings = Settings()) {
    article = Article(path: CorpusPath("test"))
    var entries = ArticleLedger(path: article.path)
    let item = ArticleReader(settings: settings).read(bytes, format: format, article: article, ledger: &entries)
    switch item {
    case .article(let article, let passages, let ledger):
      self.article = article
      self.passages = passages
      self.ledger = ledger
    case .skipped(let entry): ledger = [entry]
    }
  }

  var texts: [String] { passages.map(\.text) }
  var allText: String { texts.joined(separator: "\n") }
  var headings: [String?] { passages.map(\.heading) }

  /// The details of the entries with `action`.
  func details(_ action: LedgerEntry.Action) -> [String] {
    ledger.filter { $0.action == action }.map(\.detail)
  }
}

/// A sentence of 30 words, so that its paragraph is a passage of its own; `subject` makes it unlike others.
func paragraph(_ subject: String) -> String {
  "The \(subject) stands beside the old river house where every visitor may rest for a while, "
    + "drink a glass of cold water, and read the long story of its slow and careful making."
}
