// Counts the repairs of one kind, and keeps an example of each, for the ledger.

import Documents

/// What one repair did to a text.
struct RepairReport {
  private let cause: String
  private(set) var count = 0
  private var firstLine: Int?
  /// At most five different changes, "Õ → ’".
  private var examples: [String] = []

  init(_ cause: String) {
    self.cause = cause
  }

  mutating func add(_ before: ArraySlice<Unicode.Scalar>, _ after: Unicode.Scalar, line: Int) {
    count += 1
    firstLine = firstLine ?? line
    guard examples.count < 5 else { return }
    let example = "\(String(String.UnicodeScalarView(before))) → \(after)"
    if !examples.contains(example) { examples.append(example) }
  }

  /// One entry for all; none where nothing was repaired.
  func enter(in ledger: inout ArticleLedger) {
    guard count > 0 else { return }
    let detail = "\(cause): \(count) repaired (\(examples.joined(separator: ", ")))"
    ledger.note(.mojibakeRepaired, line: firstLine, detail)
  }
}
