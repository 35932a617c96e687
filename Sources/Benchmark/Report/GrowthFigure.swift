// A picture of how things grow with the corpus, as plain SVG that suits light and dark pages.

import Glibc

/// Panels side by side, both axes logarithmic: build time, index size, and the times of top-10 queries.
struct GrowthFigure {
  private struct Line {
    let name: String
    let style: String
    let points: [(x: Double, y: Double)]
  }

  private struct Panel {
    let title: String
    let lines: [Line]
  }

  private let panels: [Panel]
  private let sizes: [Int]

  private static let panelWidth = 300.0
  private static let left = 58.0, right = 16.0, top = 40.0, bottom = 200.0

  init(_ results: Results) {
    sizes = results.passageCounts
    func line(_ name: String, _ style: String, _ measure: String, _ variant: String) -> Line {
      let points = results.passageCounts.compactMap { size in
        results.value(size, measure, variant).flatMap { $0 > 0 ? (x: Double(size), y: $0) : nil }
      }
      return Line(name: name, style: style, points: points)
    }
    panels = [
      Panel(
        title: "Build, seconds",
        lines: [
          line("verbatim, 1 thread", "a", "build", "verbatim, 1 thread"),
          line("verbatim, 2 threads", "b", "build", "verbatim, 2 threads"),
          line("SQLite FTS5", "c", "build", "SQLite FTS5"),
        ]),
      Panel(
        title: "Index, MB",
        lines: [
          line("verbatim", "a", "size", "verbatim"), line("articles", "b", "corpus", "articles"),
          line("SQLite FTS5", "c", "size", "SQLite FTS5"),
        ]),
      Panel(
        title: "Ten best passages, ms",
        lines: [
          line("median", "a", "top-k", "k = 10, p50"), line("99th percentile", "b", "top-k", "k = 10, p99"),
          line("SQLite FTS5, mean", "c", "compared, words", "SQLite FTS5"),
        ]),
    ]
  }

  /// The whole file.
  var svg: String {
    let width = Int(GrowthFigure.panelWidth) * panels.count
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 300" width="\(width)" height="300" role="img">
      <title>Build time, index size and query time by the number of passages</title>
      <style>
      text { font: 12px sans-serif; fill: #333 } .h { font-weight: bold } .g { stroke: #8884; stroke-width: 1 }
      path { fill: none; stroke-width: 2 }
      .a { stroke: #0969da } .b { stroke: #bc4c00 } .c { stroke: #777; stroke-dasharray: 5 4 }
      circle { stroke: none } circle.a { fill: #0969da } circle.b { fill: #bc4c00 } circle.c { fill: #777 }
      @media (prefers-color-scheme: dark) {
      text { fill: #ddd } .a { stroke: #58a6ff } .b { stroke: #f0883e } .c { stroke: #aaa }
      circle.a { fill: #58a6ff } circle.b { fill: #f0883e } circle.c { fill: #aaa }
      }
      </style>

      """
    for (number, panel) in panels.enumerated() { text += draw(panel, at: Double(number) * GrowthFigure.panelWidth) }
    return text + "</svg>\n"
  }

  private func draw(_ panel: Panel, at offset: Double) -> String {
    let values = panel.lines.flatMap(\.points).map(\.y)
    guard let least = values.min(), let most = values.max() else { return "" }
    let decades = floor(log10(least))...max(ceil(log10(most)), floor(log10(least)) + 1)
    let first = log10(Double(sizes[0]))
    let last = max(log10(Double(sizes[sizes.count - 1])), first + 0.1)
    let start = offset + GrowthFigure.left
    let end = offset + GrowthFigure.panelWidth - GrowthFigure.right
    func x(_ size: Double) -> Double { start + (end - start) * (log10(size) - first) / (last - first) }
    func y(_ power: Double) -> Double {
      let share = (power - decades.lowerBound) / (decades.upperBound - decades.lowerBound)
      return GrowthFigure.bottom - (GrowthFigure.bottom - GrowthFigure.top) * share
    }
    var text = "<text class=\"h\" x=\"\(start)\" y=\"20\">\(panel.title)</text>\n"
    for power in stride(from: decades.lowerBound, through: decades.upperBound, by: 1) {
      let height = tenth(y(power))
      text += "<path class=\"g\" d=\"M\(tenth(start)) \(height)H\(tenth(end))\"/>"
      text += "<text text-anchor=\"end\" x=\"\(tenth(start - 6))\" y=\"\(tenth(y(power) + 4))\">"
      text += "\(GrowthFigure.power(power))</text>\n"
    }
    for size in sizes {
      let anchor = size == sizes.last ? "end" : size == sizes.first ? "start" : "middle"
      text += "<text text-anchor=\"\(anchor)\" x=\"\(tenth(x(Double(size))))\" y=\"\(GrowthFigure.bottom + 18)\">"
      text += "\(GrowthFigure.short(size))\(size == sizes.last ? " passages" : "")</text>\n"
    }
    for (number, line) in panel.lines.enumerated() {
      let points = line.points.map { (tenth(x($0.x)), tenth(y(log10($0.y)))) }
      let path = points.map { "\($0.0) \($0.1)" }.joined(separator: "L")
      let height = GrowthFigure.bottom + 42 + 18 * Double(number)
      text += "<path class=\"\(line.style)\" d=\"M\(path)\"/>"
      text += points.map { "<circle class=\"\(line.style)\" cx=\"\($0.0)\" cy=\"\($0.1)\" r=\"3\"/>" }.joined()
      text += "\n<path class=\"\(line.style)\" d=\"M\(tenth(start)) \(height - 4)h22\"/>"
      text += "<text x=\"\(tenth(start + 28))\" y=\"\(height)\">\(line.name)</text>\n"
    }
    return text
  }

  private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// 10 to `exponent`, as people write it.
  private static func power(_ exponent: Double) -> String {
    exponent >= 0 ? "\(Int(pow(10, exponent)))" : "0." + String(repeating: "0", count: Int(-exponent) - 1) + "1"
  }

  /// 10 k, 1 M.
  private static func short(_ size: Int) -> String {
    let million = Double(size) / 1e6
    let thousand = Double(size) / 1e3
    return million >= 0.95 ? "\(Int(million.rounded())) M" : "\(Int(thousand.rounded())) k"
  }
}
