// A `.jsonl` file read line by line, each an article, a skipped line, or nothing where it is blank.

import ByteIO
import Documents

/// The items of one open `.jsonl` file, in order; holds one line at a time, and the ids seen.
struct JSONLinesFile: ~Copyable {
  /// The longest line that is read. The file may have any size.
  static let lineByteLimit = 64 << 20

  private let path: CorpusPath
  private var lines: LineReader
  private var identifiers: Set<String> = []
  private var isAtEnd = false

  /// - Parameter isHashed: whether `digest` will be asked for.
  init(path: CorpusPath, _ file: consuming FileDescriptor, isHashed: Bool) {
    self.path = path
    self.lines = LineReader(file, byteLimit: Self.lineByteLimit, isHashed: isHashed)
  }

  /// The item of the next line that is not blank; `nil` at the end.
  mutating func next(_ articles: ArticleReader) -> CorpusItem? {
    while let line = nextLine() {
      switch line {
      case .success(let bytes):
        if let item = item(bytes, articles) { return item }
      case .failure(let problem):
        isAtEnd = true
        return skipped("\(problem.reason); the lines from here on are not read")
      }
    }
    return nil
  }

  /// SHA-256 of the whole file, what was not read of it too; `nil` where it cannot be read.
  consuming func digest() -> [UInt8]? {
    lines.digest()
  }

  private mutating func nextLine() -> Result<[UInt8], FileProblem>? {
    if isAtEnd { return nil }
    do throws(FileProblem) {
      return try lines.next().map { .success(Array($0)) }
    } catch {
      return .failure(error)
    }
  }

  private mutating func item(_ bytes: [UInt8], _ articles: ArticleReader) -> CorpusItem? {
    guard let line = JSONLine(bytes, path: path, number: lines.line) else { return nil }
    let isFirst = line.identifier.map { identifiers.insert($0).inserted }
    return line.item(isFirst: isFirst ?? true, articles)
  }

  private func skipped(_ reason: String) -> CorpusItem {
    .skipped(LedgerEntry(path: path, line: lines.line, action: .skipped, detail: reason))
  }
}
