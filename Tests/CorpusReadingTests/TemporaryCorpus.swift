import CorpusReading
import Documents
import Glibc
import Testing

/// A corpus folder of its own for one test, removed with everything in it at the end.
final class TemporaryCorpus {
  let path: String

  init() throws {
    var template = Array("/tmp/corpus-reading-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file, making the folders above it.
  func write(_ name: String, bytes: [UInt8]) throws {
    let parts = name.split(separator: "/").dropLast()
    for count in 0..<parts.count { mkdir("\(path)/\(parts[...count].joined(separator: "/"))", 0o755) }
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      written += count
    }
  }

  /// Makes a file of `byteCount` bytes that takes no room.
  func writeSparse(_ name: String, byteCount: Int) throws {
    try write(name, "")
    try #require(truncate("\(path)/\(name)", byteCount) == 0)
  }

  /// All items of the corpus, in order.
  func items(_ settings: Settings = Settings()) throws -> [CorpusItem] {
    var items: [CorpusItem] = []
    try CorpusReader(folder: path, settings: settings).forEachItem { items.append($0) }
    return items
  }

  /// "path" of each article and "path: reason" of each skip, in order.
  func summary() throws -> [String] {
    try items().map { item in
      switch item {
      case .article(let article, _, _): return article.path.text
      case .skipped(let entry):
        let line = entry.line.map { ":\($0)" } ?? ""
        return "\(entry.path.text)\(line): \(entry.detail)"
      }
    }
  }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(folder)
    for name in names {
      if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    }
    rmdir(path)
  }
}
