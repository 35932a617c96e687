// One thread's share of the making of an index: articles in, parts out, postings kept.

import ByteIO
import Documents
import TextAnalysis

/// Analyses and inverts articles, part by part. For one thread at a time.
///
/// Postings gather in memory up to a limit; beyond it, they go to a file without a name in the index folder, sorted.
package final class IndexWorker {
  private let analyzer: Analyzer
  private let memoryByteCount: Int
  private let spillFolder: String?
  private let keepsTexts: Bool
  private(set) var postings = PostingAccumulator()
  private(set) var spills: [Spill] = []
  private var spools: (terms: SpoolFile, words: SpoolFile)?
  private var texts: TextStoreWriter
  private var part = IndexPart(number: 0)
  private var body = TokenBuffer(keepsBytes: false)
  private var heading = TokenBuffer(keepsBytes: false)
  private var title = TokenBuffer(keepsBytes: false)
  private var marker: PassageMarker
  /// Of the article at hand.
  private var titleTerms: [FieldTerm] = []
  /// Of its section at hand, title and heading together.
  private var fields: [FieldTerm] = []

  /// - Parameters:
  ///   - memoryByteCount: about how much the postings may take before they are spilled.
  ///   - spillFolder: where they go; `nil` for nowhere: they stay in memory, whatever they take.
  ///   - sample: what texts are compressed against: the same for all workers and their assembler.
  ///   - keepsTexts: false where postings and words alone are wanted.
  /// - Throws: `TextAnalysisError` for a language without a stemmer.
  package init(
    settings: Settings, memoryByteCount: Int, spillFolder: String?, sample: TextSample = .none, keepsTexts: Bool = true
  ) throws(TextAnalysisError) {
    texts = TextStoreWriter(sample: keepsTexts ? sample : .none)
    self.keepsTexts = keepsTexts
    analyzer = try Analyzer(language: settings.language)
    marker = PassageMarker(language: settings.language)
    self.memoryByteCount = memoryByteCount
    self.spillFolder = spillFolder
  }

  /// Begins part `number`: greater than all before.
  package func beginPart(_ number: Int) {
    part = IndexPart(number: number)
    postings.beginPart(number)
  }

  /// Adds one article with its passages, in reading order. An article without passages is left out.
  package func add(_ article: Article, passages: [Passage]) throws(IndexError) {
    guard !passages.isEmpty else { return }
    part.articleStarts.append(UInt32(truncatingIfNeeded: part.lengths.count))
    ArticleTable.append(article, to: &part.articles)
    part.articleEnds.append(part.articles.count)
    try begin(article)
    var previous: Passage?
    for (passage, hashDigits) in zip(passages, CitationHash.digitCounts(of: passages)) {
      if try spillIfLarge() {
        try begin(article, isAgain: true)
        if let previous { try begin(previous, isAgain: true) }
      }
      if passage.section != previous?.section || passage.heading != previous?.heading {
        try begin(passage, isAgain: passage.section == previous?.section)
      }
      analyzer.analyze(passage.text.utf8.span, into: &body)
      let marks = marker.marks(of: passage.text.utf8.span, body, analyzer)
      try postings.add(body: body, fields: fields, marks: marks, analyzer)
      part.lengths.append(FieldLengths(body: body.length, heading: heading.length, title: title.length).packed)
      if keepsTexts { try texts.append(passage, hashDigits: hashDigits) }
      previous = passage
    }
  }

  /// Notes a file that articles were read from.
  package func add(_ file: SourceFile) {
    SourceFileCodec.append(file, to: &part.files)
    part.fileCount += 1
  }

  package func add(_ entry: LedgerEntry) {
    part.add(entry)
  }

  /// Ends the block of text: whatever comes next, what came before gives the same bytes.
  package func cut() throws(IndexError) {
    try texts.closeBlock()
  }

  /// Ends the part.
  package func finishPart() throws(IndexError) -> IndexPart {
    part.texts = try texts.finish()
    defer { part = IndexPart(number: part.number) }
    return part
  }

  /// The bytes of all raw postings, or a little more.
  var rawByteCount: Int { spills.reduce(postings.rawByteCount) { $0 + $1.terms.count } }

  /// The runs of terms with their raw postings, and of words with their occurrences: those spilled, then what is in memory.
  func runs() -> (terms: [SortedRun], words: [SortedRun]) {
    var runs: (terms: [SortedRun], words: [SortedRun]) = ([], [])
    if let spools {
      runs.terms = spills.map { SpilledRun(spools.terms, $0.terms) }
      runs.words = spills.map { SpilledRun(spools.words, $0.words) }
    }
    runs.terms.append(MemoryTermRun(self))
    runs.words.append(MemoryWordRun(self))
    return runs
  }

  /// Where one run lies in the two files.
  struct Spill {
    let terms: Range<Int>
    let words: Range<Int>
  }

  /// Analyses what all passages of an article share.
  ///
  /// - Parameter isAgain: whether its words were counted before.
  private func begin(_ article: Article, isAgain: Bool = false) throws(IndexError) {
    analyzer.analyze((article.title ?? "").utf8.span, into: &title)
    if !isAgain { try postings.countWords(of: title, analyzer) }
    titleTerms = try postings.fieldTerms(of: title, isTitle: true, analyzer)
    fields = titleTerms
  }

  /// Analyses what all passages under a heading share.
  private func begin(_ passage: Passage, isAgain: Bool) throws(IndexError) {
    analyzer.analyze((passage.heading ?? "").utf8.span, into: &heading)
    marker.begin(heading: (passage.heading ?? "").utf8.span, heading, analyzer)
    if !isAgain { try postings.countWords(of: heading, analyzer) }
    fields = try postings.fieldTerms(of: heading, isTitle: false, adding: titleTerms, analyzer)
  }

  private func openSpools(in folder: String) throws(FileError) -> (terms: SpoolFile, words: SpoolFile) {
    if let spools { return spools }
    let opened = (terms: try SpoolFile(folder: folder), words: try SpoolFile(folder: folder))
    spools = opened
    return opened
  }

  /// Empties the memory where it holds too much; the terms of title and heading then have other numbers.
  private func spillIfLarge() throws(IndexError) -> Bool {
    guard postings.byteCount > memoryByteCount || postings.isFull else { return false }
    guard let spillFolder else { throw .tooLarge(what: "postings") }
    do throws(FileError) {
      let spools = try openSpools(in: spillFolder)
      let terms = try SpilledRun.write(MemoryTermRun(self), to: spools.terms)
      let words = try SpilledRun.write(MemoryWordRun(self), to: spools.words)
      spills.append(Spill(terms: terms, words: words))
    } catch {
      throw IndexError(error)
    }
    postings.removeAll()
    return true
  }
}
