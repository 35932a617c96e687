// The rows that are measured: printed as they come, kept in a file of tab-separated values.

import Glibc

/// One figure.
struct Row: Hashable {
  /// Of the corpus it was measured on.
  let passageCount: Int
  let measure: String
  let variant: String
  let value: Double
  let unit: String
}

/// All figures of a run, in the order they were measured.
struct Results {
  private(set) var rows: [Row] = []
  /// What was not measured, each with its reason; no two alike.
  private(set) var notes: [String] = []

  private static let noteMark = "# "

  init() {}

  /// - Throws: Where a line of the file is no note and does not have five columns.
  init(readingFrom path: String) throws {
    for line in try TextFile.read(path).split(separator: "\n") {
      if line.hasPrefix(Results.noteMark) {
        notes.append(String(line.dropFirst(Results.noteMark.count)))
        continue
      }
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 5, let count = Int(columns[0]), let value = Double(columns[3]) else {
        throw BenchmarkError(text: "\(path): not a row of results: \(line)")
      }
      rows.append(
        Row(passageCount: count, measure: columns[1], variant: columns[2], value: value, unit: columns[4]))
    }
  }

  /// Keeps a row and prints it.
  mutating func add(_ passageCount: Int, _ measure: String, _ variant: String, _ value: Double, _ unit: String) {
    rows.append(Row(passageCount: passageCount, measure: measure, variant: variant, value: value, unit: unit))
    print("\(passageCount)\t\(measure)\t\(variant)\t\(Results.text(value)) \(unit)")
    fflush(nil)
  }

  /// Keeps a note and prints it, the first time.
  mutating func add(note: String) {
    guard !notes.contains(note) else { return }
    notes.append(note)
    print(note)
    fflush(nil)
  }

  func write(to path: String) throws {
    let notes = notes.map { "\(Results.noteMark)\($0)\n" }
    let lines = rows.map { "\($0.passageCount)\t\($0.measure)\t\($0.variant)\t\($0.value)\t\($0.unit)\n" }
    try TextFile.write((notes + lines).joined(), to: path)
  }

  func value(_ passageCount: Int, _ measure: String, _ variant: String) -> Double? {
    rows.last { $0.passageCount == passageCount && $0.measure == measure && $0.variant == variant }?.value
  }

  /// The sizes of the corpora, rising.
  var passageCounts: [Int] { Set(rows.map(\.passageCount)).sorted() }

  /// Three digits that tell something, without an exponent.
  static func text(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    let digits = max(0, 2 - Int(floor(log10(abs(value)))))
    let scale = pow(10.0, Double(min(digits, 6)))
    let rounded = (value * scale).rounded() / scale
    return digits == 0 ? "\(Int(rounded))" : "\(rounded)"
  }
}
