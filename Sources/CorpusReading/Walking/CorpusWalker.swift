// Finds the files of a corpus in one fixed order. It looks at names, kinds and sizes; it reads no article.

import Documents
import Glibc

/// A file that may hold an article.
package struct CorpusFile: Hashable, Sendable {
  package let path: CorpusPath
  package let byteCount: Int
  /// Nanoseconds since 1970, as the file system gives them; the nearest number where it gives a time that has none.
  package let modificationTime: Int
  /// When its bytes, its name or its rights were last changed, in the same unit; no program can set it.
  package let changeTime: Int

  package init(path: CorpusPath, byteCount: Int, modificationTime: Int, changeTime: Int) {
    self.path = path
    self.byteCount = byteCount
    self.modificationTime = modificationTime
    self.changeTime = changeTime
  }
}

/// What a walk through the corpus found.
package struct CorpusListing: Hashable, Sendable {
  /// Sorted by path.
  package var files: [CorpusFile] = []
  /// What cannot be an article, with the reason; sorted by path.
  package var skipped: [LedgerEntry] = []

  package init(files: [CorpusFile] = [], skipped: [LedgerEntry] = []) {
    self.files = files
    self.skipped = skipped
  }
}

/// Walks a corpus folder; O(entries) system calls, two file descriptors at most besides the folder's own.
struct CorpusWalker {
  /// Deeper folders are skipped; opening costs a call for each level.
  static let deepestFolder = 100
  /// The most bytes an article may have that is not a line of a `.jsonl` file.
  static let articleByteLimit = 64 << 20

  private let folder: CorpusFolder
  private var listing = CorpusListing()
  /// Folders still to be read, as the parts of their paths.
  private var pending: [[[UInt8]]] = [[]]

  private init(folder: CorpusFolder) {
    self.folder = folder
  }

  /// All files below `folder`, in byte order of their whole paths, which no locale changes.
  static func list(_ folder: CorpusFolder) -> CorpusListing {
    var walker = CorpusWalker(folder: folder)
    while let parts = walker.pending.popLast() {
      walker.readFolder(parts)
    }
    walker.listing.files.sort { $0.path < $1.path }
    walker.listing.skipped.sort { $0.path < $1.path }
    return walker.listing
  }

  private mutating func readFolder(_ parts: [[UInt8]]) {
    let shown = CorpusPath(bytes: parts.isEmpty ? [UInt8(ascii: ".")] : Array(parts.joined(separator: [0x2F])))
    guard parts.count <= Self.deepestFolder else {
      return skip(shown, "folders nested deeper than \(Self.deepestFolder)")
    }
    do throws(FileProblem) {
      let descriptor = try folder.openFolder(parts[...])
      for name in try Self.names(in: descriptor.number) {
        visit(parts + [name], in: descriptor.number)
      }
    } catch {
      skip(shown, error.reason)
    }
  }

  /// The names in an open folder, without `.` and `..`, as the file system gives them.
  private static func names(in folder: Int32) throws(FileProblem) -> [[UInt8]] {
    let copy = fcntl(folder, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .failed(errno: errno) }
    guard let stream = unsafe fdopendir(copy) else {
      let problem = errno
      _ = close(copy)
      throw .failed(errno: problem)
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw .failed(errno: errno) }
        return names
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
  }

  private mutating func visit(_ parts: [[UInt8]], in folder: Int32) {
    guard let name = parts.last, !ArticleFormat.isHidden(name) else { return }
    let path = CorpusPath(bytes: Array(parts.joined(separator: [UInt8(ascii: "/")])))
    var status = stat()
    let terminated = name.map { CChar(bitPattern: $0) } + [0]
    guard unsafe fstatat(folder, terminated, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return skip(path, FileProblem.failed(errno: errno).reason)
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { return pending.append(parts) }
    if ArticleFormat.isAboutCorpus(name) { return }
    if kind == S_IFLNK { return skip(path, "a symbolic link, not followed") }
    guard kind == S_IFREG else { return skip(path, FileProblem.notRegular.reason) }
    visitFile(path, status)
  }

  private mutating func visitFile(_ path: CorpusPath, _ status: stat) {
    guard let format = ArticleFormat(path: path) else {
      let suffix = path.fileExtension
      return skip(path, suffix.isEmpty ? "no file name extension" : "not a format of articles: .\(suffix)")
    }
    let byteCount = Int(status.st_size)
    if byteCount == 0 { return skip(path, "empty") }
    if byteCount > Self.articleByteLimit && format != .jsonLines {
      return skip(path, FileProblem.tooLarge(byteLimit: Self.articleByteLimit).reason)
    }
    listing.files.append(
      CorpusFile(
        path: path, byteCount: byteCount, modificationTime: Self.nanoseconds(status.st_mtim),
        changeTime: Self.nanoseconds(status.st_ctim)))
  }

  /// Nanoseconds since 1970; of a time they cannot count, before 1678 or after 2261, the least or the greatest number.
  static func nanoseconds(_ time: timespec) -> Int {
    let (product, isPast) = time.tv_sec.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isPastToo) = product.addingReportingOverflow(time.tv_nsec)
    return isPast || isPastToo ? (time.tv_sec < 0 ? .min : .max) : sum
  }

  private mutating func skip(_ path: CorpusPath, _ reason: String) {
    listing.skipped.append(LedgerEntry(path: path, line: nil, action: .skipped, detail: reason))
  }
}
