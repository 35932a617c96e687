// Finds list items that ran into one line: "Helps with: - Sleep. - Appetite. - Mood. It takes weeks."

import Documents
import TextAnalysis

/// Cuts a line at the list items within it.
enum RunInList {
  /// Dashes beyond this many in one line are no list.
  private static let itemLimit = 1000

  /// A part of a line.
  struct Part: Equatable {
    /// Half-open, in bytes of the line; a marker is left out.
    var range: Range<Int>
    var isItem: Bool
  }

  /// The parts of `line`, at least two; `nil` where no list runs along it.
  ///
  /// - Parameters:
  ///   - startsItem: `line` itself is the content of a list item.
  ///   - isAmongItems: the line above is, or ended in, a list item: one item within this line is proof enough.
  static func parts(of line: [UInt8], startsItem: Bool, isAmongItems: Bool) -> [Part]? {
    let cuts = cuts(in: line, startsItem: startsItem)
    guard let first = cuts.first, cuts.count >= (isAmongItems || startsItem ? 1 : 2),
      cuts.count <= itemLimit
    else { return nil }
    var parts: [Part] = []
    append(0..<first, isItem: startsItem, of: line, to: &parts)
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1] : line.count
      append((cut + 3)..<end, isItem: true, of: line, to: &parts)
    }
    return endingLists(parts, of: line)
  }

  private static func append(_ range: Range<Int>, isItem: Bool, of line: [UInt8], to parts: inout [Part]) {
    let (first, last) = trimmed(range, of: line)
    if first < last { parts.append(Part(range: first..<last, isItem: isItem)) }
  }

  private static func trimmed(_ range: Range<Int>, of line: [UInt8]) -> (Int, Int) {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, line[first] == 0x20 { first += 1 }
    while first < last, line[last - 1] == 0x20 { last -= 1 }
    return (first, last)
  }

  /// Where ` - ` begins an item: after a mark that ends a clause, or within a run that such a mark began.
  private static func cuts(in line: [UInt8], startsItem: Bool) -> [Int] {
    var cuts: [Int] = []
    var isRunning = startsItem
    var index = 1
    while index + 3 < line.count {
      defer { index += 1 }
      if line[index] == 0x2E, line[index + 1] == 0x20, line[index + 2] != 0x2D { isRunning = false }
      guard line[index] == 0x20, line[index + 1] == 0x2D, line[index + 2] == 0x20 else { continue }
      let before = line[index - 1]
      let isCapital = line[index + 3] &- 0x41 < 26
      let isAfterMark = before == 0x3A || (isCapital && [0x2E, 0x3B, 0x3F, 0x21, 0x29].contains(before))
      guard isAfterMark || (isRunning && isCapital && !cuts.isEmpty) else { continue }
      cuts.append(index)
      isRunning = true
      index += 2
    }
    return cuts
  }

  /// Where items are single sentences, the last item of a run ends with its first sentence: paragraphs go on after it.
  private static func endingLists(_ parts: [Part], of line: [UInt8]) -> [Part] {
    var result: [Part] = []
    for (index, part) in parts.enumerated() {
      let isLast = index + 1 == parts.count
      guard part.isItem else {
        result.append(part)
        continue
      }
      let sentences = SentenceSplitter().ranges(in: String(decoding: line[part.range], as: UTF8.self))
      let leadsOn = !isLast && line[part.range.upperBound - 1] == 0x3A
      guard sentences.count > 1, isLast || leadsOn, let first = sentences.first else {
        result.append(part)
        continue
      }
      let cut = part.range.lowerBound + first.upperBound
      result.append(Part(range: part.range.lowerBound..<cut, isItem: true))
      append(cut..<part.range.upperBound, isItem: false, of: line, to: &result)
    }
    return result
  }
}
