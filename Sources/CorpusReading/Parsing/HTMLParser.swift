// TEMP
import Documents

enum HTMLGuard { struct Refusal: Error { var reason: String { "" } } }
enum HTMLParser {
  static func parse(_ text: [UInt8], ledger: inout ArticleLedger) throws(HTMLGuard.Refusal) -> ParsedText {
    throw HTMLGuard.Refusal()
  }
}
