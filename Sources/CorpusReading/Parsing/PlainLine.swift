// The lines of a plain text, trimmed, with what can be told of them alone: blank, rule, list item.

/// One line of plain text that holds something.
struct PlainLine {
  /// White space trimmed at both ends.
  let bytes: ArraySlice<UInt8>
  /// From 1.
  let number: Int
  /// A blank line, a rule, or the beginning of the text stands above it.
  let followsGap: Bool
  /// How many bytes of `bytes` are a list marker and the space after it; 0 where it begins no list item.
  let markerLength: Int

  init(bytes: ArraySlice<UInt8>, number: Int, followsGap: Bool) {
    self.bytes = bytes
    self.number = number
    self.followsGap = followsGap
    self.markerLength = Self.markerLength(bytes)
  }

  var isItem: Bool { markerLength > 0 }

  /// The line without its list marker.
  var content: ArraySlice<UInt8> { bytes.dropFirst(markerLength) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines of `text` that are neither blank nor rules, in order; O(bytes).
  static func lines(of text: [UInt8], from firstLine: Int = 1) -> [PlainLine] {
    var lines: [PlainLine] = []
    var number = firstLine
    var followsGap = true
    var start = 0
    while start <= text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let trimmed = trim(text[start..<end])
      if trimmed.isEmpty || isRule(trimmed) {
        followsGap = true
      } else {
        lines.append(PlainLine(bytes: trimmed, number: number, followsGap: followsGap))
        followsGap = false
      }
      number += 1
      start = end + 1
    }
    return lines
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  /// A line drawn with at least three of the same mark.
  private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 3, let mark = bytes.first, [0x2D, 0x2A, 0x5F, 0x3D, 0x7E].contains(mark) else { return false }
    return bytes.allSatisfy { $0 == mark }
  }

  /// `- `, `* `, `+ `, `• `, `· `, `– `, `1. `, `1) `.
  private static func markerLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let signs: [[UInt8]] = [[0x2D], [0x2A], [0x2B], [0xE2, 0x80, 0xA2], [0xC2, 0xB7], [0xE2, 0x80, 0x93]]
    if first >= 0x80 || first == 0x2D || first == 0x2A || first == 0x2B {
      for sign in signs where bytes.starts(with: sign) && bytes.dropFirst(sign.count).first == 0x20 {
        return bytes.count > sign.count + 1 ? sign.count + 1 : 0
      }
      return 0
    }
    let digits = bytes.prefix { $0 &- 0x30 < 10 }
    guard (1...2).contains(digits.count) else { return 0 }
    let rest = bytes.dropFirst(digits.count)
    guard let mark = rest.first, mark == 0x2E || mark == 0x29, rest.dropFirst().first == 0x20 else { return 0 }
    return digits.count + 2
  }
}
