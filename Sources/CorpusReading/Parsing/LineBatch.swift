// Lines of one large `.jsonl` file, for one thread; other threads read those before and after meanwhile.

import ByteIO
import Documents
import Threads

/// Consecutive lines of a `.jsonl` file, up to the next place where the corpus is cut, or a few such.
struct LineBatch: Sendable {
  let path: CorpusPath
  /// From 0 within the file.
  let number: Int
  /// Of the lines of this batch, without their ends.
  fileprivate(set) var bytes: [UInt8] = []
  /// Where each line ends in `bytes`, and whether the corpus is cut behind it.
  fileprivate(set) var lines: [(end: Int, isCut: Bool)] = []
  /// The number of the first line, from 1.
  fileprivate(set) var firstLine = 1
  /// Why nothing can be read behind the last line, with the number of the line that cannot be read.
  fileprivate(set) var problem: (reason: String, line: Int)?
  fileprivate let identifiers: IdentifierRegister

  fileprivate init(path: CorpusPath, number: Int, identifiers: IdentifierRegister) {
    self.path = path
    self.number = number
    self.identifiers = identifiers
  }

  /// Hands the items, and the cuts between them, to `body`.
  ///
  /// Waits until the batches before have read their ids: each batch of a file must be read, by whatever threads.
  func forEachItem<Failure: Error>(_ articles: ArticleReader, _ body: (PieceItem) throws(Failure) -> Void)
    throws(Failure)
  {
    var parsed: [JSONLine?] = []
    var start = 0
    for (index, line) in lines.enumerated() {
      parsed.append(JSONLine(Array(bytes[start..<line.end]), path: path, number: firstLine + index))
      start = line.end
    }
    let isFirst = identifiers.register(parsed.map { $0?.identifier }, batch: number)
    for (index, line) in parsed.enumerated() {
      if let line { try body(.item(line.item(isFirst: isFirst[index], articles))) }
      if lines[index].isCut { try body(.cut) }
    }
    guard let problem else { return }
    let detail = "\(problem.reason); the lines from here on are not read"
    try body(.item(.skipped(LedgerEntry(path: path, line: problem.line, action: .skipped, detail: detail))))
  }
}

/// A large `.jsonl` file being cut into batches.
struct LineBatches: ~Copyable {
  private let path: CorpusPath
  private var lines: LineReader
  private let identifiers = IdentifierRegister()
  private var batchCount = 0
  private var isAtEnd = false

  init(path: CorpusPath, _ file: consuming FileDescriptor) {
    self.path = path
    lines = LineReader(file, byteLimit: JSONLinesFile.lineByteLimit, isHashed: true)
  }

  /// The next batch: of at least `byteCount` bytes, and ending at a cut, unless it is the last; `nil` at the end.
  mutating func next(byteCount: Int) -> LineBatch? {
    guard !isAtEnd else { return nil }
    var batch = LineBatch(path: path, number: batchCount, identifiers: identifiers)
    batchCount += 1
    batch.firstLine = lines.line + 1
    do throws(FileProblem) {
      while let line = try lines.next() {
        batch.bytes.append(contentsOf: line)
        let isCut = CorpusPieces.isCut(StableHash.hash(line.span), byteCount: line.count)
        batch.lines.append((batch.bytes.count, isCut))
        if isCut, batch.bytes.count >= byteCount { return batch }
      }
    } catch {
      batch.problem = (error.reason, lines.line)
    }
    isAtEnd = true
    return batch
  }

  /// SHA-256 of the whole file; `nil` where it cannot be read.
  consuming func digest() -> [UInt8]? {
    lines.digest()
  }
}

/// The ids of one file's objects, batch after batch: an id counts where it stands first.
///
/// Ids are kept as 16 bytes of their SHA-256: a file may have millions, and two of them equal is beyond chance.
private final class IdentifierRegister: @unchecked Sendable {
  private struct Key: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ identifier: String) {
      let digest = SHA256.digest(of: identifier.utf8.span)
      high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Guards the others.
  private let monitor = Monitor()
  private var keys: Set<Key> = []
  private var turn = 0

  /// Whether each id occurs for the first time; waits for the turn of `batch`.
  func register(_ identifiers: [String?], batch: Int) -> [Bool] {
    let added = identifiers.map { $0.map(Key.init) }
    return monitor.withLock {
      while turn < batch { monitor.wait() }
      turn += 1
      monitor.notifyAll()
      return added.map { key in key.map { keys.insert($0).inserted } ?? true }
    }
  }
}
