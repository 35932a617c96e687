// Where an index's articles came from: a small file beside the index, so that "is it current?" can be asked later.

import ByteIO
import CorpusReading
import Glibc

/// The corpus folder and the settings file an index was made from, as paths relative to the index folder.
///
/// It stands beside the index, not in it: the same articles give the same index wherever they lie.
struct CorpusOrigin: Equatable {
  static let fileName = "verbatim.origin"

  var corpus: String
  var config: String
  /// The version of the reading rules the index was made by; `nil` where that is not known.
  var rules: Int?

  /// What stands beside the index in `folder`; without it, `Corpus` beside the index folder.
  init(readingFrom folder: String) {
    var lines: [String] = []
    if let file = try? MappedFile(path: "\(folder)/\(CorpusOrigin.fileName)") {  // missing: the default holds
      let text = file.bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
      lines = text.split(separator: "\n").map(String.init)
    }
    func value(_ key: String) -> String? {
      lines.first { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
    }
    corpus = "\(folder)/\(value("corpus") ?? "../Corpus")"
    config = "\(folder)/\(value("config") ?? "../Corpus/verbatim.yaml")"
    rules = value("rules").flatMap { Int($0) }
  }

  init(corpus: String, config: String) {
    self.corpus = corpus
    self.config = config
    rules = CorpusReader.rulesVersion
  }

  /// Whether the file in `folder` says just this.
  func isWritten(in folder: String) -> Bool {
    // One that cannot be read says nothing.
    guard let file = try? MappedFile(path: "\(folder)/\(CorpusOrigin.fileName)") else { return false }
    return file.bytes.withUnsafeBytes { $0.elementsEqual(text(in: folder).utf8) }
  }

  /// What the file says in `folder`.
  private func text(in folder: String) -> String {
    """
    corpus \(CorpusOrigin.relative(corpus, to: folder))
    config \(CorpusOrigin.relative(config, to: folder))
    rules \(rules ?? 0)

    """
  }

  /// Writes the file into `folder`.
  func write(to folder: String) throws(FileError) {
    var file = try ReplacedFile(folder: folder, name: CorpusOrigin.fileName)
    let bytes = Array(text(in: folder).utf8)
    try file.append(bytes.span.bytes)
    try file.commit()
  }

  /// `path` as seen from `folder`: both may then be moved together.
  static func relative(_ path: String, to folder: String) -> String {
    guard let from = IndexLocation.realPath(folder) else { return path }
    let target = absolute(path)
    let here = from.split(separator: "/")
    let there = target.split(separator: "/")
    var shared = 0
    while shared < min(here.count, there.count), here[shared] == there[shared] { shared += 1 }
    let up = [Substring](repeating: "..", count: here.count - shared)
    return (up + there[shared...]).joined(separator: "/")
  }

  /// `path` made absolute; the last part need not exist.
  private static func absolute(_ path: String) -> String {
    if let real = IndexLocation.realPath(path) { return real }
    guard let slash = path.lastIndex(of: "/") else { return (IndexLocation.realPath(".") ?? "") + "/" + path }
    let folder = IndexLocation.realPath(path[...slash]) ?? String(path[..<slash])
    return folder + path[slash...]
  }
}
