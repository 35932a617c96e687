// The corpus cut into pieces that threads can read side by side: where the cuts fall depends on the articles alone.

import ByteIO
import Documents

/// A stretch of the corpus for one thread. Pieces follow one another without a gap; each must be read, in any order.
package struct CorpusPiece: Sendable {
  /// What lies in it, in the order of the corpus.
  enum Entry: Sendable {
    case file(CorpusFile)
    /// Lines of a `.jsonl` file that is too large for one piece.
    case lines(LineBatch)
    /// The end of such a file.
    case end(SourceFile)
    case skipped(LedgerEntry)
  }

  fileprivate(set) var entries: [Entry] = []
  /// Of the files, or of the lines.
  package fileprivate(set) var byteCount = 0
  /// How many files end in it.
  package fileprivate(set) var fileCount = 0
}

/// What reading a piece gives, in order.
package enum PieceItem: Sendable {
  case item(CorpusItem)
  /// The file that the items before came from, all of it read.
  case file(SourceFile)
  /// What comes before and what comes after are to share nothing: the cuts move only with the articles beside them.
  case cut
}

/// Hands out a corpus piece by piece. For one thread at a time.
package final class CorpusPieces {
  /// The mean size of what lies between two cuts, in bytes: to make one anew is cheap, and few blocks of text end early.
  static let meanCutByteCount = 1 << 18
  /// A piece has at least so many bytes, if the corpus has: handing it over costs something too.
  static let pieceByteCount = 1 << 19

  private let folder: CorpusFolder
  private var files: ArraySlice<CorpusFile>
  private var skipped: ArraySlice<LedgerEntry>
  /// The large `.jsonl` file that is being cut.
  private var open: (file: CorpusFile, batches: LineBatchesBox)?

  package init(_ reader: CorpusReader, _ listing: CorpusListing) {
    folder = reader.folder
    files = listing.files[...]
    skipped = listing.skipped[...]
  }

  /// The next piece; `nil` at the end.
  package func next() -> CorpusPiece? {
    if let piece = nextLines() { return piece }
    guard !files.isEmpty || !skipped.isEmpty else { return nil }
    var piece = CorpusPiece()
    while let file = files.first {
      let isCut = CorpusPieces.isCut(before: file)
      if piece.byteCount >= CorpusPieces.pieceByteCount, isCut { return piece }
      while let entry = skipped.first, entry.path < file.path { piece.entries.append(.skipped(skipped.removeFirst())) }
      if CorpusPieces.isStreamed(file.path, file.byteCount) {
        // What was gathered so far is a piece of its own.
        guard piece.entries.isEmpty else { return piece }
        files.removeFirst()
        begin(file, &piece)
        if let lines = nextLines() { return lines }
        continue
      }
      piece.entries.append(.file(files.removeFirst()))
      piece.byteCount += file.byteCount
      piece.fileCount += 1
    }
    for entry in skipped { piece.entries.append(.skipped(entry)) }
    skipped = []
    return piece
  }

  /// The stretches between two cuts, as ranges of `files`: what one holds shares nothing with another.
  ///
  /// - Parameter files: all of a corpus, in order.
  package static func stretches(of files: [(path: CorpusPath, byteCount: Int)]) -> [Range<Int>] {
    var starts: [Int] = []
    for (index, file) in files.enumerated() {
      let isBehindStreamed = index > 0 && isStreamed(files[index - 1].path, files[index - 1].byteCount)
      if index == 0 || isBehindStreamed || isCut(before: file.path, byteCount: file.byteCount) { starts.append(index) }
    }
    return zip(starts, starts.dropFirst() + [files.count]).map { $0..<$1 }
  }

  /// Whether a file of this name may give articles: one that gives none then was not read, or holds none.
  package static func mayHoldArticles(_ path: CorpusPath) -> Bool {
    ArticleFormat(path: path) != nil
  }

  /// Whether a cut falls before `file`: the more bytes it has the likelier, and always the same for the same path and size.
  static func isCut(before file: CorpusFile) -> Bool {
    isCut(before: file.path, byteCount: file.byteCount)
  }

  private static func isCut(before path: CorpusPath, byteCount: Int) -> Bool {
    isStreamed(path, byteCount) || isCut(StableHash.hash(path.bytes.span), byteCount: byteCount)
  }

  /// Whether a cut falls beside something of `byteCount` bytes with this hash.
  static func isCut(_ hash: UInt64, byteCount: Int) -> Bool {
    hash % UInt64(meanCutByteCount) < UInt64(byteCount)
  }

  /// Whether `file` is given out in several pieces: then none of them holds anything else.
  static func isStreamed(_ path: CorpusPath, _ byteCount: Int) -> Bool {
    byteCount > pieceByteCount && ArticleFormat(path: path) == .jsonLines
  }

  private func begin(_ file: CorpusFile, _ piece: inout CorpusPiece) {
    do throws(FileProblem) {
      open = (file, LineBatchesBox(LineBatches(path: file.path, try folder.openFile(file.path))))
    } catch {
      let entry = LedgerEntry(path: file.path, line: nil, action: .skipped, detail: error.reason)
      piece.entries.append(.skipped(entry))
      piece.fileCount += 1
    }
  }

  /// The next lines of the file that is being cut, or its end; `nil` without one.
  private func nextLines() -> CorpusPiece? {
    guard let (file, batches) = open else { return nil }
    var piece = CorpusPiece()
    if let batch = batches.next(byteCount: CorpusPieces.pieceByteCount) {
      piece.byteCount = batch.bytes.count + batch.lines.count
      piece.entries.append(.lines(batch))
      return piece
    }
    open = nil
    piece.fileCount = 1
    if let digest = batches.digest() {
      piece.entries.append(.end(SourceFile(path: file.path, byteCount: file.byteCount, digest: digest)))
    }
    return piece
  }
}

/// Tuples hold no noncopyable values.
private final class LineBatchesBox {
  private var batches: LineBatches?

  init(_ batches: consuming LineBatches) {
    self.batches = consume batches
  }

  func next(byteCount: Int) -> LineBatch? {
    batches?.next(byteCount: byteCount)
  }

  func digest() -> [UInt8]? {
    batches.take()?.digest()
  }
}

extension CorpusReader {
  /// Hands what lies in `piece` to `body`. May be called for several pieces at once.
  package func forEachItem<Failure: Error>(of piece: CorpusPiece, _ body: (PieceItem) throws(Failure) -> Void)
    throws(Failure)
  {
    for entry in piece.entries {
      switch entry {
      case .skipped(let entry): try body(.item(.skipped(entry)))
      case .lines(let batch): try batch.forEachItem(articles, body)
      case .end(let file): try body(.file(file))
      case .file(let file):
        if CorpusPieces.isCut(before: file) { try body(.cut) }
        var digest: [UInt8]?
        try forEachItem(of: file, digest: &digest) { (item) throws(Failure) in try body(.item(item)) }
        // A file that cannot be read has no digest, and was skipped.
        if let digest { try body(.file(SourceFile(path: file.path, byteCount: file.byteCount, digest: digest))) }
      }
    }
  }
}
