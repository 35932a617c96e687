// `verbatim index`: brings the index up to date with the articles.

import ArgumentParser
import ByteIO
import CorpusReading
import Documents
import InvertedIndex
import Threads

/// `verbatim index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Brings the index up to date with the articles.",
    usage: "verbatim index [--corpus <folder>] [--index <folder>] [<options>]",
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

  @Option(
    help: ArgumentHelp("For postings, before they go to the disk; 384 unless given.", valueName: "MiB"))
  var memory: Int?

  @Option(help: ArgumentHelp("How many work at once; one for each core unless given.", valueName: "number"))
  var threads: Int?

  func run() throws {
    let resources = try IndexResources(mebibytes: memory, threads: threads)
    let settingsPath = config ?? "\(corpus)/verbatim.yaml"
    let settings = try SettingsReader.read(path: settingsPath, isRequired: config != nil)
    if let crisis = settings.crisis, crisis.phrases.isEmpty {
      Program.say("\(settingsPath): the crisis card has no phrases, so nothing that is typed can call it up")
    }
    let reader = try CorpusReader(folder: corpus, settings: settings)
    if isCurrent(settingsPath) { return Program.say("\(index) is up to date with \(corpus)") }
    let progress = IndexProgress()
    let result = try build(reader, settings, resources, progress)
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

  private func build(
    _ reader: CorpusReader, _ settings: Settings, _ resources: IndexResources, _ progress: IndexProgress
  ) throws -> (statistics: IndexStatistics, skipped: SkippedArticles) {
    let listing = reader.list()
    progress.begin(listing)
    let assembler = try IndexAssembler(settings: settings, folder: index)
    let pipeline = IndexPipeline(reader, listing, into: assembler, progress)
    let workers = try (0..<resources.threads).map { _ in
      try IndexWorker(
        settings: settings, memoryByteCount: resources.memoryByteCount / resources.threads, spillFolder: index)
    }
    _ = try OrderedPipeline(pipeline, window: 4 * workers.count).run(workers: workers)
    guard !assembler.isEmpty else {
      progress.name(pipeline.skipped)
      throw UsageError(text: "nothing in \(corpus) could be indexed: no article was found. \(index) is as it was.")
    }
    return (try assembler.finish(workers), pipeline.skipped)
  }

  private func writeOrigin(_ settingsPath: String) throws {
    do throws(FileError) {
      try CorpusOrigin(corpus: corpus, config: settingsPath).write(to: index)
    } catch {
      throw IndexError.system(path: error.path, call: error.call, errno: error.errno)
    }
  }
}
