// `verbatim status`: what the index holds, when it was made, and what was done to the articles on the way.

import ArgumentParser
import Documents
import Glibc
import InvertedIndex
import Terminal

/// `verbatim status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells what the index holds.",
    discussion: """
        verbatim status
        verbatim status --ledger
      """)

  @OptionGroup var location: IndexLocation

  @Flag(help: "List every repair and removal made while the articles were read.")
  var ledger = false

  @Flag(help: "One JSON object instead of lines for people.")
  var json = false

  func run() throws {
    let index = try location.open()
    let freshness = try Freshness(of: index, inFolder: location.resolved)
    let output = OutputWriter(descriptor: STDOUT_FILENO)
    if json {
      try output.writeLine(try record(of: index, freshness).pretty)
    } else {
      for line in try lines(of: index, freshness) { try output.writeLine(Sanitizer.cleanLine(line)) }
    }
    try output.flush()
  }

  private func lines(of index: IndexReader, _ freshness: Freshness) throws -> [String] {
    let statistics = index.statistics
    var lines = [
      "index      \(index.path) (\(index.fingerprint))",
      "articles   \(DecimalText.grouped(statistics.articleCount))",
      "passages   \(DecimalText.grouped(statistics.passageCount))",
      "terms      \(DecimalText.grouped(statistics.termCount))",
      "words      \(DecimalText.grouped(statistics.tokenCount))",
      "size       \(DecimalText.grouped(statistics.byteCount)) bytes",
      "built      \(CalendarTime.utc(index.modificationTime))",
      "corpus     \(freshness.summary)",
    ]
    let entries = try index.ledger()
    lines.append("ledger     \(StatusCommand.summary(of: entries))")
    if ledger { lines += entries.map { "  " + StatusCommand.line(of: $0) } }
    return lines
  }

  private static func summary(of entries: [LedgerEntry]) -> String {
    let skipped = entries.count { $0.action == .skipped }
    let others = entries.count - skipped
    return "\(Sentences.counted(others, "repair or removal", plural: "repairs and removals")), "
      + "\(Sentences.counted(skipped, "skipped"  , plural: "skipped"))"
  }

  /// `PATH:LINE  ACTION  DETAIL`.
  static func line(of entry: LedgerEntry) -> String {
    let place = entry.path.text + (entry.line.map { ":\($0)" } ?? "")
    return "\(place)  \(name(of: entry.action))  \(entry.detail)"
  }

  /// The action's name, as `--json` has it.
  static func name(of action: LedgerEntry.Action) -> String {
    switch action {
    case .decoded: "decoded"
    case .mojibakeRepaired: "mojibake_repaired"
    case .charactersRemoved: "characters_removed"
    case .listSplit: "list_split"
    case .headingFound: "heading_found"
    case .titleFound: "title_found"
    case .captionRemoved: "caption_removed"
    case .biographyRemoved: "biography_removed"
    case .navigationRemoved: "navigation_removed"
    case .addressRemoved: "address_removed"
    case .boilerplateRemoved: "boilerplate_removed"
    case .skipped: "skipped"
    case .frontMatterIgnored: "front_matter_ignored"
    }
  }

  private func record(of index: IndexReader, _ freshness: Freshness) throws -> JSONValue {
    let statistics = index.statistics
    var members: [JSONValue.Member] = [
      .init("v", .integer(1)),
      .init("path", .string(Sanitizer.clean(index.path))),
      .init("index", .string(index.fingerprint)),
      .init("articles", .integer(statistics.articleCount)),
      .init("passages", .integer(statistics.passageCount)),
      .init("terms", .integer(statistics.termCount)),
      .init("words", .integer(statistics.tokenCount)),
      .init("bytes", .integer(statistics.byteCount)),
      .init("built", .string(CalendarTime.utc(index.modificationTime))),
      .init("stale", freshness.isStale.map(JSONValue.bool) ?? .null),
    ]
    if ledger {
      members.append(
        .init(
          "ledger",
          .array(
            try index.ledger().map { entry in
              .object([
                .init("path", .string(Sanitizer.clean(entry.path.text))),
                .init("line", entry.line.map(JSONValue.integer) ?? .null),
                .init("action", .string(StatusCommand.name(of: entry.action))),
                .init("detail", .string(Sanitizer.clean(entry.detail))),
              ])
            })))
    }
    return .object(members)
  }
}
