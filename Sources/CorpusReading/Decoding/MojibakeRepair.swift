// TEMP
enum MojibakeRepair {
  static func repair(_ text: inout [UInt8], ledger: inout ArticleLedger) {}
}
