// `verbatim index`: brings the index up to date with the articles.

import ArgumentParser
import ByteIO
import CorpusReading
import Documents
import InvertedIndex

/// `verbatim index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Brings the index up to date with the articles.",
    discussion: """
      Reads .md, .markdown, .txt, .html, .htm and .jsonl files below the corpus
      folder. What is no article is skipped and named with its reason. The old
      index answers until the new one is whole.

        verbatim index --corpus Corpus --index Index
      """)

  @Option(help: ArgumentHelp("The articles.", valueName: "folder"))
  var corpus = "Corpus"

  @Option(help: ArgumentHelp("Where the index is written.", valueName: "folder"))
  var index = "Index"

  @Option(help: ArgumentHelp("The settings; else verbatim.yaml in the corpus folder.", valueName: "file"))
  var config: String?

  func run() throws {
    let settingsPath = config ?? "\(corpus)/verbatim.yaml"
    let settings = try SettingsReader.read(path: settingsPath, isRequired: config != nil)
    if let crisis = settings.crisis, crisis.phrases.isEmpty {
      Program.say("\(settingsPath): the crisis card has no phrases, so nothing that is typed can call it up")
    }
    let reader = try CorpusReader(folder: corpus, settings: settings)
    if isCurrent(settingsPath) { return Program.say("\(index) is up to date with \(corpus)") }
    let progress = IndexProgress()
    let result = try build(reader, settings, progress)
    try writeOrigin(settingsPath)
    progress.finish(result.statistics, skipped: result.skipped, folder: index)
  }

  /// The index can be read, and the articles, the settings, and the rules of reading are those it was made by.
  private func isCurrent(_ settingsPath: String) -> Bool {
    // An index that cannot be read is no reason to stop: it is made anew.
    guard CorpusOrigin(readingFrom: index).rules == CorpusReader.rulesVersion,
      let old = try? IndexReader(folder: index),
      let freshness = try? Freshness(of: old, corpus: corpus, config: settingsPath)
    else { return false }
    return freshness.isStale == false && (try? old.verify()) != nil
  }

  private func build(_ reader: CorpusReader, _ settings: Settings, _ progress: IndexProgress) throws -> (
    statistics: IndexStatistics, skipped: [LedgerEntry]
  ) {
    var builder = try IndexBuilder(settings: settings)
    let listing = reader.list()
    var skipped = listing.skipped
    for (number, file) in listing.files.enumerated() {
      progress.show(files: number, of: listing.files.count)
      var digest: [UInt8]?
      try reader.forEachItem(of: file, digest: &digest) { item in
        switch item {
        case .article(let article, let passages, let ledger):
          try builder.add(article, passages: passages)
          builder.add(ledger)
        case .skipped(let entry):
          skipped.append(entry)
        }
      }
      guard let digest else { continue }
      builder.add(SourceFile(path: file.path, byteCount: file.byteCount, digest: digest))
    }
    skipped.sort { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
    builder.add(skipped)
    guard !builder.isEmpty else {
      progress.name(skipped)
      throw UsageError(text: "nothing in \(corpus) could be indexed: no article was found. \(index) is as it was.")
    }
    return (try builder.finish(folder: index), skipped)
  }

  private func writeOrigin(_ settingsPath: String) throws {
    do throws(FileError) {
      try CorpusOrigin(corpus: corpus, config: settingsPath).write(to: index)
    } catch {
      throw IndexError.system(path: error.path, call: error.call, errno: error.errno)
    }
  }
}
