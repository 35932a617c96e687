// The corpus cut into pieces that threads can read side by side: where the cuts fall depends on the articles alone.

import ByteIO
import Documents

/// A stretch of the corpus for one thread. Pieces follow one another without a gap.
package struct CorpusPiece: Sendable {
  /// What lies in it, in the order of the corpus.
  package enum Entry: Sendable {
    case file(CorpusFile)
    /// What the walk through the corpus found to be no article.
    case skipped(LedgerEntry)
  }

  package fileprivate(set) var entries: [Entry] = []
  /// The files' sizes together.
  package fileprivate(set) var byteCount = 0
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

  private var files: ArraySlice<CorpusFile>
  private var skipped: ArraySlice<LedgerEntry>

  package init(_ listing: CorpusListing) {
    files = listing.files[...]
    skipped = listing.skipped[...]
  }

  /// The next piece; `nil` at the end.
  package func next() -> CorpusPiece? {
    guard !files.isEmpty || !skipped.isEmpty else { return nil }
    var piece = CorpusPiece()
    while let file = files.first {
      if piece.byteCount >= CorpusPieces.pieceByteCount, CorpusPieces.isCut(before: file) { return piece }
      while let entry = skipped.first, entry.path < file.path { piece.entries.append(.skipped(skipped.removeFirst())) }
      piece.entries.append(.file(files.removeFirst()))
      piece.byteCount += file.byteCount
      piece.fileCount += 1
    }
    for entry in skipped { piece.entries.append(.skipped(entry)) }
    skipped = []
    return piece
  }

  /// Whether a cut falls before `file`: the more bytes it has the likelier, and always the same for the same path and size.
  static func isCut(before file: CorpusFile) -> Bool {
    isCut(StableHash.hash(file.path.bytes.span), byteCount: file.byteCount)
  }

  /// Whether a cut falls beside something of `byteCount` bytes with this hash.
  static func isCut(_ hash: UInt64, byteCount: Int) -> Bool {
    hash % UInt64(meanCutByteCount) < UInt64(byteCount)
  }
}

extension CorpusReader {
  /// Hands what lies in `piece` to `body`. May be called for several pieces at once.
  package func forEachItem<Failure: Error>(of piece: CorpusPiece, _ body: (PieceItem) throws(Failure) -> Void)
    throws(Failure)
  {
    for entry in piece.entries {
      switch entry {
      case .skipped(let entry):
        try body(.item(.skipped(entry)))
      case .file(let file):
        if CorpusPieces.isCut(before: file) { try body(.cut) }
        try forEachPieceItem(of: file, body)
      }
    }
  }

  private func forEachPieceItem<Failure: Error>(of file: CorpusFile, _ body: (PieceItem) throws(Failure) -> Void)
    throws(Failure)
  {
    let hasCuts = ArticleFormat(path: file.path) == .jsonLines
    var digest: [UInt8]?
    try forEachItem(of: file, digest: &digest) { (item) throws(Failure) in
      try body(.item(item))
      guard hasCuts, case .article(let article, _, _) = item else { return }
      let hash = StableHash.hash(article.digest.span)
      if CorpusPieces.isCut(hash, byteCount: CorpusPieces.meanCutByteCount >> 5) { try body(.cut) }
    }
    // A file that cannot be read has no digest, and was skipped.
    guard let digest else { return }
    try body(.file(SourceFile(path: file.path, byteCount: file.byteCount, digest: digest)))
  }
}
