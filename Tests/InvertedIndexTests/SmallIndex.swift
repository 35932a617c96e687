import ByteIO
import Documents
import Glibc
import InvertedIndex

/// A folder of a test's own, removed with its files when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = "/tmp/verbatim-test-XXXXXX".utf8CString.map { $0 }
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    path = template.withUnsafeBufferPointer { name in
      String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit {
    _ = system("rm -rf '\(path)'")
  }
}

/// An article as a test writes it: passages under headings.
struct SmallArticle {
  var name: String
  var title: String?
  var passages: [(heading: String?, text: String)]

  init(_ name: String, title: String? = nil, _ passages: [(heading: String?, text: String)]) {
    self.name = name
    self.title = title
    self.passages = passages
  }
}

/// A sample of one piece: passages of these texts.
func smallSample(_ texts: [String]) -> TextSample {
  let passages = texts.map { Passage(section: 0, heading: nil, text: $0, lines: LineRange(1, 1)) }
  return TextSample([passages], byteLimit: 1 << 16)
}

/// Writes an index of `articles` into `folder`; passage `i` of an article stands on line `i + 1`.
@discardableResult
func writeIndex(
  _ articles: [SmallArticle], settings: Settings = Settings(), sample: TextSample = .none, to folder: String
) throws -> IndexStatistics {
  var builder = try IndexBuilder(settings: settings, sample: sample)
  for small in articles {
    let article = Article(path: CorpusPath(small.name), title: small.title, digest: [1, 2, 3])
    var section = -1
    var heading: String?? = .none
    var passages: [Passage] = []
    for (index, passage) in small.passages.enumerated() {
      if heading != .some(passage.heading) { section += 1 }
      heading = .some(passage.heading)
      passages.append(
        Passage(
          section: section, heading: passage.heading, text: passage.text, lines: LineRange(index + 1, index + 1)))
    }
    try builder.add(article, passages: passages)
    builder.add([LedgerEntry(path: article.path, line: 2, action: .navigationRemoved, detail: "Next")])
    builder.add(SourceFile(path: article.path, byteCount: 10, digest: [9]))
  }
  return try builder.finish(folder: folder)
}

/// The lock at `path`, as soon as it is free.
///
/// Other tests start processes meanwhile: between fork and exec a child holds a copy of every descriptor, and so of a lock
/// that was just given back.
func lockOnceFree(_ path: String) throws -> FileLock {
  let deadline = time(nil) + 20
  while true {
    do throws(FileError) {
      return try FileLock(path: path)
    } catch {
      guard error.errno == EWOULDBLOCK, time(nil) < deadline else { throw error }
      sched_yield()
    }
  }
}
