// The only door out for text that somebody else wrote: questions, articles, file names, messages that quote them.
// The program's own escape sequences are added after it, never sent through it.

/// Replaces every character that could command a terminal or mislead a reader by U+FFFD.
///
/// Replaced are: C0 controls except newline and tab, DEL, C1 controls (as code points, or as raw bytes, which are
/// invalid UTF-8), lone carriage returns, U+2028 and U+2029, the bidirectional controls (Unicode's `Bidi_Control`), and
/// the tag characters U+E0000 to U+E007F. CR LF becomes LF. Cleaning what is clean changes nothing; O(bytes).
package enum Sanitizer {
  /// `text`, cleaned.
  package static func clean(_ text: String) -> String {
    guard let cleaned = cleanedBytes(of: text) else { return text }
    return String(decoding: cleaned.bytes, as: UTF8.self)
  }

  /// `bytes` as cleaned text; each maximal ill-formed sequence becomes one U+FFFD.
  package static func clean(bytes: some Sequence<UInt8>) -> String {
    clean(String(decoding: Array(bytes), as: UTF8.self))
  }

  /// `text`, cleaned, and where `utf8Ranges` of it lie in the result.
  ///
  /// - Precondition: the ranges lie within `text` and begin and end at scalar boundaries.
  package static func clean(_ text: String, moving utf8Ranges: [Range<Int>]) -> (text: String, utf8Ranges: [Range<Int>])
  {
    guard let cleaned = cleanedBytes(of: text) else { return (text, utf8Ranges) }
    let moved = utf8Ranges.map { cleaned.offset(of: $0.lowerBound)..<cleaned.offset(of: $0.upperBound) }
    return (String(decoding: cleaned.bytes, as: UTF8.self), moved)
  }

  /// `text`, cleaned, on one line: newlines and tabs become spaces, one byte for one.
  package static func cleanLine(_ text: String) -> String {
    let cleaned = clean(text)
    guard cleaned.utf8.contains(where: { $0 == newline || $0 == tab }) else { return cleaned }
    return String(decoding: cleaned.utf8.map { $0 == newline || $0 == tab ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// Whether cleaning would leave `text` as it is.
  package static func isClean(_ text: String) -> Bool {
    cleanedBytes(of: text) == nil
  }

  // MARK: - Bytes

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Cleaned bytes, and how far behind each replacement the rest has moved.
  private struct Cleaned {
    var bytes: [UInt8] = []
    /// Sorted by `source`: offsets from `source` on have moved by `shift` bytes.
    var shifts: [(source: Int, shift: Int)] = []

    func offset(of source: Int) -> Int {
      var low = 0
      var high = shifts.count
      while low < high {
        let middle = (low + high) / 2
        if shifts[middle].source <= source { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? source : source + shifts[low - 1].shift
    }
  }

  /// The cleaned bytes of `text`; `nil` where it is clean already, which is what nearly every text is.
  private static func cleanedBytes(of text: String) -> Cleaned? {
    var text = text
    return text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let unit = self.unit(in: bytes, at: at)
        if unit.isForbidden { return cleaned(bytes, from: at) }
        at += unit.byteCount
      }
      return nil
    }
  }

  private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>, from firstForbidden: Int) -> Cleaned {
    var result = Cleaned()
    result.bytes.reserveCapacity(bytes.count + 16)
    result.bytes.append(contentsOf: bytes[..<firstForbidden])
    var at = firstForbidden
    while at < bytes.count {
      let unit = self.unit(in: bytes, at: at)
      let end = at + unit.byteCount
      if !unit.isForbidden {
        result.bytes.append(contentsOf: bytes[at..<end])
      } else {
        // CR LF is a line end: the CR goes, the LF stays.
        let isLineEnd = bytes[at] == carriageReturn && end < bytes.count && bytes[end] == newline
        if !isLineEnd { result.bytes.append(contentsOf: replacement) }
        result.shifts.append((source: end, shift: result.bytes.count - end))
      }
      at = end
    }
    return result
  }

  /// One scalar of valid UTF-8, or a byte of it that needs no look: its length, and whether it may be shown.
  private static func unit(in bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (byteCount: Int, isForbidden: Bool) {
    let first = bytes[at]
    switch first {
    case 0x20...0x7E, 0x09, 0x0A: return (1, false)
    case 0x00...0x7F: return (1, true)
    case 0xC2:  // U+0080 to U+009F
      return (2, bytes[at + 1] < 0xA0)
    case 0xD8:  // U+061C
      return (2, bytes[at + 1] == 0x9C)
    case 0xE2:
      let (second, third) = (bytes[at + 1], bytes[at + 2])
      // U+200E, U+200F; U+2028 to U+202E.
      if second == 0x80 { return (3, third == 0x8E || third == 0x8F || (0xA8...0xAE).contains(third)) }
      // U+2066 to U+2069.
      return (3, second == 0x81 && (0xA6...0xA9).contains(third))
    case 0xF3:  // U+E0000 to U+E007F
      return (4, bytes[at + 1] == 0xA0 && (bytes[at + 2] == 0x80 || bytes[at + 2] == 0x81))
    case 0xF0...0xFF: return (4, false)
    case 0xE0...0xEF: return (3, false)
    default: return (2, false)
    }
  }
}
