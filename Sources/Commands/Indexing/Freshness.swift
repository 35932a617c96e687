// Is an index still what its articles say? Compares the files' digests; it reads every article.

import CorpusReading
import Documents
import InvertedIndex

/// How an index and a corpus differ.
struct Freshness {
  /// Paths of files that were changed, added or removed since the index was made; in the order of the corpus.
  private(set) var changed: [String] = []
  private(set) var added: [String] = []
  private(set) var removed: [String] = []
  private(set) var settingsChanged = false
  /// `nil` where the corpus cannot be found.
  private(set) var isStale: Bool?

  /// Compares with the corpus the index was made from, as noted beside it.
  init(of index: IndexReader, inFolder folder: String) throws {
    let origin = CorpusOrigin(readingFrom: folder)
    guard IndexLocation.realPath(origin.corpus) != nil else {
      self.init()
      return
    }
    try self.init(of: index, corpus: origin.corpus, config: origin.config)
  }

  private init() {}

  /// Compares with the articles in `corpus` and the settings in `config`.
  init(of index: IndexReader, corpus: String, config: String) throws {
    let settings = try SettingsReader.read(path: config, isRequired: false)
    settingsChanged = settings != index.settings
    let reader = try CorpusReader(folder: corpus, settings: settings)
    var indexed: [CorpusPath: [UInt8]] = [:]
    for file in try index.files() { indexed[file.path] = file.digest }
    for file in reader.list().files {
      guard let digest = indexed.removeValue(forKey: file.path) else {
        added.append(file.path.text)
        continue
      }
      if reader.digest(of: file) != digest { changed.append(file.path.text) }
    }
    removed = indexed.keys.sorted().map(\.text)
    isStale = settingsChanged || !(changed.isEmpty && added.isEmpty && removed.isEmpty)
  }

  /// One sentence: current, stale and why, or not known.
  var summary: String {
    guard let isStale else { return "The articles this index was made from are not where they were." }
    guard isStale else { return "Up to date." }
    var reasons: [String] = []
    if settingsChanged { reasons.append("the settings changed") }
    for (paths, word) in [(changed, "changed"), (added, "new"), (removed, "gone")] where !paths.isEmpty {
      let named = paths.prefix(3).joined(separator: ", ")
      let rest = paths.count > 3 ? " and \(DecimalText.grouped(paths.count - 3)) more" : ""
      reasons.append("\(word): \(named)\(rest)")
    }
    return "Stale: \(reasons.joined(separator: "; "))."
  }
}
