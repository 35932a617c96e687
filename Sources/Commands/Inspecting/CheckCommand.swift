// `verbatim check`: is every byte of the index as it was written, and is it current?

import ArgumentParser
import CorpusReading
import Glibc
import InvertedIndex
import Terminal

/// `verbatim check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every byte of the index, and says whether it is whole.",
    discussion: """
      With --corpus, also whether the index is current. Exit status: 0 whole (and
      current), 1 stale, 3 missing or damaged.

        verbatim check --corpus Corpus
      """)

  @OptionGroup var location: IndexLocation

  @Option(help: ArgumentHelp("Compare with these articles too.", valueName: "folder"))
  var corpus: String?

  func run() throws {
    let index = try location.open()
    try index.verify()
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    let size = DecimalText.grouped(index.statistics.byteCount)
    try output.writeLine(Sanitizer.cleanLine("\(index.path): whole, \(size) bytes"))
    var isStale = false
    if let corpus {
      let config = CorpusOrigin(readingFrom: location.resolved).config
      let own = "\(corpus)/verbatim.yaml"
      let freshness = try Freshness(of: index, corpus: corpus, config: access(own, F_OK) == 0 ? own : config)
      try output.writeLine(Sanitizer.cleanLine(freshness.summary))
      isStale = freshness.isStale == true
    }
    try output.flush()
    if isStale { throw CommandEnd(status: .otherVerdict) }
  }
}
