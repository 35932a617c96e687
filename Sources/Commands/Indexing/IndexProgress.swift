// What `verbatim index` says while it works and when it is done; all of it on standard error.

import Documents
import Glibc
import InvertedIndex
import Terminal

/// Progress and result of one run of `index`.
final class IndexProgress {
  /// Skipped files are named one by one up to this many.
  static let namedSkips = 20

  private let isTerminal = StandardStreams.isTerminal(STDERR_FILENO)
  private let output = OutputWriter(descriptor: STDERR_FILENO)
  private let start = IndexProgress.seconds()
  private var lastShown = IndexProgress.seconds()
  private var hasLine = false

  /// Draws the line of progress anew, at a terminal, at most every tenth of a second.
  func show(files: Int, of total: Int) {
    let now = IndexProgress.seconds()
    guard isTerminal, now - lastShown >= 0.1 else { return }
    lastShown = now
    hasLine = true
    let share = 100 * files / max(1, total)
    // Progress that cannot be shown is no reason to stop.
    try? output.write("\r\(DecimalText.grouped(files)) of \(DecimalText.grouped(total)) files (\(share) %)\u{1B}[K")
    try? output.flush()
  }

  func finish(_ statistics: IndexStatistics, skipped: [LedgerEntry], folder: String) {
    name(skipped)
    let seconds = DecimalText.fixed(IndexProgress.seconds() - start, decimals: 2)
    let counts = [
      Sentences.counted(statistics.articleCount, "article"), Sentences.counted(statistics.passageCount, "passage"),
      Sentences.counted(statistics.termCount, "term"),
    ]
    let size = DecimalText.grouped((statistics.byteCount + 1023) / 1024)
    Program.say("\(counts.joined(separator: ", ")) in \(folder) (\(size) KiB, \(seconds) s)")
  }

  /// Names what was skipped, each with its reason, and takes the line of progress away.
  func name(_ skipped: [LedgerEntry]) {
    if hasLine { try? output.write("\r\u{1B}[K") }
    hasLine = false
    try? output.flush()
    for entry in skipped.prefix(IndexProgress.namedSkips) {
      let line = entry.line.map { ":\($0)" } ?? ""
      Program.say("skipped \(entry.path.text)\(line): \(entry.detail)")
    }
    if skipped.count > IndexProgress.namedSkips {
      let rest = DecimalText.grouped(skipped.count - IndexProgress.namedSkips)
      Program.say("skipped \(rest) more; verbatim status --ledger lists them")
    }
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
