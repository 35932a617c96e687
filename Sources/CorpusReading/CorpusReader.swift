// A folder of files, walked in a fixed order, as articles cut into passages.

import ByteIO
import Documents

/// Reads a corpus folder.
///
/// ```swift
/// let reader = try CorpusReader(folder: "Corpus", settings: settings)
/// reader.forEachItem { item in … }
/// ```
package struct CorpusReader: Sendable {
  /// Raised whenever the same files may give other passages than before: an index made by other rules is made anew.
  package static let rulesVersion = 3

  let folder: CorpusFolder
  let articles: ArticleReader

  /// - Throws: `CorpusError.folderUnreadable`.
  package init(folder: String, settings: Settings) throws(CorpusError) {
    self.folder = try CorpusFolder(path: folder)
    self.articles = ArticleReader(settings: settings)
  }

  /// The files that may hold articles, and what cannot; reads names and sizes only.
  package func list() -> CorpusListing {
    CorpusWalker.list(folder)
  }

  /// Hands every item to `body`, files in byte order of their paths, one at a time: no more than one file is in memory.
  package func forEachItem<Failure: Error>(_ body: (CorpusItem) throws(Failure) -> Void) throws(Failure) {
    let listing = list()
    var skipped = listing.skipped[...]
    for file in listing.files {
      while let entry = skipped.first, entry.path < file.path {
        try body(.skipped(entry))
        skipped.removeFirst()
      }
      try forEachItem(of: file, body)
    }
    for entry in skipped { try body(.skipped(entry)) }
  }

  /// Hands the items of one file to `body`: one, or for a `.jsonl` file one for each line that is not blank.
  ///
  /// Safe from several threads at once: nothing is shared but the open folder and the settings.
  package func forEachItem<Failure: Error>(of file: CorpusFile, _ body: (CorpusItem) throws(Failure) -> Void)
    throws(Failure)
  {
    _ = try forEachItem(of: file, isHashed: false, body)
  }

  /// The same, and `digest` becomes what `digest(of:)` gives, without reading the file a second time.
  package func forEachItem<Failure: Error>(
    of file: CorpusFile, digest: inout [UInt8]?, _ body: (CorpusItem) throws(Failure) -> Void
  ) throws(Failure) {
    digest = try forEachItem(of: file, isHashed: true, body)
  }

  /// - Returns: SHA-256 of the file's bytes, where it is wanted and they can be read.
  private func forEachItem<Failure: Error>(
    of file: CorpusFile, isHashed: Bool, _ body: (CorpusItem) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8]? {
    guard let format = ArticleFormat(path: file.path) else { return isHashed ? digest(of: file) : nil }
    guard format == .jsonLines else {
      let (item, fileDigest) = wholeFile(file, format)
      try body(item)
      return fileDigest ?? (isHashed ? digest(of: file) : nil)
    }
    var lines: JSONLinesFile
    do throws(FileProblem) {
      lines = JSONLinesFile(path: file.path, try folder.openFile(file.path), isHashed: isHashed)
    } catch {
      try body(.skipped(LedgerEntry(path: file.path, line: nil, action: .skipped, detail: error.reason)))
      return nil
    }
    while let item = lines.next(articles) { try body(item) }
    return isHashed ? lines.digest() : nil
  }

  /// The one item of a file that is one article, and the file's digest; `nil` where it was not read whole.
  private func wholeFile(_ file: CorpusFile, _ format: ArticleFormat) -> (CorpusItem, digest: [UInt8]?) {
    do throws(FileProblem) {
      let bytes = try folder.openFile(file.path)
        .readAll(expecting: file.byteCount, byteLimit: CorpusWalker.articleByteLimit)
      let article = Article(path: file.path, digest: SHA256.digest(of: bytes.span))
      var ledger = ArticleLedger(path: file.path)
      return (articles.read(bytes, format: format, article: article, ledger: &ledger), article.digest)
    } catch {
      let entry = LedgerEntry(path: file.path, line: nil, action: .skipped, detail: error.reason)
      return (.skipped(entry), nil)
    }
  }
}
