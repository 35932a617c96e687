// The results of the last run, put into the pages that people read.

/// `verbatim-benchmark pages`: the tables of Documentation/benchmarks.md, and the figure beside it.
enum Pages {
  static let page = "Documentation/benchmarks.md"
  static let figure = "Documentation/growth.svg"
  static let begin = "<!-- results: begin -->\n"
  static let end = "<!-- results: end -->"

  static func write(_ options: Options) throws {
    let results = try Results(readingFrom: "\(options.folder)/results.tsv")
    let text = try TextFile.read(page)
    guard let begin = text.firstRange(of: Pages.begin), let end = text.firstRange(of: Pages.end),
      begin.upperBound <= end.lowerBound
    else { throw BenchmarkError(text: "\(page) has no place for results: \(Pages.begin)\(Pages.end)") }
    try TextFile.write(text[..<begin.upperBound] + table(results) + text[end.lowerBound...], to: page)
    if results.passageCounts.count > 1 { try TextFile.write(GrowthFigure(results).svg, to: figure) }
  }

  /// A row for each measure and variant, a column for each size; below, what was not measured.
  static func table(_ results: Results) -> String {
    let sizes = results.passageCounts
    var text = "| measure | of | " + sizes.map { "\($0) passages" }.joined(separator: " | ") + " | unit |\n"
    text += "| --- | --- |" + sizes.map { _ in " ---: |" }.joined() + " --- |\n"
    var seen: Set<[String]> = []
    for row in results.rows where seen.insert([row.measure, row.variant]).inserted {
      let values = sizes.map { results.value($0, row.measure, row.variant).map(Results.text) ?? "–" }
      text += "| \(row.measure) | \(row.variant) | \(values.joined(separator: " | ")) | \(row.unit) |\n"
    }
    if !results.notes.isEmpty { text += "\n" + results.notes.map { "- \($0)\n" }.joined() }
    return text
  }
}
