// TEMP
import Documents
enum FrontMatter {
  static func take(from text: [UInt8], ledger: inout ArticleLedger) -> (Metadata, [UInt8], Int) { (Metadata(), text, 1) }
}
