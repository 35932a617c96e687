// Puts right text whose bytes were once read in the wrong encoding, where the pattern proves that they were.

/// Finds and repairs mojibake in valid UTF-8.
enum MojibakeRepair {
  /// Repairs `text` in place; lines keep their numbers. O(text).
  static func repair(_ text: inout [UInt8], ledger: inout ArticleLedger) {
    guard hasCandidate(text) else { return }
    var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let isChanged =
      DoubleUTF8Repair.repair(&scalars, ledger: &ledger) || MacRomanRepair.repair(&scalars, ledger: &ledger)
    guard isChanged else { return }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = Array(String(view).utf8)
  }

  /// Whether any scalar from U+0080 to U+00FF occurs: without one there is no mojibake of either kind.
  private static func hasCandidate(_ text: [UInt8]) -> Bool {
    let span = text.span
    for index in span.indices where span[index] & 0xFE == 0xC2 { return true }
    return false
  }
}
