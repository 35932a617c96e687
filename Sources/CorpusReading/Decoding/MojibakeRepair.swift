// Puts right text whose bytes were once read in the wrong encoding, where the pattern proves that they were.

import TextAnalysis

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

  /// Whether any character occurs that begins or proves mojibake of either kind: `Â`, `Ã`, `Å`, `â`, or `Ð`, `Ñ`, `Ò`,
  /// `Ó`, `Õ`. As UTF-8 they are C3 and one byte more.
  private static func hasCandidate(_ text: [UInt8]) -> Bool {
    let bytes = text.span
    var index = ByteScan.firstForeign(in: bytes, from: 0)
    while index < bytes.count {
      if bytes[index] == 0xC3, index + 1 < bytes.count {
        switch bytes[index + 1] {
        case 0x82, 0x83, 0x85, 0xA2, 0x90, 0x91, 0x92, 0x93, 0x95: return true
        default: break
        }
      }
      index = ByteScan.firstForeign(in: bytes, from: index + 1)
    }
    return false
  }
}
