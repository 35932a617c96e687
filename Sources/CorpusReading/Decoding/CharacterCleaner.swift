// Takes out of valid UTF-8 what may not be shown or searched, and brings what means the same into one form.

import Documents
@_spi(_Unicode) import Swift
import TextAnalysis

/// Line ends, spaces, normalisation, and the removal of control characters.
enum CharacterCleaner {
  /// Whether `bytes` are printable ASCII, LF and tab only, so that nothing is to be done; O(bytes).
  static func isClean(_ bytes: [UInt8]) -> Bool {
    ByteScan.isPlain(bytes.span)
  }

  /// `text` itself where it is clean already, else `clean` of it: for what references such as `&nbsp;` stand for.
  static func cleaned(_ text: [UInt8], from firstLine: Int, ledger: inout ArticleLedger) -> [UInt8] {
    isClean(text) ? text : clean(text, from: firstLine, ledger: &ledger)
  }

  /// What is removed, by kind, in the ledger's words.
  private enum Removed: Int, CaseIterable {
    case control, bidirectional, tag, invisible

    var name: String {
      switch self {
      case .control: "control characters"
      case .bidirectional: "bidirectional controls"
      case .tag: "tag characters"
      case .invisible: "invisible format characters"
      }
    }
  }

  /// What becomes of one scalar.
  private enum Fate {
    case kept, space, lineFeed
    case removed(Removed)
  }

  /// `text` with LF line ends, plain spaces, NFC, without controls but newline and tab; as many lines as before.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - firstLine: the source line `text` begins on.
  static func clean(_ text: [UInt8], from firstLine: Int = 1, ledger: inout ArticleLedger) -> [UInt8] {
    var counts = [Int](repeating: 0, count: Removed.allCases.count)
    var firstLines = counts
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var line = firstLine
    var lineStart = 0
    var needsNFC = false
    var index = 0
    while index < text.count {
      let keptEnd = ByteScan.endOfPrintable(in: text.span, from: index)
      if keptEnd > index {
        output.append(contentsOf: text[index..<keptEnd])
        index = keptEnd
        continue
      }
      let (scalar, length) = scalar(in: text, at: index)
      let isReturnBeforeFeed = scalar == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      if isReturnBeforeFeed {
        index += 1
        continue
      }
      switch fate(of: scalar) {
      case .kept:
        for offset in 0..<length { output.append(text[index + offset]) }
        needsNFC = needsNFC || mayNeedNFC(scalar)
      case .space: output.append(0x20)
      case .lineFeed:
        if needsNFC { normalize(&output, from: lineStart) }
        output.append(0x0A)
        (line, lineStart, needsNFC) = (line + 1, output.count, false)
      case .removed(let kind):
        if counts[kind.rawValue] == 0 { firstLines[kind.rawValue] = line }
        counts[kind.rawValue] += 1
      }
      index += length
    }
    if needsNFC { normalize(&output, from: lineStart) }
    for kind in Removed.allCases where counts[kind.rawValue] > 0 {
      let detail = "\(kind.name) removed: \(counts[kind.rawValue])"
      ledger.note(.charactersRemoved, line: firstLines[kind.rawValue], detail)
    }
    return output
  }

  /// The scalar at `index` of valid UTF-8, and its length in bytes.
  static func scalar(in text: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[index])
    func tail(_ distance: Int) -> UInt32 { UInt32(text[index + distance] & 0x3F) }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  private static func fate(of scalar: UInt32) -> Fate {
    switch scalar {
    case 0x20...0x7E, 0x09: .kept
    case 0x0A, 0x0D: .lineFeed
    case 0x0B, 0x0C, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x00...0x1F, 0x7F...0x9F: .removed(.control)
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .removed(.bidirectional)
    case 0xE0000...0xE007F: .removed(.tag)
    case 0xAD, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: .removed(.invisible)
    default: .kept
    }
  }

  /// Whether a text holding `scalar` may differ from its NFC: the blocks of everyday text that cannot are left out.
  private static func mayNeedNFC(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x400...0x482, 0x48A...0x52F, 0x2010...0x205E, 0x20A0...0x20BF, 0x2122, 0x2190...0x21FF,
      0x2500...0x27BF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFFFD:
      false
    default: true
    }
  }

  private static func normalize(_ text: inout [UInt8], from start: Int) {
    let line = String(decoding: text[start...], as: UTF8.self)
    text.removeSubrange(start...)
    for scalar in line._nfc {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
