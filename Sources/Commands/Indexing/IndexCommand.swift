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

  @Flag(help: "Read every article anew, also those that have not changed.")
  var full = false

  @Flag(help: "Put like files side by side: takes thrice as long, and makes the index a little smaller.")
  var reorder = false

  func run() throws {
    let resources = try IndexResources(mebibytes: memory, threads: threads)
    let settingsPath = config ?? "\(corpus)/verbatim.yaml"
    let settings = try SettingsReader.read(path: settingsPath, isRequired: config != nil)
    if let crisis = settings.crisis, crisis.patterns.patternCount(ofList: Settings.Crisis.List.phrases.rawValue) == 0 {
      Program.say("\(settingsPath): the crisis card has no phrases, so nothing that is typed can call it up")
    }
    let reader = try CorpusReader(folder: corpus, settings: settings)
    let progress = IndexProgress()
    let update = IndexUpdate(reader, settings, folder: index, resources, progress)
    let result = try update.run(isFull: full, reorders: reorder)
    guard let result else {
      try writeBeside(settings, settingsPath)
      return Program.say("\(index) is up to date with \(corpus)")
    }
    progress.name(result.skipped)
    guard let statistics = result.statistics else {
      throw UsageError(text: "nothing in \(corpus) could be indexed: no article was found. \(index) is as it was.")
    }
    try writeBeside(settings, settingsPath)
    progress.finish(statistics, kept: result.keptFileCount, of: result.fileCount, folder: index)
  }

  /// Notes where the articles are, and the crisis card, in files beside the index; writes nothing where that is noted already.
  private func writeBeside(_ settings: Settings, _ settingsPath: String) throws {
    let origin = CorpusOrigin(corpus: corpus, config: settingsPath)
    do throws(FileError) {
      try CrisisFile.update(from: settings, in: index)
      if !origin.isWritten(in: index) { try origin.write(to: index) }
    } catch {
      throw IndexError.system(path: error.path, call: error.call, errno: error.errno)
    }
  }
}
