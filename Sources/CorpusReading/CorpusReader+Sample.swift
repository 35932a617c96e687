// Some of the corpus's passages, from places all over it: what other texts are likely to repeat.

import ByteIO
import Documents

extension CorpusReader {
  /// Passages from places all over the corpus, in the order of choice: what is said often in it.
  ///
  /// It depends on the articles alone, and seldom on the one that was changed last.
  ///
  /// - Parameters:
  ///   - byteCount: about so many bytes of text altogether; fewer where the corpus has no more.
  ///   - pieceByteCount: about so many from one place.
  /// - Returns: Pieces of consecutive passages, none empty.
  package func sample(of listing: CorpusListing, byteCount: Int, pieceByteCount: Int) -> [[Passage]] {
    guard byteCount > 0 else { return [] }
    // Small articles give less than a piece, and some nothing.
    let sample = CorpusSample(of: listing.files, count: 8 * ((byteCount + pieceByteCount - 1) / pieceByteCount))
    let (files, order) = sample.places()
    var pieces: [[[Passage]]?] = Array(repeating: nil, count: files.count)
    var chosen: [[Passage]] = []
    var rest = byteCount
    for index in order where rest > 0 {
      // All places of a file at once: it is read once.
      var own = pieces[index] ?? self.pieces(files[index], byteCount: pieceByteCount)
      if let piece = own.popLast() {
        chosen.append(piece)
        rest -= min(pieceByteCount, CorpusReader.byteCount(of: piece))
      }
      pieces[index] = own
    }
    return chosen
  }

  /// A piece for each place of one file, the first last; fewer where it has no more.
  private func pieces(_ places: CorpusSample.Places, byteCount: Int) -> [[Passage]] {
    if CorpusPieces.isStreamed(places.file.path, places.file.byteCount) {
      return places.stretches.reversed().compactMap { lines(of: places.file, stretch: $0, byteCount: byteCount) }
    }
    var passages: [Passage] = []
    forEachItem(of: places.file) { if case .article(_, let own, _) = $0 { passages += own } }
    if passages.isEmpty { return [] }
    if CorpusReader.byteCount(of: passages) <= byteCount { return [passages] }
    // Where a piece begins is told by the passage: what is changed elsewhere in the file does not move it.
    let starts = passages.indices.map { (hash: StableHash.hash(passages[$0].text.utf8.span), index: $0) }
      .sorted { ($0.hash, $0.index) < ($1.hash, $1.index) }.prefix(places.stretches.count)
    return starts.reversed().map { CorpusReader.piece(passages[$0.index...], byteCount: byteCount) }
  }

  /// The articles behind the first cut in one stretch of a large `.jsonl` file, or behind the stretch; `nil` where none can be read.
  private func lines(of file: CorpusFile, stretch: Int, byteCount: Int) -> [Passage]? {
    var passages: [Passage] = []
    // What cannot be read gives no sample; the reading of the corpus says why.
    try? readLines(of: file, from: stretch * CorpusSample.stretchByteCount) { line in
      if case .article(_, let own, _) = line.item(isFirst: true, articles) { passages += own }
      return CorpusReader.byteCount(of: passages[...]) < byteCount
    }
    return passages.isEmpty ? nil : CorpusReader.piece(passages[...], byteCount: byteCount)
  }

  private func readLines(of file: CorpusFile, from offset: Int, _ body: (JSONLine) -> Bool) throws(FileProblem) {
    let descriptor = try folder.openFile(file.path)
    try descriptor.seek(to: offset)
    var lines = LineReader(descriptor, byteLimit: JSONLinesFile.lineByteLimit)
    var isBehindCut = false
    // Before the cut, then behind it: lines that give no text must not be read to the end of the file, from each place anew.
    var read = 0
    while read < CorpusSample.longestSearch, let line = try lines.next() {
      read += line.count
      if isBehindCut {
        if let parsed = JSONLine(Array(line), path: file.path, number: lines.line), !body(parsed) { return }
        continue
      }
      // The first line may be the end of one.
      isBehindCut = lines.line > 1 && CorpusPieces.isCut(StableHash.hash(line.span), byteCount: line.count)
      if isBehindCut { read = 0 }
    }
  }

  /// The first of `passages`, up to so many bytes or a little more.
  private static func piece(_ passages: ArraySlice<Passage>, byteCount: Int) -> [Passage] {
    var rest = byteCount
    return Array(
      passages.prefix { passage in
        defer { rest -= passage.text.utf8.count }
        return rest > 0
      })
  }

  private static func byteCount(of passages: some Sequence<Passage>) -> Int {
    passages.reduce(0) { $0 + $1.text.utf8.count }
  }
}
