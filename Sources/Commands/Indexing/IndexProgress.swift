// What `verbatim index` says while it works and when it is done; all of it on standard error.

import CorpusReading
import Glibc
import InvertedIndex
import Terminal

/// Progress and result of one run of `index`. For one thread at a time.
final class IndexProgress {
  private let isTerminal = StandardStreams.isTerminal(STDERR_FILENO)
  private let output = OutputWriter(descriptor: STDERR_FILENO)
  private let start = IndexProgress.seconds()
  private var lastShown = IndexProgress.seconds()
  private var hasLine = false
  private var total = (files: 0, byteCount: 0)
  private var done = (files: 0, byteCount: 0, passages: 0)

  /// Notes how much there is to do.
  func begin(_ listing: CorpusListing) {
    done = (0, 0, 0)
    total = (listing.files.count, listing.files.reduce(0) { $0 + $1.byteCount })
  }

  /// Notes what was done, and draws the line of progress anew: at a terminal, at most every tenth of a second.
  func add(files: Int, byteCount: Int, passages: Int) {
    done = (done.files + files, done.byteCount + byteCount, done.passages + passages)
    show { ProgressLine(done: done, total: total, seconds: $0).text(columns: $1) }
  }

  /// Draws how far the putting together of the postings has come: a share from 0 to 1.
  func merge(_ share: Double) {
    show { _, columns in
      String("putting the index together: \(Int(100 * share)) %".prefix(columns))
    }
  }

  private func show(_ text: (_ seconds: Double, _ columns: Int) -> String) {
    let now = IndexProgress.seconds()
    guard isTerminal, now - lastShown >= 0.1 else { return }
    lastShown = now
    hasLine = true
    let columns = TerminalSize(descriptor: STDERR_FILENO).columns
    // Progress that cannot be shown is no reason to stop.
    try? output.write("\r\(text(now - start, columns - 1))\u{1B}[K")
    try? output.flush()
  }

  /// Takes the line of progress away.
  private func clear() {
    if hasLine { try? output.write("\r\u{1B}[K") }
    hasLine = false
    try? output.flush()
  }

  /// Says what was made.
  ///
  /// - Parameter kept: how many files, of how many, were taken over from the old index.
  func finish(_ statistics: IndexStatistics, kept: Int, of fileCount: Int, folder: String) {
    clear()
    let seconds = DecimalText.fixed(IndexProgress.seconds() - start, decimals: 2)
    let counts = [
      Sentences.counted(statistics.articleCount, "article"), Sentences.counted(statistics.passageCount, "passage"),
      Sentences.counted(statistics.termCount, "term"),
    ]
    let size = DecimalText.grouped((statistics.byteCount + 1023) / 1024)
    if kept > 0 {
      let files = Sentences.counted(fileCount, "file")
      Program.say("\(DecimalText.grouped(kept)) of \(files) taken over from the old index")
    }
    Program.say("\(counts.joined(separator: ", ")) in \(folder) (\(size) KiB, \(seconds) s)")
  }

  /// Names what was skipped, each with its reason, and takes the line of progress away.
  func name(_ skipped: SkippedArticles) {
    clear()
    for entry in skipped.named {
      let line = entry.line.map { ":\($0)" } ?? ""
      Program.say("skipped \(entry.path.text)\(line): \(entry.detail)")
    }
    if skipped.count > skipped.named.count {
      let rest = DecimalText.grouped(skipped.count - skipped.named.count)
      Program.say("skipped \(rest) more; verbatim status --ledger lists them")
    }
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

/// The line of progress: how many files, which share of the bytes, how fast, and how long it will take yet.
struct ProgressLine {
  let done: (files: Int, byteCount: Int, passages: Int)
  let total: (files: Int, byteCount: Int)
  let seconds: Double

  /// The line in at most `columns` columns: what does not fit is left out from the end.
  func text(columns: Int) -> String {
    var line = ""
    for part in parts {
      let longer = line.isEmpty ? part : line + ", " + part
      if longer.count > columns { break }
      line = longer
    }
    return line
  }

  private var parts: [String] {
    let share = 100 * done.byteCount / max(1, total.byteCount)
    var parts = [
      "\(share) %", "\(DecimalText.grouped(done.files)) of \(DecimalText.grouped(total.files)) files",
      "\(DecimalText.grouped(done.passages)) passages",
    ]
    guard seconds > 0, done.byteCount > 0 else { return parts }
    parts.insert(DecimalText.fixed(Double(done.byteCount) / seconds / 1e6, decimals: 1) + " MB/s", at: 2)
    let rest = seconds * Double(total.byteCount - done.byteCount) / Double(done.byteCount)
    parts.insert("\(Int(rest.rounded(.up))) s left", at: 2)
    return parts
  }
}
