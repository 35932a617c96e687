// Turns a file's bytes into clean UTF-8: whatever the encoding, whatever the line ends. Lines keep their numbers.

import Documents

/// Decodes article bytes; what is not plain UTF-8 is entered in the ledger.
enum TextDecoder {
  /// `bytes` as valid UTF-8 with LF line ends, NFC, and no control character but newline and tab; O(bytes).
  static func decode(_ bytes: [UInt8], ledger: inout ArticleLedger) -> [UInt8] {
    if CharacterCleaner.isClean(bytes) { return bytes }
    var text = unicode(bytes, ledger: &ledger)
    MojibakeRepair.repair(&text, ledger: &ledger)
    return CharacterCleaner.clean(text, ledger: &ledger)
  }

  /// The same for text that is known to be UTF-8, such as a JSON string.
  static func clean(_ text: [UInt8], ledger: inout ArticleLedger) -> [UInt8] {
    if CharacterCleaner.isClean(text) { return text }
    var text = text
    MojibakeRepair.repair(&text, ledger: &ledger)
    return CharacterCleaner.clean(text, ledger: &ledger)
  }

  /// `bytes` as valid UTF-8 without a byte order mark, by its mark, by validity, or by evidence.
  static func unicode(_ bytes: [UInt8], ledger: inout ArticleLedger) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return utf8OrLegacy(Array(bytes.dropFirst(3)), ledger: &ledger)
    }
    if let order = UTF16Decoder.byteOrder(of: bytes) {
      ledger.note(.decoded, line: nil, "read as \(order.name)")
      return UTF16Decoder.decode(bytes, order)
    }
    return utf8OrLegacy(bytes, ledger: &ledger)
  }

  private static func utf8OrLegacy(_ bytes: [UInt8], ledger: inout ArticleLedger) -> [UInt8] {
    guard let damage = UTF8Damage(of: bytes) else { return bytes }
    if damage.looksLikeUTF8 {
      let places = damage.invalidCount == 1 ? "1 place" : "\(damage.invalidCount) places"
      let detail = "bytes that are not UTF-8 in \(places) replaced by U+FFFD"
      ledger.note(.charactersRemoved, line: damage.firstLine, detail)
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    let encoding = LegacyEncoding.evident(in: bytes)
    ledger.note(.decoded, line: nil, "not UTF-8; read as \(encoding.name)")
    return encoding.decode(bytes)
  }
}

/// Where and how much a text fails to be UTF-8.
struct UTF8Damage {
  /// Invalid runs of bytes.
  private(set) var invalidCount = 0
  /// Well-formed characters of more than one byte.
  private(set) var validCount = 0
  /// The line of the first invalid byte, from 1.
  private(set) var firstLine = 1

  /// `nil` for valid UTF-8.
  init?(of bytes: [UInt8]) {
    let span = bytes.span
    // What is invalid is told by the error, and counted below.
    if (try? UTF8Span(validating: span)) != nil { return nil }
    var index = 0
    var line = 1
    while index < span.count {
      let byte = span[index]
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        index += 1
        continue
      }
      let length = Self.sequenceLength(span, at: index)
      if length > 0 {
        validCount += 1
      } else {
        if invalidCount == 0 { firstLine = line }
        invalidCount += 1
      }
      index += max(1, length)
    }
    if invalidCount == 0 { return nil }
  }

  /// More characters are well formed than not: damaged UTF-8 rather than another encoding.
  var looksLikeUTF8: Bool {
    validCount > invalidCount
  }

  /// The length of the well-formed sequence of two to four bytes at `index`, 0 for none (Unicode 16, table 3-7).
  static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + distance < bytes.count && range.contains(bytes[index + distance])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
